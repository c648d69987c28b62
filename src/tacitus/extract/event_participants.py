"""Who acts and who suffers in an event: for each side that a report names, how likely it is an actor or a recipient.

A trained choice by the signs of ``resolve.side_features`` and those below, the role and the type of the event. The
weights lie in ``event_participants.npz``; ``training/event_participants.py`` makes them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
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
    "rival of actor", "last actor", "last recipient",
)  # fmt: skip
SIGNS = (*SIDE_SIGNS, *EVENT_SIGNS)


@dataclass(frozen=True, slots=True)
class Foes:
    """Who is told to be at odds with whom in a report: pairs of sides that its grammar names, with how often.

    ``rivals`` are the two sides that its words make likeliest to be at war.
    """

    pairs: Counter[frozenset[str]]
    rivals: frozenset[str] = frozenset()

    def share(self, side: str, of: Collection[str]) -> float:
        """How much of what is told of the foes of some sides is told of ``side``."""
        told = {other: self._of(other) for other in of}
        total = sum(found.total() for found in told.values())
        return sum(found[side] for found in told.values()) / max(1, total)

    def _of(self, side: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for pair, count in self.pairs.items():
            if side in pair:
                found.update(dict.fromkeys(pair - {side}, count))
        return found


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
    """The sides that take part in an event."""

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

    def __init__(self, reader: PartyReader, event: AskedEvent) -> None:
        syntax, sides, reading = reader.syntax, reader.sides, reader.reading
        self.event, self.foes, self.before = event, reader.foes, reader.before
        self.named = candidates(sides)
        if len(self.named) == 1:
            return
        asked = Asked(event.token, (), event.speaker, rivals=self.foes.rivals)
        self._plain = side_signs(syntax, sides, reading, asked, self.named)
        self._agent = pointed_sides(reading, sides, event.token, "agent")
        self._patient = pointed_sides(reading, sides, event.token, "patient")

    def rows(self, chosen: tuple[str, ...] | None) -> np.ndarray:
        """Signs of each candidate (candidates, signs); ``chosen`` are the actors where the recipients are asked for."""
        own = [self._nobody(chosen) if side is None else self._of(side, chosen) for side in self.named]
        return np.concatenate([self._plain, np.asarray(own, dtype=np.float32)], axis=1)

    def _nobody(self, chosen: tuple[str, ...] | None) -> tuple[float, ...]:
        event = self.event
        return (
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
            0.0,
            not self.before.actors,
            not self.before.recipients,
        )

    def _of(self, side: str, chosen: tuple[str, ...] | None) -> tuple[float, ...]:
        event, foes = self.event, self.foes
        return (
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
            foes.share(side, event.recipients if chosen is None else chosen),
            foes.share(side, (event.speaker,)) if event.speaker is not None else 0.0,
            side in foes.rivals and not (foes.rivals - {side}).isdisjoint(chosen or ()),
            side in self.before.actors,
            side in self.before.recipients,
        )


class PartyReader:
    """Reads the parties of the events of one report, one event after another."""

    def __init__(self, syntax: Syntax, sides: Sides, reading: Reading | None, foes: Foes) -> None:
        self.syntax, self.sides, self.reading, self.foes = syntax, sides, reading, foes
        self.before = Parties((), ())

    def read(self, event: AskedEvent) -> Parties:
        """The sides that act in an event and those that it is done to."""
        self.before = self._choose(ParticipantSigns(self, event))
        return self.before

    def _choose(self, signs: ParticipantSigns) -> Parties:
        event = signs.event
        if len(signs.named) == 1:
            return Parties((), ())
        if event.reciprocal and len(event.actors) > 1:
            return Parties(tuple(side for side in signs.named if side is not None and side in event.actors), ())
        shares = _shares(signs, "actor", None)
        actors = _taken(signs, "actor", shares)
        recipients = _taken(signs, "recipient", _shares(signs, "recipient", actors))
        if event.reciprocal and len(actors) == 1 and not recipients and len(signs.named) > 2:
            actors += (_next(signs, shares, actors[0]),)
        return Parties(actors, recipients)


def _shares(signs: ParticipantSigns, role: Role, chosen: tuple[str, ...] | None) -> np.ndarray:
    return _choice().shares(contexts_of(role, signs.event), signs.rows(chosen))


def _next(signs: ParticipantSigns, shares: np.ndarray, actor: str) -> str:
    """The likeliest side beside ``actor``: what is mutual has two, of which a report may name one nearby.

    On 85 such events of the corpus one party was right twice and the pair 42 times.
    """
    others = {str(side): float(share) for side, share in zip(signs.named[1:], shares[1:], strict=True) if side != actor}
    return max(others, key=others.__getitem__)


def _taken(signs: ParticipantSigns, role: Role, shares: np.ndarray) -> tuple[str, ...]:
    if shares.argmax() == 0:
        return ()
    likeliest = signs.named[1 + int(shares[1:].argmax())]
    told = signs.event.actors if role == "actor" else signs.event.recipients
    if len(told) > 1 and likeliest in told:
        return tuple(side for side in signs.named if side is not None and side in told)
    return (str(likeliest),)
