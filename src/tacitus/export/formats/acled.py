"""Incidents as rows shaped like ACLED's: one event a row, the columns of its data export and of its codebook.

Source: ACLED codebook of October 2024 (https://acleddata.com/knowledge-base/codebook), "ACLED Data Columns at a
Glance", with ``inter1``, ``inter2`` and ``interaction`` as labels, in the order of the data export.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TextIO

from tacitus.export.formats.acled_rules import (
    AcledType,
    acled_type,
    inter_label,
    interaction_label,
    targets_civilians,
)
from tacitus.export.formats.case import Case, stable_number
from tacitus.export.formats.columns import Field, lifted, unfilled, write_table
from tacitus.export.formats.countries import Country, country
from tacitus.export.formats.parties import Party, Target, pair, parts, protest_pair
from tacitus.export.formats.sources import PREFIX, outlets, source_fields, spans_text
from tacitus.export.wording import plain
from tacitus.model import EventType

_NO_DEAD = "no report gives a number of dead"
_BROKEN_UP = ("Excessive force against protesters", "Protest with intervention")
_WEEK, _MONTH = 7, 31
# ACLED places nothing in a whole country.
_PRECISIONS = {"settlement": 1, "district": 2, "region": 3, "area": 3}


@dataclass(frozen=True, slots=True)
class _Row:
    case: Case
    type: AcledType
    first: Party | None
    second: Party | None
    where: Country | None


def write_acled(cases: Iterable[Case], stream: TextIO) -> None:
    """A row for each incident that is an event of ACLED's; history, and talk without violence, is none."""
    write_table(ACLED_FIELDS, _rows(cases), stream)


def _rows(cases: Iterable[Case]) -> Iterator[_Row]:
    for case in cases:
        kind = None if case.incident.background else acled_type(case)
        if kind is None:
            continue
        first, second = _parties(case, kind)
        place = case.incident.place
        yield _Row(case, kind, first, second, country(place.country) if place else None)


def _parties(case: Case, kind: AcledType) -> tuple[Party | None, Party | None]:
    if kind.event_type in ("Protests", "Riots"):
        return protest_pair(case, broken_up=kind.sub_event_type in _BROKEN_UP)
    return pair(parts(case, _types(kind)), against=_against(kind))


def _against(kind: AcledType) -> Target | None:
    match kind.event_type:
        case "Battles":
            return "armed"
        case "Violence against civilians":
            return "civilians"
        case _:
            return None


def _types(kind: AcledType) -> tuple[EventType, ...]:
    match kind.sub_event_type:
        case "Agreement":
            return ("AGREE", "CONCEDE", "RETREAT")
        case "Arrests":
            return ("COERCE",)
        case _:
            return ("ASSAULT",)


def _id(row: _Row) -> str:
    return f"{row.where.code if row.where else ''}{stable_number(row.case.incident.id)}"


def _days(row: _Row) -> int | None:
    start, end = row.case.incident.start, row.case.incident.end
    return (end - start).days + 1 if start and end else None


def _time_precision(row: _Row) -> int | None:
    days = _days(row)
    if days is None or days > _MONTH:
        return None
    return 1 if days == 1 else 2 if days <= _WEEK else 3


def _actor(party: Party | None, row: _Row) -> str | None:
    """ACLED's form of a name, without the years of a regime, which news does not tell."""
    if party is None:
        return None
    state = country(party.side)
    match party.kind:
        case "state":
            talks = row.type.event_type == "Strategic developments"
            return f"{'Government' if talks else 'Military Forces'} of {state.acled_name if state else party.name}"
        case "police":
            return f"Police Forces of {state.acled_name if state else party.name}"
        case "civilians":
            label = _label(party, row) or "Civilians"
            whose = row.where or state
            return f"{label} ({whose.acled_name})" if whose else label
        case _:
            return plain(party.name)


def _label(party: Party | None, row: _Row) -> str | None:
    if party is None:
        return None
    protest = row.type.event_type == "Protests"
    return inter_label(
        party, protest=protest, riot=row.type.event_type == "Riots", place=row.where.code if row.where else None
    )


def _interaction(row: _Row) -> str | None:
    first, second = _label(row.first, row), _label(row.second, row)
    if (first is None) != (row.first is None) or (second is None) != (row.second is None):
        return None
    return interaction_label(first, second)


def _civilian_targeting(row: _Row) -> str | None:
    aimed = row.type.event_type == "Violence against civilians" or targets_civilians(row.case)
    return "Civilian targeting" if aimed else None


def _located(row: _Row) -> bool:
    where = row.case.incident.place
    return where is not None and where.precision in _PRECISIONS


def _location(row: _Row) -> str | None:
    where = row.case.incident.place
    return where.name if where and _located(row) else None


def _admin1(row: _Row) -> str | None:
    place = row.case.place()
    return place.admin1 if place else None


def _point(row: _Row) -> tuple[float | None, float | None]:
    where = row.case.incident.place
    return (where.lat, where.lon) if where and _located(row) else (None, None)


def _geo_precision(row: _Row) -> int | None:
    where = row.case.incident.place
    return _PRECISIONS.get(where.precision) if where else None


def _notes(row: _Row) -> str:
    why = _why(row)
    return f"{plain(row.case.incident.title)}. {why[:1].upper()}{why[1:]}"


def _why(row: _Row) -> str:
    estimate = row.case.incident.estimates.acled
    return plain(estimate.why) if estimate else _NO_DEAD


def _fatalities(row: _Row) -> int:
    """ACLED records 0 where no dead are reported (codebook of October 2024, "Reported Fatalities")."""
    estimate = row.case.incident.estimates.acled
    return estimate.fatalities if estimate else 0


def _fatality_spans(row: _Row) -> str:
    estimate = row.case.incident.estimates.acled
    return spans_text(estimate.sources if estimate else ())


def _start(row: _Row) -> date | None:
    return row.case.incident.start


ACLED_FIELDS: tuple[Field[_Row], ...] = (
    Field("event_id_cnty", _id),
    Field("event_date", _start),
    Field("year", lambda row: row.case.incident.start.year if row.case.incident.start else None),
    Field("time_precision", _time_precision),
    Field("disorder_type", lambda row: row.type.disorder_type),
    Field("event_type", lambda row: row.type.event_type),
    Field("sub_event_type", lambda row: row.type.sub_event_type),
    Field("actor1", lambda row: _actor(row.first, row)),
    *unfilled("assoc_actor_1"),
    Field("inter1", lambda row: _label(row.first, row)),
    Field("actor2", lambda row: _actor(row.second, row)),
    *unfilled("assoc_actor_2"),
    Field("inter2", lambda row: _label(row.second, row)),
    Field("interaction", _interaction),
    Field("civilian_targeting", _civilian_targeting),
    Field("iso", lambda row: row.where.numeric if row.where else None),
    Field("region", lambda row: row.where.acled_region if row.where else None),
    Field("country", lambda row: row.where.acled_name if row.where else None),
    Field("admin1", _admin1),
    *unfilled("admin2", "admin3"),
    Field("location", _location),
    Field("latitude", lambda row: _point(row)[0]),
    Field("longitude", lambda row: _point(row)[1]),
    Field("geo_precision", _geo_precision),
    Field("source", lambda row: "; ".join(outlets(row.case))),
    *unfilled("source_scale"),
    Field("notes", _notes),
    Field("fatalities", _fatalities),
    *unfilled("tags", "timestamp"),
    *lifted(source_fields(), lambda row: row.case),
    Field(f"{PREFIX}fatality_spans", _fatality_spans),
    Field(f"{PREFIX}fatality_why", _why),
)
"""The columns of the export; those that no value fills stay empty."""
