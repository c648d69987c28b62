from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tacitus.cli import build_app
from tacitus.store import Store, StoreError
from tests.codings import full_coding


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = str(tmp_path / "store.db")
    with Store(path) as store:
        store.add([full_coding()])
    return path


def run(*words: str, db: str, width: int = 80) -> Result:
    return CliRunner().invoke(build_app(), ["actors", *words, "--db", db], env={"COLUMNS": str(width)})


def test_json_tells_where_each_is_named(db: str) -> None:
    rows = json.loads(run("--format", "json", "--side", "Armenia", db=db).stdout)
    (armenia,) = (row for row in rows if row["kind"] == "state")
    assert (armenia["side"], armenia["sector"], armenia["role"]) == ("ARM", "GOV", None)
    assert armenia["reports"] == [full_coding().report.id]
    assert armenia["first"] == armenia["last"]
    assert {row["side"] for row in rows} == {"ARM"}


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_the_table_fits(db: str, width: int) -> None:
    lines = run(db=db, width=width).stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert ("first" in lines[0].split()) == (width >= 120)
    assert any("Armenia" in line for line in lines)


@pytest.mark.parametrize("words", [("--side", "Peru"), ("--sector", "NGO", "--side", "ARM"), ("--name", "Nobody")])
def test_nothing_found_is_told(db: str, words: tuple[str, ...]) -> None:
    result = run(*words, db=db)
    assert (result.exit_code, result.stdout) == (0, "no such actors\n")


def test_what_is_left_out_is_counted(db: str) -> None:
    result = run("--limit", "1", "--format", "json", db=db)
    assert len(json.loads(result.stdout)) == 1
    assert " more; --limit " in result.stderr


def test_there_must_be_a_store(tmp_path: Path) -> None:
    assert isinstance(run(db=str(tmp_path / "none.db")).exception, StoreError)
