"""Checks of what a report tells to have happened: one happening on two days, a truce with fighting after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tacitus.model import Actor, Ceasefire, Check, Claim, Event, Place
from tacitus.resolve.state_names import state_name

_SAME = timedelta(days=3)  # days farther apart are of two happenings rather than of one that is told in two ways
_REPORT = "the report"
_FIGHTING = ("ASSAULT",)


@dataclass(frozen=True, slots=True)
class EventVoices:
    """Who tells of the events of one coding."""

    actors: Mapping[str, Actor]
    claims: Mapping[str, Claim]

    def sides(self, ids: Sequence[str]) -> frozenset[str]:
        """The sides of actors; an actor without a side counts by its name."""
        return frozenset(self.actors[one].side or self.actors[one].name for one in ids)

    def involved(self, event: Event) -> frozenset[str]:
        """The sides that an event has as actors or recipients."""
        return self.sides(event.actors) | self.sides(event.recipients)

    def tellers(self, event: Event) -> frozenset[str]:
        """The sides that claim an event, or the report where it tells of it in its own voice."""
        speakers = [self.claims[one].speaker for one in event.claims]
        named = [speaker for speaker in speakers if speaker is not None]
        return self.sides(named) if named else frozenset((_REPORT,))


def event_voices(actors: Sequence[Actor], claims: Sequence[Claim]) -> EventVoices:
    """Actors and claims by their ids."""
    return EventVoices({actor.id: actor for actor in actors}, {claim.id: claim for claim in claims})


def _name(side: str) -> str:
    return state_name(side) or side


def check_dates(events: Sequence[Event], voices: EventVoices, places: Sequence[Place]) -> tuple[Check, ...]:
    """Find the happenings that two sides, or a side and the report, put on different days.

    Two events are one happening where type, mode, sides and place agree, both have a day of their own and the days lie
    near each other. Whoever tells of several such days tells of several happenings, and is not compared.
    """
    named = {place.id: place.name for place in places}
    told: dict[tuple[str, str | None, frozenset[str], str], dict[str, dict[date, str]]] = {}
    for event in events:
        if not _is_news(event) or event.place is None or event.start is None or event.start != event.end:
            continue
        involved = voices.involved(event)
        for teller in voices.tellers(event) if involved else ():
            days = told.setdefault((event.type, event.mode, involved, event.place), {}).setdefault(teller, {})
            days.setdefault(event.start, event.id)
    checks = []
    for (kind, _, _, place), tellers in told.items():
        single = [(teller, *next(iter(days.items()))) for teller, days in tellers.items() if len(days) == 1]
        for number, (teller, day, event_id) in enumerate(single):
            for other, other_day, other_id in single[number + 1 :]:
                if day != other_day and abs(day - other_day) <= _SAME:
                    where = named.get(place, place)
                    detail = f"{kind} at {where}: {day} by {_name(teller)}, {other_day} by {_name(other)}"
                    checks.append(Check("dates", None, (), "inconsistent", detail, (event_id, other_id)))
    return tuple(checks)


def check_truces(ceasefires: Sequence[Ceasefire], events: Sequence[Event], voices: EventVoices) -> tuple[Check, ...]:
    """Find the truces that are told to be in force while fighting between their parties is told or claimed after them.

    Fighting on the very day of effect counts where one of its claims is an alleged violation of that truce. A truce
    that the report itself says has collapsed contradicts nothing.
    """
    checks = []
    for truce in ceasefires:
        if truce.date is None or truce.background or truce.status in ("collapsed", "denied"):
            continue
        after = [event for event in events if _breaks(event, truce, voices)]
        if after:
            times = f"{truce.date} {truce.hour}" if truce.hour else f"{truce.date}"
            parties = " and ".join(_name(side) for side in truce.parties)
            fights = "; ".join(f"{event.start} by {_tellers(event, voices)}" for event in after)
            detail = f"truce of {parties} from {times}, fighting told after it: {fights}"
            checks.append(Check("truce", None, (), "inconsistent", detail, tuple(event.id for event in after)))
    return tuple(checks)


def _tellers(event: Event, voices: EventVoices) -> str:
    return " and ".join(sorted(_name(teller) for teller in voices.tellers(event)))


def _is_news(event: Event) -> bool:
    return event.aspect == "actual" and not event.background


def _breaks(event: Event, truce: Ceasefire, voices: EventVoices) -> bool:
    """Whether an event is fighting of the truce's parties after it took effect."""
    if event.type not in _FIGHTING or not _is_news(event) or event.start is None or truce.date is None:
        return False
    if not _is_between_parties(event, truce, voices):
        return False
    if event.start > truce.date:
        return True
    alleged = {violation.claim for violation in truce.violations if violation.claim is not None}
    return event.start == truce.date and not alleged.isdisjoint(event.claims)


def _is_between_parties(event: Event, truce: Ceasefire, voices: EventVoices) -> bool:
    """Both parties are in it, or the only party of a truce that it declared for itself acts."""
    if len(truce.parties) == 1:
        return truce.parties[0] in voices.sides(event.actors)
    return len(voices.involved(event).intersection(truce.parties)) > 1
