"""Reads the sides that phrases of a report are of, without making actors of them."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.extract.ceasefire_lexicon import ceasefire_lexicon
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import told_side
from tacitus.resolve.pronouns import is_pronoun
from tacitus.resolve.syntax import Range, Syntax

SUBJECTS = frozenset(("nsubj", "nsubj:outer", "nsubj:pass"))

_SELVES = frozenset(("it", "he", "she", "they", "we"))
_JOINS = frozenset(("and", ",", "&", "as"))
_IN_LISTS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "CCONJ", "PUNCT"))
_CLIMBS = frozenset(("conj", "xcomp", "advcl", "ccomp", "parataxis", "acl", "acl:relcl"))
_AWAY = 3  # clauses up which a verb's subject is looked for


def case_of(syntax: Syntax, token: int) -> str:
    """The preposition before a noun, the empty string where there is none."""
    cases = [child for child in syntax.children(token) if syntax.dep[child] == "case"]
    return syntax.lower[cases[0]] if cases else ""


@dataclass(frozen=True, slots=True)
class SideReader:
    """Reads the side that words of a report are of."""

    syntax: Syntax
    book: ActorBook

    def at(self, token: int) -> str | None:
        """The side of the noun phrase whose head stands at ``token``, ``None`` where nothing tells it."""
        syntax, book = self.syntax, self.book
        match = book.sides.at.get(token)
        if match is not None and match.name.kind not in ("town", "outlet"):
            return match.name.side
        number = book.at(token)
        if number is not None:
            return book.entries[number].side
        if is_pronoun(syntax, token):
            number = book.antecedent(token)
            return None if number is None else book.entries[number].side
        told = told_side(syntax, book.sides, self.phrase(token), token)
        if told is not None and told.name.kind != "town":
            return told.name.side
        owner = book.possessor(token)
        if owner is not None:
            return book.entries[owner].side
        home = syntax.lower[token] in ceasefire_lexicon().state_bodies
        return book.sides.home if home else None

    def phrase(self, token: int) -> Range:
        """The noun phrase at a token without what is said of it in clauses and without conjuncts."""
        syntax = self.syntax
        first, last = token, token
        for child in syntax.children(token):
            if syntax.dep[child].partition(":")[0] in ("amod", "compound", "nmod", "flat", "det", "nummod"):
                start, end = syntax.subtree(child)
                first, last = min(first, start), max(last, end - 1)
        return first, last + 1

    def all_at(self, token: int) -> list[str]:
        """The sides of a phrase and of all that is joined in it with "and", in order."""
        found: list[str | None] = []
        for item in self._joined(token):
            found.extend(self._owners(item) or [self.at(item)])
        return list(dict.fromkeys(side for side in found if side is not None))

    def _joined(self, token: int) -> list[int]:
        return [token, *(child for child in self.syntax.children(token) if self.syntax.dep[child] == "conj")]

    def _owners(self, token: int) -> list[str]:
        """The sides in a phrase that are joined with one another ("the Rwandan and Ugandan armies")."""
        if token in self.book.sides.at or self.syntax.upos[token] != "NOUN":
            return []
        first, last = self.syntax.subtree(token)
        found = self.listed(first, last)
        return found if len(found) > 1 else []

    def listed(self, start: int, stop: int) -> list[str]:
        """The first side named in a range and those that are listed with it ("the United States and Qatar")."""
        found: list[str] = []
        end = start
        for match in self.book.sides.within((start, max(start, stop))):
            if match.name.kind in ("town", "outlet"):
                continue
            between = range(end, match.start)
            joins = any(self.syntax.lower[index] in _JOINS for index in between)
            if found and not (joins and all(self.syntax.upos[index] in _IN_LISTS for index in between)):
                break
            if match.name.side not in found:
                found.append(match.name.side)
            end = match.end
        return found

    def _speaker_of(self, pronoun: int, verb: int) -> list[str]:
        """The sides that say something of themselves: "it" in "Moscow said it had negotiated a truce"."""
        if self.syntax.dep[verb] != "ccomp" or self.syntax.lower[pronoun] not in _SELVES:
            return []
        saying = self.syntax.head[verb]
        said = [child for child in self.syntax.children(saying) if self.syntax.dep[child] == "nsubj"]
        return self.all_at(said[0]) if said else []

    def subjects(self, verb: int) -> list[str]:
        """The sides of a verb's subject, its own or that of the clause that it hangs on."""
        at = verb
        for _ in range(_AWAY):
            for child in self.syntax.children(at):
                if self.syntax.dep[child] in SUBJECTS:
                    return self._speaker_of(child, at) or self.all_at(child)
            if self.syntax.dep[at] not in _CLIMBS:
                return []
            at = self.syntax.head[at]
            if self.syntax.upos[at] in ("NOUN", "PROPN"):
                return self.all_at(at)
        return []
