"""Territories: whose a report says a place is, by recognition, population, control and claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tacitus.extract.territory_lexicon import HOLDS, Hold, TerritoryLexicon, territory_lexicon
from tacitus.model import Place, Territory
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import SideMatch
from tacitus.resolve.places import ReportPlaces
from tacitus.resolve.syntax import Range, Syntax

_HYPHENS = frozenset("-‐‑–")
_BACK = 12  # tokens before the words that tell, in which the place stands
_FAR_BACK = 30  # the same for "it" and "the region", which mean a place named before
_ON = 6  # tokens behind the words that tell, in which the side stands
_NEXT = 3  # tokens between "Serb-held" and the place
_NAMES_NOT_SIDES = frozenset(("town", "outlet", "organization"))


@dataclass(frozen=True, slots=True)
class _Fact:
    """Words that tell whose a place is: who holds it how; ``tokens`` run from the place to the side."""

    place: Place
    hold: Hold
    holder: str
    tokens: Range


@dataclass(slots=True)
class _Told:
    """What one sentence tells of one place."""

    place: Place
    first: int
    last: int
    holders: dict[Hold, list[str]] = field(default_factory=dict)


def draft_territories(syntax: Syntax, book: ActorBook, places: ReportPlaces) -> list[Territory]:
    """What a report says of whose a place is, in order; what one sentence says of one place is one territory.

    Countries are no such places, and what is told to have been so once, or not to be so, is left out. ``populated_by``
    is in the words of the report.
    """
    reader = _Reader(syntax, book, places)
    found: dict[tuple[int, str], _Told] = {}
    for fact in sorted(reader.facts(), key=lambda fact: fact.tokens):
        key = syntax.sentence[fact.tokens[1] - 1], fact.place.id
        told = found.setdefault(key, _Told(fact.place, *fact.tokens))
        told.first, told.last = min(told.first, fact.tokens[0]), max(told.last, fact.tokens[1])
        holders = told.holders.setdefault(fact.hold, [])
        if fact.holder not in holders:
            holders.append(fact.holder)
    return [_territory(syntax, told) for told in found.values()]


def _territory(syntax: Syntax, told: _Told) -> Territory:
    def first(hold: Hold) -> str | None:
        return next(iter(told.holders.get(hold, [])), None)

    return Territory(
        place=told.place.name,
        place_id=told.place.id,
        recognised_part_of=first("recognised"),
        populated_by=first("populated"),
        controlled_by=first("controlled"),
        claimed_by=tuple(told.holders.get("claimed", [])),
        evidence=syntax.span((told.first, told.last)),
    )


class _Reader:
    def __init__(self, syntax: Syntax, book: ActorBook, places: ReportPlaces) -> None:
        self.syntax, self.book, self.places = syntax, book, places
        self.lexicon: TerritoryLexicon = territory_lexicon()

    def facts(self) -> Iterator[_Fact]:
        """All that the words of the report tell."""
        words, lexicon = self.syntax.lower, self.lexicon
        for index, word in enumerate(words):
            if word not in lexicon.starts:
                continue
            for hold in HOLDS:
                end = lexicon.told_of[hold].end(words, index)
                if end is not None:
                    yield from self._told_of(hold, index, end)
            if word in lexicon.joined and index > 1 and words[index - 1] in _HYPHENS:
                yield from self._joined(index)
            if word in lexicon.verbs:
                yield from self._active(index)
            if word in lexicon.breakaway:
                yield from self._breakaway(index)

    def _told_of(self, hold: Hold, index: int, end: int) -> Iterator[_Fact]:
        """What "P is part of S" and "P, controlled by S and claimed by T" tell."""
        place, start = self._place_before(index)
        if place is None or self._is_so_no_more(start, index):
            return
        start = max(start, self.syntax.sentence_range(index)[0])
        if hold == "populated":
            people = self._people(end)
            if people is not None:
                yield _Fact(place, hold, self.syntax.phrase(people), (start, people[1]))
            return
        for match in self._sides_after(end):
            if hold != "recognised" or match.name.kind in ("state", "capital", "demonym"):
                yield _Fact(place, hold, match.name.side, (start, match.end))

    def _joined(self, index: int) -> Iterator[_Fact]:
        """What "S-held P" tells; the place stands right behind, but for a noun or an adjective."""
        match = self.book.sides.at.get(index - 2)
        if match is None or match.name.kind in _NAMES_NOT_SIDES:
            return
        hold = self.lexicon.joined[self.syntax.lower[index]]
        for at in range(index + 1, min(index + 1 + _NEXT, len(self.syntax.words))):
            place = self._land_at(at)
            if place is not None:
                end = self.places.at[at].tokens[1]
                holder = self.syntax.phrase((match.start, match.end)) if hold == "populated" else match.name.side
                yield _Fact(place, hold, holder, (match.start, end))
                return
            if self.syntax.upos[at] not in ("ADJ", "NOUN", "PROPN"):
                return

    def _active(self, verb: int) -> Iterator[_Fact]:
        """What "S controls P" tells."""
        syntax = self.syntax
        children = syntax.children(verb)
        subject = next((child for child in children if syntax.dep[child] == "nsubj"), None)
        match = self.book.sides.at.get(subject) if subject is not None else None
        if match is None or match.name.kind in _NAMES_NOT_SIDES or syntax.upos[verb] != "VERB" or self._doubted(verb):
            return
        for child in children:
            place = self._earlier(child) if syntax.lower[child] in self.lexicon.land else self._land_at(child)
            if place is not None and syntax.dep[child] == "obj":
                end = self.places.at[child].tokens[1] if child in self.places.at else child + 1
                tokens = match.start, end
                yield _Fact(place, self.lexicon.verbs[syntax.lower[verb]], match.name.side, tokens)

    def _breakaway(self, index: int) -> Iterator[_Fact]:
        """What "S's breakaway region of P" and "P, a breakaway region of S" tell."""
        words, sides = self.syntax.lower, self.book.sides
        noun = index + 1
        if noun >= len(words) or words[noun] not in self.lexicon.breakaway_land:
            return
        before = next((sides.at[at] for at in range(index - 1, max(index - 4, -1), -1) if at in sides.at), None)
        after = range(noun + 1, min(noun + 4, len(words)))
        named = next((at for at in after if self._land_at(at) is not None), None)
        if named is not None and before is not None and before.name.kind in ("state", "demonym"):
            place = self._land_at(named)
            assert place is not None
            yield _Fact(place, "recognised", before.name.side, (before.start, self.places.at[named].tokens[1]))
            return
        place, start = self._place_before(index)
        state = next((sides.at[at] for at in after if at in sides.at), None)
        if (
            place is not None
            and words[noun + 1 : noun + 2] == ("of",)
            and state is not None
            and state.name.kind == "state"
        ):
            yield _Fact(place, "recognised", state.name.side, (start, state.end))

    def _land_at(self, token: int) -> Place | None:
        """The place at a token unless it is a country."""
        place = self.places.place_at(token)
        return None if place is None or place.precision == "country" else place

    def _place_before(self, index: int) -> tuple[Place | None, int]:
        """The place that words are said of, and where it or what stands for it is named.

        It is the nearest before them in the clause; "it" or "the region" mean one named before that.
        """
        sentence = self.syntax.sentence_range(index)[0]
        for at in range(index - 1, max(index - _BACK, sentence) - 1, -1):
            if self._land_at(at) is not None:
                return self._land_at(at), self.places.at[at].tokens[0]
            if at in self.book.sides.at and self.book.sides.at[at].name.kind != "town" and self._governs(at, index):
                return None, at
            if self.syntax.lower[at] in self.lexicon.land and self._governs(at, index):
                return self._earlier(at), at
        return self._subject_before(index, sentence)

    def _subject_before(self, index: int, sentence: int) -> tuple[Place | None, int]:
        """The same where the sentence's first words are what is spoken of ("It is, by all maps, part of ...")."""
        first = next(
            (at for at in range(sentence, index) if self.syntax.upos[at] not in ("PUNCT", "SPACE", "DET")), None
        )
        if first is None:
            return None, sentence
        return (self._earlier(first) if self.syntax.lower[first] in self.lexicon.land else self._land_at(first)), first

    def _earlier(self, token: int) -> Place | None:
        """The place that "it" or "the region" stands for: the one named last before, no country."""
        before = range(token - 1, max(token - _FAR_BACK, -1), -1)
        return next((place for at in before if (place := self._land_at(at)) is not None), None)

    def _governs(self, token: int, index: int) -> bool:
        """Whether a word may be what is spoken of at ``index``: the subject there, or right before it."""
        return self.syntax.dep[token].startswith("nsubj") or index - token <= _NEXT

    def _is_so_no_more(self, start: int, index: int) -> bool:
        words = self.syntax.lower
        sentence = self.syntax.sentence_range(index)[0]
        between = words[max(start, sentence) : index]
        return any(word in self.lexicon.past or word in self.lexicon.negations for word in between)

    def _doubted(self, verb: int) -> bool:
        words = {self.syntax.lower[child] for child in self.syntax.children(verb)}
        return not words.isdisjoint(self.lexicon.past | self.lexicon.negations)

    def _sides_after(self, start: int) -> Iterator[SideMatch]:
        """The side right behind words that tell and those listed with it."""
        stop = min(self.syntax.sentence_range(start - 1)[1], start + _ON)
        end = start
        for match in self.book.sides.within((start, max(start, stop))):
            if match.name.kind in _NAMES_NOT_SIDES:
                return
            if any(self.syntax.upos[at] in ("VERB", "ADP", "AUX", "SCONJ") for at in range(end, match.start)):
                return
            yield match
            end = match.end

    def _people(self, start: int) -> Range | None:
        """The noun phrase right behind "populated by", without a determiner or "largely"."""
        syntax = self.syntax
        while start < len(syntax.words) and syntax.lower[start] in self.lexicon.light:
            start += 1
        stop = syntax.sentence_range(start - 1)[1]
        end = start
        while end < stop and syntax.upos[end] in ("ADJ", "PROPN", "NOUN") and end - start < _ON:
            end += 1
        capital = any(syntax.words[at][:1].isupper() for at in range(start, end))
        return (start, end) if end > start and capital else None
