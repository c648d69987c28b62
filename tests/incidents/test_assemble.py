"""Incidents put together from linked reports, and their JSON form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tacitus.evaluate.gold import gold_reports
from tacitus.evaluate.gold_coding import gold_coding
from tacitus.export.schema_incident import IncidentsModel, incidents_schema
from tacitus.incidents.assemble import build_incident, incident_to_dict
from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.link import Linked, link
from tacitus.model import Coding
from tacitus.model.incident import Incident
from tests.dispatches import Dispatch

ROOT = Path(__file__).resolve().parents[2]


def clash(id: str, day: int, dead: int) -> Coding:
    text = f"ARM accused AZE of shelling Jermuk on Tuesday. {dead} soldiers were killed, ARM said."
    report = Dispatch(id, text, date(2022, 9, day)).at("p1", "Jermuk", 39.84, 45.67)
    report.says("ARM", "AZE of shelling Jermuk", stance="accuse", cue="accused")
    report.happens("AZE of shelling Jermuk", actors=("AZE",), recipients=("ARM",), day=date(2022, 9, 13), place="p1")
    return report.counts(f"{dead} soldiers", dead, side="ARM", by="ARM").coding


def build(*codings: Coding) -> Incident:
    (linked,) = link(map(linkable, codings))
    return build_incident(linked, {coding.report.id: coding for coding in codings}, voices=1)


def test_reports_of_one_clash_become_one_incident() -> None:
    incident = build(clash("r2", 14, 105), clash("r1", 13, 49))
    assert incident.reports == ("r1", "r2")
    assert incident.voices == 1
    assert incident.sides == ("ARM", "AZE")
    (toll,) = incident.figures
    assert [(stated.best, stated.superseded) for stated in toll.history] == [(49, True), (105, False)]
    assert incident.estimates.acled is not None
    assert incident.estimates.acled.fatalities == 105
    assert [account.question for account in incident.accounts] == ["Who is responsible?"]
    assert incident.ceasefire is None


def test_a_missing_coding_is_an_error() -> None:
    coding = clash("r1", 13, 49)
    (linked,) = link([linkable(coding)])
    with pytest.raises(KeyError):
        build_incident(linked, {})


def test_the_json_form_has_the_keys_of_the_contract() -> None:
    shown = json.loads(json.dumps(incident_to_dict(build(clash("r1", 13, 49)))))
    assert shown["start"] == "2022-09-13"
    assert shown["events"] == [["r1", "e1"]]
    assert shown["estimates"]["ucdp"]["killed"]["by_side"] == {"ARM": {"low": 49, "best": 49, "high": 49}}
    assert shown["figures"][0]["history"][0]["span"].keys() == {"start", "end"}


@pytest.fixture(scope="module")
def sampled() -> Mapping[str, Coding]:
    codings = (gold_coding(gold) for gold in gold_reports(ROOT / "samples"))
    return {coding.report.id: coding for coding in codings}


@pytest.fixture(scope="module")
def linked(sampled: Mapping[str, Coding]) -> list[Linked]:
    return link(map(linkable, sampled.values()))


def test_sample_incidents_satisfy_the_schema(sampled: Mapping[str, Coding], linked: list[Linked]) -> None:
    shown = [incident_to_dict(build_incident(one, sampled)) for one in linked]
    assert len(IncidentsModel.model_validate_json(json.dumps(shown)).root) == len(linked) > 1


def test_every_value_of_a_sample_points_to_its_words(sampled: Mapping[str, Coding], linked: list[Linked]) -> None:
    for one in linked:
        incident = build_incident(one, sampled)
        for toll in incident.figures:
            for stated in toll.history:
                assert stated.span.words(sampled[stated.report].report.text) == stated.words
        for account in incident.accounts:
            for position in account.positions:
                assert position.span.words(sampled[position.report].report.text) == position.says


def test_the_published_schema_is_up_to_date() -> None:
    published = json.loads((ROOT / "docs" / "incident.schema.json").read_text(encoding="utf-8"))
    assert published == incidents_schema()
