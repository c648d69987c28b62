"""Who acts and who suffers in an event: for each side that a report names, how likely it is an actor or a recipient.

A trained choice by the signs of ``resolve.side_features`` and those below, the role and the type of the event. The
weights lie in ``event_participants.npz``; ``training/event_participants.py`` makes them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Literal

import numpy as np

from tacitus.language.reading import Reading
from tacitus.model import EventType
from tacitus.resolve.belonging import Sides, pointed_sides
from tacitus.resolve.choice_network import ChoiceNetwork, read_choices
from tacitus.resolve.side_features import SIGNS as SIDE_SIGNS
from tacitus.resolve.side_features import Asked, candidates, side_signs
from tacitus.resolve.syntax import Syntax

Role = Literal["actor", "recipient"]
ROLES: tuple[Role, ...] = ("actor", "recipient")
EVENT_SIGNS = (
    "agent pointer", "patient pointer", "told actor", "told recipient", "none told actor", "none told recipient",
    "actor", "no actor", "reciprocal", "claimed", "two sided", "foe", "foe of speaker",
)  # fmt: skip
SIGNS = (*SIDE_SIGNS, *EVENT_SIGNS)
AT_ODDS: frozenset[EventType] = frozenset(("ASSAULT", "ACCUSE", "THREATEN", "COERCE"))
_BESIDE = 0.9  # share of the likeliest side's from which another takes part beside it


@dataclass(frozen=True, slots=True)
class Foes:
    """Who is told to be at odds with whom in a report: pairs of sides that its grammar names, with how often."""

    pairs: Counter[tuple[str, str]]

    @classmethod
    def among(cls, events: Iterable[AskedEvent]) -> Foes:
        """The pairs that attack, accuse or threaten each other."""
        pairs: Counter[tuple[str, str]] = Counter()
        for event in events:
            if event.type in AT_ODDS:
                others = event.actors if event.reciprocal else event.recipients
                for pair in product(event.actors, others):
                    if pair[0] != pair[1]:
                        pairs.update((pair, pair[::-1]))
        return cls(pairs)

    def share(self, side: str, of: Collection[str]) -> float:
        """How much of what is told of the foes of some sides is told of ``side``."""
        told = {pair: count for pair, count in self.pairs.items() if pair[1] in of}
        return sum(count for pair, count in told.items() if pair[0] == side) / max(1, sum(told.values()))


@dataclass(frozen=True, slots=True)
class AskedEvent:
    """An event whose parties are asked for.

    ``actors`` and ``recipients`` are the sides that its grammar names in these roles, ``speaker`` the side of whoever
    claims it, ``reciprocal`` whether its words tell of something mutual.
    """

    token: int
    type: EventType
    actors: frozenset[str]
    recipients: frozenset[str]
    speaker: str | None
    reciprocal: bool


@dataclass(frozen=True, slots=True)
class Parties:
    """The sides that take part in an event, likeliest first."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@cache
def _choice() -> ChoiceNetwork:
    return read_choices(files("tacitus.extract") / "event_participants.npz")["parties"]


def contexts_of(role: Role, event: AskedEvent) -> tuple[str, ...]:
    """The contexts in which the signs of a side are weighed again."""
    return role, f"{role} {event.type}"


class ParticipantSigns:
    """The signs of one event's possible parties; those of the recipients hang on the actors chosen."""

    def __init__(self, syntax: Syntax, sides: Sides, reading: Reading | None, event: AskedEvent, foes: Foes) -> None:
        self.event, self.foes = event, foes
        self.named = candidates(sides)
        if len(self.named) == 1:
            return
        asked = Asked(event.token, (), event.speaker)
        self._plain = side_signs(syntax, sides, reading, asked, self.named)
        self._agent = pointed_sides(reading, sides, event.token, "agent")
        self._patient = pointed_sides(reading, sides, event.token, "patient")

    def rows(self, chosen: tuple[str, ...] | None) -> np.ndarray:
        """Signs of each candidate (candidates, signs); ``chosen`` are the actors where the recipients are asked for."""
        event, own = self.event, np.zeros((len(self.named), len(EVENT_SIGNS)), dtype=np.float32)
        for row, side in enumerate(self.named):
            if side is None:
                own[0] = (
                    self._agent.get(None, 0.0),
                    self._patient.get(None, 0.0),
                    0.0,
                    0.0,
                    not event.actors,
                    not event.recipients,
                    0.0,
                    chosen is not None and not chosen,
                    event.reciprocal,
                    event.speaker is not None,
                    chosen is not None and len(chosen) > 1,
                    0.0,
                    0.0,
                )
                continue
            own[row] = (
                self._agent.get(side, 0.0),
                self._patient.get(side, 0.0),
                side in event.actors,
                side in event.recipients,
                0.0,
                0.0,
                chosen is not None and side in chosen,
                0.0,
                0.0,
                event.speaker is not None and side != event.speaker,
                0.0,
                self.foes.share(side, event.recipients if chosen is None else chosen),
                self.foes.share(side, (event.speaker,)) if event.speaker is not None else 0.0,
            )
        return np.concatenate([self._plain, own], axis=1)


def read_parties(syntax: Syntax, sides: Sides, reading: Reading | None, event: AskedEvent, foes: Foes) -> Parties:
    """The sides that act in an event and those that it is done to."""
    signs = ParticipantSigns(syntax, sides, reading, event, foes)
    if len(signs.named) == 1:
        return Parties((), ())
    if event.reciprocal and len(event.actors) > 1:
        return Parties(tuple(side for side in signs.named if side is not None and side in event.actors), ())
    actors = _taken(signs, "actor", None)
    return Parties(actors, _taken(signs, "recipient", actors))


def _taken(signs: ParticipantSigns, role: Role, chosen: tuple[str, ...] | None) -> tuple[str, ...]:
    shares = _choice().shares(contexts_of(role, signs.event), signs.rows(chosen))
    if shares.argmax() == 0:
        return ()
    order = [int(row) for row in np.argsort(-shares, kind="stable") if row > 0]
    told = signs.event.actors if role == "actor" else signs.event.recipients
    if len(told) > 1 and signs.named[order[0]] in told:
        return tuple(side for side in signs.named if side is not None and side in told)
    return tuple(str(signs.named[row]) for row in order if shares[row] >= _BESIDE * shares[order[0]])
