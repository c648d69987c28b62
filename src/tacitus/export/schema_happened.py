"""The output contract of what happened, where and when: events, places, dates, territory, relations, ceasefires."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from tacitus.export.schema_base import (
    ActorId,
    ClaimId,
    Confidence,
    Contract,
    Edtf,
    Id,
    PlaceId,
    Side,
    SpanModel,
)
from tacitus.model.ceasefire import CeasefireStatus
from tacitus.model.event import Aspect, EventType
from tacitus.model.place import PlacePrecision
from tacitus.model.territory import RelationKind
from tacitus.model.when import DatePrecision

_HOUR = r"^\d\d:\d\d([+-]\d\d:\d\d|Z)?$"


class EventModel(Contract):
    """A PLOVER event as the report tells it; two-sided violence lists both sides as actors."""

    id: Id
    type: EventType
    mode: Annotated[str | None, Field(description="PLOVER mode of the type.")]
    actors: list[ActorId]
    recipients: list[ActorId]
    place: PlaceId | None
    date: Annotated[Edtf | None, Field(description="Day or interval (EDTF); null where the report does not tell.")]
    start: Annotated[datetime.date | None, Field(description="First day (ISO).")]
    end: Annotated[datetime.date | None, Field(description="Last day (ISO).")]
    aspect: Annotated[Aspect, Field(description="Only actual events are told to have happened.")]
    background: Annotated[bool, Field(description="History, not news.")]
    claims: Annotated[list[ClaimId], Field(description="The claims that tell of it; empty is the report's own voice.")]
    trigger: Annotated[SpanModel, Field(description="The word that names the happening.")]
    evidence: Annotated[SpanModel, Field(description="Its clause.")]
    also: Annotated[list[SpanModel], Field(description="Clauses that tell of the same happening again.")]
    rule: Annotated[str, Field(description="What found it.")]
    confidence: Confidence


class PlaceModel(Contract):
    """A place that the report names; its point is null where unknown."""

    id: Id
    name: Annotated[str, Field(min_length=1)]
    country: Annotated[
        str | None,
        Field(
            pattern=r"^[A-Z]{3}$", description="ISO 3166-1 alpha-3 code of the state that it is recognised to be in."
        ),
    ]
    admin1: Annotated[str | None, Field(description="Its province.")]
    lat: Annotated[float | None, Field(ge=-90, le=90, description="Degrees north (WGS 84).")]
    lon: Annotated[float | None, Field(ge=-180, le=180, description="Degrees east (WGS 84).")]
    geonames_id: Annotated[int | None, Field(ge=1)]
    precision: Annotated[PlacePrecision, Field(description="What the point stands for.")]
    mentions: Annotated[list[SpanModel], Field(description="In order of the text.")]


class DateModel(Contract):
    """An expression of time and the days that it means, counted from the day of publication where it is relative."""

    span: SpanModel
    edtf: Annotated[Edtf | None, Field(description="Null where a relative expression has no day to count from.")]
    start: Annotated[datetime.date | None, Field(description="First day (ISO); null is open or unknown.")]
    end: Annotated[datetime.date | None, Field(description="Last day (ISO); null is open or unknown.")]
    precision: DatePrecision
    time: Annotated[str | None, Field(pattern=_HOUR, description="The hour as told, with UTC offset where known.")]


class TerritoryModel(Contract):
    """What the report says of whose a place is; null or empty where the words do not tell."""

    place: Annotated[str, Field(min_length=1, description="The place's name.")]
    place_id: PlaceId | None
    recognised_part_of: Side | None
    populated_by: Annotated[str | None, Field(description="A side or the name of a people.")]
    controlled_by: Side | None
    claimed_by: list[Side]
    evidence: SpanModel


class RelationModel(Contract):
    """How side a stands to side b; backs, mediates and peacekeeping run from a to b, the others both ways."""

    a: Side
    b: Side
    kind: RelationKind
    evidence: SpanModel


class ViolationModel(Contract):
    """An alleged breach of a truce."""

    by: Annotated[Side | None, Field(description="The side accused.")]
    alleged_by: Annotated[Side | None, Field(description="Who says so; null is the report's own voice.")]
    claim: ClaimId | None


class CeasefireModel(Contract):
    """A truce that the report tells of, and where the report as a whole leaves it."""

    id: Id
    parties: list[Side]
    mediators: list[Side]
    date: Annotated[datetime.date | None, Field(description="The day of effect (ISO).")]
    hour: Annotated[str | None, Field(pattern=_HOUR, description="The hour of effect, with UTC offset where known.")]
    status: CeasefireStatus
    violations: list[ViolationModel]
    background: Annotated[bool, Field(description="History, not news.")]
    evidence: SpanModel
