from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy import text

from tacitus.store import Store, StoreError, engine
from tacitus.store.location import default_path, store_url
from tests.stored import coded, full_coding, plain_report

_NOBODY = 65534


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    with Store(str(path)) as store:
        store.add([full_coding()])
    return path


def test_in_use_by_another_process(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match=r"store\.db: it is in use by another process"):
        Store(str(file))
    other.execute("ROLLBACK")
    other.execute("BEGIN IMMEDIATE")
    with Store(str(file)) as store:
        assert list(store.codings()) == [full_coding()]
        with pytest.raises(StoreError, match="in use by another process"):
            store.add(coded([plain_report(1)]))
    other.close()


def test_a_reader_that_takes_its_time_keeps_no_writer_waiting(store: Store) -> None:
    store.add(coded([plain_report(number) for number in range(40)]))
    slowly = store.codings()
    next(slowly)
    store.add(coded([plain_report(50)]))
    assert len(list(slowly)) == 40


def test_a_reader_sees_one_state(postgres: str) -> None:
    """An SQLite file's reader does so, too, by keeping writers waiting."""
    with Store(postgres) as store, Store(postgres) as other, store.reading() as connection:
        seen = [connection.scalar(text("SELECT count(*) FROM reports"))]
        other.add(coded([plain_report(1)]))
        seen.append(connection.scalar(text("SELECT count(*) FROM reports")))
    assert seen == [0, 0]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="tacitus-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def _as_nobody(path: str, answers: object) -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setuid(_NOBODY)
    try:
        with Store(path, create=False) as store:
            answers.put(len(list(store.codings())))  # type: ignore[attr-defined]
            store.add(coded([plain_report(1)]))
    except StoreError as error:
        answers.put(str(error))  # type: ignore[attr-defined]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_write_protected_store_can_be_read(open_folder: Path) -> None:
    path = open_folder / "store.db"
    with Store(str(path)) as store:
        store.add([full_coding()])
    path.chmod(0o444)
    open_folder.chmod(0o555)
    context = get_context("fork")
    answers = context.SimpleQueue()
    child = context.Process(target=_as_nobody, args=(str(path), answers))
    child.start()
    child.join()
    assert (answers.get(), answers.get()) == (1, f"{path}: it is write-protected")


def _fill(store: Store) -> list[str]:
    kept: list[str] = []
    for number in range(2000):
        try:
            kept += [one.id for one in store.add(coded([plain_report(number)]))]
        except StoreError as error:
            assert str(error).endswith("store.db: the disk is full; what was acknowledged is safe")  # noqa: PT017
            return kept
    raise AssertionError("the disk never filled")


def test_a_full_disk_loses_nothing_that_was_acknowledged(small_disk: Path) -> None:
    path = str(small_disk / "store.db")
    with Store(path) as store:
        kept = _fill(store)
    with Store(path) as store:
        assert [stored.report.id for stored in store.reports()] == kept
        assert kept


def test_a_full_database_loses_nothing_that_was_acknowledged(file: Path) -> None:
    with Store(str(file)) as store:
        with store.writing() as connection:
            connection.execute(text("PRAGMA max_page_count = 150"))
        kept = _fill(store)
        assert [stored.report.id for stored in store.reports()] == ["full", *kept]
        assert kept


def test_what_is_no_store(tmp_path: Path) -> None:
    prose = tmp_path / "report.txt"
    prose.write_text("Nine men died. " * 100)
    with pytest.raises(StoreError, match=r"report\.txt: it is no SQLite database"):
        Store(str(prose))
    with pytest.raises(StoreError, match="it is a folder"):
        Store(str(tmp_path))
    with pytest.raises(StoreError, match=r"there is no folder .*nowhere"):
        Store(str(tmp_path / "nowhere" / "store.db"))
    with pytest.raises(StoreError, match="there is no store yet"):
        Store(str(tmp_path / "store.db"), create=False)
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize("location", ["oracle9://host/name", "http://host/name"])
def test_databases_that_hold_no_stores(location: str) -> None:
    with pytest.raises(StoreError, match="is no database that can hold a store"):
        Store(location)


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError) as caught:
        Store(f"postgresql://ana:secret@/stores?host={tmp_path}")
    assert "connection" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_driver_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"needs the package 'psycopg' \(pip install 'tacitus\[postgres\]'\)"):
        Store("postgresql://localhost/stores")


def test_the_default_place_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with Store() as store:
        store.add([full_coding()])
    assert default_path() == tmp_path / ".local" / "share" / "tacitus" / "tacitus.db"
    assert default_path().is_file()


@pytest.mark.parametrize(
    ("location", "driver"),
    [
        ("stores/one.db", "sqlite"),
        ("sqlite:///one.db", "sqlite"),
        ("postgres://host/name", "postgresql+psycopg"),
        ("postgresql://host/name", "postgresql+psycopg"),
        ("postgresql+psycopg2://host/name", "postgresql+psycopg2"),
    ],
)
def test_locations(location: str, driver: str) -> None:
    assert store_url(location).drivername == driver
