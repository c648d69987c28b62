"""Events: triggers with their parties resolved to actors, each happening once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tacitus.extract.ceasefire_sides import sides_at_war
from tacitus.extract.claims import DraftClaim
from tacitus.extract.event_blame import blamed_sides
from tacitus.extract.event_fights import AT_ODDS, fights
from tacitus.extract.event_participants import Foes, Parties, PartyReader
from tacitus.extract.event_sides import PhraseSides
from tacitus.extract.event_triggers import Trigger, read_triggers
from tacitus.extract.party_nouns import is_party
from tacitus.language.reading import Reading
from tacitus.model import Aspect, EventType
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.syntax import Range, Syntax

_SAME_SENTENCE = 12  # tokens within which a second trigger of one type and the same parties is the same event
_EACH_WAY: frozenset[EventType] = frozenset(("ACCUSE", "THREATEN", "REJECT", "REQUEST", "SANCTION"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))


@dataclass(frozen=True, slots=True)
class DraftEvent:
    """An event whose actors are still entries of the actor book; ``trigger`` and ``evidence`` are tokens.

    ``sides`` are the sides of its actors and of its recipients, as they were chosen; ``mutual`` tells that its word
    means something done to each other; ``claims`` are the numbers of the claims that tell of it.
    """

    type: EventType
    mode: str | None
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    sides: Parties
    mutual: bool
    aspect: Aspect
    background: bool
    claims: tuple[int, ...]
    trigger: int
    evidence: Range
    also: tuple[Range, ...]
    rule: str
    confidence: float


class _Resolver:
    """Sides to the actors meant: the one named in the event's own words before any other of that side."""

    def __init__(self, book: ActorBook) -> None:
        self.book = book

    def actors(self, sides: tuple[str, ...], ranges: tuple[Range, ...], token: int) -> tuple[int, ...]:
        """The entries of a role: one for each side, and those named without a side."""
        people = (tokens for tokens in ranges if is_party(self.book.syntax, self.book.sides, tokens))
        named = [number for tokens in people if (number := self.book.resolve(tokens)) is not None]
        chosen: list[int] = []
        for side in sides:
            told = [number for number in named if self.book.entries[number].side == side]
            number = told[0] if told else self._of_side(side, token)
            if number is not None and number not in chosen:
                chosen.append(number)
        chosen.extend(number for number in named if number not in chosen and self._nameless_side(number))
        return tuple(chosen)

    def _nameless_side(self, number: int) -> bool:
        entry = self.book.entries[number]
        named = entry.name[:1].isupper() and not entry.together
        return entry.side is None and entry.kind == "organization" and named

    def _of_side(self, side: str, token: int) -> int | None:
        """The state or group of a side, else its actor that is named nearest."""
        found = [number for number, entry in enumerate(self.book.entries) if entry.side == side and entry.mentions]
        return min(found, key=lambda number: self._rank(number, token), default=None)

    def _rank(self, number: int, token: int) -> tuple[bool, int, int]:
        entry = self.book.entries[number]
        return entry.kind not in ("state", "group"), min(abs(start - token) for start, _ in entry.mentions), number


def _draft(book: ActorBook, trigger: Trigger, parties: Parties) -> DraftEvent:
    resolver = _Resolver(book)
    actors = resolver.actors(parties.actors, trigger.agents, trigger.token)
    recipients = resolver.actors(parties.recipients, trigger.recipients, trigger.token)
    return DraftEvent(
        type=trigger.type,
        mode=trigger.mode,
        actors=actors,
        recipients=tuple(number for number in recipients if number not in actors or len(parties.recipients) == 1),
        sides=parties,
        mutual=trigger.asked.reciprocal,
        aspect=trigger.aspect,
        background=trigger.background,
        claims=() if trigger.claim is None else (trigger.claim,),
        trigger=trigger.token,
        evidence=trigger.evidence,
        also=(),
        rule=trigger.rule,
        confidence=trigger.confidence,
    )


def _each_way(trigger: Trigger, parties: Parties) -> list[Parties]:
    """What two sides say to each other is one event each way ("accused each other"); what they do together is one."""
    if trigger.asked.reciprocal and trigger.type in _EACH_WAY and len(parties.actors) == 2 and not parties.recipients:
        one, other = parties.actors
        return [Parties((one,), (other,)), Parties((other,), (one,))]
    return [parties]


def _again(syntax: Syntax, earlier: DraftEvent, event: DraftEvent) -> bool:
    """Whether an event is an earlier one told again: beside it, or by a definite noun ("the attack")."""
    alike = (
        (earlier.type, earlier.mutual) == (event.type, event.mutual)
        and earlier.background == event.background
        and (earlier.aspect == event.aspect or "actual" not in (earlier.aspect, event.aspect))
    )
    if not alike:
        return False
    ours, theirs = event.sides, earlier.sides
    same = set(ours.actors) == set(theirs.actors) and set(ours.recipients) == set(theirs.recipients)
    near = syntax.sentence[earlier.trigger] == syntax.sentence[event.trigger]
    if same and near:
        return event.trigger - earlier.trigger <= _SAME_SENTENCE
    definite = syntax.upos[event.trigger] == "NOUN" and any(
        syntax.lower[child] in _DEFINITE for child in syntax.children(event.trigger)
    )
    within = set(ours.actors) <= set(theirs.actors) and set(ours.recipients) <= set(theirs.recipients)
    return definite and within and bool(theirs.actors or theirs.recipients)


def _told_once(syntax: Syntax, events: list[DraftEvent]) -> list[DraftEvent]:
    """Each happening once, with the clauses and claims that tell of it again."""
    kept: list[DraftEvent] = []
    for event in events:
        for number in range(len(kept) - 1, -1, -1):
            if _again(syntax, kept[number], event):
                kept[number] = _joined(kept[number], event)
                break
        else:
            kept.append(event)
    return kept


def _joined(first: DraftEvent, again: DraftEvent) -> DraftEvent:
    return replace(
        first,
        mode=first.mode or again.mode,
        claims=tuple(dict.fromkeys((*first.claims, *again.claims))),
        also=(*first.also, again.evidence),
        confidence=max(first.confidence, again.confidence),
    )


def read_asked(
    syntax: Syntax, reading: Reading | None, claims: list[DraftClaim], book: ActorBook
) -> tuple[list[Trigger], PartyReader]:
    """The triggers of a report in the order of the text, and the reader that their parties are asked of."""
    triggers = blamed_sides(read_triggers(syntax, reading, PhraseSides(book), claims), claims, book)
    told = fights(((one.type, one.asked.actors, one.asked.recipients) for one in triggers), AT_ODDS)
    return triggers, PartyReader(syntax, book.sides, reading, Foes(told, sides_at_war(syntax, book, told)))


def draft_events(
    syntax: Syntax, reading: Reading | None, claims: list[DraftClaim], book: ActorBook
) -> list[DraftEvent]:
    """The events of a report in the order of the text."""
    triggers, reader = read_asked(syntax, reading, claims, book)
    drafts = [
        _draft(book, trigger, parties)
        for trigger in triggers
        for parties in _each_way(trigger, reader.read(trigger.asked))
    ]
    return _told_once(syntax, drafts)


def event_fights(events: Iterable[DraftEvent]) -> Counter[frozenset[str]]:
    """How many events set two sides of a report against one another."""
    return fights((event.type, event.sides.actors, event.sides.recipients) for event in events)
