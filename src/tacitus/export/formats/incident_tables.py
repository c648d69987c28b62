"""Incidents as tables, to stand beside those of the codings: what each holds, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tacitus.export.formats.case import Case
from tacitus.export.tables.column import Cell, Kind
from tacitus.model.incident import (
    Incident,
    IncidentCeasefire,
    Position,
    Source,
    StatedFigure,
    Toll,
    TruceStep,
)

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class IncidentColumn(Generic[Item]):
    """A column of a table of incidents."""

    name: str
    kind: Kind
    about: str
    value: Callable[[Item], Cell]


@dataclass(frozen=True, slots=True)
class IncidentTable(Generic[Item]):
    """A table with a row for each of ``items``; ``columns`` leave out the incident's id, which is the first column."""

    name: str
    about: str
    items: Callable[[Case], Iterable[Item]]
    columns: tuple[IncidentColumn[Item], ...]

    @property
    def heads(self) -> tuple[tuple[str, Kind, str], ...]:
        """Name, kind and meaning of every column, the incident's id first."""
        first: tuple[str, Kind, str] = ("incident", "text", "Id of the incident.")
        return (first, *((column.name, column.kind, column.about) for column in self.columns))

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...]]:
        """The rows of one incident, each as long as ``heads``."""
        for item in self.items(case):
            yield (case.incident.id, *(column.value(item) for column in self.columns))


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


def _of(path: str) -> Callable[[Incident], Cell]:
    """A value of an incident by its path, ``None`` where a step of it is ``None``."""

    def value(incident: Incident) -> Cell:
        found: Any = incident
        for step in path.split("."):
            found = None if found is None else getattr(found, step)
        cell: Cell = found
        return cell

    return value


def _source_columns(about: str) -> tuple[IncidentColumn[Evidenced[Any]], ...]:
    return (
        IncidentColumn("report", "text", "Id of the report.", lambda item: item.source.report),
        IncidentColumn("start", "integer", f"{about}: offset of the first character.", lambda at: at.source.span.start),
        IncidentColumn("end", "integer", f"{about}: offset behind the last character.", lambda at: at.source.span.end),
        IncidentColumn("words", "text", f"{about}: the very words.", lambda item: item.words),
    )


def _number() -> IncidentColumn[Evidenced[Any]]:
    return IncidentColumn("number", "integer", "Its place in the incident, from 1.", lambda item: item.number)


INCIDENTS: IncidentTable[Incident] = IncidentTable(
    "incidents",
    "One thing that happened, as many reports tell it.",
    lambda case: (case.incident,),
    (
        IncidentColumn("title", "text", "What it is called.", _of("title")),
        IncidentColumn("types", "list", "PLOVER types.", _of("types")),
        IncidentColumn("first_day", "day", "First day.", _of("start")),
        IncidentColumn("last_day", "day", "Last day.", _of("end")),
        IncidentColumn("place", "text", "Name of the place.", _of("place.name")),
        IncidentColumn("country", "text", "ISO 3166-1 alpha-3 code of the recognised state.", _of("place.country")),
        IncidentColumn("lat", "number", "Degrees north (WGS 84).", _of("place.lat")),
        IncidentColumn("lon", "number", "Degrees east (WGS 84).", _of("place.lon")),
        IncidentColumn("precision", "text", "What the point stands for.", _of("place.precision")),
        IncidentColumn("sides", "list", "Sides.", _of("sides")),
        IncidentColumn("voices", "integer", "Reports, near-copies counted once.", _of("voices")),
        IncidentColumn("background", "flag", "History, not news.", _of("background")),
        IncidentColumn("ucdp_low", "integer", "Killed by UCDP's rules: low.", _of("estimates.ucdp.low")),
        IncidentColumn("ucdp_best", "integer", "Killed by UCDP's rules: best.", _of("estimates.ucdp.best")),
        IncidentColumn("ucdp_high", "integer", "The same: high; empty: open.", _of("estimates.ucdp.high")),
        IncidentColumn("ucdp_why", "text", "Why.", _of("estimates.ucdp.why")),
        IncidentColumn("acled_fatalities", "integer", "Killed by ACLED's rules.", _of("estimates.acled.fatalities")),
        IncidentColumn("acled_why", "text", "Why.", _of("estimates.acled.why")),
        IncidentColumn("range_min", "integer", "As casualty recorders count: least.", _of("estimates.range.min")),
        IncidentColumn("range_max", "integer", "The same: most; empty: open.", _of("estimates.range.max")),
        IncidentColumn("range_grade", "text", "Airwars' grade.", _of("estimates.range.grade")),
        IncidentColumn("range_why", "text", "Why.", _of("estimates.range.why")),
    ),
)

INCIDENT_REPORTS: IncidentTable[tuple[str, bool]] = IncidentTable(
    "incident_reports",
    "A report that tells of an incident.",
    _reports,
    (
        IncidentColumn("report", "text", "Id of the report.", lambda item: item[0]),
        IncidentColumn("main", "flag", "The incident is its main news.", lambda item: item[1]),
    ),
)

INCIDENT_EVENTS: IncidentTable[tuple[str, str]] = IncidentTable(
    "incident_events",
    "An event mention that belongs to an incident.",
    lambda case: case.incident.events,
    (
        IncidentColumn("report", "text", "Id of the report.", lambda item: item[0]),
        IncidentColumn("event", "text", "Id of the event in that report.", lambda item: item[1]),
    ),
)

INCIDENT_FIGURES: IncidentTable[Evidenced[Statement]] = IncidentTable(
    "incident_figures",
    "A number of people that a claimant states of an incident.",
    _statements,
    (
        _number(),
        IncidentColumn("kind", "text", "What became of them.", lambda item: item.of.toll.kind),
        IncidentColumn("side", "text", "Whose people; empty: not told.", lambda item: item.of.toll.side),
        IncidentColumn("group_type", "text", "What people.", lambda item: item.of.toll.group_type),
        IncidentColumn("by", "text", "Side or name of who states it, or report.", lambda item: item.of.toll.by),
        IncidentColumn("standing", "text", "How that one stands to the side.", lambda item: item.of.toll.standing),
        IncidentColumn("published", "day", "Day of the report.", lambda item: item.of.stated.published),
        IncidentColumn("low", "integer", "Least; empty: open.", lambda item: item.of.stated.low),
        IncidentColumn("best", "integer", "The number to use.", lambda item: item.of.stated.best),
        IncidentColumn("high", "integer", "Most; empty: open.", lambda item: item.of.stated.high),
        IncidentColumn("superseded", "flag", "A later one replaces it.", lambda item: item.of.stated.superseded),
        IncidentColumn("denied", "flag", "It is denied, not stated.", lambda item: item.of.stated.denied),
        IncidentColumn("part", "flag", "Another number of the claimant holds it.", lambda item: item.of.stated.part),
        IncidentColumn("background", "flag", "Told as history.", lambda item: item.of.stated.background),
        *_source_columns("The number"),
    ),
)

INCIDENT_ACCOUNTS: IncidentTable[Evidenced[Answer]] = IncidentTable(
    "incident_accounts",
    "One voice's answer to a question about an incident.",
    _answers,
    (
        _number(),
        IncidentColumn("question", "text", "What is asked.", lambda item: item.of.question),
        IncidentColumn("contested", "flag", "The answers exclude each other.", lambda item: item.of.contested),
        IncidentColumn("by", "text", "Who answers.", lambda item: item.of.position.by),
        IncidentColumn("says", "text", "The answer.", lambda item: item.of.position.says),
        *_source_columns("The answer"),
    ),
)

INCIDENT_CEASEFIRES: IncidentTable[IncidentCeasefire] = IncidentTable(
    "incident_ceasefires",
    "The truce of an incident.",
    _truces,
    (
        IncidentColumn("parties", "list", "Sides.", lambda truce: truce.parties),
        IncidentColumn("mediators", "list", "Sides.", lambda truce: truce.mediators),
        IncidentColumn("declared", "day", "Day it was declared.", lambda truce: truce.declared),
        IncidentColumn("in_effect", "day", "Day it took effect.", lambda truce: truce.in_effect),
        IncidentColumn("ended", "day", "Day it ended.", lambda truce: truce.ended),
        IncidentColumn("status", "text", "What it was left at.", lambda truce: truce.status),
    ),
)

INCIDENT_TRUCE_STEPS: IncidentTable[Evidenced[TruceStep]] = IncidentTable(
    "incident_truce_steps",
    "A step of a truce.",
    _steps,
    (
        _number(),
        IncidentColumn("kind", "text", "What happened to it.", lambda item: item.of.kind),
        IncidentColumn("day", "day", "When.", lambda item: item.of.day),
        IncidentColumn("by", "text", "Side that did or alleges it.", lambda item: item.of.by),
        IncidentColumn("against", "text", "Side that is said to have broken it.", lambda item: item.of.against),
        *_source_columns("The step"),
    ),
)

INCIDENT_ESTIMATE_SOURCES: IncidentTable[Evidenced[str]] = IncidentTable(
    "incident_estimate_sources",
    "Words that an estimate of the dead rests on.",
    _estimate_sources,
    (
        _number(),
        IncidentColumn("estimate", "text", "ucdp, acled or range.", lambda item: item.of),
        *_source_columns("The words"),
    ),
)

INCIDENT_TABLES: tuple[IncidentTable[Any], ...] = (
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


def incident_tables_markdown() -> str:
    """Every table with its columns, as Markdown."""
    lines: list[str] = []
    for table in INCIDENT_TABLES:
        lines += [f"### {table.name}", "", table.about, "", "| column | kind | meaning |", "| --- | --- | --- |"]
        lines += [f"| `{name}` | {kind} | {about} |" for name, kind, about in table.heads]
        lines.append("")
    return "\n".join(lines).rstrip()
