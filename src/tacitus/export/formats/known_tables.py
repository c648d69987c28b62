"""The registry of actors as tables, to stand beside those of the codings and of the incidents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tacitus.export.formats.incident_tables import IncidentColumn
from tacitus.export.tables.column import Cell, Kind
from tacitus.store import KnownActor, Sighting

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class KnownTable(Generic[Item]):
    """A table with a row for each of ``items``; ``columns`` leave out the actor's id, which is the first column."""

    name: str
    about: str
    items: Callable[[KnownActor], Iterable[Item]]
    columns: tuple[IncidentColumn[Item], ...]

    @property
    def heads(self) -> tuple[tuple[str, Kind, str], ...]:
        """Name, kind and meaning of every column, the actor's id first."""
        first: tuple[str, Kind, str] = ("known_actor", "text", "Id of the known actor.")
        return (first, *((column.name, column.kind, column.about) for column in self.columns))

    def rows(self, known: KnownActor) -> Iterator[tuple[Cell, ...]]:
        """The rows of one actor, each as long as ``heads``."""
        for item in self.items(known):
            yield (known.id, *(column.value(item) for column in self.columns))


KNOWN_ACTORS: KnownTable[KnownActor] = KnownTable(
    "known_actors",
    "A person, body, group or state that reports name, as one over all of them.",
    lambda known: (known,),
    (
        IncidentColumn("name", "text", "Name that most reports give.", lambda known: known.name),
        IncidentColumn("kind", "text", "What it is.", lambda known: known.kind),
        IncidentColumn("side", "text", "Side; empty: not told.", lambda known: known.side),
        IncidentColumn("sector", "text", "PLOVER sector that most reports tell.", lambda known: known.sector),
        IncidentColumn("role", "text", "Office or description that most reports give.", lambda known: known.role),
        IncidentColumn("aliases", "list", "All its names.", lambda known: tuple(alias.name for alias in known.aliases)),
        IncidentColumn("mentions", "integer", "How often reports mention it.", lambda known: known.mentions),
        IncidentColumn("reports", "integer", "How many reports name it.", lambda known: len(known.reports)),
        IncidentColumn("first_day", "day", "Day of the first report.", lambda known: _day(known.first)),
        IncidentColumn("last_day", "day", "Day of the last report.", lambda known: _day(known.last)),
    ),
)

KNOWN_ACTOR_MENTIONS: KnownTable[Sighting] = KnownTable(
    "known_actor_mentions",
    "An actor of a report that is a known one.",
    lambda known: known.sightings,
    (
        IncidentColumn("report", "text", "Id of the report.", lambda seen: seen.report),
        IncidentColumn("actor", "text", "Id of the actor in that report.", lambda seen: seen.actor),
        IncidentColumn("mentions", "integer", "How often the report mentions it.", lambda seen: seen.mentions),
    ),
)

KNOWN_TABLES: tuple[KnownTable[Any], ...] = (KNOWN_ACTORS, KNOWN_ACTOR_MENTIONS)
"""Every table of the registry."""


def known_tables_markdown() -> str:
    """Every table with its columns, as Markdown."""
    lines: list[str] = []
    for table in KNOWN_TABLES:
        lines += [f"### {table.name}", "", table.about, "", "| column | kind | meaning |", "| --- | --- | --- |"]
        lines += [f"| `{name}` | {kind} | {about} |" for name, kind, about in table.heads]
        lines.append("")
    return "\n".join(lines).rstrip()


def _day(sighting: Sighting | None) -> Cell:
    return sighting.published if sighting else None
