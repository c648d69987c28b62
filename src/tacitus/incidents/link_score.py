"""How likely two episodes tell of one happening: the weighted sum of their signs, in log-odds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tacitus.incidents.episodes import Episode
from tacitus.incidents.features import (
    Sign,
    day_sign,
    figures_sign,
    headline_sign,
    kind_sign,
    names_sign,
    place_sign,
    sides_sign,
    words_sign,
)

_WEIGHTED: tuple[tuple[Callable[[Episode, Episode], Sign], float], ...] = (
    (day_sign, 3.2),
    (place_sign, 2.0),
    (sides_sign, 1.2),
    (figures_sign, 0.8),
    (names_sign, 2.5),
    (headline_sign, 1.2),
    (words_sign, 1.0),
    (kind_sign, 0.4),
)
_PRIOR = -3.0
_REST = sum(weight for _, weight in _WEIGHTED[2:])
_SAME_REPORT = -2.0


@dataclass(frozen=True, slots=True)
class PairScore:
    """The score of a pair of episodes (0 is even odds) and the signs it was made of, each weighed."""

    value: float
    signs: tuple[Sign, ...]


def score_pair(one: Episode, other: Episode) -> PairScore:
    """Score two episodes; the order does not matter.

    Two happenings that one report tells apart stay apart unless a reviewer joins them.
    """
    if one.key > other.key:
        one, other = other, one
    if one.report == other.report:
        return PairScore(_SAME_REPORT, (Sign("report", _SAME_REPORT, "one report tells them apart"),))
    signs = [(sign(one, other), weight) for sign, weight in _WEIGHTED]
    value = _PRIOR + sum(sign.value * weight for sign, weight in signs)
    return PairScore(value, tuple(Sign(sign.name, sign.value * weight, sign.reason) for sign, weight in signs))


def score_value(one: Episode, other: Episode) -> float:
    """The value of ``score_pair``; where days and places alone rule a pair out, a value below its bound, sooner."""
    if one.key > other.key:
        one, other = other, one
    if one.report == other.report:
        return _SAME_REPORT
    value = _PRIOR
    for sign, weight in _WEIGHTED[:2]:
        value += sign(one, other).value * weight
    if value + _REST < 0:
        return value
    return value + sum(sign(one, other).value * weight for sign, weight in _WEIGHTED[2:])


def strongest(signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """The signs that tell something, the weightiest first."""
    return tuple(sorted((sign for sign in signs if sign.value), key=lambda sign: (-abs(sign.value), sign.name)))
