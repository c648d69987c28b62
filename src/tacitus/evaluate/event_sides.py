"""When a coded event is the gold's: type, sides and whether it is background."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.evaluate.annotation import GoldEvent
from tacitus.evaluate.side_names import Parties
from tacitus.evaluate.side_spelling import side_set
from tacitus.model import Event, EventType


@dataclass(frozen=True, slots=True)
class EventSides:
    """What an event is compared by: who did what to whom, and whether it is history."""

    type: EventType
    actors: frozenset[str]
    recipients: frozenset[str]
    background: bool

    @property
    def two_sided(self) -> bool:
        """Violence between sides, which lists them all as actors."""
        return self.type == "ASSAULT" and len(self.actors) > 1 and self.recipients <= self.actors

    @property
    def sides(self) -> frozenset[str]:
        """All sides that take part."""
        return self.actors | self.recipients


def gold_sides(event: GoldEvent) -> EventSides:
    """The gold's event, its sides in one spelling."""
    return EventSides(event.type, side_set(event.actors), side_set(event.recipients), event.background)


def coded_sides(event: Event, parties: Parties) -> EventSides:
    """A coded event, its actors under the names that the gold has for them."""
    return EventSides(event.type, parties.of(event.actors), parties.of(event.recipients), event.background)


def agrees(gold: EventSides, coded: EventSides) -> bool:
    """Whether type, actors, recipients and background are the same.

    Where the gold's violence is two-sided, it is enough that all who take part are the same, whoever of them is coded
    as actor and whoever as recipient. One-sided violence coded as two-sided does not agree: it no longer tells who
    attacked.
    """
    same = gold.type == coded.type and gold.background == coded.background
    return same and actors_agree(gold, coded) and recipients_agree(gold, coded)


def actors_agree(gold: EventSides, coded: EventSides) -> bool:
    """Whether the actors are the same; where the gold's violence is two-sided, all who take part."""
    return gold.sides == coded.sides if gold.two_sided else gold.actors == coded.actors


def recipients_agree(gold: EventSides, coded: EventSides) -> bool:
    """Whether the recipients are the same; where the gold's violence is two-sided, all who take part."""
    return gold.sides == coded.sides if gold.two_sided else gold.recipients == coded.recipients
