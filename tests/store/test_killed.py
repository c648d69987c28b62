"""Ingest killed at random points, and started again, gives the store of an undisturbed run."""

from __future__ import annotations

import itertools
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
import typer
from sqlalchemy import Engine, event, select, text

from tacitus.cli.ingest import ingest_command
from tacitus.model import Coding, Report
from tacitus.store import Store
from tacitus.store.schema import METADATA
from tests.stored import coded, full_coding, plain_report

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

Dump = dict[str, list[tuple[object, ...]]]
_SEED = 20240501
_REPORTS = 18
_BATCH = 4


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Reports with near-copies, a version that changed, one that comes twice, and a file that is broken."""
    folder = tmp_path / "reports"
    folder.mkdir()
    told = [plain_report(number, sentences=4) for number in range(_REPORTS)]
    records = [{"id": report.id, "text": report.text, "title": report.title, "url": None} for report in told]
    records[3]["url"] = "https://post.example/a"
    records[9] = {"id": "later", "text": "Now it is told otherwise.", "title": None, "url": "https://post.example/a"}
    records[12] |= {"text": records[2]["text"], "title": records[2]["title"]}
    for number, record in enumerate(records):
        (folder / f"{number:03}.json").write_text(json.dumps(record))
    (folder / "007.json").write_text("{")
    return folder


@pytest.fixture(autouse=True)
def _fast(monkeypatch: pytest.MonkeyPatch) -> None:
    def code_many(reports: Iterable[Report], *, options: SimpleNamespace) -> Iterator[Coding]:
        source = iter(reports)
        while batch := list(itertools.islice(source, options.batch)):
            yield from coded(batch)

    coder = ModuleType("tacitus.coder")
    coder.code_many = code_many  # type: ignore[attr-defined]
    coder.CodeOptions = SimpleNamespace  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tacitus.coder", coder)
    monkeypatch.setattr("tacitus.store.BATCH", _BATCH)


def _ingest(folder: Path, location: str, kill_at: int | None, told: int) -> None:
    """The command in a process of its own, which kills itself at a statement; ``told`` gets how many there were."""
    sys.stdout = sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115
    seen = itertools.count(1)
    number = 0

    def note(*_: object) -> None:
        nonlocal number
        number = next(seen)
        if number == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, name, note)
    app = typer.Typer()
    app.command()(ingest_command)
    try:
        app([str(folder), "--db", location])
    finally:
        os.write(told, str(number).encode())


def _start(folder: Path, location: str, *, kill_at: int | None = None, told: int) -> BaseProcess:
    process = get_context("fork").Process(target=_ingest, args=(folder, location, kill_at, told))
    process.start()
    return process


class _Runs:
    """Runs of the command on one folder, and the measure of an undisturbed one."""

    def __init__(self, folder: Path, location: str) -> None:
        self._folder = folder
        self.read, self._told = os.pipe()
        began = time.monotonic()
        self.whole(location)
        self.seconds = time.monotonic() - began
        self.statements = int(os.read(self.read, 100))
        self.killed = 0

    def whole(self, location: str) -> None:
        process = _start(self._folder, location, told=self._told)
        process.join()
        assert process.exitcode == 1  # a file is broken

    def kill_at_statement(self, location: str, number: int) -> None:
        process = _start(self._folder, location, kill_at=number, told=self._told)
        self._count(process)
        assert process.exitcode == -signal.SIGKILL

    def kill_after(self, location: str, seconds: float) -> None:
        process = _start(self._folder, location, told=self._told)
        time.sleep(seconds)
        process.kill()
        self._count(process)

    def _count(self, process: BaseProcess) -> None:
        process.join()
        self.killed += process.exitcode == -signal.SIGKILL


def _dump(location: str) -> Dump:
    """All rows of all tables, but for the time of storing."""
    with Store(location, create=False) as store, store.reading() as connection:
        return {
            name: [
                tuple(row)
                for row in connection.execute(
                    select(*(column for column in table.c if column.name != "stored")).order_by(
                        *table.primary_key.columns
                    )
                )
            ]
            for name, table in METADATA.tables.items()
        }


def _killed_and_started_again(runs: _Runs, new: Callable[[int], str], expected: Dump, *, times: int) -> None:
    rng = random.Random(_SEED)
    for number in range(times):
        location = new(number)
        if number % 2:
            runs.kill_at_statement(location, rng.randint(1, runs.statements))
        else:
            runs.kill_after(location, rng.uniform(0, runs.seconds))
        runs.whole(location)
        assert _dump(location) == expected, f"kill {number}"
    assert runs.killed >= times / 2


def test_fifty_times_sqlite(reports: Path, tmp_path: Path) -> None:
    first = str(tmp_path / "first.db")
    runs = _Runs(reports, first)
    expected = _dump(first)
    assert len(expected["reports"]) == _REPORTS - 2
    assert len(expected["copies"]) >= 4

    def new(number: int) -> str:
        return str(tmp_path / f"{number}.db")

    _killed_and_started_again(runs, new, expected, times=50)


def test_ten_times_postgresql(reports: Path, postgres: str) -> None:
    runs = _Runs(reports, postgres)
    expected = _dump(postgres)

    def new(number: int) -> str:
        with Store(postgres) as store, store.writing() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        return postgres

    _killed_and_started_again(runs, new, expected, times=10)


def test_the_dump_tells_stores_apart(tmp_path: Path) -> None:
    dumps = []
    for name in ("a", "b"):
        with Store(str(tmp_path / name)) as store:
            store.add([full_coding(name)])
        dumps.append(_dump(str(tmp_path / name)))
    assert dumps[0] != dumps[1]
