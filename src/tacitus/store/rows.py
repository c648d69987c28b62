"""From codings to rows: every thing of a coding as values for its table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, insert

from tacitus.model import Actor, Ceasefire, Check, Claim, Coding, Event, Figure, Place, Span, Territory
from tacitus.store import schema_coding as tables


@dataclass(slots=True)
class CodingRows:
    """The rows of codings, gathered to be written table by table."""

    _rows: defaultdict[Table, list[dict[str, object]]] = field(default_factory=lambda: defaultdict(list))

    def write(self, connection: Connection) -> None:
        """Add all rows to the tables."""
        for table, rows in self._rows.items():
            connection.execute(insert(table), rows)

    def add(self, coding: Coding, *, key: int) -> None:
        """Gather the rows of the coding of the report version ``key``."""
        mentions = 0
        for n, actor in enumerate(coding.actors):
            self._actor(key, n, actor)
            mentions = self._mentions(key, mentions, actor.mentions, actor=actor.id)
        for n, place in enumerate(coding.places):
            self._place(key, n, place)
            mentions = self._mentions(key, mentions, place.mentions, place=place.id)
        for n, claim in enumerate(coding.claims):
            self._claim(key, n, claim)
        for n, event in enumerate(coding.events):
            self._event(key, n, event)
        for n, figure in enumerate(coding.figures):
            self._figure(key, n, figure)
        for n, territory in enumerate(coding.territories):
            self._territory(key, n, territory)
        for n, ceasefire in enumerate(coding.ceasefires):
            self._ceasefire(key, n, ceasefire)
        for n, check in enumerate(coding.checks):
            self._check(key, n, check)
        self._unowned(key, coding)

    def _unowned(self, key: int, coding: Coding) -> None:
        for n, date in enumerate(coding.dates):
            self._put(
                tables.DATES,
                report=key,
                n=n,
                **_span(date.span),
                edtf=date.edtf,
                first_day=date.start,
                last_day=date.end,
                precision=date.precision,
                time=date.time,
            )
        for n, relation in enumerate(coding.relations):
            self._put(
                tables.RELATIONS,
                report=key,
                n=n,
                a=relation.a,
                b=relation.b,
                kind=relation.kind,
                **_span(relation.evidence, "evidence"),
            )
        for n, warning in enumerate(coding.warnings):
            self._put(tables.WARNINGS, report=key, n=n, detail=warning)

    def _put(self, table: Table, **values: object) -> None:
        self._rows[table].append(values)

    def _mentions(
        self, key: int, first: int, mentions: Iterable[Span], *, actor: str | None = None, place: str | None = None
    ) -> int:
        for mention in mentions:
            self._put(tables.MENTIONS, report=key, n=first, actor=actor, place=place, **_span(mention))
            first += 1
        return first

    def _actor(self, key: int, n: int, actor: Actor) -> None:
        self._put(
            tables.ACTORS,
            report=key,
            n=n,
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            side=actor.side,
            sector=actor.sector,
            role=actor.role,
        )
        for place, member in enumerate(actor.members):
            self._put(tables.ACTOR_MEMBERS, report=key, actor=actor.id, n=place, member=member)

    def _place(self, key: int, n: int, place: Place) -> None:
        self._put(
            tables.PLACES,
            report=key,
            n=n,
            id=place.id,
            name=place.name,
            country=place.country,
            admin1=place.admin1,
            lat=place.lat,
            lon=place.lon,
            geonames_id=place.geonames_id,
            precision=place.precision,
        )

    def _claim(self, key: int, n: int, claim: Claim) -> None:
        self._put(
            tables.CLAIMS,
            report=key,
            n=n,
            id=claim.id,
            speaker=claim.speaker,
            **_span(claim.source, "source"),
            **_span(claim.cue, "cue"),
            stance=claim.stance,
            said=claim.said,
            quoted=claim.quoted,
            confidence=claim.confidence,
        )
        for place, actor in enumerate(claim.chain):
            self._put(tables.CLAIM_CHAINS, report=key, claim=claim.id, n=place, actor=actor)
        for place, span in enumerate(claim.content):
            self._put(tables.CLAIM_CONTENTS, report=key, claim=claim.id, n=place, **_span(span))

    def _event(self, key: int, n: int, event: Event) -> None:
        self._put(
            tables.EVENTS,
            report=key,
            n=n,
            id=event.id,
            type=event.type,
            mode=event.mode,
            place=event.place,
            date=event.date,
            first_day=event.start,
            last_day=event.end,
            aspect=event.aspect,
            background=event.background,
            **_span(event.trigger, "trigger"),
            **_span(event.evidence, "evidence"),
            rule=event.rule,
            confidence=event.confidence,
        )
        roles = [("actor", actor) for actor in event.actors] + [("recipient", actor) for actor in event.recipients]
        for place, (role, actor) in enumerate(roles):
            self._put(tables.EVENT_ACTORS, report=key, event=event.id, n=place, role=role, actor=actor)
        for place, claim in enumerate(event.claims):
            self._put(tables.EVENT_CLAIMS, report=key, event=event.id, n=place, claim=claim)
        for place, span in enumerate(event.also):
            self._put(tables.EVENT_REPEATS, report=key, event=event.id, n=place, **_span(span))

    def _figure(self, key: int, n: int, figure: Figure) -> None:
        self._put(
            tables.FIGURES,
            report=key,
            n=n,
            id=figure.id,
            kind=figure.kind,
            low=figure.bounds.low,
            best=figure.bounds.best,
            high=figure.bounds.high,
            group_side=figure.group.side,
            group_type=figure.group.type,
            group_actor=figure.group.actor,
            stated_by=figure.by,
            claim=figure.claim,
            event=figure.event,
            background=figure.background,
            denied=figure.denied,
            revises=figure.revises,
            **_span(figure.span),
            confidence=figure.confidence,
        )

    def _territory(self, key: int, n: int, territory: Territory) -> None:
        self._put(
            tables.TERRITORIES,
            report=key,
            n=n,
            place=territory.place,
            place_id=territory.place_id,
            recognised_part_of=territory.recognised_part_of,
            populated_by=territory.populated_by,
            controlled_by=territory.controlled_by,
            **_span(territory.evidence, "evidence"),
        )
        for place, side in enumerate(territory.claimed_by):
            self._put(tables.TERRITORY_CLAIMS, report=key, territory=n, n=place, side=side)

    def _ceasefire(self, key: int, n: int, ceasefire: Ceasefire) -> None:
        self._put(
            tables.CEASEFIRES,
            report=key,
            n=n,
            id=ceasefire.id,
            date=ceasefire.date,
            hour=ceasefire.hour,
            status=ceasefire.status,
            background=ceasefire.background,
            **_span(ceasefire.evidence, "evidence"),
        )
        sides = [("party", side) for side in ceasefire.parties] + [("mediator", side) for side in ceasefire.mediators]
        for place, (role, side) in enumerate(sides):
            self._put(tables.CEASEFIRE_SIDES, report=key, ceasefire=ceasefire.id, n=place, role=role, side=side)
        for place, violation in enumerate(ceasefire.violations):
            self._put(
                tables.VIOLATIONS,
                report=key,
                ceasefire=ceasefire.id,
                n=place,
                accused=violation.by,
                alleged_by=violation.alleged_by,
                claim=violation.claim,
            )

    def _check(self, key: int, n: int, check: Check) -> None:
        self._put(
            tables.CHECKS,
            report=key,
            n=n,
            kind=check.kind,
            figure=check.figure,
            verdict=check.verdict,
            detail=check.detail,
        )
        compared = [(figure, None) for figure in check.parts] + [(None, event) for event in check.events]
        for place, (figure, event) in enumerate(compared):
            self._put(tables.CHECK_PARTS, report=key, check_n=n, n=place, figure=figure, event=event)


def _span(span: Span | None, name: str = "span") -> dict[str, object]:
    return {f"{name}_start": span and span.start, f"{name}_end": span and span.end}
