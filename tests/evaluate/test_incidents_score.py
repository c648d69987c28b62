from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tacitus.errors import GoldError
from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.gold_incidents import GoldIncident, GoldToll, gold_incidents, main_incidents, same_incidents
from tacitus.evaluate.incidents_score import b_cubed, last_tolls, score_incidents
from tacitus.model import Span
from tacitus.model.incident import Estimates, Incident, StatedFigure, Toll

DAY = date(2022, 9, 14)


def toll(side: str | None, by: str, *numbers: int, denied: int | None = None, superseded: int | None = None) -> Toll:
    history = tuple(
        StatedFigure(DAY, n, n, n, superseded=n == superseded, denied=n == denied, report="r1", span=Span(0, 1))
        for n in numbers
    )
    return Toll("killed", side, "military", by, "own", history)


def incident(id: str, reports: tuple[str, ...], *tolls: Toll, background: bool = False) -> Incident:
    return Incident(
        id=id,
        title="News",
        types=("ASSAULT",),
        start=DAY,
        end=DAY,
        place=None,
        sides=("ARM", "AZE"),
        reports=reports,
        main_reports=reports,
        voices=len(reports),
        events=(),
        background=background,
        figures=tolls,
        estimates=Estimates(None, None, None),
        accounts=(),
        ceasefire=None,
    )


def gold(*tolls: GoldToll) -> GoldIncident:
    return GoldIncident("i1", "Clash", DAY, DAY, "ARM", 39.8, 45.7, ("ARM", "AZE"), tolls)


def series(side: str, by: str, *numbers: int) -> GoldToll:
    return GoldToll(side, by, tuple((DAY, n) for n in numbers))


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        ({"a": "1", "b": "1", "c": "2"}, 1.0, 1.0),
        ({"a": "1", "b": "1", "c": "1"}, 5 / 9, 1.0),
        ({}, 1.0, 2 / 3),
        ({"a": "1", "b": "2", "c": "1"}, 2 / 3, 2 / 3),
    ],
)
def test_b_cubed_weighs_every_report(found: dict[str, str], precision: float, recall: float) -> None:
    score = b_cubed({"a": "x", "b": "x", "c": "y"}, found)
    assert (score.precision, score.recall) == (pytest.approx(precision), pytest.approx(recall))
    assert score.f1 == pytest.approx(2 * precision * recall / (precision + recall))


@pytest.mark.parametrize(
    ("wanted", "coded", "right"),
    [
        (series("ARM", "ARM", 49, 105), toll("ARM", "ARM", 49, 105), 1),
        (series("ARM", "ARM", 49, 105), toll("ARM", "ARM", 49), 0),
        (series("ARM", "ARM", 49), toll("ARM", "ARM", 49, 105, denied=105), 1),
        (series("ARM", "ARM", 105), toll("ARM", "ARM", 105, 49, superseded=49), 1),
        (series("ARM", "AZE", 49), toll("ARM", "ARM", 49), 0),
        (series("AZE", "ARM", 49), toll("ARM", "ARM", 49), 0),
        (series("ARM", "report", 49), toll("ARM", "report", 49), 1),
        (series("ARM", "report", 49), toll("ARM", "ARM", 49), 0),
        (series("ARM", "doctors in Goris", 49), toll("ARM", "two doctors", 49), 1),
        (series("ARM", "ARM", 49), toll(None, "ARM", 49), 0),
    ],
)
def test_the_last_number_that_stands_counts(wanted: GoldToll, coded: Toll, right: int) -> None:
    accuracy = last_tolls(gold(wanted), [coded])
    assert (accuracy.right, accuracy.count) == (right, 1)


def test_tolls_are_looked_for_where_most_reports_of_the_incident_are() -> None:
    main = {"a": "i1", "b": "i1", "c": "i1"}
    found = [
        incident("x", ("a",), toll("ARM", "ARM", 1)),
        incident("y", ("b", "c"), toll("ARM", "ARM", 49)),
        incident("z", ("a", "b", "c"), toll("ARM", "ARM", 7), background=True),
    ]
    score = score_incidents(main, [gold(series("ARM", "ARM", 49))], found)
    assert score.last_toll.value == 1.0
    assert score.grouping.reports == 3
    assert score.grouping.precision == 1.0


def test_an_incident_that_was_not_found_counts_as_missed() -> None:
    score = score_incidents({"a": "i1"}, [gold(series("ARM", "ARM", 49))], [])
    assert (score.last_toll.right, score.last_toll.count) == (0, 1)


RECORD = {
    "title": "Clash",
    "start": "2022-09-13",
    "end": "2022-09-14",
    "country": "ARM",
    "lat": 39.8,
    "lon": 45.7,
    "sides": ["ARM", "AZE"],
    "killed": {"ARM": {"by": {"ARM": [["2022-09-14", 105], ["2022-09-13", 49]]}}},
}


def test_incidents_that_are_one_under_two_ids_are_read_as_one(tmp_path: Path) -> None:
    later = RECORD | {"end": "2022-09-20", "killed": {"ARM": {"by": {"ARM": [["2022-09-20", 207]]}}}}
    (tmp_path / "t01-incidents.json").write_text(json.dumps({"t01-i1": RECORD}))
    (tmp_path / "t03-incidents.json").write_text(json.dumps({"t03-i1": later}))
    (tmp_path / "same-incidents.json").write_text(json.dumps([["t01-i1", "t03-i1"]]))
    (found,) = gold_incidents(tmp_path)
    assert (found.id, found.end, found.killed[0].last) == ("t01-i1", date(2022, 9, 20), 207)
    assert [number for _, number in found.killed[0].history] == [49, 105, 207]
    reports = [
        Gold(id, "text", None, None, None, None, (), (), incidents=(main,))
        for id, main in (("r1", "t01-i1"), ("r2", "t03-i1"))
    ]
    assert main_incidents(reports, same_incidents(tmp_path)) == {"r1": "t01-i1", "r2": "t01-i1"}


def test_files_of_other_parts_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "t01-incidents.json").write_text(json.dumps({"t01-i1": RECORD}))
    (tmp_path / "t04-incidents.json").write_text("no JSON")
    assert [one.id for one in gold_incidents(tmp_path, part="train")] == ["t01-i1"]
    with pytest.raises(GoldError, match="t04-incidents"):
        gold_incidents(tmp_path)


def test_a_report_without_incidents_is_not_scored() -> None:
    assert main_incidents([Gold("r1", "text", None, None, None, None, (), ())], {}) == {}
