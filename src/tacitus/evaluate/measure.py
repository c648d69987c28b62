"""One measured value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """How often what the gold calls ``gold`` was taken for ``coded``; ``None`` is nothing."""

    gold: str
    coded: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Measure:
    """A score between 0 and 1: what was measured, its value, and over how many items.

    ``taken`` tells, where a label is measured, what was taken for what, the right ones included.
    """

    name: str
    value: float
    count: int
    taken: tuple[Taken, ...] = ()
