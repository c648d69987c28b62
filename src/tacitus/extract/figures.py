"""Figures: which numbers count people of the eight kinds, whose people, and who states it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from tacitus.extract.claims import DraftClaim
from tacitus.extract.quantities import Quantity, quantities
from tacitus.language.reading import Reading
from tacitus.model import FIGURE_KINDS, GROUP_TYPES, Bounds, FigureKind, GroupType, Span
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import told_side
from tacitus.resolve.phrases import left_edge
from tacitus.resolve.side_features import Asked
from tacitus.resolve.side_ranker import rank_sides
from tacitus.resolve.syntax import Syntax

_MIN_KIND = 0.5  # probability below which a number counts nobody
_MODIFIES = frozenset(("nummod", "nummod:gov", "det", "amod", "advmod", "compound", "nmod"))
_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")
_OF_THEM = re.compile(r"\W*(of|among) (them|whom|those|these)\b", re.IGNORECASE)
_PARTS = re.compile(
    r"(:|\bincluding\b|\bcomprising\b|\bamong them\b|\bof them\b|\bof whom\b|\bnamely\b|—|–)[^.]*$", re.IGNORECASE
)
_FROM_TO = re.compile(r"\s*(up )?to\s*", re.IGNORECASE)
_WORDS_AFTER = 8  # tokens between a number and the noun it counts


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


def _counted(syntax: Syntax, token: int) -> int:
    """The noun that a number counts ("soldiers" in "49 of its soldiers"), the number itself where it stands alone."""
    if syntax.dep[token] in _MODIFIES and syntax.upos[syntax.head[token]] in _NOMINAL:
        return syntax.head[token]
    for child in syntax.children(token):
        if child > token and syntax.dep[child].startswith("nmod") and child - token <= _WORDS_AFTER:
            return child
    return token


def _stretch(syntax: Syntax, token: int) -> int:
    """Where the words that a number counts end: "captured Eritreans", "of its soldiers", up to a verb or a comma."""
    end = token + 1
    while end < len(syntax.words) and end - token <= _WORDS_AFTER:
        upos = syntax.upos[end]
        participle = upos == "VERB" and end + 1 < len(syntax.words) and syntax.upos[end + 1] in _NOMINAL
        if upos in ("NOUN", "PROPN", "ADJ", "NUM", "PART", "DET") or participle or syntax.lower[end] == "of":
            end += 1
        else:
            break
    return end


class FigureReader:
    """Reads the figures of one report one after another; parts of a total take over what the total tells."""

    def __init__(self, syntax: Syntax, reading: Reading, claims: list[DraftClaim], book: ActorBook) -> None:
        self.syntax, self.reading, self.claims, self.book = syntax, reading, claims, book
        self.found: list[DraftFigure] = []

    def read(self, quantity: Quantity) -> None:
        """Add the figure that a number is, if it counts people of the eight kinds."""
        syntax, reading = self.syntax, self.reading
        token = max(0, bisect_left(syntax.starts, quantity.number.start + 1) - 1)
        shares = reading.kind[token]
        if 1.0 - float(shares[0]) < _MIN_KIND:
            return
        best = int(shares[1:].argmax()) + 1
        claim = _claim_of(quantity.number, self.claims)
        noun = _counted(syntax, token)
        side, actor = self._group(quantity, token, noun, claim)
        self.found.append(
            DraftFigure(
                kind=FIGURE_KINDS[best - 1],
                bounds=quantity.bounds,
                side=side,
                group_type=GROUP_TYPES[int(reading.group[token].argmax())],
                group_actor=actor,
                by=self.claims[claim].speaker if claim is not None else None,
                claim=claim,
                background=bool(reading.background[token] > 0.5),
                denied=claim is not None and self.claims[claim].stance == "deny",
                revises=self._revised(quantity),
                span=self._words(quantity, token, noun),
                number=quantity.number,
                token=token,
                confidence=float(shares[best]),
            )
        )

    def _group(self, quantity: Quantity, token: int, noun: int, claim: int | None) -> tuple[str | None, int | None]:
        """Whose people a number counts: by the counted noun's own words, by its total, by the language model."""
        syntax, book = self.syntax, self.book
        first, last = min(token, left_edge(syntax, noun)), max(noun + 1, _stretch(syntax, token))
        told = told_side(syntax, book.sides, (first, last), last)
        if told is not None and told.name.kind not in ("organization", "outlet"):
            return told.name.side, book.at(told.start)
        owner = self._owner(noun, claim)
        if owner is not None and book.entries[owner].side is not None:
            return book.entries[owner].side, owner
        total = self._total(quantity)
        if total is not None:
            return total.side, total.group_actor
        return rank_sides("group", syntax, book.sides, self.reading, self.asked(token, claim))[0], None

    def asked(self, token: int, claim: int | None) -> Asked:
        """How the side of the people that a number counts is asked for."""
        speaker = self.claims[claim].speaker if claim is not None else None
        before = self.found[-1] if self.found else None
        return Asked(
            token,
            GROUP_TYPES[int(self.reading.group[token].argmax())],
            self.book.entries[speaker].side if speaker is not None else None,
            before.side if before is not None else None,
            before is not None and self.syntax.sentence[before.token] == self.syntax.sentence[token],
        )

    def _owner(self, noun: int, claim: int | None) -> int | None:
        """Whose the counted people are by a possessive; a speaker's "our" and "its" are the speaker's own."""
        owner = self.book.possessor(noun)
        if claim is None or self.claims[claim].speaker is None:
            return owner
        own = [child for child in self.syntax.children(noun) if self.syntax.lower[child] in ("its", "our", "his")]
        return self.claims[claim].speaker if own else owner

    def _total(self, quantity: Quantity) -> DraftFigure | None:
        """The figure before that this one is a part of ("three of them children", "50: 42 soldiers, eight guards")."""
        if not self.found:
            return None
        last = self.found[-1]
        between = self.syntax.text[last.span.end : quantity.span.start]
        if len(between) > 120 or "\n\n" in between:
            return None
        part = _OF_THEM.match(self.syntax.text, quantity.number.end) or _PARTS.search(between)
        smaller = (quantity.bounds.best or 0) <= (last.bounds.best or 0)
        return last if part and smaller else None

    def _words(self, quantity: Quantity, token: int, noun: int) -> Span:
        """The words of the figure: the number with its hedge, to the noun that it counts."""
        syntax = self.syntax
        if token < noun <= token + _WORDS_AFTER and syntax.sentence[noun] == syntax.sentence[token]:
            return Span(quantity.span.start, max(quantity.span.end, syntax.starts[noun] + len(syntax.words[noun])))
        return quantity.span

    def _revised(self, quantity: Quantity) -> int | None:
        """The earlier number that this one replaces ("from 627 to 935")."""
        if not self.found:
            return None
        last = self.found[-1]
        between = self.syntax.text[last.span.end : quantity.span.start]
        lead = self.syntax.text[max(0, last.span.start - 6) : last.span.start].casefold().split()
        return last.bounds.best if _FROM_TO.fullmatch(between) and lead[-1:] == ["from"] else None


def draft_figures(
    syntax: Syntax, reading: Reading | None, claims: list[DraftClaim], book: ActorBook
) -> list[DraftFigure]:
    """The figures of a report in the order of the text."""
    if reading is None:
        return []
    reader = FigureReader(syntax, reading, claims, book)
    for quantity in quantities(syntax.text):
        reader.read(quantity)
    return reader.found
