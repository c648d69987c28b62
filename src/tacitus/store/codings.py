"""From rows back to codings, equal to what was stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from tacitus.model import (
    Actor,
    Bounds,
    Ceasefire,
    Check,
    Claim,
    Coding,
    DateExpression,
    Event,
    Figure,
    Group,
    Place,
    Relation,
    Report,
    Span,
    Territory,
    Violation,
)
from tacitus.store import schema_coding as tables

_Rows = Sequence[Row[Any]]


def read_codings(connection: Connection, reports: Sequence[tuple[int, Report]]) -> list[Coding]:
    """The codings of report versions, each given by its key and its report, in that order."""
    keys = [key for key, _ in reports]
    parts = _Parts(connection, keys)
    return [_coding(report, parts, key) for key, report in reports]


class _Parts:
    """The rows of some reports, read a whole table at a time, given by report."""

    def __init__(self, connection: Connection, keys: Iterable[int]) -> None:
        self._connection = connection
        self._keys = list(keys)
        self._read: dict[str, dict[int, list[Row[Any]]]] = {}

    def of(self, table: Table, key: int) -> _Rows:
        """The rows of one report, in the order of their key."""
        if table.name not in self._read:
            by_report: defaultdict[int, list[Row[Any]]] = defaultdict(list)
            order = list(table.primary_key.columns)
            for row in self._connection.execute(select(table).where(table.c.report.in_(self._keys)).order_by(*order)):
                by_report[row.report].append(row)
            self._read[table.name] = by_report
        return self._read[table.name].get(key, ())

    def owned(self, table: Table, key: int, owner: str) -> dict[Any, list[Row[Any]]]:
        """The same by the thing that lists them, whose column is ``owner``."""
        by_owner: defaultdict[Any, list[Row[Any]]] = defaultdict(list)
        for row in self.of(table, key):
            by_owner[getattr(row, owner)].append(row)
        return by_owner


def _coding(report: Report, parts: _Parts, key: int) -> Coding:
    return Coding(
        report=report,
        actors=_actors(parts, key),
        claims=_claims(parts, key),
        events=_events(parts, key),
        figures=tuple(_figure(row) for row in parts.of(tables.FIGURES, key)),
        places=_places(parts, key),
        dates=tuple(_date(row) for row in parts.of(tables.DATES, key)),
        territories=_territories(parts, key),
        relations=tuple(_relation(row) for row in parts.of(tables.RELATIONS, key)),
        ceasefires=_ceasefires(parts, key),
        checks=_checks(parts, key),
        warnings=tuple(row.detail for row in parts.of(tables.WARNINGS, key)),
    )


def _span(row: Row[Any]) -> Span:
    return Span(row.span_start, row.span_end)


def _evidence(row: Row[Any]) -> Span:
    return Span(row.evidence_start, row.evidence_end)


def _maybe_span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _actors(parts: _Parts, key: int) -> tuple[Actor, ...]:
    mentions = parts.owned(tables.MENTIONS, key, "actor")
    members = parts.owned(tables.ACTOR_MEMBERS, key, "actor")
    return tuple(
        Actor(
            id=row.id,
            name=row.name,
            kind=row.kind,
            side=row.side,
            sector=row.sector,
            role=row.role,
            mentions=tuple(_span(mention) for mention in mentions[row.id]),
            members=tuple(part.member for part in members[row.id]),
        )
        for row in parts.of(tables.ACTORS, key)
    )


def _places(parts: _Parts, key: int) -> tuple[Place, ...]:
    mentions = parts.owned(tables.MENTIONS, key, "place")
    return tuple(
        Place(
            id=row.id,
            name=row.name,
            country=row.country,
            admin1=row.admin1,
            lat=row.lat,
            lon=row.lon,
            geonames_id=row.geonames_id,
            precision=row.precision,
            mentions=tuple(_span(mention) for mention in mentions[row.id]),
        )
        for row in parts.of(tables.PLACES, key)
    )


def _claims(parts: _Parts, key: int) -> tuple[Claim, ...]:
    chains = parts.owned(tables.CLAIM_CHAINS, key, "claim")
    contents = parts.owned(tables.CLAIM_CONTENTS, key, "claim")
    return tuple(
        Claim(
            id=row.id,
            speaker=row.speaker,
            source=_maybe_span(row.source_start, row.source_end),
            chain=tuple(link.actor for link in chains[row.id]),
            cue=_maybe_span(row.cue_start, row.cue_end),
            stance=row.stance,
            said=row.said,
            quoted=row.quoted,
            content=tuple(_span(content) for content in contents[row.id]),
            confidence=row.confidence,
        )
        for row in parts.of(tables.CLAIMS, key)
    )


def _events(parts: _Parts, key: int) -> tuple[Event, ...]:
    actors = parts.owned(tables.EVENT_ACTORS, key, "event")
    claims = parts.owned(tables.EVENT_CLAIMS, key, "event")
    repeats = parts.owned(tables.EVENT_REPEATS, key, "event")
    return tuple(
        Event(
            id=row.id,
            type=row.type,
            mode=row.mode,
            actors=tuple(part.actor for part in actors[row.id] if part.role == "actor"),
            recipients=tuple(part.actor for part in actors[row.id] if part.role == "recipient"),
            place=row.place,
            date=row.date,
            start=row.first_day,
            end=row.last_day,
            aspect=row.aspect,
            background=row.background,
            claims=tuple(told.claim for told in claims[row.id]),
            trigger=Span(row.trigger_start, row.trigger_end),
            evidence=_evidence(row),
            also=tuple(_span(repeat) for repeat in repeats[row.id]),
            rule=row.rule,
            confidence=row.confidence,
        )
        for row in parts.of(tables.EVENTS, key)
    )


def _figure(row: Row[Any]) -> Figure:
    return Figure(
        id=row.id,
        kind=row.kind,
        bounds=Bounds(row.low, row.best, row.high),
        group=Group(side=row.group_side, type=row.group_type, actor=row.group_actor),
        by=row.stated_by,
        claim=row.claim,
        event=row.event,
        background=row.background,
        denied=row.denied,
        revises=row.revises,
        span=_span(row),
        confidence=row.confidence,
    )


def _date(row: Row[Any]) -> DateExpression:
    return DateExpression(
        span=_span(row),
        edtf=row.edtf,
        start=row.first_day,
        end=row.last_day,
        precision=row.precision,
        time=row.time,
    )


def _territories(parts: _Parts, key: int) -> tuple[Territory, ...]:
    claims = parts.owned(tables.TERRITORY_CLAIMS, key, "territory")
    return tuple(
        Territory(
            place=row.place,
            place_id=row.place_id,
            recognised_part_of=row.recognised_part_of,
            populated_by=row.populated_by,
            controlled_by=row.controlled_by,
            claimed_by=tuple(claim.side for claim in claims[row.n]),
            evidence=_evidence(row),
        )
        for row in parts.of(tables.TERRITORIES, key)
    )


def _relation(row: Row[Any]) -> Relation:
    return Relation(a=row.a, b=row.b, kind=row.kind, evidence=_evidence(row))


def _ceasefires(parts: _Parts, key: int) -> tuple[Ceasefire, ...]:
    sides = parts.owned(tables.CEASEFIRE_SIDES, key, "ceasefire")
    violations = parts.owned(tables.VIOLATIONS, key, "ceasefire")
    return tuple(
        Ceasefire(
            id=row.id,
            parties=tuple(part.side for part in sides[row.id] if part.role == "party"),
            mediators=tuple(part.side for part in sides[row.id] if part.role == "mediator"),
            date=row.date,
            hour=row.hour,
            status=row.status,
            violations=tuple(
                Violation(by=breach.accused, alleged_by=breach.alleged_by, claim=breach.claim)
                for breach in violations[row.id]
            ),
            background=row.background,
            evidence=_evidence(row),
        )
        for row in parts.of(tables.CEASEFIRES, key)
    )


def _checks(parts: _Parts, key: int) -> tuple[Check, ...]:
    compared = parts.owned(tables.CHECK_PARTS, key, "check_n")
    return tuple(
        Check(
            kind=row.kind,
            figure=row.figure,
            parts=tuple(part.figure for part in compared[row.n] if part.figure is not None),
            verdict=row.verdict,
            detail=row.detail,
            events=tuple(part.event for part in compared[row.n] if part.event is not None),
        )
        for row in parts.of(tables.CHECKS, key)
    )
