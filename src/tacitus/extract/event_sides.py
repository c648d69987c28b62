"""The sides that the phrases of an event name."""

from __future__ import annotations

import re
from functools import cached_property

from tacitus.extract.ceasefire_sides import sides_at_war
from tacitus.extract.event_arguments import owners
from tacitus.extract.party_nouns import is_party
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.entries import Entry
from tacitus.resolve.syntax import Range

_COUNTERPARTS = frozenset(("neighbour", "neighbor", "rival", "foe", "enemy", "adversary", "opponent"))
_JOINT = re.compile(
    r"\b(?:both|the two|two|the warring|the rival|opposing|each) (?:\w+ )?"
    r"(?:sides?|countries|states|nations|neighbou?rs|"
    r"governments|parties|armies|camps|forces|rivals|leaders|other)\b|^both$"
    r"|\bthe (?:neighbou?ring|warring|rival) (?:countries|states|nations|sides|parties|armies|neighbou?rs)\b"
)


class PhraseSides:
    """Tells the sides of the phrases of one report."""

    def __init__(self, book: ActorBook) -> None:
        self.book = book

    @cached_property
    def _both(self) -> frozenset[str]:
        """Who "both sides" are."""
        return sides_at_war(self.book.syntax, self.book)

    def told(self, ranges: tuple[Range, ...]) -> frozenset[str]:
        """The sides that phrases name: of the actor meant, else of the names within, else where its places lie."""
        return frozenset(side for tokens in ranges for side in self._of(tokens))

    def _of(self, tokens: Range) -> frozenset[str]:
        if _JOINT.search(" ".join(self.book.syntax.lower[slice(*tokens)])):
            return self._both
        other = self._counterpart(tokens)
        if other is not None:
            return frozenset((other,))
        entry = self._entry(tokens)
        if entry is not None and entry.together is not None:
            return self._of_several(entry)
        if entry is not None and entry.side is not None:
            return frozenset((entry.side,))
        named = {match.name.side for match in self.book.sides.within(tokens) if match.name.kind != "outlet"}
        return frozenset(named or (state for at, state in self.book.sides.located if tokens[0] <= at < tokens[1]))

    def _entry(self, tokens: Range) -> Entry | None:
        """The actor that a phrase names, or the owner of what it names."""
        syntax = self.book.syntax
        whose = [tokens] if is_party(syntax, self.book.sides, tokens) else owners(syntax, syntax.head_of(tokens))
        numbers = [self.book.resolve(one) for one in whose]
        return next((self.book.entries[number] for number in numbers if number is not None), None)

    def _of_several(self, entry: Entry) -> frozenset[str]:
        members = frozenset(side for number in entry.members if (side := self.book.entries[number].side) is not None)
        count = entry.together.count if entry.together is not None else None
        return members or (self._both if count in (None, 2) else frozenset())

    def _counterpart(self, tokens: Range) -> str | None:
        """The other of the two rivals, where a phrase tells it by the one ("its neighbour", "Armenia's enemy")."""
        head = self.book.syntax.head_of(tokens)
        if self.book.syntax.lower[head] not in _COUNTERPARTS:
            return None
        owner = self.book.possessor(head)
        side = self.book.entries[owner].side if owner is not None else None
        others = self._both - {side}
        return next(iter(others)) if side is not None and len(others) == 1 else None
