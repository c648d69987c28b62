"""Signs: why two tellings of different reports are held for one happening, or not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign by ``name`` ("days", "place"): its ``value`` for (above 0) or against, and its ``reason`` in words."""

    name: str
    value: float
    reason: str
