"""Events: who did what to whom, by PLOVER's types."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, get_args

from tacitus.model.span import Span

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Aspect = Literal["actual", "planned", "possible", "requested", "denied"]
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)


@dataclass(frozen=True, slots=True)
class Event:
    """A PLOVER event as one report tells it.

    ``actors`` and ``recipients`` are actor ids; two-sided violence lists both sides as actors. ``place`` is a place's
    id. ``date`` is an EDTF day or interval and ``start`` and ``end`` its first and last day, all ``None`` where the
    report does not tell. ``claims`` are the ids of the claims that tell of it, none in the report's own voice.
    ``trigger`` is the word that names the happening, ``evidence`` its clause, ``also`` the clauses that tell of the
    same happening again. ``rule`` names what found it (``tacitus code --explain`` shows it).
    """

    id: str
    type: EventType
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: str | None
    start: datetime.date | None
    end: datetime.date | None
    aspect: Aspect
    background: bool
    claims: tuple[str, ...]
    trigger: Span
    evidence: Span
    also: tuple[Span, ...]
    rule: str
    confidence: float
