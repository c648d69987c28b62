"""How far the reports of a store are linked, and what linking keeps of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from tacitus.store.schema import REPORTS
from tacitus.store.schema_derived import JUDGEMENTS, LINKABLES, LINKED

_PAGE = 500


@dataclass(frozen=True, slots=True)
class LinkState:
    """The last version of a report and the last judgement (keys, 0 where there is none) and the linking program."""

    program: str
    last_report: int
    last_judgement: int


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


def report_keys(connection: Connection) -> dict[str, int]:
    """The row key of each report's current version, by the report's id."""
    current = select(REPORTS.c.id, REPORTS.c.key).where(REPORTS.c.current).order_by(REPORTS.c.key)
    return {row.id: row.key for row in connection.execute(current)}


def read_linkables(connection: Connection) -> dict[int, str]:
    """What linking kept of the current versions, by their keys."""
    kept = select(LINKABLES).join(REPORTS, REPORTS.c.key == LINKABLES.c.report).where(REPORTS.c.current)
    return {row.report: row.content for row in connection.execute(kept)}


def keep_linkables(connection: Connection, contents: Mapping[int, str], *, current: Collection[int]) -> None:
    """Keep what linking read of versions of reports; what it had of versions no longer ``current`` goes."""
    kept = set(connection.scalars(select(LINKABLES.c.report)))
    for some in _pages(sorted(kept.difference(current) | kept.intersection(contents))):
        connection.execute(delete(LINKABLES).where(LINKABLES.c.report.in_(some)))
    if contents:
        rows = [{"report": key, "content": content} for key, content in contents.items()]
        connection.execute(insert(LINKABLES), rows)


def _pages(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), _PAGE):
        yield keys[start : start + _PAGE]
