"""Tables of what happened, where and when: events, places, dates, territories, relations, ceasefires."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tacitus.export.tables.column import REPORT, Column, Table, field, numbered, one_of, span_columns
from tacitus.export.tables.mention import actor_name, actor_side, mention_table
from tacitus.model import (
    ASPECTS,
    CEASEFIRE_STATUSES,
    DATE_PRECISIONS,
    EVENT_TYPES,
    PLACE_PRECISIONS,
    RELATION_KINDS,
    Ceasefire,
    Coding,
    DateExpression,
    Event,
    Place,
    Relation,
    Territory,
    Violation,
)


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in an event: "actor" or "recipient"."""

    event: str
    role: str
    number: int
    actor: str


@dataclass(frozen=True, slots=True)
class Breach:
    """An alleged violation and the ceasefire that it breaks."""

    ceasefire: str
    number: int
    violation: Violation


def _parts(coding: Coding) -> Iterator[Part]:
    for event in coding.events:
        for role, actors in (("actor", event.actors), ("recipient", event.recipients)):
            for number, actor in numbered(actors):
                yield Part(event.id, role, number, actor)


def _breaches(coding: Coding) -> Iterator[Breach]:
    for ceasefire in coding.ceasefires:
        for number, violation in numbered(ceasefire.violations):
            yield Breach(ceasefire.id, number, violation)


def _place_name(event: Event, coding: Coding) -> str | None:
    return next((place.name for place in coding.places if place.id == event.place), None)


EVENTS: Table[Coding, Event] = Table(
    "events",
    "A PLOVER event; who did it to whom is in event_actors.",
    lambda coding: coding.events,
    (
        REPORT,
        field("id", "text", "Id of the event.", lambda event: event.id),
        field("type", "text", f"PLOVER type: {one_of(EVENT_TYPES)}", lambda event: event.type),
        field("mode", "text", "PLOVER mode.", lambda event: event.mode),
        field("aspect", "text", one_of(ASPECTS), lambda event: event.aspect),
        field("background", "flag", "History, not news.", lambda event: event.background),
        field("date", "text", "Day or interval (EDTF).", lambda event: event.date),
        field("first_day", "day", "First day.", lambda event: event.start),
        field("last_day", "day", "Last day.", lambda event: event.end),
        field("place", "text", "Id of the place.", lambda event: event.place),
        Column("place_name", "text", "The place's name.", _place_name),
        field("claims", "list", "Ids of the claims that tell it; empty: the report.", lambda event: event.claims),
        field("rule", "text", "What found it.", lambda event: event.rule),
        field("confidence", "number", "0 to 1.", lambda event: event.confidence),
        *span_columns("The word that names the happening", lambda event: event.trigger, prefix="trigger_"),
        *span_columns("Its clause", lambda event: event.evidence, prefix="evidence_"),
    ),
)

EVENT_ACTORS: Table[Coding, Part] = Table(
    "event_actors",
    "An actor's part in an event; two-sided violence has two actors and no recipient.",
    _parts,
    (
        REPORT,
        field("event", "text", "Id of the event.", lambda part: part.event),
        field("role", "text", "actor or recipient.", lambda part: part.role),
        field("number", "integer", "Its place among those of the role, from 1.", lambda part: part.number),
        field("actor", "text", "Id of the actor.", lambda part: part.actor),
        Column("name", "text", "The actor's name.", lambda part, coding: actor_name(part.actor, coding)),
        Column("side", "text", "The actor's side.", lambda part, coding: actor_side(part.actor, coding)),
    ),
)

EVENT_MENTIONS = mention_table(
    "event_mentions",
    "A clause that tells of an event: the first is its evidence, the others tell of it again.",
    owner="event",
    place="clause",
    owners=lambda coding: ((event.id, (event.evidence, *event.also)) for event in coding.events),
)

PLACES: Table[Coding, Place] = Table(
    "places",
    "A place that the report names.",
    lambda coding: coding.places,
    (
        REPORT,
        field("id", "text", "Id of the place.", lambda place: place.id),
        field("name", "text", "Name.", lambda place: place.name),
        field("country", "text", "ISO 3166-1 alpha-3 code of the recognised state.", lambda place: place.country),
        field("admin1", "text", "Province.", lambda place: place.admin1),
        field("lat", "number", "Degrees north (WGS 84); empty: unknown.", lambda place: place.lat),
        field("lon", "number", "Degrees east (WGS 84); empty: unknown.", lambda place: place.lon),
        field("geonames_id", "integer", "Id in GeoNames.", lambda place: place.geonames_id),
        field("precision", "text", one_of(PLACE_PRECISIONS), lambda place: place.precision),
    ),
)

PLACE_MENTIONS = mention_table(
    "place_mentions",
    "A place in the text that names a place.",
    owner="place",
    place="mention",
    owners=lambda coding: ((place.id, place.mentions) for place in coding.places),
)

DATES: Table[Coding, DateExpression] = Table(
    "dates",
    "An expression of time and the days that it means.",
    lambda coding: coding.dates,
    (
        REPORT,
        field("edtf", "text", "Day or interval (EDTF); empty: cannot be resolved.", lambda when: when.edtf),
        field("first_day", "day", "First day; empty: open or unknown.", lambda when: when.start),
        field("last_day", "day", "Last day; empty: open or unknown.", lambda when: when.end),
        field("precision", "text", one_of(DATE_PRECISIONS), lambda when: when.precision),
        field("time", "text", "The hour as told, with UTC offset where known.", lambda when: when.time),
        *span_columns("The expression", lambda when: when.span),
    ),
)

TERRITORIES: Table[Coding, Territory] = Table(
    "territories",
    "What the report says of whose a place is.",
    lambda coding: coding.territories,
    (
        REPORT,
        field("place", "text", "Id of the place.", lambda territory: territory.place_id),
        field("place_name", "text", "The place's name.", lambda territory: territory.place),
        field("recognised_part_of", "text", "Side.", lambda territory: territory.recognised_part_of),
        field("populated_by", "text", "Side or name of a people.", lambda territory: territory.populated_by),
        field("controlled_by", "text", "Side.", lambda territory: territory.controlled_by),
        field("claimed_by", "list", "Sides.", lambda territory: territory.claimed_by),
        *span_columns("The evidence", lambda territory: territory.evidence),
    ),
)

RELATIONS: Table[Coding, Relation] = Table(
    "relations",
    "How one side stands to another; backs, mediates and peacekeeping run from a to b.",
    lambda coding: coding.relations,
    (
        REPORT,
        field("a", "text", "Side.", lambda tie: tie.a),
        field("b", "text", "Side.", lambda tie: tie.b),
        field("kind", "text", one_of(RELATION_KINDS), lambda tie: tie.kind),
        *span_columns("The evidence", lambda tie: tie.evidence),
    ),
)

CEASEFIRES: Table[Coding, Ceasefire] = Table(
    "ceasefires",
    "A truce that the report tells of.",
    lambda coding: coding.ceasefires,
    (
        REPORT,
        field("id", "text", "Id of the ceasefire.", lambda truce: truce.id),
        field("parties", "list", "Sides.", lambda truce: truce.parties),
        field("mediators", "list", "Sides.", lambda truce: truce.mediators),
        field("day", "day", "Day of effect.", lambda truce: truce.date),
        field("hour", "text", "Hour of effect, with UTC offset where known.", lambda truce: truce.hour),
        field("status", "text", one_of(CEASEFIRE_STATUSES), lambda truce: truce.status),
        field("background", "flag", "History, not news.", lambda truce: truce.background),
        *span_columns("The evidence", lambda truce: truce.evidence),
    ),
)

VIOLATIONS: Table[Coding, Breach] = Table(
    "violations",
    "An alleged breach of a ceasefire.",
    _breaches,
    (
        REPORT,
        field("ceasefire", "text", "Id of the ceasefire.", lambda row: row.ceasefire),
        field("number", "integer", "Its place among the ceasefire's violations, from 1.", lambda row: row.number),
        field("by", "text", "The side accused.", lambda row: row.violation.by),
        field(
            "alleged_by",
            "text",
            "The side that says so; empty: the report.",
            lambda row: row.violation.alleged_by,
        ),
        field("claim", "text", "Id of the claim that says it.", lambda row: row.violation.claim),
    ),
)
