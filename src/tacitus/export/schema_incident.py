"""The output contract of incidents as pydantic models, from which its JSON Schema is made."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, RootModel

from tacitus.export.schema import DIALECT
from tacitus.export.schema_base import Contract, Id, Side, SpanModel
from tacitus.model import EventType, FigureKind, GroupType, PlacePrecision
from tacitus.model.incident import Grade, Standing, TruceStatus

Day = date | None
Count = Annotated[int, Field(ge=0)]
Voice = Annotated[str, Field(min_length=1, description='A side, else a name; "report" for the reports\' own voice.')]


class SourceModel(Contract):
    """Words of a report that a value rests on."""

    report: Id
    span: SpanModel


class IncidentPlaceModel(Contract):
    """Where it happened; degrees are WGS 84."""

    name: Annotated[str, Field(min_length=1)]
    country: Side | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision


class StatedModel(Contract):
    """A number as one report gives it; null is open."""

    published: Day
    low: Count | None
    best: Count | None
    high: Count | None
    superseded: Annotated[bool, Field(description="The same claimant gave a later one, or the report replaces it.")]
    denied: bool
    report: Id
    span: SpanModel
    words: str
    part: Annotated[bool, Field(description="It counts some of those whom another number of the claimant counts.")]
    background: bool


class TollModel(Contract):
    """All that one claimant stated of one kind of harm to one side's people, in order."""

    kind: FigureKind
    side: Side | None
    group_type: GroupType
    by: Voice
    standing: Standing
    history: Annotated[list[StatedModel], Field(min_length=1)]
    affiliated: Annotated[bool, Field(description="Whether the claimant is a side or has one.")]


class BoundsModel(Contract):
    """Low, best and high; null is open."""

    low: Count
    best: Count
    high: Count | None


class RangeModel(BoundsModel):
    """Low, best and high of people whose side is not asked."""

    side: Side | None


class UcdpKilledModel(BoundsModel):
    """The dead by UCDP GED: of each side, and in its columns."""

    by_side: dict[str, BoundsModel]
    why: str
    sources: list[SourceModel]
    combatants: dict[str, BoundsModel]
    civilians: RangeModel | None
    unknown: RangeModel | None


class UcdpModel(Contract):
    """What UCDP GED keeps."""

    killed: UcdpKilledModel


class AcledModel(Contract):
    """What ACLED keeps: one number."""

    fatalities: Count
    why: str
    sources: list[SourceModel]
    disputed: bool


class RecorderModel(Contract):
    """What casualty recorders keep: minimum, maximum and grade of the civilian dead."""

    min: Count
    max: Count | None
    grade: Grade
    why: str
    sources: list[SourceModel]


class EstimatesModel(Contract):
    """What each codebook makes of the numbers; null where nobody gives one that it counts."""

    ucdp: UcdpModel | None
    acled: AcledModel | None
    range: RecorderModel | None


class PositionModel(Contract):
    """What one voice says, in the very words."""

    by: Voice
    says: str
    report: Id
    span: SpanModel


class AccountModel(Contract):
    """A question about the incident and every voice's answer."""

    question: str
    positions: Annotated[list[PositionModel], Field(min_length=1)]
    contested: Annotated[bool, Field(description="Whether two answers exclude each other.")]


class StepModel(Contract):
    """A step of a truce: by whom it is told or alleged, against whom an alleged violation is."""

    kind: Literal["declared", "in_effect", "violation", "denied", "ended", "renewed"]
    day: Day
    by: Voice | None
    against: Side | None
    source: SourceModel


class IncidentCeasefireModel(Contract):
    """The truce in the variables of the ETH/PRIO ceasefire data."""

    parties: list[Side]
    mediators: list[Side]
    declared: Day
    in_effect: Day
    ended: Day
    status: TruceStatus
    violations: list[StepModel]
    steps: list[StepModel]


class IncidentModel(Contract):
    """One incident and what its reports say of it."""

    id: Id
    title: str
    types: list[EventType]
    start: Day
    end: Day
    place: IncidentPlaceModel | None
    sides: list[Side]
    reports: Annotated[list[Id], Field(min_length=1)]
    main_reports: list[Id]
    voices: Annotated[int, Field(ge=1, description="Reports that are no near-copies of another.")]
    events: Annotated[list[tuple[Id, Id]], Field(description="Event mentions: the id of the report and of the event.")]
    background: bool
    figures: list[TollModel]
    estimates: EstimatesModel
    accounts: list[AccountModel]
    ceasefire: IncidentCeasefireModel | None


class IncidentsModel(RootModel[list[IncidentModel]]):
    """What ``tacitus incidents --format json`` writes."""


def incidents_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a list of what ``incident_to_dict`` gives."""
    schema = IncidentsModel.model_json_schema(mode="validation")
    return {"$schema": DIALECT, **schema, "title": "Tacitus incidents"}
