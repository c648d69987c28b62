"""Event mentions as JSON lines with the fields of POLECAT, the event data coded by PLOVER.

Source: the columns of the POLECAT files (https://doi.org/10.7910/DVN/AJGVIT), one object a line with the column names
as keys, and PLOVER's quad categories (https://github.com/openeventdata/PLOVER). What has several values is
parted by ";".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TextIO

from tacitus import __version__
from tacitus.export.formats.columns import Field, names, row, unfilled
from tacitus.export.formats.countries import country
from tacitus.export.formats.sources import PREFIX
from tacitus.export.wording import plain
from tacitus.model import Actor, ActorKind, Coding, Event, EventType, Place

_QUADS: dict[EventType, str] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "Verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "Material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "Verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "Material conflict"),
}

IncidentIds = Mapping[tuple[str, str], str]
"""The incident of each event mention, given by the report's id and the event's."""


@dataclass(frozen=True, slots=True)
class _Record:
    coding: Coding
    event: Event
    incident: str | None

    def actors(self, ids: Sequence[str]) -> list[Actor]:
        """The actors of these ids."""
        return [actor for actor in map(self.coding.actor, ids) if actor is not None]

    @property
    def place(self) -> Place | None:
        """Where it happened."""
        return next((place for place in self.coding.places if place.id == self.event.place), None)


def write_plover(codings: Iterable[Coding], incidents: IncidentIds, stream: TextIO, *, whole: bool = True) -> None:
    """A line for each event that a report tells as news and as having happened, report by report.

    Unless ``whole``, events that are of none of the incidents are left out.
    """
    heads = names(PLOVER_FIELDS)
    for record in _records(codings, incidents):
        if record.incident is None and not whole:
            continue
        values = (value.isoformat() if isinstance(value, date) else value for value in row(PLOVER_FIELDS, record))
        fields = {**dict(zip(heads, values, strict=True)), **_basis(record)}
        stream.write(json.dumps(fields, ensure_ascii=False) + "\n")


def _records(codings: Iterable[Coding], incidents: IncidentIds) -> Iterator[_Record]:
    for coding in codings:
        for event in coding.events:
            if event.aspect == "actual" and not event.background:
                yield _Record(coding, event, incidents.get((coding.report.id, event.id)))


def _joined(values: Iterable[str | None]) -> str | None:
    kept = list(dict.fromkeys(plain(value) for value in values if value))
    return ";".join(kept) or None


def _party_fields(role: str, ids_of: str) -> tuple[Field[_Record], ...]:
    def actors(record: _Record) -> list[Actor]:
        return record.actors(getattr(record.event, ids_of))

    def words(record: _Record) -> str | None:
        text = record.coding.report.text
        return _joined(actor.mentions[0].words(text) for actor in actors(record) if actor.mentions)

    def sectors(record: _Record) -> list[str]:
        return [actor.sector for actor in actors(record) if actor.sector]

    return (
        Field(f"{role} Name", lambda record: _joined(actor.name for actor in actors(record))),
        Field(f"{role} Country", lambda record: _joined(actor.side for actor in actors(record) if country(actor.side))),
        *unfilled(f"{role} COW"),
        Field(f"Primary {role} Sector", lambda record: next(iter(sectors(record)), None)),
        Field(f"{role} Sectors", lambda record: _joined(sectors(record))),
        Field(f"{role} Title", lambda record: _joined(actor.role for actor in actors(record))),
        Field(f"{role} Name Raw", words),
        *unfilled(f"Wikipedia {role} ID"),
    )


def _place_field(name: str, attribute: str, *precisions: str) -> Field[_Record]:
    def value(record: _Record) -> str | float | int | None:
        place = record.place
        if place is None or (precisions and place.precision not in precisions):
            return None
        found: str | float | int | None = getattr(place, attribute)
        return found

    return Field(name, value)


def _raw_place(record: _Record) -> str | None:
    place = record.place
    return place.mentions[0].words(record.coding.report.text) if place and place.mentions else None


def _story(record: _Record, *kinds: ActorKind) -> str | None:
    return _joined(actor.name for actor in record.coding.actors if actor.kind in kinds)


def _basis(record: _Record) -> dict[str, object]:
    """What a record rests on: lists, which JSON can hold and a column of POLECAT's cannot."""
    report, event = record.coding.report.id, record.event
    return {
        f"{PREFIX}incident": record.incident,
        f"{PREFIX}report": report,
        f"{PREFIX}spans": [[report, span.start, span.end] for span in (event.evidence, *event.also)],
        f"{PREFIX}claims": list(event.claims),
        f"{PREFIX}confidence": event.confidence,
    }


PLOVER_FIELDS: tuple[Field[_Record], ...] = (
    Field("Event ID", lambda record: f"{record.coding.report.id}#{record.event.id}"),
    Field("Event Date", lambda record: record.event.start),
    Field("Event Type", lambda record: record.event.type),
    Field("Event Mode", lambda record: record.event.mode),
    *unfilled("Intensity"),
    Field("Quad Code", lambda record: _QUADS[record.event.type]),
    *unfilled("Contexts"),
    *_party_fields("Actor", "actors"),
    *_party_fields("Recipient", "recipients"),
    _place_field("Placename", "name"),
    _place_field("City", "name", "settlement"),
    _place_field("District", "name", "district"),
    _place_field("Province", "admin1"),
    _place_field("Country", "country"),
    _place_field("Latitude", "lat"),
    _place_field("Longitude", "lon"),
    _place_field("GeoNames ID", "geonames_id"),
    Field("Raw Placename", _raw_place),
    *unfilled("Feature Type"),
    Field("Source", lambda record: record.coding.report.outlet),
    Field("Publication Date", lambda record: record.coding.report.published),
    Field("Story People", lambda record: _story(record, "person")),
    Field("Story Organizations", lambda record: _story(record, "organization", "group")),
    Field("Story Locations", lambda record: _joined(place.name for place in record.coding.places)),
    Field("Language", lambda record: record.coding.report.language),
    Field("Version", lambda record: f"tacitus {__version__}"),
)
"""POLECAT's fields; those that no value fills are null."""
