"""The output contract as it is read back to be scored: what is scored must be there, the rest may be left out."""

from __future__ import annotations

import datetime

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt

from tacitus.model import (
    ActorKind,
    Aspect,
    CeasefireStatus,
    EventType,
    FigureKind,
    GroupType,
    PlacePrecision,
    Span,
    Stance,
)
from tacitus.model.when import DatePrecision


class _Record(BaseModel):
    # Other systems need not fill the rest of the contract, and may add to it.
    model_config = ConfigDict(extra="ignore", strict=True)


class SpanRecord(_Record):
    """A range of characters."""

    start: int
    end: int

    def span(self) -> Span:
        """The range.

        Raises:
            ValueError: it is empty or starts before the text.
        """
        return Span(self.start, self.end)


class ReportRecord(_Record):
    """What tells which report was coded."""

    id: str


class ActorRecord(_Record):
    """An item of ``actors``."""

    id: str
    name: str
    kind: ActorKind = "organization"
    side: str | None = None
    role: str | None = None
    mentions: list[SpanRecord] = []
    members: list[str] = []


class ClaimRecord(_Record):
    """An item of ``claims``."""

    id: str = ""
    speaker: str | None = None
    source: SpanRecord | None = None
    stance: Stance
    content: list[SpanRecord]


class GroupRecord(_Record):
    """Whose people a figure counts."""

    side: str | None = None
    type: GroupType = "any"


class FigureRecord(_Record):
    """An item of ``figures``."""

    id: str = ""
    kind: FigureKind
    low: NonNegativeInt | None
    best: NonNegativeInt | None
    high: NonNegativeInt | None
    group: GroupRecord
    by: str | None = None
    background: bool = False
    denied: bool = False
    span: SpanRecord


class EventRecord(_Record):
    """An item of ``events``; a system that marks no trigger has the whole evidence for it."""

    id: str = ""
    type: EventType
    mode: str | None = None
    actors: list[str] = []
    recipients: list[str] = []
    aspect: Aspect = "actual"
    background: bool = False
    trigger: SpanRecord | None = None
    evidence: SpanRecord
    also: list[SpanRecord] = []
    rule: str = ""


class DateRecord(_Record):
    """An item of ``dates``."""

    span: SpanRecord
    edtf: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    precision: DatePrecision = "day"


class PlaceRecord(_Record):
    """An item of ``places``."""

    id: str = ""
    name: str = ""
    country: str | None = None
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    precision: PlacePrecision = "settlement"
    mentions: list[SpanRecord] = []


class ViolationRecord(_Record):
    """An alleged breach of a truce."""

    by: str | None = None
    alleged_by: str | None = None


class CeasefireRecord(_Record):
    """An item of ``ceasefires``."""

    id: str = ""
    parties: list[str] = []
    mediators: list[str] = []
    date: datetime.date | None = None
    status: CeasefireStatus
    violations: list[ViolationRecord] = []
    background: bool = False
    evidence: SpanRecord


class CodingRecord(_Record):
    """The coding of one report; a part that is not there is empty."""

    report: ReportRecord
    actors: list[ActorRecord] = []
    claims: list[ClaimRecord] = []
    events: list[EventRecord] = []
    figures: list[FigureRecord] = []
    places: list[PlaceRecord] = []
    dates: list[DateRecord] = []
    ceasefires: list[CeasefireRecord] = []
