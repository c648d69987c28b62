from __future__ import annotations

import copy
import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel

from tacitus.export import schema as contract
from tacitus.export import schema_base, schema_happened, schema_said
from tacitus.export.schema import coding_schema
from tacitus.model import (
    Actor,
    Bounds,
    Ceasefire,
    Check,
    Claim,
    Coding,
    DateExpression,
    Event,
    Figure,
    Group,
    Place,
    Relation,
    Report,
    Span,
    Territory,
    Violation,
)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = coding_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def as_json(coding: Coding) -> Any:
    return json.loads(json.dumps(coding.to_dict()))


def test_a_full_coding_keeps_to_the_schema(validator: jsonschema.Draft202012Validator, coding: Coding) -> None:
    validator.validate(as_json(coding))


def test_a_coding_with_every_part_keeps_to_the_schema(validator: jsonschema.Draft202012Validator, full: Coding) -> None:
    validator.validate(as_json(full))


def test_an_empty_coding_keeps_to_the_schema(validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(as_json(Coding(Report("r", "Nothing."))))


def test_open_bounds_keep_to_the_schema(validator: jsonschema.Draft202012Validator, report: Report) -> None:
    figure = Figure(
        "f",
        "missing",
        Bounds(None, None, None),
        Group(None, "any", None),
        None,
        None,
        None,
        False,
        False,
        7,
        Span(0, 3),
        1,
    )
    validator.validate(as_json(Coding(report, figures=(figure,))))


def _set(path: str, value: object) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        for step in steps:
            data = data[step]
        data[last] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set("people", []),
        _set("report.extra", 1),
        _set("report.published", "14 September"),
        _set("report.text", ""),
        _set("actors.0.kind", "robot"),
        _set("actors.0.members", None),
        _set("actors.0.members", [""]),
        _set("claims.0.stance", "hint"),
        _set("claims.0.content", []),
        _set("claims.0.confidence", 1.2),
        _set("claims.0.quoted", "yes"),
        _set("claims.0.said", 5),
        _set("figures.0.kind", "lost"),
        _set("figures.0.low", -1),
        _set("figures.0.best", 49.5),
        _set("figures.0.group.type", "soldiers"),
        _set("figures.0.span", None),
        _set("figures.0.span.start", -1),
        _set("checks.0.verdict", "fine"),
        lambda data: data["figures"][0].pop("denied"),
        lambda data: data.pop("checks"),
    ],
)
def test_whatever_strays_from_the_contract_is_refused(
    validator: jsonschema.Draft202012Validator, coding: Coding, change: Callable[[Any], None]
) -> None:
    data = copy.deepcopy(as_json(coding))
    change(data)
    assert not validator.is_valid(data)


@pytest.mark.parametrize(
    "change",
    [
        _set("events.0.type", "FIGHT"),
        _set("events.0.aspect", "true"),
        _set("events.0.date", ""),
        _set("events.0.start", "Tuesday"),
        _set("events.0.trigger", None),
        _set("events.0.background", None),
        _set("places.0.country", "Armenia"),
        _set("places.0.lat", 91),
        _set("places.0.precision", "village"),
        _set("dates.0.precision", "moment"),
        _set("dates.1.time", "nine"),
        _set("territories.0.claimed_by", "ARM"),
        _set("relations.0.kind", "friendly"),
        _set("ceasefires.0.status", "in force"),
        _set("ceasefires.0.violations.0.alleged_by", 5),
        _set("checks.0.kind", "sum"),
        _set("warnings", [1]),
        lambda data: data["events"][0].pop("rule"),
        lambda data: data.pop("warnings"),
    ],
)
def test_so_is_what_strays_in_the_parts_on_what_happened(
    validator: jsonschema.Draft202012Validator, full: Coding, change: Callable[[Any], None]
) -> None:
    data = copy.deepcopy(as_json(full))
    change(data)
    assert not validator.is_valid(data)


@pytest.mark.parametrize(
    ("record", "model"),
    [
        (Report, contract.ReportModel),
        (Actor, schema_said.ActorModel),
        (Claim, schema_said.ClaimModel),
        (Group, schema_said.GroupModel),
        (Figure, schema_said.FigureModel),
        (Check, schema_said.CheckModel),
        (Event, schema_happened.EventModel),
        (Place, schema_happened.PlaceModel),
        (DateExpression, schema_happened.DateModel),
        (Territory, schema_happened.TerritoryModel),
        (Relation, schema_happened.RelationModel),
        (Violation, schema_happened.ViolationModel),
        (Ceasefire, schema_happened.CeasefireModel),
        (Span, schema_base.SpanModel),
        (Coding, contract.CodingModel),
    ],
)
def test_the_schema_has_the_keys_of_the_records_in_their_order(record: type, model: type[BaseModel]) -> None:
    names = [field.name for field in dataclasses.fields(record)]
    if "bounds" in names:
        at = names.index("bounds")
        names[at : at + 1] = ["low", "best", "high"]
    assert list(model.model_fields) == names


def test_the_published_schema_is_up_to_date(repository: Path) -> None:
    published = json.loads((repository / "docs" / "coding.schema.json").read_text(encoding="utf-8"))
    assert published == coding_schema(), "run make docs"
