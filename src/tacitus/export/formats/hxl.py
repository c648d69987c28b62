"""Incidents as CSV with a row of HXL hashtags, as the Humanitarian Data Exchange reads it.

Source: Humanitarian Exchange Language 1.1 (https://hxlstandard.org/standard/1-1final/), with the attributes that the
exchange gives to its conflict events.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TextIO

from tacitus.export.formats.case import Case
from tacitus.export.formats.columns import Field, Value, names, row
from tacitus.export.formats.countries import country
from tacitus.export.formats.sources import outlets, reports, source_fields
from tacitus.export.wording import plain
from tacitus.model.incident import IncidentPlace

_SEPARATOR = " | "  # a list in one cell, by HXL's attribute +list


@dataclass(frozen=True, slots=True)
class _Tagged:
    field: Field[Case]
    tag: str


def write_hxl(cases: Iterable[Case], stream: TextIO) -> None:
    """Heads, hashtags, then a row for each incident that is no history."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names(HXL_FIELDS))
    writer.writerow(HXL_TAGS)
    writer.writerows(row(HXL_FIELDS, case) for case in cases if not case.incident.background)


def _incident(name: str, tag: str, attribute: str) -> _Tagged:
    return _Tagged(Field(name, lambda case: getattr(case.incident, attribute)), tag)


def _place(name: str, tag: str, value: Callable[[IncidentPlace], Value]) -> _Tagged:
    return _Tagged(Field(name, lambda case: value(case.incident.place) if case.incident.place else None), tag)


def _country_name(place: IncidentPlace) -> str | None:
    state = country(place.country)
    return state.name if state else None


def _admin1(case: Case) -> str | None:
    place = case.place()
    return place.admin1 if place else None


def _deaths(which: str) -> Callable[[Case], Value]:
    def value(case: Case) -> int | None:
        estimate = case.incident.estimates.ucdp
        found: int | None = getattr(estimate, which) if estimate else None
        return found

    return value


def _grade(case: Case) -> str | None:
    estimate = case.incident.estimates.range
    return estimate.grade if estimate else None


def _listed(values: Iterable[str | None]) -> str:
    return _SEPARATOR.join(plain(value) for value in values if value)


_SOURCE_TAGS = ("#meta+id+incident", "#meta+id+reports", "#meta+spans")
_TAGGED: tuple[_Tagged, ...] = (
    _incident("id", "#event+id", "id"),
    _Tagged(Field("title", lambda case: plain(case.incident.title)), "#event+name"),
    _Tagged(Field("types", lambda case: _listed(case.incident.types)), "#event+type+list+v_plover"),
    _incident("start", "#date+start", "start"),
    _incident("end", "#date+end", "end"),
    _Tagged(Field("sides", lambda case: _listed(case.incident.sides)), "#group+code+list"),
    _place("country_code", "#country+code+v_iso3", lambda place: place.country),
    _place("country", "#country+name", _country_name),
    _Tagged(Field("admin1", _admin1), "#adm1+name"),
    _place("location", "#loc+name", lambda place: place.name),
    _place("precision", "#loc+type", lambda place: place.precision),
    _place("latitude", "#geo+lat", lambda place: place.lat),
    _place("longitude", "#geo+lon", lambda place: place.lon),
    _Tagged(Field("killed_low", _deaths("low")), "#affected+killed+min"),
    _Tagged(Field("killed_best", _deaths("best")), "#affected+killed+best"),
    _Tagged(Field("killed_high", _deaths("high")), "#affected+killed+max"),
    _Tagged(Field("grade", _grade), "#status+code"),
    _incident("voices", "#meta+num+sources", "voices"),
    _Tagged(Field("sources", lambda case: _listed(outlets(case))), "#meta+source+list"),
    _Tagged(Field("urls", lambda case: _listed(report.url for report in reports(case))), "#meta+url+list"),
    *(_Tagged(field, tag) for field, tag in zip(source_fields(), _SOURCE_TAGS, strict=True)),
)
HXL_FIELDS: tuple[Field[Case], ...] = tuple(tagged.field for tagged in _TAGGED)
HXL_TAGS: tuple[str, ...] = tuple(tagged.tag for tagged in _TAGGED)
"""The hashtag of each column."""
