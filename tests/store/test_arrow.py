from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tacitus.store import Store, StoreError
from tacitus.store.arrow import table_names
from tests.stored import full_coding

pa = pytest.importorskip("pyarrow")


def test_a_table_is_of_current_versions_and_names_the_report(store: Store) -> None:
    coding = full_coding("a")
    changed = replace(
        coding, report=replace(coding.report, text=coding.report.text + " More."), figures=coding.figures[:1]
    )
    store.add([coding, changed, full_coding("b")])
    figures = store.table("figures").to_pylist()
    assert [(row["report"], row["id"], row["best"]) for row in figures] == [
        ("a", "f1", 12),
        ("b", "f1", 12),
        ("b", "f2", 3_000_000_000),
    ]


def test_columns_have_types_though_there_are_no_rows(store: Store) -> None:
    schema = store.table("events").schema
    assert schema.field("first_day").type == pa.date32()
    assert schema.field("background").type == pa.bool_()
    assert schema.field("confidence").type == pa.float64()
    assert schema.field("trigger_start").type == pa.int64()
    assert schema.names[:2] == ["report", "n"]


def test_reports_come_with_all_versions(store: Store) -> None:
    coding = full_coding("a")
    store.add([coding, replace(coding, report=replace(coding.report, title="Changed"))])
    rows = store.table("reports").to_pylist()
    assert [(row["id"], row["version"], row["current"], row["published"]) for row in rows] == [
        ("a", 1, False, date(2022, 9, 13)),
        ("a", 2, True, date(2022, 9, 13)),
    ]


def test_every_table_can_be_read(store: Store) -> None:
    store.add([full_coding("a"), full_coding("b")])
    rows = {name: store.table(name).num_rows for name in table_names()}
    empty = {name for name, number in rows.items() if not number}
    assert empty == {
        "incidents",
        "incident_events",
        "incident_sides",
        "incident_types",
        "judgements",
        "judgement_reasons",
    }


def test_no_such_table(store: Store) -> None:
    with pytest.raises(StoreError, match="no table 'copy_bands'; there are actor_members, actors, "):
        store.table("copy_bands")
