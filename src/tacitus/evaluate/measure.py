"""One measured value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """A score between 0 and 1: what was measured, its value, and over how many items."""

    name: str
    value: float
    count: int
