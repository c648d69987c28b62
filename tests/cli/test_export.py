from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from tacitus.cli.export import ExportFormat, export_command
from tacitus.errors import TacitusError
from tacitus.export.formats.from_store import StoreMaterial
from tacitus.model.incident import Incident
from tacitus.store import Store, StoreError
from tests.codings import full_coding
from tests.export.formats.cases import shelling

FILES = [name for name in ExportFormat if name not in ("parquet", "datapackage")]


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of one report that tells of one incident."""
    path = tmp_path / "store.db"
    monkeypatch.setenv("TACITUS_DB", str(path))
    monkeypatch.setattr(StoreMaterial, "incidents", lambda material: iter((shelling(),)))
    with Store(str(path)) as made:
        made.add([full_coding()])
    return path


def run(*arguments: str | Path) -> Result:
    app = typer.Typer()
    app.command()(export_command)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.mark.parametrize("name", FILES)
def test_a_file_holds_what_standard_output_would(name: str, tmp_path: Path) -> None:
    path = tmp_path / "out"
    assert run(name, "-o", path).exit_code == 0
    shown = run(name)
    assert shown.exit_code == 0
    assert shown.stdout.encode() == path.read_bytes()
    assert path.read_bytes()


def test_rows_come_from_the_store(tmp_path: Path) -> None:
    path = tmp_path / "acled.csv"
    assert run("acled", "-o", path).exit_code == 0
    with path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["tacitus_incident"], row["fatalities"]) == ("i1", "49")


@pytest.mark.parametrize("name", ["parquet", "datapackage"])
def test_a_folder_is_replaced_whole(name: str, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra tacitus[parquet] is not installed")
    folder = tmp_path / "tables"
    for _ in range(2):
        assert run(name, "-o", folder).exit_code == 0
    assert len(list(folder.iterdir())) > 20
    (folder / "mine.txt").touch()
    refused = run(name, "-o", folder)
    assert isinstance(refused.exception, TacitusError)
    assert "mine.txt" in str(refused.exception)


@pytest.mark.parametrize("name", ["parquet", "datapackage"])
def test_a_folder_must_be_named(name: str) -> None:
    assert run(name).exit_code == 2


def test_a_failure_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "incidents.geojson"
    path.write_text("before")

    def broken(material: StoreMaterial) -> Iterator[Incident]:
        yield shelling()
        raise StoreError("gone")

    monkeypatch.setattr(StoreMaterial, "incidents", broken)
    assert isinstance(run("geojson", "-o", path).exception, StoreError)
    assert path.read_text() == "before"
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_there_must_be_a_store(tmp_path: Path) -> None:
    assert isinstance(run("acled", "--db", tmp_path / "none.db").exception, StoreError)


def test_geojson_is_unicode(tmp_path: Path) -> None:
    path = tmp_path / "out.geojson"
    run("geojson", "-o", path)
    assert json.loads(path.read_text(encoding="utf-8"))["type"] == "FeatureCollection"
