"""Who did what with a truce, by the words around a mention of it: mediators, parties, whoever breaks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tacitus.extract.ceasefire_lexicon import ceasefire_lexicon
from tacitus.extract.ceasefire_mentions import TruceMention
from tacitus.extract.side_reader import SUBJECTS, SideReader, case_of
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.syntax import Syntax

_HYPHENS = frozenset("-‐‑–")
_JOINED_REACH = 6  # tokens before a truce in which "Russian-brokered" stands
_PHRASE_REACH = 6  # tokens behind "under the auspices of" in which the mediator stands
_NOUN_REACH = 3  # tokens before "mediators" in which their side stands
_THROUGH = frozenset(("with", "by", "through", "under", "of"))
_BY_REACH = 4  # tokens between "brokered" and "by"
_CLAUSE_REACH = 8  # tokens of "that Russia brokered" behind a truce
_LIST_REACH = 12  # tokens behind "by" in which the first mediators stand
_BLAMED_REACH = 4  # tokens behind "accused" in which "each other" stands
_AWAY = 3  # heads between a truce and the verb whose subject made it


@dataclass(frozen=True, slots=True)
class Breach:
    """Who is said to have broken a truce (``None``: both or unknown), at which token, and whom the words accuse by."""

    by: str | None
    token: int
    accuser: str | None
    mutual: bool


class Roles:
    """Reads the roles around the truces of one report."""

    def __init__(self, syntax: Syntax, book: ActorBook) -> None:
        self.syntax, self.lexicon = syntax, ceasefire_lexicon()
        self.sides = SideReader(syntax, book)
        self._book = book

    def mediators(self, mention: TruceMention) -> list[str]:
        """The sides that brokered a truce, by the words of its sentence."""
        named = [*self._joined(mention), *self._describing(mention), *self._that_brokered(mention)]
        found = [*named, *self._agents(mention), *self._by_phrases(mention)]
        for verb in self._verbs(mention):
            if self.syntax.lower[verb] not in self.lexicon.brokers:
                continue
            if self.syntax.dep[verb] == "acl:relcl" and self.syntax.head[verb] == mention.head:
                found.extend(self._own_subjects(verb))
            elif self._is_object(mention, verb):
                found.extend(self.sides.subjects(verb))
        return list(dict.fromkeys(found))

    def makers(self, mention: TruceMention) -> list[str]:
        """The sides that made a truce or made it known, as parties do, and mediators too ("announced", "renewed")."""
        found: list[str] = []
        for sign in mention.signs:
            if sign.kind == "made" and not sign.negated and self.syntax.lower[sign.token] not in self.lexicon.brokers:
                own = self.syntax.dep[sign.token] == "acl:relcl" and self.syntax.head[sign.token] == mention.head
                found.extend(self._own_subjects(sign.token) if own else self.sides.subjects(sign.token))
        return list(dict.fromkeys(found))

    def _is_object(self, mention: TruceMention, verb: int) -> bool:
        """Whether the truce is what the verb made, rather than when or how ("announced after the truce that")."""
        at = mention.head
        while self.syntax.head[at] not in (at, verb):
            at = self.syntax.head[at]
        return self.syntax.dep[at] in ("obj", "ccomp", "xcomp", "nmod", "conj") and not any(
            self.syntax.dep[child] in ("aux:pass", "nsubj:pass") for child in self.syntax.children(verb)
        )

    def _own_subjects(self, verb: int) -> list[str]:
        """The sides of the subject of a relative clause, unless that is the truce itself ("that broke down")."""
        subjects = [child for child in self.syntax.children(verb) if self.syntax.dep[child] in SUBJECTS]
        return [side for child in subjects if self.syntax.upos[child] != "PRON" for side in self.sides.all_at(child)]

    def _verbs(self, mention: TruceMention) -> Iterator[int]:
        """The relative clauses on a mention and the verbs that it hangs on."""
        for child in self.syntax.children(mention.head):
            if self.syntax.dep[child] == "acl:relcl":
                yield child
        at = mention.head
        for _ in range(_AWAY):
            up = self.syntax.head[at]
            if up == at:
                return
            at = up
            yield at

    def _agents(self, mention: TruceMention) -> Iterator[str]:
        """Whom "brokered by" and the like name in the sentence of a mention.

        Words decide, not the parse: it hangs such participles on the nearest noun as often as on the truce.
        """
        words = self.syntax.lower
        start, stop = self.syntax.sentence_range(mention.head)
        for index in range(start, stop):
            end = self.lexicon.mediating.end(words, index)
            if end is None:
                continue
            for by in range(end, min(stop, end + _BY_REACH)):
                if words[by] == "by":
                    yield from self.sides.listed(by + 1, min(stop, by + 1 + _LIST_REACH))
                    break

    def _joined(self, mention: TruceMention) -> Iterator[str]:
        words = self.syntax.lower
        for index in range(max(2, mention.tokens[0] - _JOINED_REACH), mention.tokens[0]):
            if words[index] in self.lexicon.joined and words[index - 1] in _HYPHENS:
                side = self.sides.at(index - 2)
                if side is not None:
                    yield side

    def _describing(self, mention: TruceMention) -> Iterator[str]:
        """The organisation whose a truce is called ("a U.N. cease-fire")."""
        match = self._book.sides.at.get(mention.tokens[0] - 1)
        if match is not None and match.name.kind == "organization":
            yield match.name.side

    def _that_brokered(self, mention: TruceMention) -> list[str]:
        """Whom "the truce that Russia brokered" names, by its words: parses of such clauses go astray too often."""
        words, after = self.syntax.lower, mention.tokens[1]
        if words[after : after + 1] not in (("that",), ("which",)):
            return []
        stop = min(self.syntax.sentence_range(mention.head)[1], after + _CLAUSE_REACH)
        for at in range(after + 1, stop):
            if words[at] in self.lexicon.brokers:
                return self.sides.listed(after + 1, at)
        return []

    def known_mediators(self) -> list[str]:
        """The sides that the report anywhere calls mediators, or whose talks it says they lead."""
        syntax, sides = self.syntax, self._book.sides
        found: list[str] = []
        for index, word in enumerate(syntax.lower):
            start, stop = syntax.sentence_range(index)
            if word in self.lexicon.mediator_nouns:
                near = [*range(index - 1, max(start, index - 4) - 1, -1), *range(index + 1, min(stop, index + 5))]
                found.extend(sides.at[at].name.side for at in near if at in sides.at)
            elif word in ("talks", "mediation") and syntax.lower[index + 1 : index + 3] in (
                ("led", "by"),
                ("hosted", "by"),
            ):
                found.extend(self.sides.listed(index + 3, min(stop, index + 3 + _LIST_REACH)))
        return list(dict.fromkeys(found))

    def _by_phrases(self, mention: TruceMention) -> Iterator[str]:
        start, stop = self.syntax.sentence_range(mention.head)
        for index in range(start, stop):
            end = self.lexicon.mediation.end(self.syntax.lower, index)
            if end is not None:
                yield from self._within(end, min(stop, end + _PHRASE_REACH))
            if self.lexicon.mediators.end(self.syntax.lower, index) is not None:
                before = max(start, index - _NOUN_REACH)
                if not _THROUGH.isdisjoint(self.syntax.lower[max(start, before - 1) : index]):
                    yield from self._within(before, index)

    def _within(self, start: int, stop: int) -> list[str]:
        return self.sides.listed(start, stop)

    def joined_parties(self, mention: TruceMention) -> list[str]:
        """The sides that a mention names together as its parties ("between A and B", "A and B agreed a truce")."""
        for child in self.syntax.children(mention.head):
            if case_of(self.syntax, child) in ("between", "with"):
                return self.sides.all_at(child)
        for sign in mention.signs:
            word = self.syntax.lower[sign.token]
            if sign.kind == "made" and not sign.negated and word in self.lexicon.agreeing:
                return self.sides.subjects(sign.token)
        return []

    def beside(self, mention: TruceMention) -> list[str]:
        """The sides named in the sentence of a mention and in those before and behind it in its paragraph."""
        syntax = self.syntax
        start, stop = syntax.sentence_range(mention.head)
        before, after = (
            syntax.sentence_range(max(start - 1, 0)),
            syntax.sentence_range(min(stop, len(syntax.words) - 1)),
        )
        first = before[0] if syntax.paragraph[before[0]] == syntax.paragraph[mention.head] else start
        last = after[1] if syntax.paragraph[after[0]] == syntax.paragraph[mention.head] else stop
        names = (match.name for match in self._book.sides.within((first, last)))
        return list(dict.fromkeys(name.side for name in names if name.kind not in ("town", "outlet", "organization")))

    def parties(self, mention: TruceMention) -> list[str]:
        """The sides that the words around a mention name as parties of the truce."""
        syntax = self.syntax
        found: list[str] = []
        for child in syntax.children(mention.head):
            relation = syntax.dep[child]
            named = relation in ("nmod", "obl") and case_of(syntax, child) in ("between", "with", "among")
            if named or relation == "nmod:poss" or (relation in SUBJECTS and mention.halt):
                found.extend(self.sides.all_at(child))
        found.extend(self.makers(mention))
        for sign in mention.signs:
            if sign.kind in ("ended", "refused"):
                found.extend(self.sides.subjects(sign.token))
        found.extend(breach.by for breach in self.breaches(mention) if breach.by is not None)
        return list(dict.fromkeys(found))

    def declarers(self, mention: TruceMention) -> list[str]:
        """The sides that declared a truce for themselves: the subject of "cease fire", else of what tells of it."""
        if mention.halt:
            own = [
                side
                for child in self.syntax.children(mention.head)
                if self.syntax.dep[child] in SUBJECTS
                for side in self.sides.all_at(child)
            ]
            if own:
                return own
        for sign in mention.signs:
            if sign.kind == "made" and not sign.negated:
                subjects = self.sides.subjects(sign.token)
                if subjects:
                    return subjects
        for child in self.syntax.children(mention.head):
            if self.syntax.dep[child] == "nmod:poss":
                return self.sides.all_at(child)
        return self.sides.subjects(self._top(mention.head))

    def _top(self, token: int) -> int:
        """The word that a sentence hangs on."""
        while self.syntax.head[token] != token:
            token = self.syntax.head[token]
        return token

    def breaches(self, mention: TruceMention) -> list[Breach]:
        """Who is told or said to have broken the truce at this mention."""
        found: list[Breach] = []
        for sign in mention.signs:
            breaching = self.syntax.lower[sign.token] in self.lexicon.breaching
            if sign.kind == "broken" and breaching and not sign.negated:
                found.extend(self._breach(sign.token))
        return found

    def _breach(self, token: int) -> Iterator[Breach]:
        syntax = self.syntax
        start, stop = syntax.sentence_range(token)
        accusing = next((at for at in range(token, start - 1, -1) if syntax.lower[at] in self.lexicon.accusing), None)
        accuser: str | None = None
        if accusing is not None:
            speakers = self.sides.subjects(accusing)
            accuser = speakers[0] if len(speakers) == 1 else None
            named = self._blamed(accusing, token)
            mutual = self._both(accusing, min(stop, accusing + _BLAMED_REACH))
        elif syntax.upos[token] == "NOUN":
            mutual = self._both(start, stop)
            owners = [child for child in syntax.children(token) if syntax.dep[child] == "nmod:poss"]
            owners += [child for child in syntax.children(token) if case_of(syntax, child) == "by"]
            named = [side for child in owners for side in self.sides.all_at(child)]
        else:
            mutual = self._both(start, token)
            agents = [child for child in syntax.children(token) if case_of(syntax, child) == "by"]
            named = [side for child in agents for side in self.sides.all_at(child)] or self.sides.subjects(token)
        if mutual:
            yield Breach(None, token, None, True)
        else:
            sides: Sequence[str | None] = named or (None,)
            yield from (Breach(side, token, accuser, False) for side in sides)

    def _blamed(self, accusing: int, token: int) -> list[str]:
        """Whom "accused ... of breaking" names between the two verbs; in the passive, its subject."""
        passive = [child for child in self.syntax.children(accusing) if self.syntax.dep[child] == "nsubj:pass"]
        if passive:
            return self.sides.all_at(passive[0])
        between = self.sides.listed(accusing + 1, token)
        if between:
            return between
        objects = [
            child for child in self.syntax.children(accusing) if self.syntax.dep[child] in ("obj", "iobj", "obl")
        ]
        return [side for child in objects for side in self.sides.all_at(child)]

    def _both(self, start: int, stop: int) -> bool:
        return any(self.lexicon.both.end(self.syntax.lower, index) is not None for index in range(start, stop))
