"""The signs that two episodes tell of one happening, each with its value and its reason.

Values are between -2 (speaks against) and 1 (speaks for), 0 where nothing can be told; ``link_score`` weighs them.
"""

from __future__ import annotations

import math
from datetime import date

from tacitus.incidents.episodes import Episode, Spot
from tacitus.incidents.episodes_places import apart_km
from tacitus.language.sentence_vectors import likeness
from tacitus.model.sign import Sign

_AT_ONCE = 0.9
_BESIDE = 0.5
_FADES, _LONG_FADES = 3.0, 12.0
"""Days by which one happening is taken for another: after an attack, and in the course of a battle."""
_VAGUE = 20
_BATTLE = 3
"""From how many days on a happening is no single attack."""
SAME_KM, NEAR_KM, FAR_KM = 12.0, 40.0, 120.0
_DOUBT = 0.4
_ROUGH = {"settlement": 0.0, "district": 25.0, "region": 80.0, "area": 40.0, "country": 500.0}
"""Kilometres within which a point stands for its place."""
_EVEN_WORDING, _LIKE_WORDING = 0.35, 0.75
"""Cosines of two gists: at the first, pairs of one war are as often of one happening as not; the last says all."""


def day_sign(one: Episode, other: Episode) -> Sign:
    """How near the days of the two happenings are; the day of publication stands in for days not told."""
    gap, shared = day_gap(one, other)
    if gap is None:
        return Sign("days", 0.0, "a day is not told")
    told = bool(one.days) and bool(other.days)
    if gap == 0:
        vague = not told or max(len(one.days), len(other.days)) >= _VAGUE
        return Sign("days", 0.6 if vague else 1.0, f"both on {_iso(shared)}")
    beside = (set(one.days) & other.beside) | (set(other.days) & one.beside)
    if beside and place_sign(one, other).value >= 0:
        return Sign("days", _BESIDE, f"{_iso(min(beside))} told in both")
    long = max(one.lasted, other.lasted) >= _BATTLE
    value = max(-1.0, _AT_ONCE - gap / (_LONG_FADES if long else _FADES))
    return Sign("days", value if told or value < 0 else value / 2, f"{gap} day{'s' if gap > 1 else ''} apart")


def day_gap(one: Episode, other: Episode) -> tuple[int | None, int]:
    """Days between the two happenings, 0 where they share one, and a day that they share (else of the first)."""
    days, others = _days(one), _days(other)
    if not days or not others:
        return None, 0
    if days[0] > others[-1]:
        return days[0] - others[-1], days[0]
    if others[0] > days[-1]:
        return others[0] - days[-1], others[0]
    common = set(days).intersection(others)
    if common:
        return 0, min(common)
    return min(abs(day - another) for day in days for another in others), days[0]


def _days(episode: Episode) -> tuple[int, ...]:
    if episode.days or episode.background or episode.published is None:
        return episode.days
    return (episode.published - 1, episode.published)


def _iso(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def place_sign(one: Episode, other: Episode) -> Sign:
    """How much of the two tellings is set in the same places; places within each other count in part."""
    if not one.spots or not other.spots:
        return Sign("place", 0.0, "a place is not told")
    best, alike, nearest, surely, pair = 0.0, 0.0, math.inf, math.inf, (one.spots[0], other.spots[0])
    for spot in one.spots:
        closest = 0.0
        for another in other.spots:
            same, away = _same_place(spot, another)
            surely = min(surely, max(0.0, away - max(_ROUGH[spot.precision], _ROUGH[another.precision])))
            closest = max(closest, same * min(1.0, 2 * another.weight))
            if (same, -away) > (best, -nearest):
                best, nearest, pair = same, away, (spot, another)
        alike += spot.weight * closest
    if best > 0:
        said = pair[0].name if pair[0].key == pair[1].key else f"{pair[0].name} and {pair[1].name}"
        return Sign("place", min(1.0, 0.4 * best + 0.6 * alike), f"both at {said}")
    if nearest == math.inf:
        return Sign("place", 0.0, "places without a point")
    named = _named_there(one, other) or _named_there(other, one)
    doubt = _DOUBT if named or one.wide or other.wide else 1.0
    return Sign(
        "place", -min(1.0, surely / FAR_KM) * doubt, f"{nearest:.0f} km between {pair[0].name} and {pair[1].name}"
    )


def _named_there(one: Episode, other: Episode) -> bool:
    """Whether the chief place of one telling is named in the other, which then may only set its events elsewhere."""
    return other.foremost.issuperset(one.spots[0].key.split())


def _same_place(one: Spot, other: Spot) -> tuple[float, float]:
    """How far two places are the same, 0 to 1, and the kilometres between them (infinite where unknown)."""
    if one.point is None or other.point is None:
        return (1.0 if one.key == other.key else 0.0), math.inf
    away = apart_km(one.point, other.point)
    rough = max(_ROUGH[one.precision], _ROUGH[other.precision])
    if one.key == other.key and away < FAR_KM:
        return (1.0 if rough <= _ROUGH["district"] else 0.6), away
    if away <= SAME_KM:
        return 1.0 if rough == 0 else 0.7, away
    if away <= NEAR_KM:
        return (NEAR_KM - away) / (NEAR_KM - SAME_KM) * 0.6, away
    return (0.3 if away <= rough else 0.0), away


def sides_sign(one: Episode, other: Episode) -> Sign:
    """Whether the same sides fight, attack or suffer; a side that plays another part in the other counts in part."""
    if not one.sides or not other.sides:
        return Sign("sides", 0.0, "a side is not told")
    both = [side for side in one.sides if side in other.sides]
    share = len(both) / min(len(one.sides), len(other.sides))
    if not both:
        aside = [side for side in one.sides if side in other.others] + [s for s in other.sides if s in one.others]
        return Sign("sides", -0.4 if aside else -2.0, f"{_list(one.sides)} against {_list(other.sides)}")
    value = share if len(both) > 1 else 0.6 * share
    return Sign("sides", value, f"{_list(both)} in both")


def figures_sign(one: Episode, other: Episode) -> Sign:
    """Numbers that both give, of the same kind and side; big and odd ones tell more than small and round ones."""
    same = one.counted & other.counted
    if not same:
        return Sign("figures", 0.0, "no number in both")
    telling = sorted(
        same, key=lambda counted: (-_oddness(counted.best), counted.best, counted.kind, counted.side or "")
    )
    value = min(1.0, sum(_oddness(counted.best) for counted in same))
    said = ", ".join(f"{counted.best} {counted.kind}" for counted in telling[:3])
    return Sign("figures", value, f"{said} in both")


def _oddness(number: int) -> float:
    """How unlikely it is that a number is met by chance."""
    significant = len(str(number).rstrip("0"))
    return 0.3 if number < 10 else min(1.0, 0.4 * significant)


def names_sign(one: Episode, other: Episode) -> Sign:
    """The share of the names of the shorter telling that stand in the other."""
    both = one.names & other.names
    if not both:
        return Sign("names", 0.0, "no name in both")
    value = len(both) / math.sqrt(len(one.names) * len(other.names))
    return Sign("names", value, f"{len(both)} names in both: {', '.join(sorted(both)[:6])}")


def headline_sign(one: Episode, other: Episode) -> Sign:
    """How many of the names in the two titles stand in the other text."""
    told = [(a.headline, b.foremost) for a, b in ((one, other), (other, one)) if a.headline]
    if not told:
        return Sign("title", 0.0, "no name in a title")
    value = sum(len(headline & names) / len(headline) for headline, names in told) / len(told)
    both = sorted((one.headline & other.foremost) | (other.headline & one.foremost))
    return Sign("title", 1.5 * value - 0.5, f"title: {_list(both)}" if both else "no name of the titles in both")


def words_sign(one: Episode, other: Episode) -> Sign:
    """The share of other words that both use (cosine)."""
    size = one.words.bit_count() * other.words.bit_count()
    if not size:
        return Sign("words", 0.0, "no words")
    value = (one.words & other.words).bit_count() / math.sqrt(size)
    return Sign("words", value, f"{value:.0%} of the words")


def wording_sign(one: Episode, other: Episode) -> Sign:
    """How alike two passages are by the vectors of their words, which are near also where other words say the same."""
    cosine = likeness(one.gist, other.gist)
    if cosine is None:
        return Sign("wording", 0.0, "no vector")
    value = (cosine - _EVEN_WORDING) / (_LIKE_WORDING - _EVEN_WORDING)
    said = "alike" if value >= 0 else "unlike"
    return Sign("wording", max(-1.0, min(1.0, value)), f"wording {said} ({cosine:.2f})")


def kind_sign(one: Episode, other: Episode) -> Sign:
    """Whether the violence is of one kind (air strikes, shelling, abduction), or else of one type."""
    modes = [mode for mode in one.modes if mode in other.modes]
    if modes:
        return Sign("kind", 1.0, f"{modes[0]} in both")
    if one.modes and other.modes:
        return Sign("kind", -0.5, f"{one.modes[0]} and {other.modes[0]}")
    if not one.types or not other.types:
        return Sign("kind", 0.0, "nothing happens in one")
    same = one.types[0][0] == other.types[0][0]
    return Sign("kind", 0.5 if same else 0.0, f"{one.types[0][0]} and {other.types[0][0]}")


def _list(items: tuple[str, ...] | list[str]) -> str:
    return ", ".join(items)
