"""Figures: numbers of people, with their bounds, and whose and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from tacitus.model.span import Span

FigureKind = Literal["killed", "wounded", "missing", "captured", "detained", "displaced", "deployed", "released"]
GroupType = Literal["military", "civilian", "police", "militant", "peacekeeper", "any"]
FIGURE_KINDS: tuple[FigureKind, ...] = get_args(FigureKind)
GROUP_TYPES: tuple[GroupType, ...] = get_args(GroupType)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a stated number allows: ``low`` and ``high`` inclusive, ``best`` the number to use; ``None`` is open.

    The bounds of each hedge are fixed by the output contract ("at least n" is ``n, n, None``; "almost n" is
    ``ceil(.9n), n, n``).
    """

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """Whose people a figure counts."""

    side: str | None
    type: GroupType
    actor: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people of one kind, as one speaker (or the report itself) states it.

    ``by`` is the actor who states it and ``claim`` the claim that holds it, both ``None`` in the report's own voice;
    ``revises`` the earlier number that this one replaces, where the report tells; ``background`` marks history.
    ``denied`` tells that the speaker denies the number rather than states it.
    """

    id: str
    kind: FigureKind
    bounds: Bounds
    group: Group
    by: str | None
    claim: str | None
    event: str | None
    background: bool
    denied: bool
    revises: int | None
    span: Span
    confidence: float
