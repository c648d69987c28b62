"""Incidents in the store: written when reports were linked, read by what a user asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, delete, func, insert, or_, select

from tacitus.model import EventType
from tacitus.model.incident import Incident
from tacitus.store.pages import pages
from tacitus.store.schema_derived import INCIDENT_EVENTS, INCIDENT_SIDES, INCIDENT_TYPES, INCIDENTS

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentChoice:
    """Which incidents to read; what is ``None`` does not matter.

    They happened on a day from ``since`` to ``until`` (both included), at a place whose name holds ``place`` (in any
    case) or in the country of that code, with that side, are of that type, and have at least ``min_killed`` dead by
    the best estimate. What is only told as history comes with ``background``. The order is by first day, the undated
    last; ``newest_first`` turns the days round.
    """

    ids: Collection[str] | None = None
    since: date | None = None
    until: date | None = None
    place: str | None = None
    country: str | None = None
    side: str | None = None
    type: EventType | None = None
    min_killed: int | None = None
    background: bool = True
    newest_first: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class MadeIncident:
    """An incident, and the hash of what it was made of."""

    incident: Incident
    made_of: str


def read_incidents(connection: Connection, choice: IncidentChoice) -> list[Incident]:
    """The chosen incidents."""
    first = INCIDENTS.c.first_day
    ordered = (first.is_(None), first.desc() if choice.newest_first else first, INCIDENTS.c.id)
    query = _chosen(select(INCIDENTS.c.content), choice).order_by(*ordered).limit(choice.limit)
    adapter = _json()
    return [adapter.validate_json(content) for content in connection.scalars(query)]


def count_incidents(connection: Connection, choice: IncidentChoice) -> int:
    """How many there are, whatever the limit."""
    return connection.scalar(_chosen(select(func.count()).select_from(INCIDENTS), choice)) or 0


def read_made_of(connection: Connection, ids: Iterable[str] | None = None) -> dict[str, str]:
    """What the incidents of these ids were made of, those of all for ``None``."""
    query = select(INCIDENTS.c.id, INCIDENTS.c.made_of)
    if ids is None:
        return {row.id: row.made_of for row in connection.execute(query)}
    return {
        row.id: row.made_of for some in pages(ids) for row in connection.execute(query.where(INCIDENTS.c.id.in_(some)))
    }


def put_incidents(connection: Connection, made: Iterable[MadeIncident], keys: Mapping[str, int]) -> None:
    """Write incidents that the store does not hold; ``keys`` are the row keys of the reports by id."""
    for some in pages(made):
        connection.execute(insert(INCIDENTS), [_row(one) for one in some])
        for table, rows in (
            (INCIDENT_SIDES, [_listed(one, n, "side", x) for one in some for n, x in enumerate(one.incident.sides)]),
            (INCIDENT_TYPES, [_listed(one, n, "type", x) for one in some for n, x in enumerate(one.incident.types)]),
            (INCIDENT_EVENTS, [row for one in some for row in _events(one.incident, keys)]),
        ):
            if rows:
                connection.execute(insert(table), rows)


def drop_incidents(connection: Connection, ids: Iterable[str]) -> None:
    """Take incidents out."""
    for some in pages(ids):
        for table in (INCIDENT_EVENTS, INCIDENT_SIDES, INCIDENT_TYPES):
            connection.execute(delete(table).where(table.c.incident.in_(some)))
        connection.execute(delete(INCIDENTS).where(INCIDENTS.c.id.in_(some)))


@cache
def _json() -> TypeAdapter[Incident]:
    from pydantic import TypeAdapter  # takes its time: not before there is something to read

    return TypeAdapter(Incident)


def _chosen(query: Select[Any], choice: IncidentChoice) -> Select[Any]:
    columns = INCIDENTS.c
    if choice.ids is not None:
        query = query.where(columns.id.in_(choice.ids))
    if choice.since is not None:
        query = query.where(columns.last_day >= choice.since)
    if choice.until is not None:
        query = query.where(columns.first_day <= choice.until)
    where = []
    if choice.place is not None:
        where.append(columns.place.icontains(choice.place, autoescape=True))
    if choice.country is not None:
        where.append(columns.country == choice.country)
    if where:
        query = query.where(or_(*where))
    if choice.side is not None:
        sided = select(INCIDENT_SIDES.c.incident).where(INCIDENT_SIDES.c.side == choice.side)
        query = query.where(columns.id.in_(sided))
    if choice.type is not None:
        typed = select(INCIDENT_TYPES.c.incident).where(INCIDENT_TYPES.c.type == choice.type)
        query = query.where(columns.id.in_(typed))
    if choice.min_killed is not None:
        query = query.where(columns.killed >= choice.min_killed)
    if not choice.background:
        query = query.where(~columns.background)
    return query


def _row(made: MadeIncident) -> dict[str, object]:
    incident = made.incident
    where, ucdp = incident.place, incident.estimates.ucdp
    return {
        "id": incident.id,
        "title": incident.title,
        "first_day": incident.start,
        "last_day": incident.end,
        "place": where.name if where else None,
        "country": where.country if where else None,
        "lat": where.lat if where else None,
        "lon": where.lon if where else None,
        "background": incident.background,
        "killed": ucdp.best if ucdp else None,
        "reports": len(incident.reports),
        "voices": incident.voices,
        "made_of": made.made_of,
        "content": _json().dump_json(incident).decode(),
    }


def _listed(made: MadeIncident, n: int, what: str, value: str) -> dict[str, object]:
    return {"incident": made.incident.id, "n": n, what: value}


def _events(incident: Incident, keys: Mapping[str, int]) -> Iterator[dict[str, object]]:
    main = set(incident.main_reports)
    for report, event in incident.events:
        yield {"incident": incident.id, "report": keys[report], "event": event, "main": report in main}
