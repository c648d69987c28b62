"""From drafts to a coding: actors in order of the text, ids, and the checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tacitus.extract.ceasefires import DraftCeasefire
from tacitus.extract.checks import check_totals
from tacitus.extract.checks_events import check_dates, check_truces, event_voices
from tacitus.extract.claims import DraftClaim
from tacitus.extract.dates import Times, unresolved
from tacitus.extract.event_dates import event_date, said_day
from tacitus.extract.events import DraftEvent
from tacitus.extract.figures import DraftFigure
from tacitus.extract.told_sides import with_told_sides
from tacitus.model import Ceasefire, Claim, Coding, Event, Figure, Group, Relation, Report, Territory, Violation
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.place_events import event_place
from tacitus.resolve.places import ReportPlaces
from tacitus.resolve.syntax import Syntax

_UNDATED = "the report has no published date: relative dates stay unresolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """All that was found in one report, its actors still entries of the actor book."""

    claims: Sequence[DraftClaim]
    events: Sequence[DraftEvent]
    figures: Sequence[DraftFigure]
    times: Times
    places: ReportPlaces
    territories: Sequence[Territory]
    relations: Sequence[Relation]
    ceasefires: Sequence[DraftCeasefire]


def assemble(report: Report, syntax: Syntax, book: ActorBook, drafts: Drafts) -> Coding:
    """Number everything in the order of the text (a1, c1, e1 ...) and check what the report states against itself."""
    actors, ids = book.actors()
    claims = tuple(_claim(number, draft, syntax, drafts.times, ids) for number, draft in enumerate(drafts.claims, 1))
    events = tuple(_event(number, draft, syntax, drafts, ids) for number, draft in enumerate(drafts.events, 1))
    counted = tuple(_figure(number, draft, ids) for number, draft in enumerate(drafts.figures, 1))
    figures = with_told_sides(report.text, counted, actors)
    ceasefires = tuple(_ceasefire(number, draft) for number, draft in enumerate(drafts.ceasefires, 1))
    voices = event_voices(actors, claims)
    return Coding(
        report,
        tuple(actors),
        claims,
        events,
        figures,
        drafts.places.places,
        drafts.times.dates,
        tuple(drafts.territories),
        tuple(drafts.relations),
        ceasefires,
        (
            *check_totals(report.text, figures, actors),
            *check_dates(events, voices, drafts.places.places),
            *check_truces(ceasefires, events, voices),
        ),
        (_UNDATED,) if report.published is None and unresolved(drafts.times.all) else (),
    )


def _claim(number: int, draft: DraftClaim, syntax: Syntax, times: Times, ids: dict[int, str]) -> Claim:
    return Claim(
        id=f"c{number}",
        speaker=ids[draft.speaker] if draft.speaker is not None else None,
        source=draft.source,
        chain=tuple(ids[actor] for actor in draft.chain),
        cue=draft.cue,
        stance=draft.stance,
        said=said_day(syntax, times.all, draft.cue, draft.content) if draft.cue is not None else None,
        quoted=draft.quoted,
        content=draft.content,
        confidence=round(draft.confidence, 3),
    )


def _event(number: int, draft: DraftEvent, syntax: Syntax, drafts: Drafts, ids: dict[int, str]) -> Event:
    told = event_date(syntax, drafts.times.all, draft.trigger)
    place = event_place(syntax, drafts.places, draft.trigger)
    return Event(
        id=f"e{number}",
        type=draft.type,
        mode=draft.mode,
        actors=tuple(ids[actor] for actor in draft.actors),
        recipients=tuple(ids[actor] for actor in draft.recipients),
        place=f"p{place + 1}" if place is not None else None,
        date=told.edtf if told is not None else None,
        start=told.start if told is not None else None,
        end=told.end if told is not None else None,
        aspect=draft.aspect,
        background=draft.background,
        claims=tuple(f"c{claim + 1}" for claim in draft.claims),
        trigger=syntax.span((draft.trigger, draft.trigger + 1)),
        evidence=syntax.span(draft.evidence),
        also=tuple(syntax.span(tokens) for tokens in draft.also),
        rule=draft.rule,
        confidence=round(draft.confidence, 3),
    )


def _figure(number: int, draft: DraftFigure, ids: dict[int, str]) -> Figure:
    return Figure(
        id=f"f{number}",
        kind=draft.kind,
        bounds=draft.bounds,
        group=Group(draft.side, draft.group_type, ids[draft.group_actor] if draft.group_actor is not None else None),
        by=ids[draft.by] if draft.by is not None else None,
        claim=f"c{draft.claim + 1}" if draft.claim is not None else None,
        event=f"e{draft.event + 1}" if draft.event is not None else None,
        background=draft.background,
        denied=draft.denied,
        revises=draft.revises,
        span=draft.span,
        confidence=round(draft.confidence, 3),
    )


def _ceasefire(number: int, draft: DraftCeasefire) -> Ceasefire:
    return Ceasefire(
        id=f"t{number}",
        parties=draft.parties,
        mediators=draft.mediators,
        date=draft.date,
        hour=draft.hour,
        status=draft.status,
        violations=tuple(
            Violation(item.by, item.alleged_by, f"c{item.claim + 1}" if item.claim is not None else None)
            for item in draft.violations
        ),
        background=draft.background,
        evidence=draft.evidence,
    )
