"""Where a report speaks of a truce, and whether it tells of one that there is or of one that is wished for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tacitus.extract.ceasefire_lexicon import SIGN_KINDS, CeasefireLexicon, SignKind, ceasefire_lexicon
from tacitus.resolve.syntax import Range, Syntax

_DEFINITE = frozenset(
    ("the", "this", "that", "its", "their", "his", "her", "our", "both", "these", "those", "'s", "’s")
)
_UNREAL = frozenset(("before", "would", "could", "should", "must", "may", "might", "can", "if", "unless", "whether"))
_ACTS = frozenset(("cessation", "suspension", "end"))  # "the cessation of hostilities" need not be a known one
_SHORT = frozenset(("hour", "hours", "minutes", "minute", "day"))
_SPELLS = _SHORT | {"days", "night", "nights", "afternoon", "morning", "week", "weeks", "month", "months"}
_PERFECT = frozenset(("has", "have", "had", "'s", "’s"))
_IF = frozenset(("if", "unless", "whether", "should"))
_ASIDES = frozenset(
    ("with", "in", "by", "under", "after", "since", "before", "during", "despite", "until", "throughout")
)
_CORE = frozenset(("nsubj", "nsubj:pass", "obj", "compound"))
_REAL: frozenset[SignKind] = frozenset(("made", "begun", "held", "broken", "ended"))
# Of signs equally near, the making of a truce weighs most, and an end less than a wish: "appealed for a halt to the
# fighting before the year ends".
_LAST: dict[SignKind, int] = {"made": 0, "wished": 2, "ended": 3}
_STEPS = 5  # heads up which words are asked what they tell of a truce
_AGREED = 2  # heads between "agree" and what is to be halted
_BEHIND = 12  # tokens of "between A and B" behind a truce
_IN_PHRASE = frozenset(("ADP", "ADJ", "CCONJ", "DET", "NOUN", "PROPN", "NUM", "AUX", "ADV"))
_NEAR = 3  # words between "cease" and "fire", or between "agreement" and what it is to end


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that tells something of a truce: its token, how many heads away, and whether it is turned round."""

    kind: SignKind
    token: int
    distance: int
    negated: bool


@dataclass(frozen=True, slots=True)
class TruceMention:
    """Words that name a truce.

    ``head`` is the token that the signs are asked of; ``named`` tells that the words alone mean a truce, where "deal"
    or "pause" need one named elsewhere; ``halt`` that a verb tells of it ("cease fire"); ``real`` that the words around
    it tell of a truce that there is or was, ``definite`` that they speak of a known one.
    """

    tokens: Range
    head: int
    named: bool
    halt: bool
    definite: bool
    real: bool
    signs: tuple[Sign, ...]

    def tells(self, *kinds: SignKind) -> bool:
        """Whether a sign of one of these kinds stands, not negated."""
        return any(sign.kind in kinds and not sign.negated for sign in self.signs)


class MentionReader:
    """Reads what the words around a mention of a truce tell of it."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax, self.lexicon = syntax, ceasefire_lexicon()

    def mention(self, tokens: Range, head: int, *, named: bool, halt: bool) -> TruceMention:
        """The mention at ``tokens``, its signs asked of ``head``."""
        lower = self.syntax.lower
        definite = self._definite(tokens[0], head)
        outer = self.syntax.head[head] if self.syntax.dep[head] in ("compound", "amod", "nmod") else head
        none = lower[outer] in self.lexicon.no_heads or any(
            word in self.lexicon.no_heads for word in lower[tokens[1] : tokens[1] + 1]
        )
        found = [sign for sign in self._signs(head) if halt or lower[sign.token] not in self.lexicon.commands]
        if not any(sign.distance == 1 for sign in found):
            found.extend(self._verb_behind(tokens[1]))
        found.extend(self._called_over(tokens[1]))
        signs = tuple(sorted(found, key=lambda sign: (sign.distance, _LAST.get(sign.kind, 1))))
        unreal = none or self._negated(head) or self._only_possible(head, signs) or self._only_asked(definite, signs)
        real = not unreal and (self._real(definite, signs) or (halt and named and self._will(head)))
        agreed = halt and any(sign.kind == "made" and sign.distance <= _AGREED for sign in signs)
        return TruceMention(tokens, head, named or agreed, halt, definite, real, signs)

    def _definite(self, first: int, head: int) -> bool:
        syntax = self.syntax
        if syntax.lower[head] in _ACTS:
            return False
        before = [child for child in syntax.children(head) if child < head]
        owned = any(syntax.dep[child] == "nmod:poss" for child in before)
        return owned or any(syntax.lower[child] in _DEFINITE for child in [*before, max(first - 1, 0)])

    def _real(self, definite: bool, signs: tuple[Sign, ...]) -> bool:
        """The nearest sign decides; without one, a truce spoken of as known is there."""
        for sign in signs:
            if sign.kind == "wished" and not definite:
                return False
            if sign.kind == "refused":
                return definite
            if sign.kind in _REAL:
                return not (sign.kind == "made" and sign.negated)
        return definite

    def _negated(self, token: int) -> bool:
        syntax = self.syntax
        return any(
            syntax.lower[child] in self.lexicon.negations and syntax.dep[child] in ("det", "advmod", "cc:preconj")
            for child in syntax.children(token)
        ) or syntax.lower[max(token - 1, 0)] in ("no", "not", "any")

    def _will(self, verb: int) -> bool:
        """Whether a verb is said of the future as certain ("will cease fire at eight")."""
        return any(self.syntax.lower[child] in ("will", "'ll", "’ll", "shall") for child in self.syntax.children(verb))

    def _only_asked(self, definite: bool, signs: tuple[Sign, ...]) -> bool:
        """Whether a truce is to be made only at somebody's wish ("urged them to accept a truce")."""
        if definite or len(signs) < 2 or signs[0].kind != "made" or signs[1].kind not in ("wished", "refused"):
            return False
        return any(self.syntax.dep[child] == "mark" for child in self.syntax.children(signs[0].token))

    def _only_possible(self, head: int, signs: tuple[Sign, ...]) -> bool:
        """Whether the nearest verb is only possible ("would accept a truce")."""
        syntax = self.syntax
        for sign in signs[:1]:
            if sign.kind in ("made", "begun", "held") and any(
                syntax.lower[child] in _UNREAL for child in syntax.children(sign.token)
            ):
                return True
        return False

    def _signs(self, head: int) -> Iterator[Sign]:
        syntax = self.syntax
        for child in syntax.children(head):
            if syntax.dep[child].partition(":")[0] in ("acl", "amod", "compound", "nmod"):
                found = self._at(child, 1, bare=False)
                wishful = syntax.dep[child] == "amod"  # "a lasting truce" is one that somebody wishes for
                yield from (sign for sign in found if not (wishful and sign.kind in ("held", "begun")))
                yield from self._below(child, 2)
        at, bare = head, syntax.dep[head] in ("obl", "nmod") and self._case(head) in _ASIDES
        for step in range(1, _STEPS + 1):
            up = syntax.head[at]
            if up == at:
                return
            yield from self._at(up, step, bare=bare)
            if step == 1 or syntax.upos[up] != "NOUN":
                yield from self._beside(up, at, step)
            at = up
            bare = bare or (
                syntax.dep[at] in ("obl", "advcl") and self._case(at) in _ASIDES and syntax.upos[at] == "NOUN"
            )

    def _called_over(self, at: int) -> Iterator[Sign]:
        """An end that stands right behind a truce ("declared the ceasefire over")."""
        if self.syntax.dep[at : at + 1] in (("advmod",), ("xcomp",), ("compound:prt",)):
            yield from (sign for sign in self._at(at, 0, bare=False) if sign.kind == "ended")

    def _verb_behind(self, start: int) -> Iterator[Sign]:
        """What a verb right behind the phrase tells ("hours after a truce between A and B collapsed").

        The parse hangs the phrase on what stands before it as often as on that verb.
        """
        syntax = self.syntax
        stop = min(syntax.sentence_range(start - 1)[1], start + _BEHIND)
        for at in range(start, stop):
            if syntax.upos[at] == "VERB":
                if syntax.dep[at] not in ("acl", "acl:relcl"):
                    found = self._at(at, 1, bare=False)
                    yield from (sign for sign in found if sign.kind in ("begun", "held", "ended"))
                return
            if syntax.upos[at] not in _IN_PHRASE:
                return

    def _below(self, token: int, distance: int) -> Iterator[Sign]:
        for child in self.syntax.children(token):
            if self.syntax.dep[child] in ("conj", "xcomp"):
                yield from self._at(child, distance, bare=False)

    def _beside(self, verb: int, came_from: int, distance: int) -> Iterator[Sign]:
        """What a verb that governs the truce is joined to ("took effect and was broken").

        The main verb behind "a truce agreed on Monday" is read as joined to the participle as often as the other way.
        """
        direct = self.syntax.dep[came_from] in _CORE
        for child in self.syntax.children(verb):
            joined = self.syntax.dep[child] in ("conj", "xcomp")
            loose = direct and child > came_from and self.syntax.dep[child] in ("parataxis", "advcl", "ccomp")
            if child != came_from and (joined or loose) and self._shares_subject(child):
                yield from self._at(child, distance + 1, bare=not direct)

    def _shares_subject(self, verb: int) -> bool:
        relations = [self.syntax.dep[child] for child in self.syntax.children(verb)]
        return not any(relation.startswith("nsubj") or relation == "mark" for relation in relations)

    def _case(self, token: int) -> str:
        cases = [child for child in self.syntax.children(token) if self.syntax.dep[child] in ("case", "mark")]
        return self.syntax.lower[cases[0]] if cases else ""

    def _at(self, token: int, distance: int, *, bare: bool) -> Iterator[Sign]:
        """The signs at a token; ``bare``: the truce is only when or how it happened, the verb says nothing of it."""
        words = self.syntax.lower
        kinds = [(end, kind) for kind in SIGN_KINDS if (end := self.lexicon.signs[kind].end(words, token)) is not None]
        if kinds:
            longest = max(end for end, _ in kinds)
            for end, kind in kinds:
                if bare and kind == "ended" and end == longest:
                    yield Sign("made", token, distance, negated=False)  # "the war ended with a truce"
                elif end == longest and not (bare and kind in ("made", "begun", "held", "refused")):
                    yield Sign(self._past(kind, token), token, distance, self._negated_verb(token))

    def _past(self, kind: SignKind, verb: int) -> SignKind:
        """What a verb of holding tells where it tells of no truce that holds now.

        "Lasted two hours" is over, "until now had held" or "holds on paper" is broken, "if it holds" is a wish.
        """
        if kind != "held":
            return kind
        syntax = self.syntax
        before = {syntax.lower[child] for child in syntax.children(verb) if syntax.dep[child] in ("aux", "mark")}
        after = syntax.lower[verb + 1 : verb + 6]
        if syntax.lower[verb] == "lasted" and before.isdisjoint(_PERFECT) and not _SPELLS.isdisjoint(after):
            return "ended"
        if syntax.lower[verb] == "held" and not _SHORT.isdisjoint(after):
            return "ended"
        if self.lexicon.hollow.end(syntax.lower, verb + 1) is not None:
            return "broken"
        until = any(self._case(child) == "until" for child in syntax.children(verb) if child < verb)
        if until and "had" in before:
            return "broken"
        return "wished" if before & _IF else kind

    def _negated_verb(self, verb: int) -> bool:
        children = self.syntax.children(verb)
        return any(self.syntax.lower[child] in self.lexicon.negations for child in children)


def find_mentions(syntax: Syntax) -> list[TruceMention]:
    """Every mention of a truce in the order of the text; those by "deal" or "pause" only where they may mean one."""
    reader = MentionReader(syntax)
    found: list[TruceMention] = []
    index = 0
    while index < len(syntax.lower):
        place = _place(syntax, reader.lexicon, index)
        if place is None:
            index += 1
            continue
        tokens, named, halt = place
        head = tokens[0] if halt or syntax.lower[tokens[0]] in reader.lexicon.pauses else _head(syntax, tokens)
        found.append(reader.mention(tokens, head, named=named, halt=halt))
        index = tokens[1]
    return found


def _head(syntax: Syntax, tokens: Range) -> int:
    inside = [index for index in range(*tokens) if not tokens[0] <= syntax.head[index] < tokens[1]]
    return inside[0] if inside else tokens[1] - 1


def _place(syntax: Syntax, lexicon: CeasefireLexicon, index: int) -> tuple[Range, bool, bool] | None:
    """The words at an index that name a truce: where, whether by themselves, whether a verb."""
    words = syntax.lower
    end = lexicon.truces.end(words, index)
    if end is not None and not (end > index + 1 and syntax.upos[index] == "VERB"):
        return (index, end), True, False
    objects = lexicon.halts.get(words[index])
    if objects is not None and syntax.upos[index] in ("VERB", "NOUN", "AUX"):
        for at in range(index + 1, min(index + 1 + _NEAR, len(words))):
            if words[at] in objects:
                return (index, at + 1), words[index].startswith("ceas"), True
    if words[index] in lexicon.pauses and syntax.upos[index] == "NOUN":
        return (index, index + 1), _for_peace(syntax, lexicon, index), False
    return None


def _for_peace(syntax: Syntax, lexicon: CeasefireLexicon, index: int) -> bool:
    """Whether a "deal" is one to end fighting, a "pause" one of so many hours."""
    words = syntax.lower
    before = words[max(index - 3, 0) : index]
    if before[-1:] in (("humanitarian",), ("hour",)):
        return words[index] in ("pause", "lull", "halt", "standstill")
    after = words[index + 1 : index + 3 + _NEAR]
    ends = [at for at, word in enumerate(after) if word in ("end", "halt", "stop", "cease")]
    return "peace" in before[-1:] or any(word in lexicon.purposes for at in ends for word in after[at + 1 : at + 4])
