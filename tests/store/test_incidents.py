"""Incidents in the store, in both databases: what is linked, what filters find, and what changes them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text

from tacitus.errors import TacitusError
from tacitus.incidents.store_link import LinkedStore, is_linked, link_store
from tacitus.incidents.stored import stored_incident, stored_incidents
from tacitus.model import Coding
from tacitus.store import IncidentChoice, Store, StoreError, engine
from tacitus.store.schema_derived import INCIDENT_EVENTS, INCIDENTS
from tacitus.store.schema_episodes import EPISODES
from tests.stories import Told, story

APRIL = [date(2011, 4, day) for day in range(1, 31)]
WAR = date(2008, 8, 8)
_NOBODY = 65534


def krabei(id: str, day: int, *, killed: int, happened: int = 22) -> Coding:
    told = Told(
        words="Thai and Cambodian soldiers fought around the temple of Ta Krabei",
        actors=("THA", "KHM"),
        at="Ta Krabei",
        on=APRIL[happened - 1],
        killed=killed,
    )
    return story(id, APRIL[day - 1], f"Thai and Cambodian troops fight near Ta Krabei, report {id}", told)


def fasher(id: str, **changes: Any) -> Coding:
    told = Told(
        words="Fighters stormed the market of El Fasher",
        actors=("RSF",),
        recipients=("SDN",),
        at="El Fasher",
        on=date(2023, 12, 16),
    )
    return story(id, date(2023, 12, 17), "Market of El Fasher stormed", replace(told, **changes))


def history() -> Told:
    return Told(
        words="Georgian troops had shelled Tskhinvali in August 2008",
        actors=("GEO",),
        recipients=("RUS",),
        on=WAR,
        background=True,
    )


REPORTS = (krabei("r1", 22, killed=3), krabei("r2", 23, killed=7), fasher("r3", killed=31))


@pytest.fixture
def linked(store: Store) -> Store:
    store.add(REPORTS)
    link_store(store)
    return store


def groups(store: Store) -> list[tuple[str, ...]]:
    return [incident.reports for incident in stored_incidents(store)]


def test_reports_become_incidents(linked: Store) -> None:
    assert is_linked(linked)
    assert groups(linked) == [("r1", "r2"), ("r3",)]
    first, second = linked.incidents()
    assert (first.start, first.sides, first.voices) == (APRIL[21], ("KHM", "THA"), 1)  # told in the same words
    assert stored_incident(linked, second.id) == second
    assert linked.stats().incidents == 2


def test_nothing_new_makes_nothing(linked: Store) -> None:
    assert link_store(linked) == LinkedStore(incidents=2, made=0, gone=0)


def test_a_new_report_changes_only_its_own_incident(linked: Store) -> None:
    linked.add([krabei("r4", 24, killed=11)])
    assert not is_linked(linked)
    assert link_store(linked) == LinkedStore(incidents=2, made=1, gone=0)
    assert groups(linked) == [("r1", "r2", "r4"), ("r3",)]


def test_a_changed_report_counts_in_its_new_version(linked: Store) -> None:
    elsewhere = fasher("r2")
    changed = krabei("r2", 23, killed=7).report
    linked.add([replace(elsewhere, report=replace(elsewhere.report, title=changed.title))])
    assert groups(linked) == [("r1",), ("r3", "r2")] or groups(linked) == [("r1",), ("r2", "r3")]
    with linked.reading() as connection:
        assert connection.scalar(select(func.count(EPISODES.c.report.distinct()))) == len(REPORTS)


def test_the_order_of_arrival_does_not_matter(location: str) -> None:
    found = []
    for reports in (REPORTS, REPORTS[::-1]):
        with Store(location) as store:
            for report in reports:
                store.add([report])
                link_store(store)
            found.append(store.incidents())
            with store.writing() as connection:
                for table in ("incident_events", "incident_sides", "incident_types", "incidents", "episodes"):
                    connection.execute(text(f"DELETE FROM {table}"))
        _empty(location)
    assert found[0] == found[1]


def _empty(location: str) -> None:
    """The same place without a store."""
    if "://" in location:
        with Store(location) as store, store.writing() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    else:
        Path(location).unlink()


def test_anew_makes_the_same(linked: Store) -> None:
    before = linked.incidents()
    assert link_store(linked, anew=True) == LinkedStore(incidents=2, made=2, gone=0)
    assert linked.incidents() == before


def test_another_version_of_the_program_makes_all_anew(linked: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tacitus.__version__", "9.9.9")
    assert link_store(linked) == LinkedStore(incidents=2, made=2, gone=0)


def test_a_judgement_parts_what_was_joined(linked: Store) -> None:
    linked.judge("r1#e1", "r2#e1", "different", who="ana")
    assert groups(linked) == [("r1",), ("r2",), ("r3",)]
    linked.judge("r1#e1", "r2#e1", "unsure", who="ana")
    assert groups(linked) == [("r1", "r2"), ("r3",)]


def test_a_judgement_on_incidents_joins_them(linked: Store) -> None:
    one, other = (incident.id for incident in linked.incidents())
    linked.judge(one, other, "same", who="ana")
    assert link_store(linked).gone == 1
    assert groups(linked) == [("r1", "r2", "r3")]


@pytest.mark.parametrize(
    ("choice", "reports"),
    [
        (IncidentChoice(since=date(2011, 4, 23)), ["r3"]),
        (IncidentChoice(until=date(2011, 4, 22)), ["r1"]),
        (IncidentChoice(place="krab"), ["r1"]),
        (IncidentChoice(place="%"), []),
        (IncidentChoice(country="SDN"), ["r3"]),
        (IncidentChoice(place="krabei", country="SDN"), ["r1", "r3"]),
        (IncidentChoice(side="RSF"), ["r3"]),
        (IncidentChoice(type="ASSAULT"), ["r1", "r3"]),
        (IncidentChoice(type="AID"), []),
        (IncidentChoice(min_killed=31), ["r3"]),
        (IncidentChoice(newest_first=True), ["r3", "r1"]),
        (IncidentChoice(limit=1), ["r1"]),
        (IncidentChoice(ids=[]), []),
    ],
)
def test_filters(linked: Store, choice: IncidentChoice, reports: list[str]) -> None:
    assert [incident.reports[0] for incident in linked.incidents(choice)] == reports
    assert linked.count_incidents(replace(choice, limit=None)) >= len(reports)


def test_history_is_left_out_if_wanted(store: Store) -> None:
    store.add([story("r9", APRIL[0], "Georgia remembers", history())])
    link_store(store)
    told = store.incidents()
    assert any(incident.background for incident in told)
    news = store.incidents(IncidentChoice(background=False))
    assert news == [incident for incident in told if not incident.background]


def test_rows_tell_which_events_an_incident_holds(linked: Store) -> None:
    with linked.reading() as connection:
        rows = connection.execute(select(INCIDENT_EVENTS.c.event, INCIDENT_EVENTS.c.main)).all()
        killed = {row.place: row.killed for row in connection.execute(select(INCIDENTS.c.place, INCIDENTS.c.killed))}
    assert [tuple(row) for row in rows] == [("e1", True)] * 3
    assert killed == {"Ta Krabei": 7, "El Fasher": 31}


def test_an_unknown_incident(linked: Store) -> None:
    with pytest.raises(TacitusError, match="holds no incident 'i0'"):
        stored_incident(linked, "i0")


@pytest.mark.parametrize("reading", [1, 2])
def test_a_report_that_comes_while_linking_is_linked_too(
    store: Store, monkeypatch: pytest.MonkeyPatch, reading: int
) -> None:
    """Codings are read twice: to find what hangs together, and to make the incidents."""
    store.add(REPORTS[:2])
    codings, read = store.codings, []

    def codings_while_another_writes(**choice: Any) -> Iterator[Coding]:
        yield from codings(**choice)
        read.append(choice)
        if len(read) == reading:
            with Store(store._engine.url.render_as_string(hide_password=False)) as other:
                other.add([REPORTS[2]])

    monkeypatch.setattr(store, "codings", codings_while_another_writes)
    assert groups(store) == [("r1", "r2"), ("r3",)]
    assert len(read) > reading


def test_a_store_in_use_is_told_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    path = tmp_path / "store.db"
    with Store(str(path)) as store:
        store.add(REPORTS)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another process"):
            link_store(store)
        other.execute("ROLLBACK")
        other.close()
        assert groups(store) == [("r1", "r2"), ("r3",)]


def test_a_full_database_keeps_the_incidents_that_it_had(tmp_path: Path) -> None:
    with Store(str(tmp_path / "store.db")) as store:
        store.add(REPORTS[:2])
        link_store(store)
        before = store.incidents()
        store.add([fasher(f"s{n}", words=f"Fighters stormed street {n} of El Fasher") for n in range(8)])
        with store.writing() as connection:
            pages = connection.scalar(text("PRAGMA page_count"))
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        with pytest.raises(StoreError, match="the disk is full; what was acknowledged is safe"):
            link_store(store)
        assert store.incidents() == before
        assert store.stats().reports == 10


def _fill(store: Store, kept: list[str]) -> None:
    """Add reports, each of a happening of its own, until the disk is full, linking after every batch."""
    for n in range(1000):
        day = date(2000, 1, 1) + timedelta(days=7 * n)
        houses = (" ".join(f"house{n}x{m}x{k}" for k in range(400)) for m in range(4))
        told = [Told(words=f"Fighters burnt {words}", actors=("RSF",), at="El Fasher", on=day) for words in houses]
        batch = [story(f"s{n}-{m}", day, f"Houses {n}x{m} burnt", one) for m, one in enumerate(told)]
        kept += [one.id for one in store.add(batch)]
        link_store(store)


def test_a_full_disk_keeps_the_reports(small_disk: Path) -> None:
    path = str(small_disk / "store.db")
    kept: list[str] = []
    with Store(path) as store, pytest.raises(StoreError, match="the disk is full; what was acknowledged is safe"):
        _fill(store, kept)
    with Store(path) as store:
        assert [stored.report.id for stored in store.reports()] == kept
        assert len(kept) > 4
        held = {report for incident in store.incidents() for report in incident.reports}
        assert held >= set(kept[:-4])


def _as_nobody(path: str, answers: SimpleQueue[str]) -> None:
    os.setgid(_NOBODY)
    os.setuid(_NOBODY)
    with Store(path, create=False) as store:
        answers.put(" ".join(",".join(reports) for reports in groups(store)))
        try:
            link_store(store, anew=True)
        except StoreError as error:
            answers.put(str(error))


@pytest.mark.skipif(not hasattr(os, "fork") or os.geteuid() != 0, reason="needs fork, and root to become nobody")
def test_a_write_protected_store_shows_what_was_linked() -> None:
    folder = Path(tempfile.mkdtemp(prefix="tacitus-"))
    path = folder / "store.db"
    with Store(str(path)) as store:
        store.add(REPORTS)
        link_store(store)
    path.chmod(0o444)
    folder.chmod(0o555)
    context = get_context("fork")
    answers: SimpleQueue[str] = context.SimpleQueue()
    child = context.Process(target=_as_nobody, args=(str(path), answers))
    child.start()
    child.join()
    assert answers.get() == "r1,r2 r3"
    assert answers.get() == f"{path}: it is write-protected"
    shutil.rmtree(folder)
