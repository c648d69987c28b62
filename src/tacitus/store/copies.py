"""Reports that share their words count as one voice: the connected groups of near-copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, insert, select, update

from tacitus.store.pages import pages
from tacitus.store.schema import COPIES, COPY_BANDS, REPORTS
from tacitus.store.wording import NEAR, bands, shared, word_runs


@dataclass(frozen=True, slots=True)
class Voice:
    """One report and its near-copies; ``id`` is that of the first published (then of the smaller id)."""

    id: str
    reports: tuple[str, ...]


def enter_copies(connection: Connection, *, key: int, report_id: str, text: str) -> str:
    """Find the near-copies of a version just stored and join their voices; the id of the voice it then belongs to.

    A report keeps the copies of all its versions, so that groups only ever grow and their order of arrival is
    of no account.
    """
    runs = word_runs(text)
    its_bands = bands(runs)
    own = connection.scalar(select(COPIES.c.voice).where(COPIES.c.report == report_id)) or report_id
    joined = _near_voices(connection, runs, its_bands, own=own)
    connection.execute(insert(COPY_BANDS), [{"band": band, "report": key} for band in set(its_bands)])
    return _join(connection, {own, *joined}, report_id) if joined or own != report_id else report_id


def read_voices(connection: Connection) -> list[Voice]:
    """All voices, those of a single report too, by id."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    joined = select(REPORTS.c.id, func.coalesce(COPIES.c.voice, REPORTS.c.id).label("voice")).where(REPORTS.c.current)
    for row in connection.execute(joined.outerjoin_from(REPORTS, COPIES, COPIES.c.report == REPORTS.c.id)):
        members[row.voice].append(row.id)
    return [Voice(voice, tuple(sorted(reports))) for voice, reports in sorted(members.items())]


def voices_of(connection: Connection, reports: Iterable[str]) -> dict[str, str]:
    """The id of the voice that each of these reports belongs to."""
    held: dict[str, str] = {report: report for report in reports}
    for some in pages(list(held)):
        for row in connection.execute(select(COPIES).where(COPIES.c.report.in_(some))):
            held[row.report] = row.voice
    return held


def copies_of(connection: Connection, reports: Iterable[str]) -> list[int]:
    """The row keys of the current versions of the near-copies of these reports, with those of the reports."""
    voice = COPIES.alias()
    query = select(REPORTS.c.key).join(COPIES, COPIES.c.report == REPORTS.c.id).where(REPORTS.c.current)
    return [
        key
        for some in pages(reports)
        for key in connection.scalars(
            query.where(COPIES.c.voice.in_(select(voice.c.voice).where(voice.c.report.in_(some))))
        )
    ]


def _near_voices(connection: Connection, runs: frozenset[str], its_bands: tuple[int, ...], *, own: str) -> set[str]:
    """The other voices that hold a near-copy; one that does is enough for each."""
    voice = func.coalesce(COPIES.c.voice, REPORTS.c.id)
    hits = (
        select(COPY_BANDS.c.report, voice.label("voice"))
        .join_from(COPY_BANDS, REPORTS, REPORTS.c.key == COPY_BANDS.c.report)
        .outerjoin(COPIES, COPIES.c.report == REPORTS.c.id)
        .where(COPY_BANDS.c.band.in_(its_bands), voice != own)
        .group_by(COPY_BANDS.c.report, voice)
        .order_by(func.count().desc(), COPY_BANDS.c.report)
    )
    near: set[str] = set()
    for hit in connection.execute(hits).all():
        if hit.voice in near:
            continue
        text = connection.execute(select(REPORTS.c.text).where(REPORTS.c.key == hit.report)).scalar_one()
        if shared(runs, word_runs(text)) >= NEAR:
            near.add(hit.voice)
    return near


def _join(connection: Connection, voices: set[str], report_id: str) -> str:
    """Make one voice of several and the report; each is named by its first member, so the first of those is first."""
    candidates = {report_id, *voices}
    first = min((_published(connection, candidate), candidate) for candidate in candidates)[1]
    connection.execute(update(COPIES).where(COPIES.c.voice.in_(voices), COPIES.c.voice != first).values(voice=first))
    held = set(connection.scalars(select(COPIES.c.report).where(COPIES.c.report.in_(candidates))))
    alone = sorted(candidates - held)
    if alone:
        connection.execute(insert(COPIES), [{"report": report, "voice": first} for report in alone])
    return first


def _published(connection: Connection, report_id: str) -> date:
    day = connection.scalar(select(func.min(REPORTS.c.published)).where(REPORTS.c.id == report_id))
    return day or date.max
