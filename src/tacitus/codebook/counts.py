"""What each claimant counts of each side's people, one number a claimant: what the codebooks choose from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tacitus.codebook.tables import People, tables
from tacitus.model import FigureKind
from tacitus.model.incident import Source, Standing, StatedFigure, Toll

_COINCIDENCE = 20
"""Smaller numbers are the same by chance."""
Range = tuple[int, int, int]
"""Low, best and high as numbers: an open end is the number stated."""

Key = tuple[str | None, People]
"""Whose people, and which."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of one side's people a claimant counts.

    ``people`` are those who fight, those who do not, or all where it is not told. ``stated`` are the numbers that it
    rests on: more than one where the claimant gives soldiers and policemen apart.
    """

    side: str | None
    people: People
    by: str
    standing: Standing
    affiliated: bool
    stated: tuple[StatedFigure, ...]

    @property
    def range(self) -> Range:
        """Low, best and high of the sum."""
        ranges = [_numbers(stated) for stated in self.stated]
        return sum(low for low, _, _ in ranges), sum(best for _, best, _ in ranges), sum(high for _, _, high in ranges)

    @property
    def best(self) -> int:
        """The number to use."""
        return self.range[1]

    @property
    def open(self) -> bool:
        """Whether the claimant says that it may be more."""
        return any(stated.high is None for stated in self.stated)

    @property
    def day(self) -> int:
        """The day on which it was last given, as an ordinal; 0 where no report tells."""
        return max(map(_day, self.stated))

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the numbers stand."""
        return tuple(Source(stated.report, stated.span) for stated in self.stated)

    def excludes(self, other: Count) -> bool:
        """Whether no number is allowed by both."""
        return _below(self, other) or _below(other, self)


def _below(one: Count, other: Count) -> bool:
    return not one.open and one.range[2] < other.range[0]


def _numbers(stated: StatedFigure) -> Range:
    best = stated.best or 0
    return best if stated.low is None else stated.low, best, best if stated.high is None else stated.high


def counts(tolls: Iterable[Toll], *, kind: FigureKind = "killed") -> tuple[Count, ...]:
    """The current counts of one kind of harm, one for each side, people and claimant, in the order of the tolls.

    Of types that name the same people ("soldiers", "fighters") the number given last stands; numbers of different
    types (soldiers, policemen) are added. Superseded and denied numbers and parts of others never count. A large number
    that a claimant gives of a side's fighters and of its civilians alike is one number told without care whose it is,
    and counts for those of whom it is given oftener.
    """
    tolls = list(tolls)
    twice = _told_twice(tolls, kind)
    groups: defaultdict[tuple[str | None, People, str], list[tuple[Toll, StatedFigure]]] = defaultdict(list)
    for toll in tolls:
        if toll.kind == kind and toll.current is not None and toll not in twice:
            groups[toll.side, tables().people[toll.group_type], toll.by].append((toll, toll.current))
    return tuple(
        Count(side, people, by, told[0][0].standing, told[0][0].affiliated, _disjoint(told))
        for (side, people, by), told in groups.items()
    )


def _told_twice(tolls: Iterable[Toll], kind: FigureKind) -> list[Toll]:
    """The less told of each two tolls of fighters and civilians with the same large number."""
    kept: dict[tuple[str | None, str, int], Toll] = {}
    twice: list[Toll] = []
    for toll in tolls:
        best = toll.current.best if toll.kind == kind and toll.current is not None else None
        if best is None or best < _COINCIDENCE or toll.group_type == "any":
            continue
        other = kept.setdefault((toll.side, toll.by, best), toll)
        if tables().people[other.group_type] != tables().people[toll.group_type]:
            less, more = sorted((other, toll), key=lambda one: len(one.history))
            twice.append(less)
            kept[toll.side, toll.by, best] = more
    return twice


def _disjoint(told: Sequence[tuple[Toll, StatedFigure]]) -> tuple[StatedFigure, ...]:
    rows: dict[int | None, StatedFigure] = {}
    for toll, stated in told:
        row = tables().row.get(toll.group_type)
        if row not in rows or _day(stated) >= _day(rows[row]):
            rows[row] = stated
    return tuple(rows.values())


def _day(stated: StatedFigure) -> int:
    return 0 if stated.published is None else stated.published.toordinal()


def whole(told: Iterable[Count]) -> tuple[Count, ...]:
    """The counts without those that do not tell how many died in all.

    A doctor, witness or resident who belongs to no side counts those who were brought or seen, so a smaller number of
    theirs does not dispute what a side, an organisation or the report says. And a "none" is a denial, no count, where
    somebody else who does not speak of an enemy gives a number.
    """
    told = tuple(told)
    return tuple(count for count in told if not any(_covers(other, count) for other in told if other is not count))


def _covers(other: Count, count: Count) -> bool:
    if other.standing == "enemy" or other.side != count.side or other.people not in (count.people, "any"):
        return False
    if count.best == 0:
        return other.best > 0
    return not count.affiliated and other.affiliated and other.best >= count.best


def standing(told: Sequence[Count], *, by_any: bool, bounds_yield: bool = True) -> tuple[Count, ...]:
    """Of counts of the same people, those not overtaken by another.

    A smaller number is overtaken by a larger one given on a later day, since tolls grow as the dead are found; and
    with ``bounds_yield`` a lower bound ("at least 20") by any larger number, which it allows. Claims about the enemy
    overtake nothing, nor do people of no side unless ``by_any``, nor reports' own voice what a side admits of its
    fighters.
    """
    able = [count for count in told if count.standing != "enemy" and (by_any or count.affiliated)]
    return tuple(count for count in told if not any(_overtakes(other, count, bounds_yield) for other in able))


def _overtakes(other: Count, count: Count, bounds_yield: bool) -> bool:
    if other.standing == "report" and count.standing == "own" and count.people == "combatants":
        return False
    return other.best > count.best and (other.day > count.day or (bounds_yield and count.open))


def by_group(told: Iterable[Count]) -> dict[Key, tuple[Count, ...]]:
    """The counts of each side's people, sides and people in the order of the counts."""
    groups: defaultdict[Key, list[Count]] = defaultdict(list)
    for count in told:
        groups[count.side, count.people].append(count)
    return {key: tuple(group) for key, group in groups.items()}


def disputed(told: Iterable[Count]) -> bool:
    """Whether two claimants give numbers for the same people that exclude each other."""
    return any(
        one.excludes(other)
        for group in by_group(told).values()
        for at, one in enumerate(group)
        for other in group[at + 1 :]
    )
