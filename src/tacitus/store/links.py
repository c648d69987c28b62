"""How far the reports of a store are linked, and what came since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from tacitus.store.pages import pages
from tacitus.store.schema import REPORTS
from tacitus.store.schema_derived import JUDGEMENTS, LINKED
from tacitus.store.schema_episodes import EPISODES


@dataclass(frozen=True, slots=True)
class LinkState:
    """The last version of a report and the last judgement (keys, 0 where there is none) and the linking program."""

    program: str
    last_report: int
    last_judgement: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """A version of a report that was stored: its row key, the report's id, and whether it is the one that counts."""

    key: int
    report: str
    current: bool


def present_state(connection: Connection, program: str) -> LinkState:
    """The state of incidents that were made of all that the store holds now."""
    return LinkState(
        program,
        connection.scalar(select(func.max(REPORTS.c.key))) or 0,
        connection.scalar(select(func.max(JUDGEMENTS.c.id))) or 0,
    )


def linked_state(connection: Connection) -> LinkState | None:
    """The state that the incidents in the store were made of; ``None`` where they never were."""
    row = connection.execute(select(LINKED)).one_or_none()
    return None if row is None else LinkState(row.program, row.last_report, row.last_judgement)


def set_linked(connection: Connection, state: LinkState) -> None:
    """Note what the incidents in the store were made of."""
    connection.execute(delete(LINKED))
    connection.execute(
        insert(LINKED).values(program=state.program, last_report=state.last_report, last_judgement=state.last_judgement)
    )


def read_arrivals(connection: Connection, *, after: int) -> list[Arrival]:
    """The versions of reports that were stored after the one of that key (0: all), in the order of arrival."""
    query = select(REPORTS.c.key, REPORTS.c.id, REPORTS.c.current).where(REPORTS.c.key > after).order_by(REPORTS.c.key)
    return [Arrival(row.key, row.id, row.current) for row in connection.execute(query)]


def read_outdated(connection: Connection, reports: Iterable[str]) -> list[int]:
    """The keys of the episodes held of versions of these reports (their ids) that are current no longer."""
    query = select(EPISODES.c.key).join(REPORTS, REPORTS.c.key == EPISODES.c.report).where(~REPORTS.c.current)
    return [key for some in pages(reports) for key in connection.scalars(query.where(REPORTS.c.id.in_(some)))]


def read_versions(connection: Connection, reports: Iterable[str]) -> dict[str, int]:
    """How many versions the store holds of each of these reports."""
    query = select(REPORTS.c.id, func.max(REPORTS.c.version).label("versions")).group_by(REPORTS.c.id)
    return {
        row.id: row.versions
        for some in pages(reports)
        for row in connection.execute(query.where(REPORTS.c.id.in_(some)))
    }


def read_current(connection: Connection, reports: Iterable[str]) -> list[int]:
    """The row keys of the current versions of these reports (their ids)."""
    query = select(REPORTS.c.key).where(REPORTS.c.current)
    return [key for some in pages(reports) for key in connection.scalars(query.where(REPORTS.c.id.in_(some)))]
