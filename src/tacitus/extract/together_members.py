"""Who "both sides" are where no words near tell it: the sides that the report has at war with each other."""

from __future__ import annotations

from collections.abc import Iterable

from tacitus.extract.ceasefire_sides import Rivals
from tacitus.extract.events import DraftEvent, event_fights
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.syntax import Syntax
from tacitus.resolve.together import NOT_PARTIES, Together


def name_members(syntax: Syntax, book: ActorBook, events: Iterable[DraftEvent]) -> None:
    """Give every actor that is several its members, if the report has just so many sides as its words mean."""
    members = book.members
    missing = members.open()
    if not missing:
        return
    rivals = Rivals(syntax, book, event_fights(events))
    for number in missing:
        together = book.entries[number].together
        if together is not None:
            members.give(number, _sides(book, rivals, together))


def _sides(book: ActorBook, rivals: Rivals, together: Together) -> tuple[str, ...]:
    named = {match.name.side: match.name for match in book.sides.matches if match.name.kind not in NOT_PARTIES}
    fit = [side for side in named if side in book.members.states or not together.states]
    if together.count not in (None, 2):
        return tuple(fit) if len(fit) == together.count else ()
    pair = rivals.pair({}, without=() if not together.states else [side for side in named if side not in fit])
    if pair is None:
        return ()
    one, other = pair
    return _group(book, one, host=other), _group(book, other, host=one)


def _group(book: ActorBook, side: str, *, host: str) -> str:
    """The side itself; for "the rebels" of a state, whom no name of the report is, the group that fights there."""
    if any(entry.side == side and entry.kind != "person" for entry in book.entries):
        return side
    groups = [match.name.side for match in book.sides.matches if match.name.country == host]
    return max(groups, key=groups.count, default=side)
