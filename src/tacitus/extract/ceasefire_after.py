"""The fighting that a report tells of after a truce took effect: breaches that no word calls so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tacitus.extract.ceasefire_lexicon import ceasefire_lexicon
from tacitus.extract.ceasefire_mentions import TruceMention
from tacitus.extract.event_dates import event_date
from tacitus.extract.events import DraftEvent
from tacitus.model import DateExpression
from tacitus.resolve.syntax import Syntax

_UP = 6  # heads from a truce to the fighting that is told to be after it


@dataclass(frozen=True, slots=True)
class Clash:
    """Fighting under a truce: its token, the parties of the truce that act in it, the claims that tell of it."""

    token: int
    by: tuple[str, ...]
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Aftermath:
    """Finds what was fought after a truce among the events of one report."""

    syntax: Syntax
    dates: Sequence[DateExpression]
    events: Sequence[DraftEvent]

    def clashes(self, mentions: Sequence[TruceMention], parties: Sequence[str], effect: date | None) -> list[Clash]:
        """The ASSAULT events between the parties, not of the past, later than ``effect``.

        One on the day of effect, or without a day, counts where its words put it after the truce ("since the truce
        began", "despite it").
        """
        marked = frozenset(self._marked(mentions))
        found = []
        for event in self.events:
            if event.type != "ASSAULT" or event.aspect != "actual" or event.background:
                continue
            by = tuple(side for side in event.sides.actors if side in parties)
            if not by and not set(event.sides.recipients).intersection(parties):
                continue
            if event.trigger in marked or self._is_later(event, effect):
                found.append(Clash(event.trigger, by, event.claims))
        return found

    def _is_later(self, event: DraftEvent, effect: date | None) -> bool:
        if effect is None:
            return False
        told = event_date(self.syntax, self.dates, event.trigger)
        return told is not None and told.start is not None and told.start > effect

    def _marked(self, mentions: Sequence[TruceMention]) -> Iterator[int]:
        """The heads up from the truces before which "since", "despite" or "hours after" stands."""
        syntax, lexicon = self.syntax, ceasefire_lexicon()
        for mention in mentions:
            at, behind = mention.head, False
            for _ in range(_UP):
                behind = behind or any(
                    syntax.lower[child] in lexicon.afterwards
                    for child in syntax.children(at)
                    if syntax.dep[child] in ("case", "mark")
                )
                if syntax.head[at] == at:
                    break
                at = syntax.head[at]
                if behind:
                    yield at
