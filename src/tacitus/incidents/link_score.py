"""How likely two episodes tell of one happening: the weighted sum of their signs, in log-odds."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tacitus.incidents.episodes import Episode
from tacitus.incidents.features import (
    day_sign,
    figures_sign,
    headline_sign,
    kind_sign,
    names_sign,
    place_sign,
    sides_sign,
    wording_sign,
    words_sign,
)
from tacitus.model.sign import Sign

EVEN = 0.0
"""The score from which on two tellings are more likely of one happening than not."""

_Weighted = tuple[Callable[[Episode, Episode], Sign], float]
_FIRST: tuple[_Weighted, ...] = ((day_sign, 2.6), (place_sign, 2.0))
_THEN: tuple[_Weighted, ...] = (
    (sides_sign, 1.2),
    (figures_sign, 2.0),
    (names_sign, 2.2),
    (headline_sign, 1.4),
    (words_sign, 1.0),
    (wording_sign, 0.2),
    (kind_sign, 0.2),
)
_WEIGHTS = tuple(weight for _, weight in (*_FIRST, *_THEN))
PRIOR = -2.6
"""The score of two tellings of which nothing is known."""
_REST = sum(weight for _, weight in _THEN)


@dataclass(frozen=True, slots=True)
class PairScore:
    """The score of a pair of episodes (0 is even odds) and the signs it was made of, each weighed."""

    value: float
    signs: tuple[Sign, ...]


_SAME_REPORT = -2.0
_TOLD_APART = PairScore(_SAME_REPORT, (Sign("report", _SAME_REPORT, "one report tells them apart"),))


def score_pair(one: Episode, other: Episode) -> PairScore:
    """Score two episodes; the order does not matter.

    Two happenings that one report tells apart stay apart unless a reviewer joins them.
    """
    if one.report == other.report:
        return _TOLD_APART
    return _weighed(*_score(one, other, least=-math.inf))


def score_likely(one: Episode, other: Episode) -> PairScore | None:
    """What ``score_pair`` gives, but ``None`` where it is less than even, and that sooner."""
    if one.report == other.report:
        return None
    value, signs = _score(one, other, least=EVEN)
    return None if value < EVEN else _weighed(value, signs)


def score_value(one: Episode, other: Episode) -> float:
    """The value of ``score_pair``; where days and places alone rule a pair out, a value below its bound, sooner."""
    return _SAME_REPORT if one.report == other.report else _score(one, other, least=EVEN)[0]


def _score(one: Episode, other: Episode, *, least: float) -> tuple[float, Sequence[Sign]]:
    """The score with the signs as found; where it cannot be ``least`` any more, what the first signs make of it."""
    if one.key > other.key:
        one, other = other, one
    value = PRIOR
    signs = []
    for sign, weight in _FIRST:
        signs.append(found := sign(one, other))
        value += found.value * weight
    if value + _REST < least:
        return value, signs
    rest = [sign(one, other) for sign, _ in _THEN]
    weights = _WEIGHTS[len(_FIRST) :]
    return value + sum(sign.value * weight for sign, weight in zip(rest, weights, strict=True)), [*signs, *rest]


def _weighed(value: float, signs: Sequence[Sign]) -> PairScore:
    weighed = (Sign(sign.name, sign.value * weight, sign.reason) for sign, weight in zip(signs, _WEIGHTS, strict=True))
    return PairScore(value, tuple(weighed))


def strongest(signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """The signs that tell something, the weightiest first."""
    return tuple(sorted((sign for sign in signs if sign.value), key=lambda sign: (-abs(sign.value), sign.name)))
