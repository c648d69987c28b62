from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from tacitus.export.formats.case import Case
from tacitus.export.formats.hxl import HXL_TAGS, write_hxl


def rows(*cases: Case) -> list[list[str]]:
    stream = io.StringIO()
    write_hxl(cases, stream)
    return list(csv.reader(io.StringIO(stream.getvalue())))


def test_hashtags_stand_under_the_heads(case: Case) -> None:
    heads, tags, row = rows(case)
    assert tags == list(HXL_TAGS)
    values = dict(zip(heads, row, strict=True))
    assert values["types"] == "ASSAULT | ACCUSE"
    assert (values["killed_low"], values["killed_best"], values["killed_high"]) == ("49", "49", "")
    assert (values["country"], values["admin1"], values["grade"]) == ("Armenia", "Vayots Dzor", "weak")
    assert values["urls"] == "https://example.org/2"


def test_history_is_left_out(case: Case) -> None:
    assert len(rows(replace(case, incident=replace(case.incident, background=True)))) == 2


def test_the_library_reads_it(case: Case, tmp_path: Path) -> None:
    hxl = pytest.importorskip("hxl", reason="libhxl is not installed")
    path = tmp_path / "incidents.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        write_hxl([case], file)
    source = hxl.data(str(path), hxl.InputOptions(allow_local=True))
    assert source.display_tags == list(HXL_TAGS)
    (row,) = source
    assert row.get("#affected+killed+best") == "49"
    assert row.get("#geo+lat") == "39.84"
