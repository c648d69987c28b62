"""Figures: which numbers count people of the eight kinds, whose people, and who states it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tacitus.extract.ceasefire_sides import sides_at_war
from tacitus.extract.claims import DraftClaim
from tacitus.extract.counted_nouns import counted_noun
from tacitus.extract.events import DraftEvent, event_fights
from tacitus.extract.figure_events import event_of_toll, main_foe
from tacitus.extract.figure_owners import doer_side, is_of_the_enemy, owner_contexts, owner_side
from tacitus.extract.figure_rules import FigureGuess
from tacitus.extract.figure_weighing import weighed_figure
from tacitus.extract.quantities import Quantity, quantities
from tacitus.language.reading import Reading
from tacitus.model import Bounds, FigureKind, GroupType, Span
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import Sides, told_side
from tacitus.resolve.phrases import left_edge
from tacitus.resolve.side_features import Asked
from tacitus.resolve.side_ranker import rank_sides
from tacitus.resolve.syntax import Syntax

PEACEKEEPING_SIDES = frozenset(("UN", "NATO", "AU", "ECOMOG", "ECOWAS", "SADC"))
_MISSION_MENTIONS = 2  # an organisation named only once is rarely whose the peacekeepers are
_UNLIKE = frozenset(("military", "police", "militant", "peacekeeper"))  # parts that may be of other sides
_CLAIMED = 0.6  # weight of the claim that holds a number, beside the pointer to whoever states it
_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")
_OF_THEM = re.compile(r"\W*(of|among) (them|whom|those|these)\b", re.IGNORECASE)
_PARTS = re.compile(
    r"(:|\bincluding\b|\bcomprising\b|\bamong them\b|\bof them\b|\bof whom\b|\bnamely\b|—|–)[^.]*$", re.IGNORECASE
)
_WAR = "(?:war|conflict|fighting|violence|insurgency|hostilities|uprising)"
_OVER_ALL = re.compile(
    r"\b(?:both|all|either|each) (?:sides|countries|camps|armies|ways)\b|\b(?:in all|in total|altogether|overall)\b"
    rf"|\b{_WAR}\b[^.;]{{0,12}} (?:in which|(?:that|which) (?:has |have |had )?(?:killed|cost|claimed))\b"
    rf"|\b(?:died|killed|dead|lives) (?:in|since|during) (?:the|that|this|a) (?:[\w-]+ ){{0,3}}{_WAR}\b"
)
_BETWEEN = 10  # tokens behind "between" in which two parties are named
_FROM_TO = re.compile(r"\s*(up )?to\s*", re.IGNORECASE)
_WORDS_AFTER = 8  # tokens between a number and the noun it counts
_OWN = frozenset(("its", "our", "his", "their"))


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
    event: int | None
    background: bool
    denied: bool
    revises: int | None
    span: Span
    token: int
    contexts: tuple[str, ...]
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


def _stretch(syntax: Syntax, token: int) -> int:
    """Where the words that a number counts end: "captured Eritreans", "of its soldiers", up to a verb or a comma."""
    end = token + 1
    while end < len(syntax.words) and end - token <= _WORDS_AFTER:
        upos = syntax.upos[end]
        participle = upos == "VERB" and end + 1 < len(syntax.words) and syntax.upos[end + 1] in _NOMINAL
        plain = upos in ("NOUN", "PROPN", "ADJ", "NUM", "PART", "DET") or syntax.lower[end] == "of"
        if not plain and not participle:
            break
        end += 1
    return end


def _over_all(syntax: Syntax, sides: Sides, token: int) -> bool:
    """Whether a number counts people of all sides: its sentence says so, or tells of a war or a fight of two."""
    first, last = syntax.sentence_range(token)
    if _OVER_ALL.search(" ".join(syntax.lower[first:last])) is not None:
        return True
    for index in range(first, last):
        if syntax.lower[index] == "between":
            parties = {match.name.side for match in sides.within((index, min(last, index + _BETWEEN)))}
            if len(parties) > 1:
                return True
    return False


def _contexts(syntax: Syntax, sides: Sides, token: int, guess: FigureGuess) -> tuple[str, ...]:
    """What kind of figure it is, for the choice of its side: kind, people, history, a count over all sides."""
    over_all = _over_all(syntax, sides, token)
    return (guess.group_type, guess.kind, *(("history",) * guess.background), *(("all sides",) * over_all))


class FigureReader:
    """Reads the figures of one report one after another; parts of a total take over what the total tells."""

    def __init__(
        self,
        syntax: Syntax,
        reading: Reading | None,
        claims: list[DraftClaim],
        book: ActorBook,
        events: Sequence[DraftEvent] = (),
    ) -> None:
        self.syntax, self.reading, self.claims, self.book, self.events = syntax, reading, claims, book, events
        self.found: list[DraftFigure] = []

    def read(self, quantity: Quantity) -> None:
        """Add the figure that a number is, if it counts people of the eight kinds."""
        token = max(0, bisect_left(self.syntax.starts, quantity.number.start + 1) - 1)
        noun = counted_noun(self.syntax, token)
        guess = weighed_figure(self.syntax, self.reading, quantity, token, noun)
        if guess is None:
            return
        claim = _claim_of(quantity.number, self.claims)
        stated = None if claim is None else self.claims[claim]
        contexts = (
            *_contexts(self.syntax, self.book.sides, token, guess),
            *owner_contexts(self.syntax, noun, token, stated),
        )
        event, by = event_of_toll(self.syntax, self.events, token, guess.kind), self._stated_by(token, claim)
        side, actor = self._group(quantity, token, noun, claim, contexts, event)
        self.found.append(
            DraftFigure(
                kind=guess.kind,
                bounds=quantity.bounds,
                side=side,
                group_type=guess.group_type,
                group_actor=actor,
                by=by,
                claim=claim if claim is not None and self.claims[claim].speaker == by else None,
                event=event,
                background=guess.background,
                denied=claim is not None and self.claims[claim].stance == "deny" and self.claims[claim].speaker == by,
                revises=self._revised(quantity),
                span=self._words(quantity, token, noun),
                token=token,
                contexts=contexts,
                confidence=guess.confidence,
            )
        )

    def _stated_by(self, token: int, claim: int | None) -> int | None:
        """Who states a number: the speaker of its claim, unless the language model points to another or to nobody."""
        speaker = self.claims[claim].speaker if claim is not None else None
        if self.reading is None:
            return speaker
        shares: dict[int | None, float] = {speaker: _CLAIMED}
        side = self.book.entries[speaker].side if speaker is not None else None
        for target, share in self.reading.pointed("voice", token):
            number = None if target == token else self.book.at(target)
            if number is None and target != token:
                continue
            if number is not None and side is not None and self.book.entries[number].side == side:
                number = speaker
            shares[number] = shares.get(number, 0.0) + share
        return max(shares, key=lambda number: shares[number])

    def _group(
        self,
        quantity: Quantity,
        token: int,
        noun: int,
        claim: int | None,
        contexts: tuple[str, ...],
        event: int | None,
    ) -> tuple[str | None, int | None]:
        """Whose people a number counts: by the counted noun's own words, by its total, else the likeliest."""
        syntax, book = self.syntax, self.book
        first, last = min(token, left_edge(syntax, noun)), max(noun + 1, _stretch(syntax, token))
        told = told_side(syntax, book.sides, (first, last), noun)
        mission = self._mission() if "peacekeeper" in contexts else None
        if mission is not None:
            return mission, None
        if told is not None and told.name.kind not in ("organization", "outlet"):
            return told.name.side, book.at(told.start)
        if "all sides" in contexts:
            return None, None
        foe = self._foe(claim) if is_of_the_enemy(syntax, noun, token) else None
        if foe is not None:
            return foe, None
        speaker = self.claims[claim].speaker if claim is not None else None
        loser = owner_side(syntax, book, noun, speaker)
        if loser is not None:
            return loser, None
        owner = self._owner(noun, claim)
        if owner is not None and book.entries[owner].side is not None:
            return book.entries[owner].side, owner
        total = self._total(quantity)
        if total is not None and (total.group_type == contexts[0] or contexts[0] not in _UNLIKE):
            return total.side, total.group_actor
        return rank_sides("group", syntax, book.sides, self.reading, self.asked(token, claim, contexts, event))[0], None

    def _mission(self) -> str | None:
        """The organisation whose peacekeepers a report tells of: they are its own, whatever flag they wear."""
        named = Counter(match.name.side for match in self.book.sides.matches if match.name.side in PEACEKEEPING_SIDES)
        best = named.most_common(1)
        return best[0][0] if best and best[0][1] >= _MISSION_MENTIONS else None

    def asked(self, token: int, claim: int | None, contexts: tuple[str, ...], event: int | None) -> Asked:
        """How the side of the people that a number counts is asked for."""
        before = self.found[-1] if self.found else None
        speaker = self._speaker_side(claim)
        spoke = [number for number, one in enumerate(self.claims) if one.tokens[0][0] < token and number != claim]
        return Asked(
            token,
            contexts,
            speaker,
            before.side if before is not None else None,
            before is not None and self.syntax.sentence[before.token] == self.syntax.sentence[token],
            self.events[event].sides.actors if event is not None else (),
            self.events[event].sides.recipients if event is not None else (),
            main_foe(self.events, speaker) if speaker is not None else None,
            doer=doer_side(self.syntax, self.book, counted_noun(self.syntax, token)),
            last_speaker=self._speaker_side(spoke[-1]) if spoke else None,
            rivals=self._rivals,
        )

    @cached_property
    def _rivals(self) -> frozenset[str]:
        """The two sides that the report has at war."""
        return sides_at_war(self.syntax, self.book, event_fights(self.events))

    def _foe(self, claim: int | None) -> str | None:
        """The side that is the enemy of whoever makes a claim."""
        speaker = self._speaker_side(claim)
        if speaker in self._rivals:
            return next(iter(self._rivals - {speaker}), None)
        return main_foe(self.events, speaker) if speaker is not None else None

    def _speaker_side(self, claim: int | None) -> str | None:
        """The side of whoever makes a claim."""
        speaker = self.claims[claim].speaker if claim is not None else None
        return self.book.entries[speaker].side if speaker is not None else None

    def _owner(self, noun: int, claim: int | None) -> int | None:
        """Whose the counted people are by a possessive; a speaker's "our" and "its" are the speaker's own."""
        speaker = self.claims[claim].speaker if claim is not None else None
        if speaker is not None and any(self.syntax.lower[child] in _OWN for child in self.syntax.children(noun)):
            return speaker
        return self.book.possessor(noun)

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
    syntax: Syntax,
    reading: Reading | None,
    claims: list[DraftClaim],
    book: ActorBook,
    events: Sequence[DraftEvent] = (),
) -> list[DraftFigure]:
    """The figures of a report in the order of the text."""
    reader = FigureReader(syntax, reading, claims, book, events)
    for quantity in quantities(syntax.text):
        reader.read(quantity)
    return reader.found
