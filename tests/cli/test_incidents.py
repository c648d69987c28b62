"""The commands on incidents: ``incidents``, ``incident``, ``relink``, and what ``judge`` changes."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from tacitus.cli import build_app
from tacitus.errors import TacitusError
from tacitus.export.schema_incident import IncidentsModel
from tacitus.store import Store, StoreError
from tests.export.brief_incidents import border_clashes, sample_codings
from tests.stories import Told, story


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of the samples, as their annotators told them."""
    path = str(tmp_path_factory.mktemp("store") / "store.db")
    with Store(path) as store:
        store.add(sample_codings().values())
    return path


def run(*words: str, db: str, width: int = 80) -> Result:
    return CliRunner().invoke(build_app(), [*words, "--db", db], env={"COLUMNS": str(width)})


def ids(result: Result) -> list[str]:
    return [row["id"] for row in json.loads(result.stdout)]


class TestIncidents:
    def test_json_is_that_of_the_contract(self, samples: str) -> None:
        result = run("incidents", "--format", "json", db=samples)
        assert result.exit_code == 0, result.output
        assert len(IncidentsModel.model_validate_json(result.stdout).root) > 5
        assert border_clashes().id in ids(result)

    @pytest.mark.parametrize("width", [60, 80, 120, 160])
    def test_the_table_fits(self, samples: str, width: int) -> None:
        result = run("incidents", db=samples, width=width)
        lines = result.stdout.splitlines()
        assert max(map(len, lines)) <= width
        assert ("days" in lines[0].split()) == (width >= 120)
        assert any(border_clashes().id in line for line in lines)

    def test_the_latest_come_first(self, samples: str) -> None:
        days = [row["start"] for row in json.loads(run("incidents", "--format", "json", db=samples).stdout)]
        told = [day for day in days if day]
        assert told == sorted(told, reverse=True)

    @pytest.mark.parametrize(
        "words",
        [
            ("--side", "Armenia"),
            ("--side", "ARM"),
            ("--place", "jermuk"),
            ("--place", "Armenia"),
            ("--since", "2022-09-13", "--until", "2022-09-13"),
            ("--type", "assault", "--side", "AZE"),
            ("--min-killed", "100", "--side", "AZE"),
        ],
    )
    def test_filters_find(self, samples: str, words: tuple[str, ...]) -> None:
        found = ids(run("incidents", *words, "--format", "json", db=samples))
        assert border_clashes().id in found
        assert len(found) < len(ids(run("incidents", "--format", "json", db=samples)))

    @pytest.mark.parametrize("words", [("--side", "Peru"), ("--place", "Lima"), ("--since", "2030-01-01")])
    def test_nothing_found_is_told(self, samples: str, words: tuple[str, ...]) -> None:
        result = run("incidents", *words, db=samples)
        assert (result.exit_code, result.stdout) == (0, "no such incidents\n")
        assert ids(run("incidents", *words, "--format", "json", db=samples)) == []

    def test_history_comes_on_request(self, samples: str) -> None:
        news = ids(run("incidents", "--format", "json", db=samples))
        assert set(news) < set(ids(run("incidents", "--background", "--format", "json", db=samples)))

    def test_what_is_left_out_is_counted(self, samples: str) -> None:
        result = run("incidents", "--limit", "2", "--format", "json", db=samples)
        assert len(ids(result)) == 2
        assert " more; --limit " in result.stderr

    @pytest.mark.parametrize("words", [("--type", "battle"), ("--since", "yesterday"), ("--min-killed", "-1")])
    def test_what_is_wrong_is_told(self, samples: str, words: tuple[str, ...]) -> None:
        assert run("incidents", *words, db=samples).exit_code == 2


class TestIncident:
    def test_json(self, samples: str) -> None:
        shown = json.loads(run("incident", border_clashes().id, "--format", "json", db=samples).stdout)
        assert shown["title"] == border_clashes().title

    @pytest.mark.parametrize("width", [60, 80, 160])
    def test_the_page_fits_and_has_every_part(self, samples: str, width: int) -> None:
        page = run("incident", border_clashes().id, db=samples, width=width).stdout
        assert max(map(len, page.splitlines())) <= width
        for part in ("Dead, by codebook", "Tolls", "Accounts", "Truce", "Timeline", "Reports"):
            assert f"\n{part}" in page

    def test_why_its_reports_are_one(self, samples: str) -> None:
        incident = border_clashes()
        joins = json.loads(run("incident", incident.id, "--why", "--format", "json", db=samples).stdout)["joins"]
        assert {join["one"].rpartition("/")[0] for join in joins} <= set(incident.reports)
        assert joins[0]["score"] == max(join["score"] for join in joins) > 0
        page = run("incident", incident.id, "--why", db=samples, width=160).stdout
        told = page.partition("\nWhy these reports are one")[2].partition("\n\n")[0]
        assert all(f"{join['score']:+.1f}" in told for join in joins)
        assert joins[0]["signs"][0]["reason"] in told
        assert "Why these reports" not in run("incident", incident.id, db=samples).stdout

    def test_an_unknown_incident_is_told(self, samples: str) -> None:
        result = run("incident", "i0", db=samples)
        assert isinstance(result.exception, TacitusError)
        assert str(result.exception) == "the store holds no incident 'i0'"


DAY = date(2011, 4, 22)


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = str(tmp_path / "store.db")
    told = Told(words="Soldiers fought around Ta Krabei", actors=("THA", "KHM"), at="Ta Krabei", on=DAY, killed=3)
    with Store(path) as store:
        store.add(
            [story(f"r{n}", DAY, f"Thai and Cambodian troops fight at Ta Krabei: report {n}", told) for n in (1, 2)]
        )
    return path


def reports(db: str) -> list[Any]:
    return [row["reports"] for row in json.loads(run("incidents", "--format", "json", db=db).stdout)]


def test_a_judgement_changes_the_incidents(db: str) -> None:
    assert reports(db) == [["r1", "r2"]]
    assert run("judge", "r1#e1", "r2#e1", "different", "--who", "ana", db=db).exit_code == 0
    assert sorted(reports(db)) == [["r1"], ["r2"]]
    one, other = (row["id"] for row in json.loads(run("incidents", "--format", "json", db=db).stdout))
    assert run("judge", "r1#e1", "r2#e1", "unsure", "--who", "ana", db=db).exit_code == 0
    assert reports(db) == [["r1", "r2"]]
    gone = run("judge", one, other, "same", "--who", "ben", db=db)
    assert isinstance(gone.exception, StoreError)


def test_relink_tells_what_there_is(db: str) -> None:
    assert run("relink", db=db).stdout == "incidents: 1\n"
    run("judge", "r1#e1", "r2#e1", "different", "--who", "ana", db=db)
    assert run("relink", db=db).stdout == "incidents: 2\n"


@pytest.mark.parametrize(
    "words", [("incidents",), ("incident", "i0"), ("relink",), ("brief", "i0"), ("export", "ucdp")]
)
def test_without_a_store_there_is_nothing_to_show(tmp_path: Path, words: tuple[str, ...]) -> None:
    result = run(*words, db=str(tmp_path / "none.db"))
    assert isinstance(result.exception, StoreError)
    assert "there is no store yet" in str(result.exception)


@pytest.mark.parametrize("words", [("incidents",), ("incident", "i0"), ("relink",), ("stats",)])
def test_a_store_of_a_newer_version_is_told(db: str, words: tuple[str, ...]) -> None:
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE store_schema SET version = 99")
    result = run(*words, db=db)
    assert isinstance(result.exception, StoreError)
    assert "made by a newer version of tacitus (schema 99" in str(result.exception)
