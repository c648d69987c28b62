"""Checks: whether what a report states agrees with itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["consistent", "inconsistent"]


@dataclass(frozen=True, slots=True)
class Check:
    """A comparison of figures of one report; ``figure`` and ``parts`` are figure ids, ``detail`` the sum in words."""

    kind: Literal["total"]
    figure: str
    parts: tuple[str, ...]
    verdict: Verdict
    detail: str
