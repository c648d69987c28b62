"""Reports out of the store, some at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine, Row, Select, select

from tacitus.model import Coding, Report
from tacitus.store.codings import read_codings
from tacitus.store.engine import reading
from tacitus.store.schema import REPORTS

_PAGE = 32


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A version of a report as the store keeps it, counted from 1; the ``current`` one counts. ``stored`` is in UTC."""

    report: Report
    version: int
    current: bool
    stored: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which reports: of these ids, published from ``since`` to ``until`` (days, both included), which versions."""

    ids: Collection[str] | None = None
    since: date | None = None
    until: date | None = None
    all_versions: bool = False


def iterate_reports(engine: Engine, choice: Choice) -> Iterator[StoredReport]:
    """The chosen reports in the order of their arrival."""
    for page in _pages(engine, choice):
        for row in page:
            stored = row.stored.replace(tzinfo=UTC)
            yield StoredReport(_report(row), row.version, row.current, stored)


def iterate_codings(engine: Engine, choice: Choice) -> Iterator[Coding]:
    """The codings of the chosen reports in the order of their arrival."""
    for page in _pages(engine, choice):
        with reading(engine) as connection:
            codings = read_codings(connection, [(row.key, _report(row)) for row in page])
        yield from codings


def _pages(engine: Engine, choice: Choice) -> Iterator[list[Row[Any]]]:
    """Each page is read in a transaction of its own, so that a slow reader keeps no writer waiting."""
    if choice.ids is not None:
        for chunk in _chunks(sorted(set(choice.ids))):
            with reading(engine) as connection:
                page = list(connection.execute(_query(choice).where(REPORTS.c.id.in_(chunk))))
            yield page
        return
    last = 0
    while True:
        with reading(engine) as connection:
            page = list(connection.execute(_query(choice).where(REPORTS.c.key > last).limit(_PAGE)))
        if not page:
            return
        yield page
        last = page[-1].key


def _chunks(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), _PAGE):
        yield ids[start : start + _PAGE]


def _query(choice: Choice) -> Select[Any]:
    query = select(REPORTS).order_by(REPORTS.c.key)
    if not choice.all_versions:
        query = query.where(REPORTS.c.current)
    if choice.since is not None:
        query = query.where(REPORTS.c.published >= choice.since)
    if choice.until is not None:
        query = query.where(REPORTS.c.published <= choice.until)
    return query


def _report(row: Row[Any]) -> Report:
    return Report(
        id=row.id,
        text=row.text,
        title=row.title,
        published=row.published,
        outlet=row.outlet,
        url=row.url,
        language=row.language,
    )
