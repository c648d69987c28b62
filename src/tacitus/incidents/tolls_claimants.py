"""Who states a number, and how the claimant stands to those whom it counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product

from tacitus.model import Actor, Coding, Event, Figure
from tacitus.model.incident import Standing

REPORT_VOICE = "report"
_ARTICLE = re.compile(r"^(?:an?|the|its|his|her|their)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who states a number: ``key`` tells claimants apart across reports, ``name`` is what the claimant is called.

    ``side`` is ``None`` for the report's own voice and for speakers without a side.
    """

    key: str
    name: str
    side: str | None

    @property
    def affiliated(self) -> bool:
        """Whether it is a side or speaks for one; the report's own voice counts as one."""
        return self.side is not None or self.key == REPORT_VOICE


REPORTER = Claimant(REPORT_VOICE, REPORT_VOICE, None)


def claimants_of(coding: Coding, figure: Figure) -> tuple[Claimant, ...]:
    """Who states a figure: the report itself, an actor, or each of several who state it together ("both sides")."""
    return tuple(map(_claimant, coding.meant(figure.by))) or (REPORTER,)


def _claimant(actor: Actor) -> Claimant:
    """A side, else an actor by its name without article and case."""
    if actor.side is not None:
        return Claimant(actor.side, actor.side, actor.side)
    name = _ARTICLE.sub("", actor.name)
    return Claimant(name.casefold(), actor.name, None)


@dataclass(frozen=True, slots=True)
class Fronts:
    """Which sides fight each other, by the assaults that the reports of an incident tell of."""

    opposed: frozenset[tuple[str, str]]

    @property
    def sides(self) -> frozenset[str]:
        """All sides that fight another."""
        return frozenset(side for side, _ in self.opposed)

    def standing(self, claimant: Claimant, side: str | None) -> Standing:
        """How a claimant stands to the people of ``side``: of no side, they are counted as by a third party."""
        if claimant.key == REPORT_VOICE:
            return "report"
        if claimant.side is None or side is None:
            return "third_party"
        if claimant.side == side:
            return "own"
        return "enemy" if (claimant.side, side) in self.opposed else "third_party"


def read_fronts(told: Iterable[tuple[Coding, Event]]) -> Fronts:
    """Two sides are opposed where one is told to assault the other oftener than both to assault a third.

    Sides that fight each other stand as actors of an event without recipients (PLOVER's two-sided violence).
    """
    against: Counter[tuple[str, str]] = Counter()
    beside: Counter[tuple[str, str]] = Counter()
    for coding, event in told:
        if event.type != "ASSAULT":
            continue
        actors, recipients = _sides(coding, event.actors), _sides(coding, event.recipients)
        against.update(_pairs(product(actors, recipients)))
        if recipients:
            beside.update(_pairs(combinations(actors, 2)))
        else:
            against.update(_pairs(combinations(actors, 2)))
    return Fronts(frozenset(pair for pair, count in against.items() if count > beside[pair]))


def _sides(coding: Coding, actors: Iterable[str]) -> list[str]:
    sides = (actor.side for id in actors for actor in coding.meant(id))
    return sorted({side for side in sides if side is not None})


def _pairs(pairs: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """Each pair in both orders; a side does not fight itself."""
    for one, other in pairs:
        if one != other:
            yield one, other
            yield other, one
