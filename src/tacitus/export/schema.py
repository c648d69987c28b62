"""The output contract of a coding as pydantic models, from which its JSON Schema is made."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from tacitus.model.actor import ActorKind
from tacitus.model.check import Verdict
from tacitus.model.claim import Stance
from tacitus.model.figure import FigureKind, GroupType

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Id = Annotated[str, Field(min_length=1)]
ActorId = Annotated[str, Field(min_length=1, description="An id in actors.")]
People = Annotated[int, Field(ge=0)]
Confidence = Annotated[float, Field(ge=0, le=1)]


class _Contract(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class SpanModel(_Contract):
    """A half-open range of characters: text[start:end] are the very words."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]


class ReportModel(_Contract):
    """The report as it was read; every span counts characters of its text."""

    id: Id
    text: Annotated[str, Field(min_length=1)]
    title: str | None
    published: Annotated[date | None, Field(description="Day of publication (ISO).")]
    outlet: str | None
    url: str | None
    language: Annotated[str, Field(description="ISO 639-1 code.")]


class ActorModel(_Contract):
    """A person, organisation, state, armed group or population."""

    id: Id
    name: Annotated[str, Field(min_length=1)]
    kind: ActorKind
    side: Annotated[str | None, Field(description="ISO 3166-1 alpha-3 code of the state, else the group's short name.")]
    sector: Annotated[str | None, Field(description="PLOVER sector code.")]
    role: Annotated[str | None, Field(description="Title or description in the report's words.")]
    mentions: list[SpanModel]


class ClaimModel(_Contract):
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


class GroupModel(_Contract):
    """Whose people a figure counts."""

    side: str | None
    type: GroupType
    actor: ActorId | None


class FigureModel(_Contract):
    """A number of people of one kind, as one speaker or the report itself states it; a null bound is open."""

    id: Id
    kind: FigureKind
    low: People | None
    best: Annotated[People | None, Field(description="The number to use.")]
    high: People | None
    group: GroupModel
    by: Annotated[ActorId | None, Field(description="Who states it; null is the report's own voice.")]
    claim: Annotated[Id | None, Field(description="The claim that holds it: an id in claims.")]
    event: Id | None
    background: Annotated[bool, Field(description="History, not news.")]
    denied: Annotated[bool, Field(description="The speaker denies the number.")]
    revises: Annotated[People | None, Field(description="The earlier number that this one replaces.")]
    span: SpanModel
    confidence: Confidence


class CheckModel(_Contract):
    """A comparison of figures of the report; figure and parts are ids in figures."""

    kind: Literal["total"]
    figure: Id
    parts: list[Id]
    verdict: Verdict
    detail: Annotated[str, Field(description="The sum in words.")]


class CodingModel(_Contract):
    """The coding of one report."""

    report: ReportModel
    actors: list[ActorModel]
    claims: list[ClaimModel]
    figures: list[FigureModel]
    checks: list[CheckModel]


def coding_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``Coding.to_dict`` gives."""
    schema = CodingModel.model_json_schema(mode="validation")
    return {"$schema": DIALECT, **schema, "title": "Tacitus coding"}
