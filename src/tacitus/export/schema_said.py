"""The output contract of what is said: actors, claims, figures, checks."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from tacitus.export.schema_base import (
    ActorId,
    ClaimId,
    Confidence,
    Contract,
    EventId,
    FigureId,
    Id,
    Side,
    SpanModel,
)
from tacitus.model.actor import ActorKind
from tacitus.model.check import CheckKind, Verdict
from tacitus.model.claim import Stance
from tacitus.model.figure import FigureKind, GroupType

People = Annotated[int, Field(ge=0)]


class ActorModel(Contract):
    """A person, organisation, state, armed group or population."""

    id: Id
    name: Annotated[str, Field(min_length=1)]
    kind: ActorKind
    side: Side | None
    sector: Annotated[str | None, Field(description="PLOVER sector code.")]
    role: Annotated[str | None, Field(description="Title or description in the report's words.")]
    mentions: list[SpanModel]
    members: Annotated[list[ActorId], Field(description="Whom a phrase for several means: ids in actors.")]


class ClaimModel(Contract):
    """What a speaker is reported to have said."""

    id: Id
    speaker: Annotated[ActorId | None, Field(description="Who says it; null where the report names nobody.")]
    source: Annotated[SpanModel | None, Field(description="The words that name the speaker at this place.")]
    chain: Annotated[list[ActorId], Field(description="Through whom the claim came, outermost first.")]
    cue: Annotated[SpanModel | None, Field(description="The words that attribute.")]
    stance: Stance
    said: Annotated[date | None, Field(description="The day it was said (ISO), where the report tells.")]
    quoted: bool
    content: Annotated[list[SpanModel], Field(min_length=1, description="The words attributed, in order.")]
    confidence: Confidence


class GroupModel(Contract):
    """Whose people a figure counts."""

    side: Side | None
    type: GroupType
    actor: ActorId | None


class FigureModel(Contract):
    """A number of people of one kind, as one speaker or the report itself states it; a null bound is open."""

    id: Id
    kind: FigureKind
    low: People | None
    best: Annotated[People | None, Field(description="The number to use.")]
    high: People | None
    group: GroupModel
    by: Annotated[ActorId | None, Field(description="Who states it; null is the report's own voice.")]
    claim: Annotated[ClaimId | None, Field(description="The claim that holds it: an id in claims.")]
    event: Annotated[EventId | None, Field(description="The event that it tells the toll of: an id in events.")]
    background: Annotated[bool, Field(description="History, not news.")]
    denied: Annotated[bool, Field(description="The speaker denies the number.")]
    revises: Annotated[People | None, Field(description="The earlier number that this one replaces.")]
    span: SpanModel
    confidence: Confidence


class CheckModel(Contract):
    """A comparison of what the report states: a total with its parts, two dates, a truce with the fighting after it."""

    kind: CheckKind
    figure: Annotated[FigureId | None, Field(description="The total; null where dates or a truce are compared.")]
    parts: Annotated[list[FigureId], Field(description="The figures that it is compared with.")]
    verdict: Verdict
    detail: Annotated[str, Field(description="The comparison in words.")]
    events: Annotated[list[EventId], Field(description="The events compared, by dates or with a truce.")]
