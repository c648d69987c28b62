"""Incidents as a GeoJSON FeatureCollection (RFC 7946): a point each, ``null`` where nobody tells where.

A member of ``properties`` that ends in ``sources`` is a list of objects with the report, the span's first and last
character and its very words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TextIO

from tacitus.export.formats.case import Case
from tacitus.export.formats.sources import event_sources, reports
from tacitus.model import Report
from tacitus.model.incident import Estimates, IncidentPlace, Source, StatedFigure, Toll

JsonObject = dict[str, object]


def write_geojson(cases: Iterable[Case], stream: TextIO) -> None:
    """The collection, one feature a line, of all incidents; ``background`` marks history."""
    stream.write('{"type": "FeatureCollection", "features": [')
    for number, case in enumerate(cases):
        stream.write(",\n" if number else "\n")
        stream.write(json.dumps(feature(case), ensure_ascii=False))
    stream.write("\n]}\n")


def feature(case: Case) -> JsonObject:
    """An incident as a feature."""
    incident = case.incident
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": _geometry(incident.place),
        "properties": {
            "title": incident.title,
            "types": list(incident.types),
            "start": _day(incident.start),
            "end": _day(incident.end),
            "place": incident.place.name if incident.place else None,
            "country": incident.place.country if incident.place else None,
            "precision": incident.place.precision if incident.place else None,
            "sides": list(incident.sides),
            "background": incident.background,
            "voices": incident.voices,
            "main_reports": list(incident.main_reports),
            "reports": [_report(report) for report in reports(case)],
            "sources": _sources(event_sources(case), case),
            **_estimates(incident.estimates, case),
            "tolls": [_toll(toll, case) for toll in incident.figures],
        },
    }


def _geometry(place: IncidentPlace | None) -> JsonObject | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _report(report: Report) -> JsonObject:
    return {
        "id": report.id,
        "outlet": report.outlet,
        "published": _day(report.published),
        "title": report.title,
        "url": report.url,
    }


def _sources(sources: Iterable[Source], case: Case) -> list[JsonObject]:
    return [_source(source, case) for source in dict.fromkeys(sources)]


def _source(source: Source, case: Case) -> JsonObject:
    coding = case.codings.get(source.report)
    words = source.span.words(coding.report.text) if coding else None
    return {"report": source.report, "start": source.span.start, "end": source.span.end, "words": words}


def _estimates(estimates: Estimates, case: Case) -> JsonObject:
    """Killed, by each codebook; left out where no report gives a number."""
    out: JsonObject = {}
    if estimates.ucdp is not None:
        ucdp = estimates.ucdp
        out["killed_ucdp"] = {"low": ucdp.low, "best": ucdp.best, "high": ucdp.high, "why": ucdp.why}
        out["killed_sources"] = _sources(ucdp.sources, case)
    if estimates.acled is not None:
        out["killed_acled"] = {"fatalities": estimates.acled.fatalities, "why": estimates.acled.why}
    if estimates.range is not None:
        found = estimates.range
        out["killed_range"] = {"min": found.min, "max": found.max, "grade": found.grade, "why": found.why}
    return out


def _toll(toll: Toll, case: Case) -> JsonObject:
    return {
        "kind": toll.kind,
        "side": toll.side,
        "group_type": toll.group_type,
        "by": toll.by,
        "standing": toll.standing,
        "history": [_stated(stated, case) for stated in toll.history],
    }


def _stated(stated: StatedFigure, case: Case) -> JsonObject:
    return {
        "published": _day(stated.published),
        "low": stated.low,
        "best": stated.best,
        "high": stated.high,
        "superseded": stated.superseded,
        "denied": stated.denied,
        "part": stated.part,
        "sources": [_source(Source(stated.report, stated.span), case)],
    }
