"""Judgements: whether two things are the same, who says so and why. Rows are added, never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, Row, exists, func, insert, select

from tacitus.store.errors import StoreError
from tacitus.store.mention_id import MentionId, split_mention
from tacitus.store.pages import pages
from tacitus.store.schema import REPORTS
from tacitus.store.schema_coding import EVENTS
from tacitus.store.schema_derived import INCIDENTS, JUDGEMENT_REASONS, JUDGEMENTS

JudgementVerdict = Literal["same", "different", "unsure"]
VERDICTS: tuple[JudgementVerdict, ...] = get_args(JudgementVerdict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reviewer's or the linker's decision on two event mentions or two incidents.

    ``one`` and ``other`` are their ids, the smaller first; ``judged`` is in UTC; ``score`` the linker's, ``None``
    from a person; ``superseded`` tells that ``who`` has judged the pair again since.
    """

    id: int
    one: str
    other: str
    verdict: JudgementVerdict
    who: str
    judged: datetime
    score: float | None
    reasons: tuple[str, ...]
    superseded: bool


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two event mentions or incidents (their ids) that are the ``same`` or are not."""

    one: str
    other: str
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A decision as it is given, before it is a row."""

    one: str
    other: str
    verdict: JudgementVerdict
    who: str
    score: float | None = None
    reasons: tuple[str, ...] = ()


def add_judgement(connection: Connection, opinion: Opinion) -> Judgement:
    """Store a judgement; it supersedes that of the same person on the same pair, and adds nothing if it repeats it.

    Raises:
        StoreError: the store holds no such event or incident, or both are the same, or of two kinds.
    """
    one, other = _pair(connection, opinion)
    its_own = (JUDGEMENTS.c.one == one, JUDGEMENTS.c.other == other, JUDGEMENTS.c.who == opinion.who)
    held = next((row for row in _read(connection, *its_own) if not row.superseded), None)
    if held is not None and _says(held, opinion):
        return held
    judgement = Judgement(
        id=(connection.scalar(select(func.max(JUDGEMENTS.c.id))) or 0) + 1,
        one=one,
        other=other,
        verdict=opinion.verdict,
        who=opinion.who,
        judged=datetime.now(UTC),
        score=opinion.score,
        reasons=opinion.reasons,
        superseded=False,
    )
    _insert(connection, judgement, supersedes=held)
    return judgement


def read_judgements(connection: Connection, *, superseded: bool) -> list[Judgement]:
    """The judgements in the order they were made; the ``superseded`` ones too if wanted."""
    return [row for row in _read(connection) if superseded or not row.superseded]


def judged_on(connection: Connection, names: Iterable[str]) -> list[JudgedPair]:
    """The judgements that stand on any of these mentions and incidents, but for the unsure."""
    table, later = JUDGEMENTS.c, JUDGEMENTS.alias()
    stands = ~exists().where(later.c.supersedes == table.id)
    query = select(table.one, table.other, table.verdict).where(table.verdict != "unsure", stands)
    return [
        JudgedPair(row.one, row.other, row.verdict == "same")
        for some in pages(names)
        for side in (table.one, table.other)
        for row in connection.execute(query.where(side.in_(some)))
    ]


def judged_after(connection: Connection, judgement: int) -> list[str]:
    """The names of all that was judged after the judgement of that id (0: ever)."""
    query = select(JUDGEMENTS.c.one, JUDGEMENTS.c.other).where(JUDGEMENTS.c.id > judgement)
    return [name for row in connection.execute(query) for name in row]


def _says(judgement: Judgement, opinion: Opinion) -> bool:
    said = (judgement.verdict, judgement.score, judgement.reasons)
    return said == (opinion.verdict, opinion.score, opinion.reasons)


def _insert(connection: Connection, judgement: Judgement, *, supersedes: Judgement | None) -> None:
    connection.execute(
        insert(JUDGEMENTS).values(
            id=judgement.id,
            one=judgement.one,
            other=judgement.other,
            verdict=judgement.verdict,
            who=judgement.who,
            judged=judgement.judged.replace(tzinfo=None),
            score=judgement.score,
            supersedes=supersedes.id if supersedes else None,
        )
    )
    if judgement.reasons:
        rows = [{"judgement": judgement.id, "n": n, "reason": reason} for n, reason in enumerate(judgement.reasons)]
        connection.execute(insert(JUDGEMENT_REASONS), rows)


def _read(connection: Connection, *conditions: ColumnElement[bool]) -> list[Judgement]:
    reasons: defaultdict[int, list[str]] = defaultdict(list)
    given = select(JUDGEMENT_REASONS).join(JUDGEMENTS, JUDGEMENTS.c.id == JUDGEMENT_REASONS.c.judgement)
    ordered = given.where(*conditions).order_by(JUDGEMENT_REASONS.c.judgement, JUDGEMENT_REASONS.c.n)
    for row in connection.execute(ordered):
        reasons[row.judgement].append(row.reason)
    rows = list(connection.execute(select(JUDGEMENTS).where(*conditions).order_by(JUDGEMENTS.c.id)))
    superseded = {row.supersedes for row in rows}
    return [_judgement(row, reasons[row.id], superseded=row.id in superseded) for row in rows]


def _judgement(row: Row[Any], reasons: Sequence[str], *, superseded: bool) -> Judgement:
    judged = row.judged.replace(tzinfo=UTC)
    return Judgement(
        row.id, row.one, row.other, row.verdict, row.who, judged, row.score, tuple(reasons), superseded=superseded
    )


def _pair(connection: Connection, opinion: Opinion) -> tuple[str, str]:
    if opinion.verdict not in VERDICTS:
        raise StoreError(f"no verdict: {opinion.verdict!r} (one of {', '.join(VERDICTS)})")
    if not opinion.who.strip():
        raise StoreError("a judgement needs the name of who judges")
    mentions = [_mention(connection, name) for name in (opinion.one, opinion.other)]
    if mentions.count(None) == 1:
        raise StoreError(f"{opinion.one} and {opinion.other}: one is an event and one an incident")
    names = [str(mention or name) for mention, name in zip(mentions, (opinion.one, opinion.other), strict=True)]
    if names[0] == names[1]:
        raise StoreError(f"{opinion.one}: the same thing twice")
    return min(names), max(names)


def _mention(connection: Connection, name: str) -> MentionId | None:
    """The event mention of that name, ``None`` where it is an incident's."""
    parts = split_mention(name)
    if parts is not None:
        report, version, event = parts
        query = (
            select(REPORTS.c.version)
            .join_from(REPORTS, EVENTS, EVENTS.c.report == REPORTS.c.key)
            .where(REPORTS.c.id == report, EVENTS.c.id == event)
            .where(REPORTS.c.current if version is None else REPORTS.c.version == version)
        )
        found = connection.scalar(query)
        if found is not None:
            return MentionId(report, found, event)
    elif connection.scalar(select(INCIDENTS.c.id).where(INCIDENTS.c.id == name)) is not None:
        return None
    raise StoreError(f"no event (REPORT#EVENT) or incident {name!r} in the store")
