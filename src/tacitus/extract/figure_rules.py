"""Figures by rules, where no trained figure heads are at hand: kind, kind of people and background of one number."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.extract.counted_nouns import counted_noun, group_extent
from tacitus.extract.figure_groups import group_type, named_type
from tacitus.extract.figure_kinds import find_kind
from tacitus.extract.figure_predicates import Counted
from tacitus.extract.figure_times import is_background
from tacitus.extract.quantities import Quantity
from tacitus.model import FigureKind, GroupType
from tacitus.resolve.syntax import Syntax

__all__ = ["FigureGuess", "counted_noun", "group_extent", "read_figure"]


@dataclass(frozen=True, slots=True)
class FigureGuess:
    """What the rules read of a number; ``confidence`` (0..1) is lower the farther off the words are that tell."""

    kind: FigureKind
    group_type: GroupType
    background: bool
    confidence: float


def read_figure(syntax: Syntax, quantity: Quantity, token: int) -> FigureGuess | None:
    """Read the number at ``token`` by the words and the parse around it; ``None`` where it is no figure."""
    noun = counted_noun(syntax, token)
    found = find_kind(Counted(syntax, token, noun, named_type(syntax, noun), quantity.form == "article"))
    if found is None:
        return None
    background = is_background(syntax, token)
    people = group_type(syntax, token, noun, found.kind, background=background)
    return FigureGuess(found.kind, people, background, found.confidence)
