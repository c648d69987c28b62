"""How much a store holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, func, select, text

from tacitus.store.copies import read_voices
from tacitus.store.engine import reading
from tacitus.store.schema import REPORTS
from tacitus.store.schema_coding import ACTORS, CEASEFIRES, CLAIMS, DATES, EVENTS, FIGURES, PLACES
from tacitus.store.schema_derived import INCIDENTS, JUDGEMENTS

_COUNTED = (ACTORS, CLAIMS, EVENTS, FIGURES, PLACES, DATES, CEASEFIRES)


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of a kind the reports that count hold."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class StoreStats:
    """What a store holds: ``reports`` of which ``versions`` are kept, telling with ``voices``; days; size in bytes.

    ``first`` and ``last`` are the days of the earliest and the latest report; ``undated`` have none. ``parts`` are of
    current versions only. ``bytes`` is ``None`` for a store in memory.
    """

    reports: int
    versions: int
    voices: int
    outlets: int
    first: date | None
    last: date | None
    undated: int
    parts: tuple[Count, ...]
    incidents: int
    judgements: int
    bytes: int | None


def read_stats(engine: Engine) -> StoreStats:
    """Count."""
    with reading(engine) as connection:
        current = select(
            func.count(),
            func.count(REPORTS.c.outlet.distinct()),
            func.min(REPORTS.c.published),
            func.max(REPORTS.c.published),
            func.count(REPORTS.c.published),
        ).where(REPORTS.c.current)
        reports, outlets, first, last, dated = connection.execute(current).one()
        return StoreStats(
            reports=reports,
            versions=_count(connection, REPORTS),
            voices=len(read_voices(connection)),
            outlets=outlets,
            first=first,
            last=last,
            undated=reports - dated,
            parts=tuple(Count(table.name, _count_current(connection, table)) for table in _COUNTED),
            incidents=_count(connection, INCIDENTS),
            judgements=_count(connection, JUDGEMENTS),
            bytes=_bytes(connection, engine),
        )


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _count_current(connection: Connection, table: Table) -> int:
    joined = table.join(REPORTS, REPORTS.c.key == table.c.report)
    return connection.execute(select(func.count()).select_from(joined).where(REPORTS.c.current)).scalar_one()


def _bytes(connection: Connection, engine: Engine) -> int | None:
    if engine.url.get_backend_name() != "sqlite":
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
    file = Path(engine.url.database or ":memory:")
    return file.stat().st_size if file.is_file() else None
