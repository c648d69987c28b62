"""Incidents as tables, to stand beside those of the codings: what each holds, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic

from tacitus.export.formats.case import Case
from tacitus.export.tables.column import Cell, Column, Item, Table, field
from tacitus.model.incident import (
    Incident,
    IncidentCeasefire,
    Position,
    Source,
    StatedFigure,
    Toll,
    TruceStep,
)


@dataclass(frozen=True, slots=True)
class Evidenced(Generic[Item]):
    """A part of an incident, its number among its like from 1, and the words that it rests on."""

    number: int
    of: Item
    source: Source
    words: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A number that a claimant stated."""

    toll: Toll
    stated: StatedFigure


@dataclass(frozen=True, slots=True)
class Answer:
    """One voice's answer to a question."""

    question: str
    contested: bool
    position: Position


def _evidenced(case: Case, parts: Iterable[tuple[Item, Source]]) -> Iterator[Evidenced[Item]]:
    for number, (part, source) in enumerate(parts, start=1):
        coding = case.codings.get(source.report)
        yield Evidenced(number, part, source, source.span.words(coding.report.text) if coding else None)


def _statements(case: Case) -> Iterator[Evidenced[Statement]]:
    return _evidenced(
        case,
        (
            (Statement(toll, stated), Source(stated.report, stated.span))
            for toll in case.incident.figures
            for stated in toll.history
        ),
    )


def _answers(case: Case) -> Iterator[Evidenced[Answer]]:
    return _evidenced(
        case,
        (
            (Answer(account.question, account.contested, position), Source(position.report, position.span))
            for account in case.incident.accounts
            for position in account.positions
        ),
    )


def _steps(case: Case) -> Iterator[Evidenced[TruceStep]]:
    truce = case.incident.ceasefire
    return _evidenced(case, ((step, step.source) for step in (truce.steps if truce else ())))


def _estimate_sources(case: Case) -> Iterator[Evidenced[str]]:
    found = case.incident.estimates
    by_codebook = (("ucdp", found.ucdp), ("acled", found.acled), ("range", found.range))
    return _evidenced(
        case, ((name, source) for name, estimate in by_codebook if estimate for source in estimate.sources)
    )


def _truces(case: Case) -> Iterator[IncidentCeasefire]:
    if case.incident.ceasefire is not None:
        yield case.incident.ceasefire


def _reports(case: Case) -> Iterator[tuple[str, bool]]:
    main = set(case.incident.main_reports)
    return ((report, report in main) for report in case.incident.reports)


_INCIDENT: Column[Case, Any] = Column("incident", "text", "Id of the incident.", lambda item, case: case.incident.id)


def _of(path: str) -> Callable[[Incident], Cell]:
    """A value of an incident by its path, ``None`` where a step of it is ``None``."""

    def value(incident: Incident) -> Cell:
        found: Any = incident
        for step in path.split("."):
            found = None if found is None else getattr(found, step)
        cell: Cell = found
        return cell

    return value


def _source_columns(about: str) -> tuple[Column[Any, Evidenced[Any]], ...]:
    return (
        field("report", "text", "Id of the report.", lambda item: item.source.report),
        field("start", "integer", f"{about}: offset of the first character.", lambda at: at.source.span.start),
        field("end", "integer", f"{about}: offset behind the last character.", lambda at: at.source.span.end),
        field("words", "text", f"{about}: the very words.", lambda item: item.words),
    )


def _number() -> Column[Any, Evidenced[Any]]:
    return field("number", "integer", "Its place in the incident, from 1.", lambda item: item.number)


INCIDENTS: Table[Case, Incident] = Table(
    "incidents",
    "One thing that happened, as many reports tell it.",
    lambda case: (case.incident,),
    (
        _INCIDENT,
        field("title", "text", "What it is called.", _of("title")),
        field("types", "list", "PLOVER types.", _of("types")),
        field("first_day", "day", "First day.", _of("start")),
        field("last_day", "day", "Last day.", _of("end")),
        field("place", "text", "Name of the place.", _of("place.name")),
        field("country", "text", "ISO 3166-1 alpha-3 code of the recognised state.", _of("place.country")),
        field("lat", "number", "Degrees north (WGS 84).", _of("place.lat")),
        field("lon", "number", "Degrees east (WGS 84).", _of("place.lon")),
        field("precision", "text", "What the point stands for.", _of("place.precision")),
        field("sides", "list", "Sides.", _of("sides")),
        field("voices", "integer", "Reports, near-copies counted once.", _of("voices")),
        field("background", "flag", "History, not news.", _of("background")),
        field("ucdp_low", "integer", "Killed by UCDP's rules: low.", _of("estimates.ucdp.low")),
        field("ucdp_best", "integer", "Killed by UCDP's rules: best.", _of("estimates.ucdp.best")),
        field("ucdp_high", "integer", "The same: high; empty: open.", _of("estimates.ucdp.high")),
        field("ucdp_why", "text", "Why.", _of("estimates.ucdp.why")),
        field("acled_fatalities", "integer", "Killed by ACLED's rules.", _of("estimates.acled.fatalities")),
        field("acled_why", "text", "Why.", _of("estimates.acled.why")),
        field("range_min", "integer", "As casualty recorders count: least.", _of("estimates.range.min")),
        field("range_max", "integer", "The same: most; empty: open.", _of("estimates.range.max")),
        field("range_grade", "text", "Airwars' grade.", _of("estimates.range.grade")),
        field("range_why", "text", "Why.", _of("estimates.range.why")),
    ),
)

INCIDENT_REPORTS: Table[Case, tuple[str, bool]] = Table(
    "incident_reports",
    "A report that tells of an incident.",
    _reports,
    (
        _INCIDENT,
        field("report", "text", "Id of the report.", lambda item: item[0]),
        field("main", "flag", "The incident is its main news.", lambda item: item[1]),
    ),
)

INCIDENT_EVENTS: Table[Case, tuple[str, str]] = Table(
    "incident_events",
    "An event mention that belongs to an incident.",
    lambda case: case.incident.events,
    (
        _INCIDENT,
        field("report", "text", "Id of the report.", lambda item: item[0]),
        field("event", "text", "Id of the event in that report.", lambda item: item[1]),
    ),
)

INCIDENT_FIGURES: Table[Case, Evidenced[Statement]] = Table(
    "incident_figures",
    "A number of people that a claimant states of an incident.",
    _statements,
    (
        _INCIDENT,
        _number(),
        field("kind", "text", "What became of them.", lambda item: item.of.toll.kind),
        field("side", "text", "Whose people; empty: not told.", lambda item: item.of.toll.side),
        field("group_type", "text", "What people.", lambda item: item.of.toll.group_type),
        field("by", "text", "Side or name of who states it, or report.", lambda item: item.of.toll.by),
        field("standing", "text", "How that one stands to the side.", lambda item: item.of.toll.standing),
        field("published", "day", "Day of the report.", lambda item: item.of.stated.published),
        field("low", "integer", "Least; empty: open.", lambda item: item.of.stated.low),
        field("best", "integer", "The number to use.", lambda item: item.of.stated.best),
        field("high", "integer", "Most; empty: open.", lambda item: item.of.stated.high),
        field("superseded", "flag", "A later one replaces it.", lambda item: item.of.stated.superseded),
        field("denied", "flag", "It is denied, not stated.", lambda item: item.of.stated.denied),
        field("part", "flag", "Another number of the claimant holds it.", lambda item: item.of.stated.part),
        field("background", "flag", "Told as history.", lambda item: item.of.stated.background),
        *_source_columns("The number"),
    ),
)

INCIDENT_ACCOUNTS: Table[Case, Evidenced[Answer]] = Table(
    "incident_accounts",
    "One voice's answer to a question about an incident.",
    _answers,
    (
        _INCIDENT,
        _number(),
        field("question", "text", "What is asked.", lambda item: item.of.question),
        field("contested", "flag", "The answers exclude each other.", lambda item: item.of.contested),
        field("by", "text", "Who answers.", lambda item: item.of.position.by),
        field("says", "text", "The answer.", lambda item: item.of.position.says),
        *_source_columns("The answer"),
    ),
)

INCIDENT_CEASEFIRES: Table[Case, IncidentCeasefire] = Table(
    "incident_ceasefires",
    "The truce of an incident.",
    _truces,
    (
        _INCIDENT,
        field("parties", "list", "Sides.", lambda truce: truce.parties),
        field("mediators", "list", "Sides.", lambda truce: truce.mediators),
        field("declared", "day", "Day it was declared.", lambda truce: truce.declared),
        field("in_effect", "day", "Day it took effect.", lambda truce: truce.in_effect),
        field("ended", "day", "Day it ended.", lambda truce: truce.ended),
        field("status", "text", "What it was left at.", lambda truce: truce.status),
    ),
)

INCIDENT_TRUCE_STEPS: Table[Case, Evidenced[TruceStep]] = Table(
    "incident_truce_steps",
    "A step of a truce.",
    _steps,
    (
        _INCIDENT,
        _number(),
        field("kind", "text", "What happened to it.", lambda item: item.of.kind),
        field("day", "day", "When.", lambda item: item.of.day),
        field("by", "text", "Side that did or alleges it.", lambda item: item.of.by),
        field("against", "text", "Side that is said to have broken it.", lambda item: item.of.against),
        *_source_columns("The step"),
    ),
)

INCIDENT_ESTIMATE_SOURCES: Table[Case, Evidenced[str]] = Table(
    "incident_estimate_sources",
    "Words that an estimate of the dead rests on.",
    _estimate_sources,
    (
        _INCIDENT,
        _number(),
        field("estimate", "text", "ucdp, acled or range.", lambda item: item.of),
        *_source_columns("The words"),
    ),
)

INCIDENT_TABLES: tuple[Table[Case, Any], ...] = (
    INCIDENTS,
    INCIDENT_REPORTS,
    INCIDENT_EVENTS,
    INCIDENT_FIGURES,
    INCIDENT_ACCOUNTS,
    INCIDENT_CEASEFIRES,
    INCIDENT_TRUCE_STEPS,
    INCIDENT_ESTIMATE_SOURCES,
)
"""Every table of incidents."""
