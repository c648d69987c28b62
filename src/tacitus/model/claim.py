"""Claims: somebody says something with a stance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from tacitus.model.span import Span

Stance = Literal["assert", "deny", "accuse", "admit", "urge", "promise", "threaten"]
STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a speaker is reported to have said.

    ``speaker`` is an actor's id, ``None`` where the report names nobody; ``source`` the words that name the speaker at
    this place; ``chain`` the actors through whom the claim reached the report, outermost first ("X said Y had told
    him": X, Y); ``cue`` the words that attribute; ``content`` the words attributed, in order, never empty.
    """

    id: str
    speaker: str | None
    source: Span | None
    chain: tuple[str, ...]
    cue: Span | None
    stance: Stance
    said: date | None
    quoted: bool
    content: tuple[Span, ...]
    confidence: float
