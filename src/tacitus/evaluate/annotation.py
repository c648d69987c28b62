"""What a careful coder wrote down for one report."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from tacitus.model import Bounds, CeasefireStatus, EventType, FigureKind, GroupType, Report, Stance

OptionalPart = Literal["events", "dates", "places", "ceasefires"]

REPORT_VOICE = "report"
"""What ``GoldFigure.by`` says where the report itself states the number."""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim: ``content`` holds the verbatim words, ``speaker`` a name or description and never a pronoun.

    ``source`` and ``cue``, where annotated, are the verbatim words that name the speaker and attribute there.
    """

    speaker: str
    side: str | None
    stance: Stance
    content: str
    source: str | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """One statement of a number of people, ``quote`` its verbatim words.

    ``by`` is the side (else the name) of whoever states it, ``"report"`` for the report's own voice, ``None`` where
    unknown. ``group_words``, where annotated, are the verbatim words that tell whose people are counted.
    """

    kind: FigureKind
    bounds: Bounds
    group_side: str | None
    group_type: GroupType
    by: str | None
    background: bool
    quote: str
    group_words: str | None = None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One telling of a happening, ``quote`` its verbatim words; ``actors`` and ``recipients`` are sides, else names."""

    type: EventType
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    background: bool
    denied: bool
    quote: str


@dataclass(frozen=True, slots=True)
class GoldDate:
    """One expression of time, ``quote`` its verbatim words, and the first and the last day that it means."""

    quote: str
    start: datetime.date
    end: datetime.date


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """One place, ``quote`` verbatim words that name it; ``country`` is ISO 3166-1 alpha-3, the point in degrees."""

    quote: str
    country: str | None
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class GoldCeasefire:
    """One truce; ``parties``, ``mediators`` and ``alleged_violators`` are sides, ``date`` the day of effect."""

    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    date: datetime.date | None
    status: CeasefireStatus
    alleged_violators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated report. Reports with one ``group`` tell of the same incidents.

    ``absent`` names the parts that were not annotated, and that are therefore not scored.
    """

    id: str
    text: str
    title: str | None
    outlet: str | None
    published: datetime.date | None
    group: str | None
    claims: tuple[GoldClaim, ...]
    figures: tuple[GoldFigure, ...]
    events: tuple[GoldEvent, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    places: tuple[GoldPlace, ...] = ()
    ceasefires: tuple[GoldCeasefire, ...] = ()
    incidents: tuple[str, ...] = ()
    absent: frozenset[OptionalPart] = frozenset()

    @property
    def report(self) -> Report:
        """The report without its annotation, as it is given to the coder."""
        return Report(id=self.id, text=self.text, title=self.title, published=self.published, outlet=self.outlet)

    @property
    def sides(self) -> frozenset[str]:
        """Every side that the annotation gives to a speaker or to a counted group."""
        spoken = {claim.side for claim in self.claims if claim.side is not None}
        return frozenset(spoken | {figure.group_side for figure in self.figures if figure.group_side is not None})
