"""Checks: whether what a report states agrees with itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CheckKind = Literal["total", "side_total", "dates", "truce"]
Verdict = Literal["consistent", "inconsistent"]


@dataclass(frozen=True, slots=True)
class Check:
    """A comparison of what one report states.

    ``kind`` "total" and "side_total" compare a figure with its parts (``figure`` and ``parts`` are figure ids), "dates"
    two dates of one happening, "truce" a ceasefire with fighting told or claimed after it (``events`` are event ids).
    ``detail`` tells the comparison in words.
    """

    kind: CheckKind
    figure: str | None
    parts: tuple[str, ...]
    verdict: Verdict
    detail: str
    events: tuple[str, ...] = ()
