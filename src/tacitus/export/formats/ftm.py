"""Incidents, their sides, the reports and those they name as FollowTheMoney entities, one JSON object a line.

Source: the FollowTheMoney ontology, version 4 (https://followthemoney.tech): ``Event``, ``Article``, ``Documentation``,
``PublicBody``, ``Organization`` and ``Person``. A person or organisation is one entity a report: whether two reports
mean the same one is for the reader to say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import TextIO

import pycountry

from tacitus.export.formats.case import Case
from tacitus.export.formats.countries import country
from tacitus.export.formats.sources import event_sources
from tacitus.export.wording import plain
from tacitus.model import Actor, Coding, Report
from tacitus.model.incident import Estimates, Source

_SCHEMAS = {"person": "Person", "organization": "Organization", "group": "Organization"}


def write_ftm(cases: Iterable[Case], codings: Iterable[Coding], stream: TextIO) -> None:
    """First the reports with those they name, then the incidents with their sides and evidence."""
    for coding in codings:
        _write(_report_entities(coding), stream)
    sides: set[str] = set()
    for case in cases:
        new = [side for side in case.incident.sides if side not in sides]
        sides.update(new)
        _write((_side(side) for side in new), stream)
        _write(_incident_entities(case), stream)


def _write(entities: Iterable[_Entity], stream: TextIO) -> None:
    for entity in entities:
        stream.write(json.dumps(entity, ensure_ascii=False) + "\n")


_Entity = dict[str, object]


def _key(*parts: object) -> str:
    return hashlib.sha1("\n".join(map(str, parts)).encode(), usedforsecurity=False).hexdigest()


def _report_key(report_id: str) -> str:
    return _key("report", report_id)


def _side_key(side: str) -> str:
    return _key("side", side)


def _entity(schema: str, key: str, **properties: Iterable[str | None] | str | None) -> _Entity:
    """An entity without the properties that nothing is known of."""
    kept: dict[str, list[str]] = {}
    for name, given in properties.items():
        values = [given] if isinstance(given, str) else [value for value in given or () if value]
        if values:
            kept[name] = list(dict.fromkeys(values))
    return {"id": key, "schema": schema, "properties": kept}


def _report_entities(coding: Coding) -> Iterator[_Entity]:
    yield _article(coding.report)
    for actor in coding.actors:
        schema = _SCHEMAS.get(actor.kind)
        if schema and actor.mentions:
            yield from _named(actor, schema, coding.report)


def _article(report: Report) -> _Entity:
    return _entity(
        "Article",
        _report_key(report.id),
        title=plain(report.title) if report.title else None,
        publishedAt=report.published.isoformat() if report.published else None,
        publisher=plain(report.outlet) if report.outlet else None,
        sourceUrl=report.url,
        language=_language(report.language),
        fileName=report.id,
        bodyText=report.text,
    )


def _language(code: str) -> str | None:
    """FollowTheMoney's code of a language: ISO 639-3."""
    found = pycountry.languages.get(alpha_2=code.partition("-")[0].lower())
    return found.alpha_3 if found else None


def _named(actor: Actor, schema: str, report: Report) -> Iterator[_Entity]:
    key = _key("actor", report.id, actor.id)
    state = country(actor.side)
    yield _entity(
        schema,
        key,
        name=plain(actor.name),
        country=_code(actor.side) if state else None,
        **({"position": plain(actor.role)} if actor.role and schema == "Person" else {}),
        proof=_report_key(report.id),
    )
    yield _documentation(key, Source(report.id, actor.mentions[0]), report, role="named")


def _side(side: str) -> _Entity:
    state = country(side)
    if state is None:
        return _entity("Organization", _side_key(side), name=side)
    return _entity("PublicBody", _side_key(side), name=f"Government of {state.name}", country=_code(side))


def _code(side: str | None) -> str | None:
    """FollowTheMoney's code of a state: ISO 3166-1 alpha-2 in small letters."""
    state = country(side)
    return state.alpha2.lower() if state and state.alpha2 else "xk" if side == "XKX" else None


def _incident_entities(case: Case) -> Iterator[_Entity]:
    incident = case.incident
    key = _key("incident", incident.id)
    place = incident.place
    yield _entity(
        "Event",
        key,
        name=plain(incident.title),
        recordId=incident.id,
        startDate=incident.start.isoformat() if incident.start else None,
        endDate=incident.end.isoformat() if incident.end else None,
        country=_code(place.country) if place else None,
        location=place.name if place else None,
        involved=[_side_key(side) for side in incident.sides],
        keywords=incident.types,
        summary=_toll_text(incident.estimates),
        proof=[_report_key(report) for report in case.codings],
    )
    for source in dict.fromkeys(event_sources(case)):
        yield _documentation(key, source, case.codings[source.report].report, role="tells of it")


def _toll_text(estimates: Estimates) -> str | None:
    ucdp = estimates.ucdp
    if ucdp is None:
        return None
    high = "open" if ucdp.high is None else ucdp.high
    return f"Killed by UCDP's rules: low {ucdp.low}, best {ucdp.best}, high {high}. {plain(ucdp.why)}"


def _documentation(entity: str, source: Source, report: Report, *, role: str) -> _Entity:
    """The words of a report that an entity rests on, with the characters that they stand at."""
    span = source.span
    return _entity(
        "Documentation",
        _key("words", entity, source.report, span.start, span.end),
        document=_report_key(source.report),
        entity=entity,
        role=role,
        summary=plain(span.words(report.text)),
        recordId=f"{source.report}:{span.start}-{span.end}",
        date=report.published.isoformat() if report.published else None,
    )
