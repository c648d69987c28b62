"""A difference between a coding and the gold of its report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Item = Literal["claim", "figure", "event", "date", "place", "ceasefire"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: what the gold has and what was coded, in words; ``None`` where one of them has nothing.

    ``problem`` is "missed", "extra", or "wrong" and in what respects.
    """

    report: str
    item: Item
    problem: str
    gold: str | None
    coded: str | None
