"""Incidents: one thing that happened in the world, put together from what many reports tell of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, get_args

from tacitus.model.event import EventType
from tacitus.model.figure import FigureKind, GroupType
from tacitus.model.place import PlacePrecision
from tacitus.model.span import Span

Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
GRADES: tuple[Grade, ...] = get_args(Grade)
TruceStatus = Literal["announced", "in_force", "violated", "collapsed", "denied", "ended"]
Standing = Literal["own", "enemy", "third_party", "report"]


@dataclass(frozen=True, slots=True)
class Source:
    """Words of a stored report that a value rests on; ``report`` is the report's id in the store."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class IncidentPlace:
    """Where an incident happened: the most precise place that its reports agree on; degrees are WGS 84."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A number as one report gives it; bounds as in ``Figure``.

    ``superseded``: the same claimant gave a later one, or the report tells that it was replaced. ``denied``: the
    claimant denies it. ``part``: it counts some of those whom another number of the same claimant counts (the dead of
    one town or one day), ``background``: the report tells it as history. ``span`` points to ``words``; a number that
    is the sum of numbers told side by side ("two soldiers and a policeman") has the words of them all.
    """

    published: datetime.date | None
    low: int | None
    best: int | None
    high: int | None
    superseded: bool
    denied: bool
    report: str
    span: Span
    words: str = ""
    part: bool = False
    background: bool = False

    @property
    def counts(self) -> bool:
        """Whether the number still stands for all whom its claimant counts."""
        return not (self.superseded or self.denied or self.part) and self.best is not None


@dataclass(frozen=True, slots=True)
class Toll:
    """All that one claimant stated of one kind of harm to one side, in order of publication.

    ``by`` is the claimant's side, else its name, "report" for reports' own voice. ``standing`` tells how the claimant
    stands to the side counted: of its own people, of the enemy's, as a third party, or the report itself.
    ``affiliated`` tells that the claimant is a side or has one; doctors, witnesses and residents mostly do not.
    """

    kind: FigureKind
    side: str | None
    group_type: GroupType
    by: str
    standing: Standing
    history: tuple[StatedFigure, ...]
    affiliated: bool = True

    @property
    def current(self) -> StatedFigure | None:
        """The number that the claimant stands by: the last that is not superseded, denied or a part of another."""
        return next((stated for stated in reversed(self.history) if stated.counts), None)


@dataclass(frozen=True, slots=True)
class SideRange:
    """Low, best and high for the people of one side (``None``: not told), inclusive; ``high`` ``None`` is open."""

    side: str | None
    low: int
    best: int
    high: int | None


@dataclass(frozen=True, slots=True)
class UcdpEstimate:
    """Deaths as UCDP GED keeps them: low, best, high, by side, with the reasons in words and their sources.

    ``by_side`` holds all dead of a side. GED's columns are ``combatants`` of each side (deaths_a, deaths_b),
    ``civilians`` and ``unknown``, whose sums are ``low``, ``best`` and ``high`` as well.
    """

    low: int
    best: int
    high: int | None
    by_side: tuple[SideRange, ...]
    why: str
    sources: tuple[Source, ...]
    combatants: tuple[SideRange, ...] = ()
    civilians: SideRange | None = None
    unknown: SideRange | None = None


@dataclass(frozen=True, slots=True)
class AcledEstimate:
    """Fatalities as ACLED keeps them: one number, the most conservative.

    ``disputed`` tells that claimants differ, which ACLED's notes mention; ``why`` tells how.
    """

    fatalities: int
    why: str
    sources: tuple[Source, ...]
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class RangeEstimate:
    """Deaths as casualty recorders keep them: minimum and maximum (Iraq Body Count) and a grade (Airwars)."""

    min: int
    max: int | None
    grade: Grade
    why: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Estimates:
    """What each codebook makes of the stated figures; ``None`` where no report gives a number of dead."""

    ucdp: UcdpEstimate | None
    acled: AcledEstimate | None
    range: RangeEstimate | None


@dataclass(frozen=True, slots=True)
class Position:
    """What one voice says to a question about an incident, and the words."""

    by: str
    says: str
    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Account:
    """A question about an incident with every voice's answer; ``contested`` where the answers exclude each other."""

    question: str
    positions: tuple[Position, ...]
    contested: bool


@dataclass(frozen=True, slots=True)
class TruceStep:
    """One step of a truce: ``by`` whom it is told or alleged, ``against`` whom an alleged violation is."""

    kind: Literal["declared", "in_effect", "violation", "denied", "ended", "renewed"]
    day: datetime.date | None
    by: str | None
    against: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class IncidentCeasefire:
    """The truce of an incident in the variables of the ETH/PRIO ceasefire data, each step with its evidence."""

    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    declared: datetime.date | None
    in_effect: datetime.date | None
    ended: datetime.date | None
    status: TruceStatus
    violations: tuple[TruceStep, ...]
    steps: tuple[TruceStep, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident and what its reports say of it.

    ``reports`` are the ids of all reports that tell of it, ``main_reports`` of those whose main news it is; ``voices``
    counts near-copies once. ``events`` are the event mentions, as (report id, event id).
    """

    id: str
    title: str
    types: tuple[EventType, ...]
    start: datetime.date | None
    end: datetime.date | None
    place: IncidentPlace | None
    sides: tuple[str, ...]
    reports: tuple[str, ...]
    main_reports: tuple[str, ...]
    voices: int
    events: tuple[tuple[str, str], ...]
    background: bool
    figures: tuple[Toll, ...]
    estimates: Estimates
    accounts: tuple[Account, ...]
    ceasefire: IncidentCeasefire | None
