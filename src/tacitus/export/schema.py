"""The output contract of a coding as pydantic models, from which its JSON Schema is made."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from tacitus.export.schema_base import Contract, Id
from tacitus.export.schema_happened import (
    CeasefireModel,
    DateModel,
    EventModel,
    PlaceModel,
    RelationModel,
    TerritoryModel,
)
from tacitus.export.schema_said import ActorModel, CheckModel, ClaimModel, FigureModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class ReportModel(Contract):
    """The report as it was read; every span counts characters of its text."""

    id: Id
    text: Annotated[str, Field(min_length=1)]
    title: str | None
    published: Annotated[date | None, Field(description="Day of publication (ISO).")]
    outlet: str | None
    url: str | None
    language: Annotated[str, Field(description="ISO 639-1 code.")]


class CodingModel(Contract):
    """The coding of one report."""

    report: ReportModel
    actors: list[ActorModel]
    claims: list[ClaimModel]
    events: list[EventModel]
    figures: list[FigureModel]
    places: list[PlaceModel]
    dates: list[DateModel]
    territories: list[TerritoryModel]
    relations: list[RelationModel]
    ceasefires: list[CeasefireModel]
    checks: list[CheckModel]
    warnings: Annotated[list[str], Field(description="What could not be coded, and why.")]


def coding_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``Coding.to_dict`` gives."""
    schema = CodingModel.model_json_schema(mode="validation")
    return {"$schema": DIALECT, **schema, "title": "Tacitus coding"}
