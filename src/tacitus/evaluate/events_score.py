"""Events against gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.event_sides import EventSides, actors_agree, agrees, recipients_agree
from tacitus.evaluate.matching import Merit, best_first
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.evaluate.tellings import coded_tellings, gold_tellings, match_tellings, told_again
from tacitus.model import Coding


@dataclass(frozen=True, slots=True)
class EventScore:
    """Scores of events; of the coded ones only those count that are actual or denied.

    ``match``: the set of (type, actors, recipients, background) of each report, actors and recipients as sets of
    sides, see ``event_sides.agrees``. ``type``: type with overlapping words, event by event; a gold event that tells
    again of one already found is not asked for twice. Of the pairs of ``type``, the share whose ``actors``,
    ``recipients``, ``background`` and ``denied`` agree, each taken alone.
    """

    match: PRF = PRF()
    type: PRF = PRF()
    actors: Accuracy = Accuracy()
    recipients: Accuracy = Accuracy()
    background: Accuracy = Accuracy()
    denied: Accuracy = Accuracy()

    def __add__(self, other: EventScore) -> EventScore:
        return EventScore(
            match=self.match + other.match,
            type=self.type + other.type,
            actors=self.actors + other.actors,
            recipients=self.recipients + other.recipients,
            background=self.background + other.background,
            denied=self.denied + other.denied,
        )


def score_events(gold: Gold, coding: Coding) -> EventScore:
    """The events of one report; nothing is scored where the gold has no events annotated."""
    if "events" in gold.absent:
        return EventScore()
    wanted, coded = gold_tellings(gold), coded_tellings(gold, coding)
    wanted_set = list(dict.fromkeys(telling.sides for telling in wanted))
    coded_set = list(dict.fromkeys(telling.sides for telling in coded))
    full = match_sides(wanted_set, coded_set)
    by_type = match_tellings(wanted, coded)
    asked = len(wanted) - len(told_again(wanted, coded, by_type))
    pairs = [(wanted[i], coded[j]) for i, j in by_type]
    return EventScore(
        match=PRF.of(matched=len(full), gold=len(wanted_set), coded=len(coded_set)),
        type=PRF.of(matched=len(by_type), gold=asked, coded=len(coded)),
        actors=Accuracy(sum(actors_agree(left.sides, right.sides) for left, right in pairs), len(pairs)),
        recipients=Accuracy(sum(recipients_agree(left.sides, right.sides) for left, right in pairs), len(pairs)),
        background=Accuracy(sum(left.sides.background == right.sides.background for left, right in pairs), len(pairs)),
        denied=Accuracy(sum(left.event.denied == right.denied for left, right in pairs), len(pairs)),
    )


def match_sides(gold: Sequence[EventSides], coded: Sequence[EventSides]) -> list[tuple[int, int]]:
    """Pairs that agree, those that are the same throughout before those that only list the same sides."""

    def merit(wanted: EventSides, found: EventSides) -> Merit | None:
        return (wanted == found,) if agrees(wanted, found) else None

    return best_first(gold, coded, merit)
