"""Relations: how sides stand to each other by the words of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tacitus.extract.ceasefires import DraftCeasefire
from tacitus.extract.relation_lexicon import RelationLexicon, relation_lexicon
from tacitus.extract.side_reader import SideReader, case_of
from tacitus.model import Relation, RelationKind
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import SideMatch
from tacitus.resolve.syntax import Range, Syntax

_HYPHENS = frozenset("-‐‑–")
_BOTH_WAYS = frozenset(("close", "allied", "hostile"))
_SUBJECTS = frozenset(("nsubj", "nsubj:outer"))
_NO_SIDES = frozenset(("town", "outlet"))
_BEFORE = 8  # tokens before "ties with" in which the first side stands where no subject does
_ON = 5  # tokens behind a phrase in which the second side stands
_AROUND = 4  # tokens before a phrase in which words turn it
_PLACE_REACH = 14  # tokens around peacekeepers in which their country stands
_EARLIER = 40  # tokens before "the area" in which the land that it means is named
_CLIMBS = 3
_BEING = frozenset(("is", "are", "remains", "remain", "was", "were", "being", "seen"))
_RELATIVES = frozenset(("who", "which", "that"))
_TURNING = frozenset(("former", "ex", "once", "erstwhile", "not", "never", "no", "n't", "n’t", "longer", "alleged"))


def draft_relations(syntax: Syntax, book: ActorBook, ceasefires: Sequence[DraftCeasefire] = ()) -> list[Relation]:
    """How the sides of a report stand to each other, each relation once, by the words that tell of it first.

    Whoever brokered one of ``ceasefires`` mediates between its parties. Relations that are denied, alleged or of the
    past ("a former ally") are left out.
    """
    reader = _Reader(syntax, book)
    found: dict[tuple[str, str, RelationKind], Relation] = {}
    told = sorted(reader.relations(), key=lambda item: item.evidence)
    for relation in [*told, *_mediations(ceasefires)]:
        sides = (relation.a, relation.b)
        first, second = sorted(sides) if relation.kind in _BOTH_WAYS else sides
        if first != second:
            found.setdefault((first, second, relation.kind), relation)
    return list(found.values())


def _mediations(ceasefires: Sequence[DraftCeasefire]) -> Iterator[Relation]:
    for ceasefire in ceasefires:
        if not ceasefire.background:
            for mediator in ceasefire.mediators:
                for party in ceasefire.parties:
                    yield Relation(mediator, party, "mediates", ceasefire.evidence)


class _Reader:
    def __init__(self, syntax: Syntax, book: ActorBook) -> None:
        self.syntax, self.book, self.sides = syntax, book, SideReader(syntax, book)
        self.lexicon: RelationLexicon = relation_lexicon()

    def relations(self) -> Iterator[Relation]:
        """Every relation that words tell, as often as they do."""
        words, lexicon = self.syntax.lower, self.lexicon
        for index, word in enumerate(words):
            if word not in lexicon.starts:
                continue
            if word in lexicon.verbs and self.syntax.upos[index] == "VERB":
                yield from self._by_verb(index, lexicon.verbs[word])
            if word in lexicon.joined and index > 1 and words[index - 1] in _HYPHENS:
                yield from self._by_participle(index, lexicon.joined[word])
            for kind, nouns in lexicon.nouns.items():
                end = nouns.end(words, index)
                if end is not None and self.syntax.upos[end - 1] in ("NOUN", "PROPN"):
                    yield from self._by_noun(index, end, kind)
            for kind, phrases in lexicon.phrases.items():
                end = phrases.end(words, index)
                if end is not None:
                    yield from self._by_phrase(index, end, kind)
            yield from self._peacekeeping(index)

    def _relation(self, a: str | None, b: str | None, kind: RelationKind, tokens: Range) -> Iterator[Relation]:
        if a is not None and b is not None and a != b:
            yield Relation(a, b, kind, self.syntax.span(tokens))

    def _side(self, token: int) -> str | None:
        """The side that a noun stands for: itself a name, or a body of one ("the Syrian government")."""
        match = self.book.sides.at.get(token)
        if match is not None:
            return None if match.name.kind in _NO_SIDES else match.name.side
        number = self.book.at(token)
        if number is not None:
            return self.book.entries[number].side
        return self.sides.at(token) if self.syntax.lower[token] in self.lexicon.bodies else None

    def _by_verb(self, verb: int, kind: RelationKind) -> Iterator[Relation]:
        """What "A backs B" and "B, backed by A" tell."""
        syntax = self.syntax
        if self._alleged(verb) or self._turned(verb, verb):
            return
        children = syntax.children(verb)
        agents = [c for c in children if any(syntax.lower[g] == "by" for g in syntax.children(c))]
        objects = [c for c in children if syntax.dep[c] == "obj"]
        passive = [c for c in children if syntax.dep[c] == "nsubj:pass"]
        subjects = [c for c in children if syntax.dep[c] in _SUBJECTS]
        if agents:
            owner = syntax.head[verb]
            reduced = syntax.dep[verb].startswith("acl") and not any(syntax.upos[c] != "PRON" for c in passive)
            sufferers = [owner] if reduced else passive
            pairs = [(agents[0], sufferer) for sufferer in sufferers[:1]]
        else:
            pairs = [(subject, thing) for subject in subjects[:1] for thing in objects[:1]]
        for backer, backed in pairs:
            tokens = min(backer, backed, verb), max(backer, backed, verb) + 1
            for a in self.sides.all_at(backer) if self._side(backer) else []:
                yield from self._relation(a, self._side(backed), kind, tokens)

    def _by_participle(self, index: int, kind: RelationKind) -> Iterator[Relation]:
        """What "A-backed B" tells."""
        match = self.book.sides.at.get(index - 2)
        if match is None or match.name.kind in _NO_SIDES:
            return
        for at in range(index + 1, min(index + 4, len(self.syntax.words))):
            side = self._side(at)
            if side is not None and side != match.name.side:
                yield from self._relation(match.name.side, side, kind, (match.start, self._end(at)))
                return
            if self.syntax.upos[at] not in ("ADJ", "PROPN") and self.syntax.dep[at] != "compound":
                return

    def _end(self, token: int) -> int:
        match = self.book.sides.at.get(token)
        return token + 1 if match is None else match.end

    def _by_noun(self, index: int, end: int, kind: RelationKind) -> Iterator[Relation]:
        """What "A's ally B" and "B, an ally of A" tell."""
        syntax, head = self.syntax, end - 1
        if self._turned(index, head):
            return
        owner = next((c for c in syntax.children(head) if syntax.dep[c] in ("nmod:poss", "nmod")), None)
        if owner is None or (syntax.dep[owner] == "nmod" and case_of(syntax, owner) not in ("of", "to")):
            return
        a = self._side(owner) or (self.sides.at(owner) if syntax.upos[owner] == "PRON" else None)
        others = [c for c in syntax.children(head) if syntax.dep[c] in ("appos", "flat", "nsubj")]
        if syntax.dep[head] in ("appos", "compound", "flat"):
            others.append(syntax.head[head])
        for other in others:
            b = self._side(other)
            tokens = min(owner, other, index), max(self._end(owner), self._end(other), end)
            if b is not None:
                # "its backer Russia": whoever the noun names backs whose it is
                yield from self._relation(b, a, kind, tokens) if kind == "backs" else self._relation(a, b, kind, tokens)

    def _by_phrase(self, index: int, end: int, kind: RelationKind) -> Iterator[Relation]:
        """What "A has ties with B" and "A is close to B" tell."""
        words, lexicon = self.syntax.lower, self.lexicon
        start, stop = self.syntax.sentence_range(index)
        before = words[max(start, index - _AROUND) : index]
        if not lexicon.cutting.isdisjoint(before):
            kind = "hostile"
        if kind == "close" and words[index] != "close":
            warm = any(word in lexicon.good or word in lexicon.has for word in before)
            if not warm:
                return
        if kind == "close" and words[index] == "close" and not _is_state_of_being(self.syntax, index):
            return
        if (kind != "hostile" and not lexicon.bad.isdisjoint(before)) or self._alleged(index):
            return
        second = next((m for m in self.book.sides.within((end, max(end, min(stop, end + _ON))))), None)
        if second is None or second.name.kind in _NO_SIDES or not self._straight(end, second.start):
            return
        first = self._first(index, start, second)
        if first is not None:
            yield from self._relation(first[1], second.name.side, kind, (first[0], second.end))

    def _straight(self, start: int, stop: int) -> bool:
        return all(self.syntax.upos[at] in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT", "NUM") for at in range(start, stop))

    def _first(self, index: int, start: int, second: SideMatch) -> tuple[int, str] | None:
        """The side that is said to stand so to another: the subject, else the nearest named before."""
        syntax = self.syntax
        verb = index
        for _ in range(_CLIMBS):
            for child in syntax.children(verb):
                if syntax.dep[child] in _SUBJECTS and child < second.start:
                    side = self._subject(child, verb)
                    if side is not None:
                        return child, side
            if syntax.head[verb] == verb:
                break
            verb = syntax.head[verb]
        for at in range(index - 1, max(start, index - _BEFORE) - 1, -1):
            side = self._side(at)
            if side is not None:
                return at, side
        return None

    def _subject(self, token: int, verb: int) -> str | None:
        """The side of a subject; "who" and "which" are those that their clause hangs on."""
        if self.syntax.upos[token] != "PRON":
            return self._side(token)
        relative = self.syntax.dep[verb] == "acl:relcl" and self.syntax.lower[token] in _RELATIVES
        return self._side(self.syntax.head[verb]) if relative else self.sides.at(token)

    def _turned(self, index: int, head: int) -> bool:
        """Whether words near it make a relation one of the past, or none."""
        start = self.syntax.sentence_range(index)[0]
        near = {self.syntax.lower[child] for child in self.syntax.children(head)}
        near.update(self.syntax.lower[max(start, index - 2) : index])
        return not near.isdisjoint(_TURNING)

    def _alleged(self, token: int) -> bool:
        """Whether a verb above says that somebody only alleges, denies or wishes it."""
        at = token
        for _ in range(_CLIMBS):
            at = self.syntax.head[at]
            if self.syntax.lower[at] in self.lexicon.alleging:
                return True
        return False

    def _peacekeeping(self, index: int) -> Iterator[Relation]:
        """What "A's peacekeepers in B" and "an A peacekeeping force was deployed to B" tell."""
        words, lexicon = self.syntax.lower, self.lexicon
        end = lexicon.peacekeepers.end(words, index)
        if end is None:
            kind = lexicon.peacekeeping.end(words, index)
            if kind is None or kind >= len(words) or words[kind] not in lexicon.forces:
                return
            end = kind + 1
        owner = self._owner(index, end)
        land = self._land(end) if owner is not None else None
        if owner is not None and land is not None:
            yield from self._relation(owner[1], land[1], "peacekeeping", (owner[0], max(end, land[0])))

    def _owner(self, index: int, end: int) -> tuple[int, str] | None:
        """Whose peacekeepers they are: named right before them, or behind with "from" or "of"."""
        start = self.syntax.sentence_range(index)[0]
        for at in range(index - 1, max(start, index - _AROUND) - 1, -1):
            match = self.book.sides.at.get(at)
            if match is not None and match.name.kind not in _NO_SIDES:
                return match.start, match.name.side
            if self.syntax.upos[at] in ("VERB", "PUNCT", "ADP", "AUX"):
                return None
        return None

    def _land(self, end: int) -> tuple[int, str] | None:
        """Where they keep the peace: a place behind "in" or "to"; "the area" is the last that was named."""
        syntax, sides = self.syntax, self.book.sides
        stop = min(syntax.sentence_range(end - 1)[1], end + _PLACE_REACH)
        for at in range(end, stop):
            if self.syntax.lower[at] not in ("in", "to", "into", "across", "around", "inside"):
                continue
            for near in range(at + 1, min(stop, at + 4)):
                match = sides.at.get(near)
                if match is not None and match.name.kind in ("state", "region", "town", "historic", "capital"):
                    return match.end, match.name.side
                if syntax.lower[near] in self.lexicon.land:
                    earlier = [
                        m for m in sides.within((max(0, at - _EARLIER), at)) if m.name.kind in ("region", "state")
                    ]
                    regions = [m for m in earlier if m.name.kind == "region"] or earlier
                    return (near + 1, regions[-1].name.side) if regions else None
        return None


def _is_state_of_being(syntax: Syntax, index: int) -> bool:
    """Whether "close" is said of a side itself ("is close to Armenia"), not of a place or a number."""
    near = (*syntax.children(index), max(index - 1, 0), max(index - 2, 0), syntax.head[index])
    return syntax.upos[index] == "ADJ" and any(syntax.lower[token] in _BEING for token in near)
