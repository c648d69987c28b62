"""Codings into the store: what is new or changed, with all its parts, in the transaction of the caller."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, func, insert, select, update

from tacitus.model import Coding, Report
from tacitus.store.address import article_address
from tacitus.store.copies import enter_copies
from tacitus.store.known_entering import enter_known
from tacitus.store.rows import CodingRows
from tacitus.store.schema import REPORTS
from tacitus.store.standing import Standing, content_hash, find_standing


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report: kept as new or as a changed version, known before, or refused (``reason``).

    ``id`` is the report's in the store, ``voice`` the id of the report that it is a near-copy of (its own: of none
    published before it).
    """

    id: str
    status: Literal["new", "changed", "known", "refused"]
    voice: str | None = None
    reason: str | None = None


def add_codings(connection: Connection, codings: Iterable[Coding]) -> list[Added]:
    """Store what is not yet known of ``codings``, one after the other, and tell of each what became of it."""
    key = (connection.scalar(select(func.max(REPORTS.c.key))) or 0) + 1
    rows = CodingRows()
    added: list[Added] = []
    for coding in codings:
        standing = find_standing(connection, coding.report)
        if standing.status in ("known", "refused"):
            added.append(Added(standing.id, standing.status, reason=standing.reason))
            continue
        _add_report(connection, coding.report, standing, key=key)
        rows.add(coding, key=key)
        voice = enter_copies(connection, key=key, report_id=standing.id, text=coding.report.text)
        added.append(Added(standing.id, standing.status, voice=voice))
        key += 1
    rows.write(connection)
    enter_known(connection)
    return added


def _add_report(connection: Connection, report: Report, standing: Standing, *, key: int) -> None:
    version, current = 1, True
    if standing.status == "changed":
        newest = connection.scalar(select(func.max(REPORTS.c.version)).where(REPORTS.c.id == standing.id)) or 0
        version, current = newest + 1, not _is_older(connection, report, standing.id)
    if current and version > 1:
        connection.execute(update(REPORTS).where(REPORTS.c.id == standing.id, REPORTS.c.current).values(current=False))
    connection.execute(
        insert(REPORTS).values(
            key=key,
            id=standing.id,
            version=version,
            current=current,
            hash=content_hash(report),
            address=article_address(report.url),
            url=report.url,
            title=report.title,
            outlet=report.outlet,
            published=report.published,
            language=report.language,
            stored=datetime.now(UTC).replace(tzinfo=None),
            text=report.text,
        )
    )


def _is_older(connection: Connection, report: Report, report_id: str) -> bool:
    """Whether a version comes late: the one that counts was published on a later day."""
    published = select(REPORTS.c.published).where(REPORTS.c.id == report_id, REPORTS.c.current)
    counting = connection.scalar(published)
    return report.published is not None and counting is not None and report.published < counting
