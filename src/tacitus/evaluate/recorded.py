"""From the records of a codings file to a coding."""

from __future__ import annotations

from tacitus.evaluate.coding_records import (
    ActorRecord,
    CeasefireRecord,
    ClaimRecord,
    CodingRecord,
    DateRecord,
    EventRecord,
    FigureRecord,
    PlaceRecord,
)
from tacitus.model import (
    Actor,
    Bounds,
    Ceasefire,
    Claim,
    Coding,
    DateExpression,
    Event,
    Figure,
    Group,
    Place,
    Report,
    Violation,
)


def coding_of(record: CodingRecord, report: Report) -> Coding:
    """The coding of ``report`` with all that is scored; what is not scored and not in the record is empty.

    Raises:
        ValueError: a span is empty or starts before the text.
    """
    return Coding(
        report=report,
        actors=tuple(_actor(actor) for actor in record.actors),
        claims=tuple(_claim(claim) for claim in record.claims),
        events=tuple(_event(event) for event in record.events),
        figures=tuple(_figure(figure) for figure in record.figures),
        places=tuple(_place(place) for place in record.places),
        dates=tuple(_date(date) for date in record.dates),
        ceasefires=tuple(_ceasefire(ceasefire) for ceasefire in record.ceasefires),
    )


def _actor(record: ActorRecord) -> Actor:
    return Actor(
        id=record.id,
        name=record.name,
        kind=record.kind,
        side=record.side,
        sector=None,
        role=record.role,
        mentions=tuple(mention.span() for mention in record.mentions),
        members=tuple(record.members),
    )


def _claim(record: ClaimRecord) -> Claim:
    return Claim(
        id=record.id,
        speaker=record.speaker,
        source=None if record.source is None else record.source.span(),
        chain=(),
        cue=None,
        stance=record.stance,
        said=None,
        quoted=False,
        content=tuple(part.span() for part in record.content),
        confidence=1.0,
    )


def _figure(record: FigureRecord) -> Figure:
    return Figure(
        id=record.id,
        kind=record.kind,
        bounds=Bounds(record.low, record.best, record.high),
        group=Group(side=record.group.side, type=record.group.type, actor=None),
        by=record.by,
        claim=None,
        event=None,
        background=record.background,
        denied=record.denied,
        revises=None,
        span=record.span.span(),
        confidence=1.0,
    )


def _event(record: EventRecord) -> Event:
    evidence = record.evidence.span()
    return Event(
        id=record.id,
        type=record.type,
        mode=record.mode,
        actors=tuple(record.actors),
        recipients=tuple(record.recipients),
        place=None,
        date=None,
        start=None,
        end=None,
        aspect=record.aspect,
        background=record.background,
        claims=(),
        trigger=evidence if record.trigger is None else record.trigger.span(),
        evidence=evidence,
        also=tuple(part.span() for part in record.also),
        rule=record.rule,
        confidence=1.0,
    )


def _place(record: PlaceRecord) -> Place:
    return Place(
        id=record.id,
        name=record.name,
        country=record.country,
        admin1=None,
        lat=record.lat,
        lon=record.lon,
        geonames_id=None,
        precision=record.precision,
        mentions=tuple(mention.span() for mention in record.mentions),
    )


def _date(record: DateRecord) -> DateExpression:
    return DateExpression(
        span=record.span.span(), edtf=record.edtf, start=record.start, end=record.end, precision=record.precision
    )


def _ceasefire(record: CeasefireRecord) -> Ceasefire:
    return Ceasefire(
        id=record.id,
        parties=tuple(record.parties),
        mediators=tuple(record.mediators),
        date=record.date,
        hour=None,
        status=record.status,
        violations=tuple(Violation(item.by, item.alleged_by, None) for item in record.violations),
        background=record.background,
        evidence=record.evidence.span(),
    )
