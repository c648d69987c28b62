"""Actors under construction: one entry for everybody that a report names, with all its mentions."""

from __future__ import annotations

from dataclasses import dataclass, field

from tacitus.model import Actor, ActorKind
from tacitus.resolve.side_features import Asked
from tacitus.resolve.syntax import Range, Syntax
from tacitus.resolve.together import Together


@dataclass(slots=True)
class Entry:
    """An actor under construction; ``key`` is what makes it the same actor when it is named again."""

    key: tuple[str, ...]
    name: str
    kind: ActorKind
    side: str | None
    sector: str | None
    role: str | None
    mentions: list[Range] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    asked: Asked | None = None  # how its side was asked for, where its words tell none
    asked_again: tuple[Asked, ...] = ()  # the same at later mentions
    certain: bool = False  # it has a side, whatever it is
    together: Together | None = None  # where it is several, as told
    members: tuple[int, ...] = ()  # the numbers of those
    same_as: int | None = None  # the number of another entry that it turned out to be


def _farness(entry: Entry) -> int:
    """How far an entry is from being its side itself: a state or group, another name, a description."""
    if entry.key[0] != "side":
        return 2
    return int(entry.kind not in ("state", "group"))


class Entries:
    """The entries of one report in order of their making; an actor's number is its place in ``all``."""

    def __init__(self) -> None:
        self.all: list[Entry] = []
        self._by_key: dict[tuple[str, ...], int] = {}
        self._at: dict[int, int] = {}

    def put(self, entry: Entry) -> int:
        """The number of the entry with the same key, ``entry`` itself where it is the first."""
        number = self._by_key.get(entry.key)
        if number is None:
            number = len(self.all)
            self.all.append(entry)
            self._by_key[entry.key] = number
        return number

    def mention(self, number: int, tokens: Range) -> int:
        """Note that an actor is named at ``tokens``; tokens of an earlier mention stay with that. Gives the number."""
        entry = self.all[number]
        if tokens not in entry.mentions:
            entry.mentions.append(tokens)
        for index in range(*tokens):
            self._at.setdefault(index, number)
        return number

    def claim(self, number: int, tokens: Range) -> int:
        """Note a mention that takes its tokens over from any earlier one. Gives the number."""
        for index in range(*tokens):
            self._at[index] = number
        return self.mention(number, tokens)

    def at(self, token: int) -> int | None:
        """The actor that a token is part of a mention of."""
        return self._at.get(token)

    def last_called(self, noun: str, *, before: int) -> int | None:
        """The actor named last before a token among those whose role or name holds ``noun`` (case-folded)."""
        best: tuple[int, int] | None = None
        for number, entry in enumerate(self.all):
            if noun in (entry.role or entry.name).casefold().split():
                for start, end in entry.mentions:
                    if end <= before and (best is None or start > best[0]):
                        best = (start, number)
        return None if best is None else best[1]

    def actors(self, syntax: Syntax) -> tuple[list[Actor], dict[int, str]]:
        """The actors in order of their first mention, and the id of each entry that is mentioned."""
        order = sorted(
            (number for number, entry in enumerate(self.all) if entry.mentions and entry.same_as is None),
            key=lambda number: min(self.all[number].mentions),
        )
        ids = {number: f"a{position}" for position, number in enumerate(order, 1)}
        ids |= {number: ids[entry.same_as] for number, entry in enumerate(self.all) if entry.same_as is not None}
        actors = []
        for number in order:
            entry = self.all[number]
            spans = tuple(sorted({syntax.span(tokens) for tokens in entry.mentions}))
            members = tuple(ids[member] for member in entry.members)
            actors.append(
                Actor(ids[number], entry.name, entry.kind, entry.side, entry.sector, entry.role, spans, members)
            )
        return actors, ids

    def join(self, one: int, other: int) -> None:
        """Make two entries one actor: ``other`` gives its mentions to ``one`` and has its id from then on."""
        for tokens in self.all[other].mentions:
            self.claim(one, tokens)
        self.all[other].same_as = one

    def of_side(self, side: str, *, near: int) -> int | None:
        """The state or group of a side, else its body or people; of several the one named nearest to a token."""
        found = [
            (_farness(entry), min(abs(start - near) for start, _ in entry.mentions), number)
            for number, entry in enumerate(self.all)
            if entry.side == side and entry.kind != "person" and entry.mentions
        ]
        return min(found)[2] if found else None
