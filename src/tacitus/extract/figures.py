"""Figures: which numbers count people of the eight kinds, whose people, and who states it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from tacitus.extract.claims import DraftClaim
from tacitus.extract.quantities import Quantity, quantities
from tacitus.language.reading import Reading
from tacitus.model import FIGURE_KINDS, GROUP_TYPES, Bounds, FigureKind, GroupType, Span
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import pointed_side
from tacitus.resolve.syntax import Syntax

_MIN_KIND = 0.5  # probability below which a number counts nobody
_NEAR_CLAIM = 60  # characters between a cue and a number of its clause that the content missed


@dataclass(frozen=True, slots=True)
class DraftFigure:
    """A figure whose actors and claim are still numbers of the book and of the draft claims."""

    kind: FigureKind
    bounds: Bounds
    side: str | None
    group_type: GroupType
    group_actor: int | None
    by: int | None
    claim: int | None
    background: bool
    denied: bool
    revises: int | None
    span: Span
    number: Span
    token: int
    confidence: float


def _claim_of(span: Span, claims: list[DraftClaim]) -> int | None:
    """The claim that states a number: the one whose content holds it, the shortest such."""
    holding = [
        (content.end - content.start, index)
        for index, claim in enumerate(claims)
        for content in claim.content
        if content.overlaps(span)
    ]
    return min(holding)[1] if holding else None


def _group_side(
    syntax: Syntax, reading: Reading | None, book: ActorBook, token: int
) -> tuple[str | None, int | None]:
    side, _ = pointed_side(reading, book.sides, token)
    return side, None


def draft_figures(
    syntax: Syntax, reading: Reading | None, claims: list[DraftClaim], book: ActorBook
) -> list[DraftFigure]:
    """The figures of a report in the order of the text."""
    if reading is None:
        return []
    found: list[DraftFigure] = []
    for quantity in quantities(syntax.text):
        token = max(0, bisect_left(syntax.starts, quantity.number.start + 1) - 1)
        shares = reading.kind[token]
        best = int(shares[1:].argmax()) + 1
        if 1.0 - float(shares[0]) < _MIN_KIND:
            continue
        claim = _claim_of(quantity.number, claims)
        side, actor = _group_side(syntax, reading, book, token)
        found.append(
            DraftFigure(
                FIGURE_KINDS[best - 1],
                quantity.bounds,
                side,
                GROUP_TYPES[int(reading.group[token].argmax())],
                actor,
                claims[claim].speaker if claim is not None else None,
                claim,
                bool(reading.background[token] > 0.5),
                claim is not None and claims[claim].stance == "deny",
                _revised(syntax, quantity, found),
                _words_of(syntax, quantity),
                quantity.number,
                token,
                float(shares[best]),
            )
        )
    return found


def _words_of(syntax: Syntax, quantity: Quantity) -> Span:
    return quantity.span


def _revised(syntax: Syntax, quantity: Quantity, before: list[DraftFigure]) -> int | None:
    """The earlier number that this one replaces ("from 627 to 935")."""
    if not before:
        return None
    last = before[-1]
    between = syntax.text[last.span.end : quantity.span.start].strip().casefold()
    lead = syntax.text[max(0, last.span.start - 5) : last.span.start].casefold().split()
    if between in ("to", "up to") and lead[-1:] == ["from"]:
        return last.bounds.best
    return None
