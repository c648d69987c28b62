"""The JSON form of an annotated report, checked by pydantic; keys and words are those of the corpus."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt

from tacitus.evaluate.annotation import OptionalPart
from tacitus.model import EventType, FigureKind, GroupType, Stance

Words = Annotated[str, Field(min_length=1)]
StatusWords = Literal["announced", "in force", "in_force", "violated", "collapsed", "denied"]


class _Item(BaseModel):
    # A misspelt key would otherwise pass for a value that the annotator left out.
    model_config = ConfigDict(extra="forbid", strict=True)


class ClaimRecord(_Item):
    """An item of ``claims``."""

    speaker: Words
    side: str | None
    stance: Stance
    content: Words
    source: str | None = None
    cue: str | None = None


class FigureRecord(_Item):
    """An item of ``figures``."""

    kind: FigureKind
    low: NonNegativeInt | None
    best: NonNegativeInt | None
    high: NonNegativeInt | None
    group_side: str | None
    group_type: GroupType
    by: str | None
    background: bool
    quote: Words
    group_words: str | None = None


class EventRecord(_Item):
    """An item of ``events``."""

    type: EventType
    actors: list[Words]
    recipients: list[Words]
    background: bool
    denied: bool
    quote: Words


class DateRecord(_Item):
    """An item of ``dates``."""

    quote: Words
    start: datetime.date
    end: datetime.date


class PlaceRecord(_Item):
    """An item of ``places``."""

    quote: Words
    country: Words | None
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]


class CeasefireRecord(_Item):
    """An item of ``ceasefires``."""

    parties: list[Words]
    mediators: list[Words]
    date: datetime.date | None
    status: StatusWords
    alleged_violators: list[Words]


class GoldRecord(BaseModel):
    """A whole file; a part that may be left out is ``None`` where it was not annotated."""

    model_config = ConfigDict(extra="ignore", strict=True)

    id: Words
    text: Words
    title: str | None = None
    outlet: str | None = None
    published: datetime.date | None = None
    group: str | None = None
    claims: list[ClaimRecord]
    figures: list[FigureRecord]
    events: list[EventRecord] | None = None
    dates: list[DateRecord] | None = None
    places: list[PlaceRecord] | None = None
    ceasefires: list[CeasefireRecord] | None = None
    incidents: list[str] = []

    def absent(self) -> frozenset[OptionalPart]:
        """The parts that were not annotated."""
        parts: dict[OptionalPart, object] = {
            "events": self.events,
            "dates": self.dates,
            "places": self.places,
            "ceasefires": self.ceasefires,
        }
        return frozenset(name for name, items in parts.items() if items is None)
