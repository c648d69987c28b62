from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tacitus.export.formats.case import Case
from tacitus.export.formats.ceasefires import write_ceasefires
from tests.export.formats.cases import truce, written


def test_a_row_for_each_party(case: Case) -> None:
    rows = written(write_ceasefires, case)
    assert [row["actor_name"] for row in rows] == ["Government of Armenia", "Government of Azerbaijan"]
    expected = {
        "cc": "371",
        "location": "Armenia",
        "region": "Europe",
        "cf_dec_yr": "2022",
        "cf_dec_month": "9",
        "cf_dec_day": "13",
        "cf_effect_yr": "2022",
        "evidence_onset": "Russia brokered a truce",
        "end_yr": "",
        "mediator_nego": "1",
        "tacitus_mediators": "RUS",
        "tacitus_sided": "bilateral",
        "tacitus_status": "violated",
        "tacitus_violations": "ARM alleged by AZE",
    }
    for row in rows:
        assert {name: row[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("parties", "sided", "actors"),
    [
        (("M23",), "unilateral", ["M23"]),
        (("COD", "M23", "RWA"), "multilateral", ["Government of DR Congo (Zaire)", "M23", "Government of Rwanda"]),
        ((), "", [""]),
    ],
)
def test_parties(case: Case, parties: tuple[str, ...], sided: str, actors: list[str]) -> None:
    other = replace(truce(), parties=parties, mediators=())
    rows = written(write_ceasefires, replace(case, incident=replace(case.incident, ceasefire=other)))
    assert [row["actor_name"] for row in rows] == actors
    assert {(row["tacitus_sided"], row["mediator_nego"]) for row in rows} == {(sided, "")}


def test_an_end(case: Case) -> None:
    over = replace(truce(), ended=date(2022, 9, 15))
    row, _ = written(write_ceasefires, replace(case, incident=replace(case.incident, ceasefire=over)))
    assert (row["end_yr"], row["end_month"], row["end_day"]) == ("2022", "9", "15")


def test_no_truce_no_row(case: Case) -> None:
    assert written(write_ceasefires, replace(case, incident=replace(case.incident, ceasefire=None))) == []
