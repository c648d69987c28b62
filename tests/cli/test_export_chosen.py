"""``tacitus export`` of chosen incidents."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tacitus.cli import build_app
from tacitus.store import Store
from tests.stories import Told, story

KRABEI, FASHER = date(2011, 4, 22), date(2023, 12, 16)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of two reports, each of another fight."""
    path = str(tmp_path_factory.mktemp("store") / "store.db")
    krabei = Told(words="Soldiers fought around Ta Krabei", actors=("THA", "KHM"), at="Ta Krabei", on=KRABEI, killed=3)
    fasher = Told(words="Fighters stormed the market", actors=("RSF", "SDN"), at="El Fasher", on=FASHER, killed=40)
    with Store(path) as store:
        store.add([story("thai", KRABEI, "Fight at Ta Krabei", krabei), story("sudan", FASHER, "El Fasher", fasher)])
    return path


def run(*words: str, db: str) -> Result:
    result = CliRunner().invoke(build_app(), ["export", *words, "--db", db])
    assert result.exit_code == 0, result.output
    return result


def reports(result: Result) -> list[list[str]]:
    return [json.loads(row["tacitus_reports"]) for row in csv.DictReader(io.StringIO(result.stdout))]


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ((), [["thai"], ["sudan"]]),
        (("--since", "2020-01-01"), [["sudan"]]),
        (("--until", "2020-01-01"), [["thai"]]),
        (("--place", "fasher"), [["sudan"]]),
        (("--side", "Thailand"), [["thai"]]),
        (("--min-killed", "10"), [["sudan"]]),
        (("--type", "assault", "--side", "KHM"), [["thai"]]),
        (("--type", "consult"), []),
    ],
)
def test_rows_are_of_the_chosen_incidents(db: str, words: tuple[str, ...], chosen: list[list[str]]) -> None:
    assert reports(run("ucdp", *words, db=db)) == chosen


def test_lines_are_of_the_events_of_the_chosen_incidents(db: str) -> None:
    every = run("plover", db=db).stdout.splitlines()
    chosen = run("plover", "--side", "RSF", db=db).stdout.splitlines()
    assert len(chosen) < len(every)
    assert chosen == [line for line in every if '"sudan"' in line]


def test_a_package_holds_the_reports_and_actors_of_the_chosen_incidents(db: str, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    run("datapackage", "--side", "THA", "-o", str(folder), db=db)
    tables = {}
    for name in ("reports", "incidents", "known_actors", "known_actor_mentions"):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    assert [row["report"] for row in tables["reports"]] == ["thai"]
    assert len(tables["incidents"]) == 1
    assert {row["side"] for row in tables["known_actors"]} == {"THA", "KHM"}
    assert {row["report"] for row in tables["known_actor_mentions"]} == {"thai"}


def test_a_chosen_package_is_valid(db: str, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    folder = tmp_path / "package"
    run("datapackage", "--min-killed", "10", "-o", str(folder), db=db)
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
