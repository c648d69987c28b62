"""The registry of actors as Arrow tables: an actor a row, and an actor of a report a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from tacitus.store.known_actors import KnownActorChoice, read_known_actors

if TYPE_CHECKING:
    import pyarrow as pa

_EVERY = KnownActorChoice()


def _actors(connection: Connection) -> pa.Table:
    import pyarrow as pa

    text, day, number = pa.string(), pa.date32(), pa.int64()
    kinds = {"id": text, "name": text, "kind": text, "side": text, "sector": text, "role": text}
    kinds |= {"aliases": pa.list_(text), "mentions": number, "reports": number, "first_day": day, "last_day": day}
    rows = [
        {
            "id": known.id,
            "name": known.name,
            "kind": known.kind,
            "side": known.side,
            "sector": known.sector,
            "role": known.role,
            "aliases": [alias.name for alias in known.aliases],
            "mentions": known.mentions,
            "reports": len(known.reports),
            "first_day": known.first and known.first.published,
            "last_day": known.last and known.last.published,
        }
        for known in read_known_actors(connection, _EVERY)
    ]
    return pa.Table.from_pylist(rows, schema=pa.schema(list(kinds.items())))


def _mentions(connection: Connection) -> pa.Table:
    import pyarrow as pa

    rows = [
        {"known_actor": known.id, "report": seen.report, "actor": seen.actor, "mentions": seen.mentions}
        for known in read_known_actors(connection, _EVERY)
        for seen in known.sightings
    ]
    columns = [("known_actor", pa.string()), ("report", pa.string()), ("actor", pa.string()), ("mentions", pa.int64())]
    return pa.Table.from_pylist(rows, schema=pa.schema(columns))


KNOWN_TABLES: Mapping[str, Callable[[Connection], pa.Table]] = {
    "known_actors": _actors,
    "known_actor_mentions": _mentions,
}
"""Each table by name, with what reads it."""
