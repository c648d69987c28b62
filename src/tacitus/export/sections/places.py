"""Places, and what the report says of whose they are and how the sides stand to each other."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from tacitus.export.event_wording import listed
from tacitus.export.sections.layout import grid, headed, heading, indented
from tacitus.export.wording import plain, words_of
from tacitus.model import Coding, Place, Relation, RelationKind, Span, Territory

_UNKNOWN = "not known"
_LINKS: dict[RelationKind, str] = {
    "close": "is close to",
    "allied": "is allied with",
    "backs": "backs",
    "hostile": "is hostile to",
    "mediates": "mediates with",
    "peacekeeping": "keeps the peace for",
}


def places_section(coding: Coding) -> Iterator[RenderableType]:
    """A row a place, those named most often first."""
    if not coding.places:
        return
    table = headed()
    table.add_column("place", overflow="fold")
    table.add_column("in", overflow="fold")
    table.add_column("point", justify="right", no_wrap=True)
    table.add_column("precision", no_wrap=True)
    table.add_column("named", justify="right", no_wrap=True)
    for place in sorted(coding.places, key=lambda place: -len(place.mentions)):
        table.add_row(*_cells(place))
    yield heading("Places")
    yield indented(table)


def _cells(place: Place) -> tuple[Text, ...]:
    known = place.lat is not None and place.lon is not None
    return (
        Text(plain(place.name), style="cyan"),
        Text(plain(", ".join(part for part in (place.admin1, place.country) if part)) or "–"),
        Text(_point(place) if known else _UNKNOWN, style="" if known else "dim"),
        Text(place.precision, style="dim"),
        Text(str(len(place.mentions))),
    )


def _point(place: Place) -> str:
    lat, lon = place.lat or 0.0, place.lon or 0.0
    return f"{abs(lat):.2f} {'N' if lat >= 0 else 'S'} {abs(lon):6.2f} {'E' if lon >= 0 else 'W'}"


def ties_section(coding: Coding) -> Iterator[RenderableType]:
    """A line a territory and a line a relation, each with its words."""
    if not coding.territories and not coding.relations:
        return
    table = grid()
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold", style="dim")
    for line, span in _ties(coding):
        table.add_row(Text(line), Text(words_of((span,), coding)))
    yield heading("Territory and relations")
    yield indented(table)


def _ties(coding: Coding) -> Iterator[tuple[str, Span]]:
    for territory in coding.territories:
        yield _territory(territory), territory.evidence
    for relation in coding.relations:
        yield _relation(relation), relation.evidence


def _territory(territory: Territory) -> str:
    facts = (
        ("recognised as part of", territory.recognised_part_of),
        ("populated by", territory.populated_by),
        ("controlled by", territory.controlled_by),
        ("claimed by", listed(list(territory.claimed_by))),
    )
    told = ", ".join(f"{fact} {value}" for fact, value in facts if value)
    return plain(f"{territory.place}: {told}" if told else territory.place)


def _relation(relation: Relation) -> str:
    return plain(f"{relation.a} {_LINKS[relation.kind]} {relation.b}")
