"""Who accuses whom, counted from a coding's events and claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tacitus.model import Claim, Coding, Event, Span


@dataclass(frozen=True, slots=True)
class Accusation:
    """One side accuses another in the words at ``span``.

    ``by`` and ``of`` are sides, or an actor's name where it has none; ``by`` is ``None`` where the report does not
    name the speaker, ``of`` where it does not tell who is accused.
    """

    by: str | None
    of: str | None
    span: Span


def accusations(coding: Coding) -> list[Accusation]:
    """Accusations in order of the text, those of history left out.

    They are the ACCUSE events that happened, and the accusing claims that no such event stands for: these accuse
    whoever acts in the events that they allege.
    """
    events = [event for event in coding.events if _counts(event)]
    found = [accusation for event in events for accusation in _of_event(event, coding)]
    history = [event for event in coding.events if event.type == "ACCUSE" and event not in events]
    for claim in coding.claims:
        if claim.stance == "accuse" and not any(_same(event, claim) for event in (*events, *history)):
            found.extend(_of_claim(claim, coding))
    return sorted(found, key=lambda accusation: accusation.span)


def _counts(event: Event) -> bool:
    return event.type == "ACCUSE" and event.aspect == "actual" and not event.background


def _of_event(event: Event, coding: Coding) -> Iterator[Accusation]:
    for accuser in _sides(event.actors, coding) or [None]:
        for accused in _sides(event.recipients, coding) or [None]:
            yield Accusation(accuser, accused, event.evidence)


def _of_claim(claim: Claim, coding: Coding) -> Iterator[Accusation]:
    alleged = [event for event in coding.events if claim.id in event.claims and event.type != "ACCUSE"]
    span = Span(claim.content[0].start, claim.content[-1].end)
    for accuser in _accusers(claim, coding):
        accused = dict.fromkeys(side for event in alleged for side in _sides(event.actors, coding) if side != accuser)
        for side in accused or [None]:
            yield Accusation(accuser, side, span)


def _accusers(claim: Claim, coding: Coding) -> list[str | None]:
    """The side of the speaker, or of each of those who speak together."""
    speaker = coding.actor(claim.speaker)
    together = speaker.members if speaker is not None else ()
    return _sides(together, coding) or [_side(claim.speaker, coding)]


def _same(event: Event, claim: Claim) -> bool:
    """Whether an ACCUSE event is the act of making this claim."""
    cue = claim.cue
    if cue is not None and event.trigger.overlaps(cue):
        return True
    return claim.id in event.claims or any(event.trigger.overlaps(content) for content in claim.content)


def _sides(actor_ids: tuple[str, ...], coding: Coding) -> list[str | None]:
    return list(dict.fromkeys(_side(actor_id, coding) for actor_id in actor_ids))


def _side(actor_id: str | None, coding: Coding) -> str | None:
    actor = coding.actor(actor_id)
    return (actor.side or actor.name) if actor else None
