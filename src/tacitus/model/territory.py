"""Territories and relations: whose land it is said to be, and how sides stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from tacitus.model.span import Span

RelationKind = Literal["close", "allied", "backs", "hostile", "mediates", "peacekeeping"]
RELATION_KINDS: tuple[RelationKind, ...] = get_args(RelationKind)


@dataclass(frozen=True, slots=True)
class Territory:
    """What a report says of whose a place is.

    ``place`` is the place's name and ``place_id`` its id among the coding's places; the others are sides, ``None`` or
    empty where the words at ``evidence`` do not tell. ``populated_by`` is a side or a people's name.
    """

    place: str
    place_id: str | None
    recognised_part_of: str | None
    populated_by: str | None
    controlled_by: str | None
    claimed_by: tuple[str, ...]
    evidence: Span


@dataclass(frozen=True, slots=True)
class Relation:
    """How side ``a`` stands to side ``b`` by the words at ``evidence``.

    "backs", "mediates" and "peacekeeping" run from ``a`` to ``b``, the others run both ways.
    """

    a: str
    b: str
    kind: RelationKind
    evidence: Span
