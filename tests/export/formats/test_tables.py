from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from tacitus.export.formats.case import Case
from tacitus.export.formats.catalogue import FOLDER_FORMATS, folder_files
from tacitus.export.formats.datapackage import write_datapackage
from tacitus.export.formats.incident_tables import INCIDENT_TABLES
from tacitus.export.formats.known_tables import KNOWN_TABLES
from tacitus.export.tables.csv_files import write_csv_files
from tacitus.export.tables.parquet_files import write_parquet_files
from tacitus.model import Coding
from tacitus.model.incident import Estimates
from tests.export.formats.cases import Kept


def read(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_part_of_an_incident_has_its_rows(case: Case, tmp_path: Path) -> None:
    write_csv_files(INCIDENT_TABLES, [case], tmp_path)
    (incident,) = read(tmp_path, "incidents")
    assert (incident["types"], incident["background"], incident["ucdp_high"]) == ("ASSAULT;ACCUSE", "false", "")
    (figure,) = read(tmp_path, "incident_figures")
    text = case.codings["r2"].report.text
    assert figure["words"] == text[int(figure["start"]) : int(figure["end"])]
    assert (figure["by"], figure["best"], figure["high"]) == ("ARM", "49", "")
    assert [row["kind"] for row in read(tmp_path, "incident_truce_steps")] == ["declared", "violation"]
    assert [row["estimate"] for row in read(tmp_path, "incident_estimate_sources")] == ["ucdp", "acled", "range"]
    assert [row["main"] for row in read(tmp_path, "incident_reports")] == ["true", "false"]
    (answer,) = read(tmp_path, "incident_accounts")
    assert (answer["question"], answer["contested"]) == ("who fired first", "true")
    (truce,) = read(tmp_path, "incident_ceasefires")
    assert (truce["parties"], truce["ended"]) == ("ARM;AZE", "")


def test_unknown_values_are_empty(case: Case, tmp_path: Path) -> None:
    bare = replace(case.incident, place=None, estimates=Estimates(None, None, None), ceasefire=None)
    write_csv_files(INCIDENT_TABLES, [replace(case, incident=bare)], tmp_path)
    (row,) = read(tmp_path, "incidents")
    assert {row[name] for name in ("place", "lat", "ucdp_best", "range_grade", "acled_why")} == {""}
    assert read(tmp_path, "incident_ceasefires") == []


def test_parquet_holds_the_same(case: Case, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra tacitus[parquet] is not installed")
    write_parquet_files(INCIDENT_TABLES, [case] * 3, tmp_path, wholes_a_group=2)
    for table in INCIDENT_TABLES:
        found = parquet.read_table(tmp_path / f"{table.name}.parquet")
        rows = [
            tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row.values()) for row in found.to_pylist()
        ]
        assert rows == [row for _ in range(3) for row in table.rows(case)]
        assert found.column_names == [name for name, _, _ in table.heads]
    assert parquet.ParquetFile(tmp_path / "incidents.parquet").metadata.num_row_groups == 2


@pytest.mark.parametrize("name", FOLDER_FORMATS)
def test_a_folder_holds_the_files_it_may_replace(name: str, kept: Kept, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra tacitus[parquet] is not installed")
    FOLDER_FORMATS[name](kept, tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == folder_files(name)


def test_the_package_describes_its_files(kept: Kept, tmp_path: Path) -> None:
    FOLDER_FORMATS["datapackage"](kept, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        path = tmp_path / resource["path"]
        assert resource["bytes"] == path.stat().st_size
        assert resource["hash"] == f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
        heads = path.read_text(encoding="utf-8").partition("\n")[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == heads


def test_the_library_finds_the_package_valid(
    case: Case, full: Coding, coding: Coding, kept: Kept, tmp_path: Path
) -> None:
    known = list(kept.known_actors())
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    whole = replace(case.incident, reports=("r2",), events=case.incident.events[:3])
    write_datapackage([replace(case, incident=whole)], [full, coding], known, tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])


def test_the_library_misses_an_actor_that_no_report_names(coding: Coding, kept: Kept, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    (known,) = kept.known_actors()
    stray = replace(known, sightings=(replace(known.sightings[0], report=coding.report.id, actor="a99"),))
    write_datapackage([], [coding], [stray], tmp_path)
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_known_actors_have_their_tables(kept: Kept, tmp_path: Path) -> None:
    write_csv_files(KNOWN_TABLES, kept.known_actors(), tmp_path)
    (actor,) = read(tmp_path, "known_actors")
    assert (actor["known_actor"], actor["aliases"], actor["role"], actor["first_day"]) == (
        "k1",
        "Armenia",
        "",
        "2022-09-13",
    )
    (mention,) = read(tmp_path, "known_actor_mentions")
    assert mention == {"known_actor": "k1", "report": "r2", "actor": "a1", "mentions": "2"}


def test_the_library_misses_a_report_that_is_not_there(case: Case, coding: Coding, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    write_datapackage([case], [coding], [], tmp_path)
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid
