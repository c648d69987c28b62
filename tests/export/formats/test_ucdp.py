from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tacitus.export.formats.case import Case
from tacitus.export.formats.columns import names
from tacitus.export.formats.ucdp import UCDP_FIELDS, prio_grid, write_ucdp
from tacitus.model import Actor
from tacitus.model.incident import Estimates, IncidentPlace, SideRange
from tests.export.formats.cases import estimates, someone, told, written

# The 49 columns of GED 24.1 and 25.1, in their order.
COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id "
    "side_b number_of_sources source_article source_office source_date source_headline source_original "
    "where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid "
    "country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians "
    "deaths_unknown best high low gwnoa gwnob"
).split()
STATE, REBELS = someone("s", "COD", "MIL"), someone("m", "M23", "REB")
OTHERS, CIVILIANS = someone("o", "FDLR", "REB"), someone("c", "COD", "CVL")


def test_columns_are_the_codebooks_then_the_evidence() -> None:
    heads = names(UCDP_FIELDS)
    assert heads[: len(COLUMNS)] == COLUMNS
    assert all(head.startswith("tacitus_") for head in heads[len(COLUMNS) :])


def test_a_shelling_with_dead_is_one_row(case: Case) -> None:
    (row,) = written(write_ucdp, case)
    expected = {
        "year": "2022",
        "type_of_violence": "1",
        "dyad_name": "Government of Azerbaijan - Government of Armenia",
        "side_a": "Government of Azerbaijan",
        "gwnoa": "373",
        "side_b": "Government of Armenia",
        "gwnob": "371",
        "number_of_sources": "1",
        "source_office": "Valley Post",
        "source_date": "2022-09-14",
        "source_original": "Armenia",
        "where_prec": "1",
        "where_coordinates": "Jermuk",
        "adm_1": "Vayots Dzor",
        "geom_wkt": "POINT (45.67 39.84)",
        "country": "Armenia",
        "country_id": "371",
        "region": "Europe",
        "date_prec": "1",
        "date_start": "2022-09-13 00:00:00.000",
        "deaths_a": "0",
        "deaths_b": "49",
        "deaths_civilians": "0",
        "deaths_unknown": "0",
        "best": "49",
        "low": "49",
        "high": "",  # at least 49
    }
    assert {name: row[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("actor", "recipient", "kind", "side_a", "side_b"),
    [
        (STATE, REBELS, "1", "Government of DR Congo (Zaire)", "M23"),
        (REBELS, STATE, "1", "Government of DR Congo (Zaire)", "M23"),
        (REBELS, OTHERS, "2", "M23", "FDLR"),
        (REBELS, CIVILIANS, "3", "M23", "Civilians"),
        (STATE, CIVILIANS, "3", "Government of DR Congo (Zaire)", "Civilians"),
    ],
)
def test_type_of_violence(case: Case, actor: Actor, recipient: Actor, kind: str, side_a: str, side_b: str) -> None:
    (row,) = written(write_ucdp, told(case, actors=(actor,), recipients=(recipient,)))
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == (kind, side_a, side_b)


def test_one_party_alone_has_no_type(case: Case) -> None:
    alone = told(case, actors=(REBELS,))
    (row,) = written(write_ucdp, alone)
    assert (row["type_of_violence"], row["side_a"], row["side_b"], row["deaths_a"]) == ("", "M23", "", "")


def test_peacekeepers_are_of_states_unnamed(case: Case) -> None:
    (row,) = written(write_ucdp, told(case, actors=(REBELS,), recipients=(someone("u", "UN", "IGO"),)))
    assert (row["type_of_violence"], row["side_b"]) == ("", "UN")


def test_one_sided_violence_kills_civilians(case: Case) -> None:
    (row,) = written(write_ucdp, told(case, actors=(REBELS,), recipients=(CIVILIANS,)))
    assert [row[name] for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")] == [
        "0",
        "",
        "49",
        "0",
    ]


def test_the_four_numbers_add_up(case: Case) -> None:
    ucdp = estimates(30).ucdp
    assert ucdp is not None
    mixed = replace(ucdp, best=100, combatants=(SideRange("ARM", 30, 30, 30),), civilians=SideRange(None, 20, 20, None))
    known = replace(case.incident, estimates=Estimates(mixed, None, None))
    (row,) = written(write_ucdp, replace(case, incident=known))
    parts = [int(row[name]) for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
    assert parts == [0, 30, 20, 50]
    assert sum(parts) == int(row["best"])


@pytest.mark.parametrize("deadly", [Estimates(None, None, None), estimates(0)])
def test_without_a_death_there_is_no_event(case: Case, deadly: Estimates) -> None:
    assert written(write_ucdp, replace(case, incident=replace(case.incident, estimates=deadly))) == []


def test_a_high_estimate_makes_an_event(case: Case) -> None:
    (row,) = written(write_ucdp, replace(case, incident=replace(case.incident, estimates=estimates(0, high=3))))
    assert (row["best"], row["high"]) == ("0", "3")


def test_history_is_no_event(case: Case) -> None:
    assert written(write_ucdp, replace(case, incident=replace(case.incident, background=True))) == []


@pytest.mark.parametrize(
    ("end", "precision"),
    [
        (date(2022, 9, 13), "1"),
        (date(2022, 9, 14), "2"),
        (date(2022, 9, 19), "3"),
        (date(2022, 9, 20), "4"),
        (date(2022, 12, 1), "5"),
        (date(2024, 1, 1), ""),
        (None, ""),
    ],
)
def test_date_precision(case: Case, end: date | None, precision: str) -> None:
    (row,) = written(write_ucdp, replace(case, incident=replace(case.incident, end=end)))
    assert row["date_prec"] == precision


def test_gaza_is_placed_as_ucdp_places_it(case: Case) -> None:
    gaza = IncidentPlace("Gaza", "PSE", 31.5, 34.45, "settlement")
    (row,) = written(write_ucdp, replace(case, incident=replace(case.incident, place=gaza)))
    assert (row["country"], row["country_id"], row["region"]) == ("Israel", "666", "Middle East")


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [(34.531094, 69.162796, 179779), (-90.0, -180.0, 1), (-89.5, -180.0, 721), (90.0, 180.0, 259200)],
)
def test_prio_grid(lat: float, lon: float, cell: int) -> None:
    assert prio_grid(lat, lon) == cell
