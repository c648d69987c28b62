"""UCDP GED: low, best and high of the dead, by side, civilians and unknown.

Source: UCDP Georeferenced Event Dataset Codebook, version 24.1 (unchanged in 25.1), on fatality estimates. ``best`` is
the most likely number by the most reliable sources and the sum of deaths_a, deaths_b, deaths_civilians and
deaths_unknown; ``low`` and ``high`` are the lowest and the highest reliable number. Where reliability does not decide,
the lower number is taken. A party's claims about its enemy's losses are the least reliable.

How the rule is applied here to the people of one side:

- Reliable are third parties, the reports' own voice and what a side admits of its own losses. Of the numbers that no
  later or closer one has overtaken, the one that most claimants give is ``best``; of numbers given equally often third
  parties' come before the reports', these before the side's own and all before those of people of no side, and then
  the lower number. What a side admits of its own fighters comes before the reports' number and is a floor: no lower
  number is ``best``.
- A claim about the enemy only raises ``high``. Where nobody else gives a number it is ``best`` too, and ``low`` is 0.
- Sums are made over sides and over fighters and civilians only, never over two claimants.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tacitus.codebook.counts import Count, Key, Range, by_group, counts, standing, whole
from tacitus.codebook.tables import People
from tacitus.codebook.wording import claim, group, listed, sources_of
from tacitus.model.incident import SideRange, Toll, UcdpEstimate

_NONE: Range = (0, 0, 0)
_RELIABLE = ("third_party", "report", "own")
_OF_FIGHTERS = ("third_party", "own", "report")


@dataclass(frozen=True, slots=True)
class _Choice:
    """The estimate for one side's people, with the reason in words."""

    range: Range
    why: str


def ucdp_estimate(tolls: Iterable[Toll]) -> UcdpEstimate | None:
    """The estimate of the dead; ``None`` where no claimant gives a number of dead that still stands."""
    told = whole(counts(tolls))
    if not told:
        return None
    chosen = {key: _choose(key, among) for key, among in by_group(told).items()}
    sides = list(dict.fromkeys(side for side, _ in chosen if side is not None))
    ranges = {key: choice.range for key, choice in chosen.items()}
    by_side = {side: _whole_side(ranges, side) for side in sides}
    civilians = _larger(_sum(_of(ranges, side, "civilians") for side in sides), _of(ranges, None, "civilians"))
    fighters = {side: _of(ranges, side, "combatants") for side in sides}
    known = _add(_sum(fighters.values()), civilians)
    total = _larger(known, _sum(by_side.values()), _of(ranges, None, "any"), _unsided(ranges, civilians))
    unknown = total[1] - known[1]
    return UcdpEstimate(
        low=total[0],
        best=total[1],
        high=total[2],
        by_side=tuple(SideRange(side, *by_side[side]) for side in sides),
        why=_why(chosen.values()),
        sources=sources_of(told),
        combatants=tuple(SideRange(side, *range) for side, range in fighters.items() if range != _NONE),
        civilians=None if civilians == _NONE else SideRange(None, *civilians),
        unknown=None if not unknown else SideRange(None, 0, unknown, max(unknown, total[2] - known[2])),
    )


def _choose(key: Key, told: Sequence[Count]) -> _Choice:
    reliable = [count for count in told if count.standing in _RELIABLE]
    claimed = [count for count in told if count.standing == "enemy"]
    what = group(*key)
    high = max(count.range[2] for count in told)
    if not reliable:
        chosen = min(claimed, key=lambda count: count.best)
        why = f"{what}: {claim(chosen)} is the only kind of source, a claim about the enemy, so the low is 0"
        return _Choice((0, chosen.best, high), why)
    best = _most_likely(reliable, people=key[1])
    low = min(*(count.range[0] for count in standing(reliable, by_any=False)), best.best)
    why = f"{what}: {claim(best)}" + _because(best, reliable)
    if claimed:
        why += f"; {listed([claim(count) for count in claimed])} only counts for the high"
    return _Choice((low, best.best, max(high, best.best)), why)


def _most_likely(reliable: Sequence[Count], *, people: People) -> Count:
    admitted = [count.best for count in reliable if count.standing == "own"] if people == "combatants" else []
    floor = max(admitted, default=0)
    able = [count for count in standing(reliable, by_any=True) if count.best >= floor]
    often = Counter(count.best for count in able)
    order = _OF_FIGHTERS if people == "combatants" else _RELIABLE
    return min(
        able,
        key=lambda count: (-often[count.best], not count.affiliated, order.index(count.standing), count.best),
    )


def _because(best: Count, reliable: Sequence[Count]) -> str:
    others = [count for count in reliable if count is not best]
    if not others:
        return ""
    agreeing = [count for count in others if count.best == best.best]
    if agreeing:
        return f", the number given most often ({len(agreeing) + 1} of {len(reliable)})"
    return f", preferred to {listed([claim(count) for count in others])}"


def _of(ranges: Mapping[Key, Range], side: str | None, people: People) -> Range:
    return ranges.get((side, people), _NONE)


def _whole_side(ranges: Mapping[Key, Range], side: str) -> Range:
    apart = _add(_of(ranges, side, "combatants"), _of(ranges, side, "civilians"))
    return _larger(apart, _of(ranges, side, "any"))


def _unsided(ranges: Mapping[Key, Range], civilians: Range) -> Range:
    """Fighters whose side nobody tells beside all civilians."""
    return _add(_of(ranges, None, "combatants"), civilians)


def _sum(ranges: Iterable[Range]) -> Range:
    total = _NONE
    for range in ranges:
        total = _add(total, range)
    return total


def _add(one: Range, other: Range) -> Range:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _larger(*ranges: Range) -> Range:
    """The larger of totals and sums of the same dead, bound by bound."""
    return max(low for low, _, _ in ranges), max(best for _, best, _ in ranges), max(high for _, _, high in ranges)


def _why(chosen: Iterable[_Choice]) -> str:
    return ". ".join(choice.why for choice in chosen) + "."
