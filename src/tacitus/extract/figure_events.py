"""What the events of a report tell of its figures: whose toll a number is, and who is at odds with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tacitus.extract.event_fights import AT_ODDS
from tacitus.extract.events import DraftEvent
from tacitus.model import EventType, FigureKind
from tacitus.resolve.syntax import Syntax

_TOLLS: dict[FigureKind, frozenset[EventType]] = {
    "killed": frozenset(("ASSAULT",)),
    "wounded": frozenset(("ASSAULT",)),
    "missing": frozenset(("ASSAULT",)),
    "captured": frozenset(("ASSAULT", "COERCE")),
    "detained": frozenset(("COERCE", "ASSAULT")),
    "displaced": frozenset(("ASSAULT", "COERCE", "RETREAT")),
    "deployed": frozenset(("MOBILIZE", "COOPERATE", "AID")),
    "released": frozenset(("RETREAT", "AID", "CONCEDE")),
}


def event_of_toll(syntax: Syntax, events: Sequence[DraftEvent], token: int, kind: FigureKind) -> int | None:
    """The number of the event whose toll the number at ``token`` is: the nearest of a fitting type in its sentence."""
    near = [
        (abs(event.trigger - token), number)
        for number, event in enumerate(events)
        if event.type in _TOLLS[kind] and syntax.sentence[event.trigger] == syntax.sentence[token]
    ]
    return min(near)[1] if near else None


def main_foe(events: Sequence[DraftEvent], side: str) -> str | None:
    """The side that ``side`` is told most often to be at odds with."""
    odds: Counter[str] = Counter()
    for event in events:
        parties = (*event.sides.actors, *event.sides.recipients)
        if event.type in AT_ODDS and side in parties:
            odds.update(set(parties) - {side})
    return odds.most_common(1)[0][0] if odds else None
