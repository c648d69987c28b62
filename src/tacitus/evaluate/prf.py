"""Counts that add up over reports, and the scores they give."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PRF:
    """True positives, false positives and false negatives of a set; the sum over reports gives the micro average.

    With nothing to find and nothing found every score is 0, as there is nothing to credit.
    """

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: PRF) -> PRF:
        return PRF(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @classmethod
    def of(cls, *, matched: int, gold: int, coded: int) -> PRF:
        """Counts from a one-to-one matching of ``gold`` with ``coded`` items, ``matched`` of them paired."""
        return cls(tp=matched, fp=coded - matched, fn=gold - matched)

    @property
    def gold(self) -> int:
        """How many items there were to find."""
        return self.tp + self.fn

    @property
    def precision(self) -> float:
        """The share of what was coded that is right."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """The share of what there was to find that was coded."""
        return _ratio(self.tp, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How many of ``count`` matched items are ``right`` in one respect; 0 where nothing matched."""

    right: int = 0
    count: int = 0

    def __add__(self, other: Accuracy) -> Accuracy:
        return Accuracy(self.right + other.right, self.count + other.count)

    @property
    def value(self) -> float:
        """The share that is right."""
        return _ratio(self.right, self.count)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
