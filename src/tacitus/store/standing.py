"""What a report is to the store: unknown, known, or a changed version of one that it holds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from tacitus.model import Report
from tacitus.store.address import article_address
from tacitus.store.schema import REPORTS
from tacitus.store.wording import shared, word_runs

# An article keeps this much of its wording when it is changed; unrelated texts share 0.05 at most.
_ALIKE = 0.2


@dataclass(frozen=True, slots=True)
class Standing:
    """What a report is to the store.

    ``id`` is the id that it has or will have there: a changed article has that of its first version. ``reason`` tells
    why it is refused.
    """

    status: Literal["new", "changed", "known", "refused"]
    id: str
    reason: str | None = None


def content_hash(report: Report) -> str:
    """A hash of what a coding rests on: text, title, outlet, day and language (128 bits, hexadecimal)."""
    day = report.published.isoformat() if report.published else None
    content = json.dumps([report.text, report.title, report.outlet, day, report.language])
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def find_standing(connection: Connection, report: Report) -> Standing:
    """What ``report`` is to the store.

    It is known where a version of the same content has its id or its address (or neither has an address); it is a
    changed version where a report has its address, or its id and the title or much of the wording. A text of the
    same id that is quite another is refused: one of the two would hide the other.
    """
    reason = _unfit(report)
    if reason is not None:
        return Standing("refused", report.id, reason)
    address = article_address(report.url)
    same = select(REPORTS.c.id, REPORTS.c.address).where(REPORTS.c.hash == content_hash(report)).order_by(REPORTS.c.key)
    for row in connection.execute(same):
        if row.id == report.id or row.address == address:
            return Standing("known", row.id)
    if address is not None:
        there = select(REPORTS.c.id).where(REPORTS.c.address == address).order_by(REPORTS.c.key).limit(1)
        held = connection.scalar(there)
        if held is not None:
            return Standing("changed", held)
    return _by_id(connection, report)


def _by_id(connection: Connection, report: Report) -> Standing:
    namesake = select(REPORTS.c.title, REPORTS.c.text).where(REPORTS.c.id == report.id, REPORTS.c.current)
    row = connection.execute(namesake).one_or_none()
    if row is None:
        return Standing("new", report.id)
    if report.text == row.text or (report.title is not None and report.title == row.title):
        return Standing("changed", report.id)
    if shared(word_runs(report.text), word_runs(row.text)) >= _ALIKE:
        return Standing("changed", report.id)
    title = f" ({row.title})" if row.title else ""
    return Standing("refused", report.id, f"its id {report.id!r} is that of another report in the store{title}")


def _unfit(report: Report) -> str | None:
    for value in (report.id, report.text, report.title, report.outlet, report.url, report.language):
        if value is not None and "\0" in value:
            return "it holds a null character, which not every database can keep"
        if value is not None and not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
            return "it holds half a surrogate pair, which is no character"
    return None
