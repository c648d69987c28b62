"""Actors: who speaks, acts, suffers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tacitus.model.span import Span

ActorKind = Literal["person", "organization", "state", "group", "population"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, state, armed group or population named in one report.

    ``side`` is the ISO 3166-1 alpha-3 code of the state whose government, forces, officials or people it is, else the
    group's usual short name; ``sector`` a PLOVER sector code; both ``None`` where the report does not tell.
    ``role`` is the title or description in the report's words; ``mentions`` are in order of the text.
    ``members`` are the ids of the actors that a phrase for several means ("both sides", "Armenia and Azerbaijan");
    such an actor has no side, and no members where the report does not tell them.
    """

    id: str
    name: str
    kind: ActorKind
    side: str | None
    sector: str | None
    role: str | None
    mentions: tuple[Span, ...]
    members: tuple[str, ...] = ()
