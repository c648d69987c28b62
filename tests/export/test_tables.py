from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tacitus.errors import TacitusError
from tacitus.export.tables import TABLES
from tacitus.export.tables.catalogue import KINDS, tables_markdown
from tacitus.export.tables.csv_files import write_csv_files
from tacitus.export.tables.parquet_files import require_pyarrow, write_parquet_files
from tacitus.model import Coding, Report

NAMES = {table.name: table for table in TABLES}


def rows(name: str, coding: Coding) -> list[dict[str, Any]]:
    table = NAMES[name]
    heads = [head for head, _, _ in table.heads]
    return [dict(zip(heads, row, strict=True)) for row in table.rows(coding)]


def read_csv(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_there_is_a_table_for_every_part_of_the_contract() -> None:
    said = "actors mentions claims claim_contents".split()
    happened = "events event_actors event_mentions figures places place_mentions dates".split()
    derived = "territories relations ceasefires violations checks warnings".split()
    assert list(NAMES) == ["reports", *said, *happened, *derived]


def test_columns_have_names_of_their_own_and_known_kinds() -> None:
    for table in TABLES:
        names = [name for name, _, _ in table.heads]
        assert len(set(names)) == len(names), table.name
        assert {kind for _, kind, _ in table.heads} <= set(KINDS)


@pytest.mark.parametrize("table", TABLES, ids=list(NAMES))
def test_the_words_of_a_span_stand_at_its_offsets(table: Any, full: Coding, coding: Coding) -> None:
    text = {"r1": coding.report.text, "r2": full.report.text}
    for row in (*rows(table.name, full), *rows(table.name, coding)):
        for name in row:
            if name.endswith("words") and row[name] is not None:
                start, end = (row[f"{name.removesuffix('words')}{end}"] for end in ("start", "end"))
                assert text[row["report"]][start:end] == row[name]


@pytest.mark.parametrize("table", TABLES, ids=list(NAMES))
def test_every_cell_is_of_its_columns_kind(table: Any, full: Coding, coding: Coding) -> None:
    types = {"text": str, "integer": int, "number": (int, float), "flag": bool, "day": date, "list": tuple}
    for row in (*table.rows(full), *table.rows(coding)):
        for cell, (name, kind, _) in zip(row, table.heads, strict=True):
            assert cell is None or isinstance(cell, types[kind]), name


def test_events_and_their_actors(full: Coding) -> None:
    shell = rows("events", full)[1]
    assert (shell["type"], shell["mode"], shell["place_name"]) == ("ASSAULT", "heavy-weapons", "Jermuk")
    assert (shell["date"], shell["first_day"], shell["claims"]) == ("2022-09-13", date(2022, 9, 13), ("c1", "c4"))
    assert (shell["trigger_words"], shell["evidence_words"]) == ("shelling", "shelling the town of Jermuk")
    parts = [(row["role"], row["name"], row["side"]) for row in rows("event_actors", full) if row["event"] == "e2"]
    assert parts == [("actor", "Azerbaijan", "AZE"), ("recipient", "Armenia", "ARM")]
    told = [row["words"] for row in rows("event_mentions", full) if row["event"] == "e2"]
    assert told == ["shelling the town of Jermuk", "Azerbaijani guns struck Jermuk again"]


def test_claims_and_figures_tell_who(coding: Coding) -> None:
    claim = rows("claims", coding)[1]
    assert (claim["speaker_name"], claim["speaker_side"], claim["source_words"]) == ("Vardan Hakobyan", "ARM", None)
    assert [row["words"] for row in rows("claim_contents", coding)][1] == "They fired first"
    figure = rows("figures", coding)[2]
    assert (figure["low"], figure["high"], figure["by_side"], figure["denied"]) == (50, None, "AZE", True)


def test_the_other_parts(full: Coding) -> None:
    assert [row["lat"] for row in rows("places", full)] == [39.82, 39.84, None]
    assert [row["words"] for row in rows("place_mentions", full)] == ["Nagorno-Karabakh", "Jermuk", "Jermuk", "Arax"]
    assert [(row["time"], row["last_day"]) for row in rows("dates", full)][1:] == [
        ("09:00", date(2022, 9, 13)),
        (None, None),
    ]
    assert rows("territories", full)[0]["claimed_by"] == ("ARM", "AZE")
    assert rows("relations", full)[0]["words"] == "Turkey backs Azerbaijan"
    assert rows("ceasefires", full)[0]["mediators"] == ("RUS",)
    assert [(row["by"], row["alleged_by"]) for row in rows("violations", full)] == [("ARM", "AZE"), (None, None)]
    assert rows("checks", full)[0]["events"] == ("e2",)
    assert rows("warnings", full)[0]["warning"] == "'overnight' has no day to count from"


def test_csv_files(full: Coding, coding: Coding, tmp_path: Path) -> None:
    write_csv_files(TABLES, [full, coding], tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {f"{name}.csv" for name in NAMES}
    reports = read_csv(tmp_path, "reports")
    assert [row["report"] for row in reports] == ["r2", "r1"]
    assert reports[1]["text"] == coding.report.text
    events = read_csv(tmp_path, "events")
    assert (events[1]["claims"], events[1]["background"], events[4]["background"]) == ("c1;c4", "false", "true")
    assert (events[3]["first_day"], events[0]["first_day"]) == ("", "2022-09-13")
    for name, table in NAMES.items():
        assert len(read_csv(tmp_path, name)) == len([*table.rows(full), *table.rows(coding)])


def test_an_empty_table_has_its_heads(tmp_path: Path) -> None:
    write_csv_files(TABLES, [Coding(Report("r", "Nothing."))], tmp_path)
    heads = ",".join(name for name, _, _ in NAMES["violations"].heads)
    assert (tmp_path / "violations.csv").read_text() == heads + "\n"


def test_text_in_csv_is_exact(tmp_path: Path) -> None:
    text = 'He said "no", twice;\r\n=cmd\n\n\tтекст'
    write_csv_files(TABLES, [Coding(Report("r", text))], tmp_path)
    assert read_csv(tmp_path, "reports")[0]["text"] == text


def test_codings_are_written_one_by_one(coding: Coding, tmp_path: Path) -> None:
    def several() -> Iterator[Coding]:
        for _ in range(2000):
            yield coding
        assert (tmp_path / "claims.csv").stat().st_size > 100_000

    write_csv_files(TABLES, several(), tmp_path)


class TestParquet:
    @pytest.fixture(autouse=True)
    def pyarrow(self) -> None:
        pytest.importorskip("pyarrow", reason="the extra tacitus[parquet] is not installed")

    def test_files_hold_the_same_rows(self, full: Coding, coding: Coding, tmp_path: Path) -> None:
        from pyarrow import parquet

        write_parquet_files(TABLES, [full, coding, full], tmp_path, wholes_a_group=2)
        for name, table in NAMES.items():
            read = parquet.read_table(tmp_path / f"{name}.parquet")
            assert read.column_names == [head for head, _, _ in table.heads]
            expected = [row for one in (full, coding, full) for row in table.rows(one)]
            found = [
                tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row.values())
                for row in read.to_pylist()
            ]
            assert found == expected

    def test_a_row_group_holds_so_many_codings(self, full: Coding, tmp_path: Path) -> None:
        from pyarrow import parquet

        write_parquet_files(TABLES, [full] * 5, tmp_path, wholes_a_group=2)
        metadata = parquet.ParquetFile(tmp_path / "reports.parquet").metadata
        assert [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)] == [2, 2, 1]

    def test_columns_carry_their_meaning(self, full: Coding, tmp_path: Path) -> None:
        from pyarrow import parquet

        write_parquet_files(TABLES, [full], tmp_path)
        schema = parquet.read_schema(tmp_path / "events.parquet")
        assert schema.field("first_day").metadata == {b"description": b"First day."}
        assert str(schema.field("claims").type).startswith("list<")

    def test_a_failure_passes_through(self, full: Coding, tmp_path: Path) -> None:
        def broken() -> Iterator[Coding]:
            yield full
            raise RuntimeError("broken")

        with pytest.raises(RuntimeError, match="broken"):
            write_parquet_files(TABLES, broken(), tmp_path)


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(TacitusError, match=r"pip install 'tacitus\[parquet\]'"):
        require_pyarrow()


def test_the_published_page_tells_every_table_and_column(repository: Path) -> None:
    page = (repository / "docs" / "formats.md").read_text(encoding="utf-8")
    assert tables_markdown() in page, "run make docs"
