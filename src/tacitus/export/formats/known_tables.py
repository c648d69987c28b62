"""The registry of actors as tables, to stand beside those of the codings and of the incidents."""

from __future__ import annotations

from typing import Any

from tacitus.export.tables.column import Cell, Column, Table, field
from tacitus.store import KnownActor, Sighting

_KNOWN_ACTOR: Column[KnownActor, Any] = Column(
    "known_actor", "text", "Id of the known actor.", lambda item, known: known.id
)

KNOWN_ACTORS: Table[KnownActor, KnownActor] = Table(
    "known_actors",
    "A person, body, group or state that reports name, as one over all of them.",
    lambda known: (known,),
    (
        _KNOWN_ACTOR,
        field("name", "text", "Name that most reports give.", lambda known: known.name),
        field("kind", "text", "What it is.", lambda known: known.kind),
        field("side", "text", "Side; empty: not told.", lambda known: known.side),
        field("sector", "text", "PLOVER sector that most reports tell.", lambda known: known.sector),
        field("role", "text", "Office or description that most reports give.", lambda known: known.role),
        field("aliases", "list", "All its names.", lambda known: tuple(alias.name for alias in known.aliases)),
        field("mentions", "integer", "How often reports mention it.", lambda known: known.mentions),
        field("reports", "integer", "How many reports name it.", lambda known: len(known.reports)),
        field("first_day", "day", "Day of the first report.", lambda known: _day(known.first)),
        field("last_day", "day", "Day of the last report.", lambda known: _day(known.last)),
    ),
)

KNOWN_ACTOR_MENTIONS: Table[KnownActor, Sighting] = Table(
    "known_actor_mentions",
    "An actor of a report that is a known one.",
    lambda known: known.sightings,
    (
        _KNOWN_ACTOR,
        field("report", "text", "Id of the report.", lambda seen: seen.report),
        field("actor", "text", "Id of the actor in that report.", lambda seen: seen.actor),
        field("mentions", "integer", "How often the report mentions it.", lambda seen: seen.mentions),
    ),
)

KNOWN_TABLES: tuple[Table[KnownActor, Any], ...] = (KNOWN_ACTORS, KNOWN_ACTOR_MENTIONS)
"""Every table of the registry."""


def _day(sighting: Sighting | None) -> Cell:
    return sighting.published if sighting else None
