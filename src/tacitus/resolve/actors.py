"""The actors of one report: whom its words name, and which side each is on.

An ``ActorBook`` is filled in the order of the text. ``resolve`` gives the actor that a phrase names: a person by name,
a state or group by a listed name, a body or people by description, a pronoun by what it stands for.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tacitus.language.reading import Reading
from tacitus.model import Actor, ActorKind
from tacitus.resolve.belonging import SideMatch, Sides, told_side
from tacitus.resolve.descriptions import Descriptions
from tacitus.resolve.entries import Entries, Entry
from tacitus.resolve.members import Members
from tacitus.resolve.persons import Person, find_persons
from tacitus.resolve.phrases import left_edge, role_in, role_nouns, trim
from tacitus.resolve.pronouns import Pronouns, is_pronoun
from tacitus.resolve.roles import role_of
from tacitus.resolve.side_features import Asked, noun_context
from tacitus.resolve.side_ranker import rank_sides
from tacitus.resolve.state_names import state_name
from tacitus.resolve.syntax import Range, Syntax
from tacitus.resolve.together import coordinated, together_at

__all__ = ["ActorBook", "Entry"]

_MENTIONS_ASKED = 3  # mentions of a person that are asked for a side
_TITLE_WORDS = 4  # words between a description and the name that it belongs to, the name's first among them
_RELATIVES = frozenset(("who", "which", "whom"))
_KINDS: dict[str, ActorKind] = {
    "state": "state",
    "capital": "state",
    "seat": "state",
    "historic": "state",
    "region": "state",
    "demonym": "population",
    "group": "group",
    "organization": "organization",
    "outlet": "organization",
    "forces": "organization",
}


class ActorBook:
    """Actors of one report, resolved from its words on demand."""

    def __init__(self, syntax: Syntax, reading: Reading | None, sides: Sides) -> None:
        self.syntax, self.reading, self.sides = syntax, reading, sides
        self._entries = Entries()
        self._pronouns = Pronouns(syntax, reading, self._entries, self._described)
        self.members = Members(syntax, sides, self._entries)
        self._descriptions = Descriptions(syntax, reading, sides, self._pronouns, self.members)
        for match in sides.matches:
            if match.name.kind != "town":
                self._add_side(match)
        for person in find_persons(syntax, taken=_taken(syntax, sides)):
            self._add_person(person)

    @property
    def entries(self) -> list[Entry]:
        """All actors under construction; an actor's number is its place here."""
        return self._entries.all

    def _add_side(self, match: SideMatch) -> None:
        name = match.name
        kind = _KINDS[name.kind]
        sector = name.sector or ("GOV" if kind == "state" else None)
        if name.kind == "demonym" and self._modifies(match):
            kind, sector = "state", "GOV"
        key = ("side", name.side, kind if kind in ("state", "population") else name.name)
        label = name.name if kind != "state" else (state_name(name.side) or name.name)
        number = self._entries.put(Entry(key, label, kind, name.side, sector, None))
        self._entries.mention(number, (match.start, match.end))

    def _modifies(self, match: SideMatch) -> bool:
        return self.syntax.upos[match.end - 1] == "ADJ" or self.syntax.dep[match.end - 1] in ("amod", "compound")

    def _add_person(self, person: Person) -> None:
        syntax = self.syntax
        side: str | None = None
        sector: str | None = None
        role: str | None = None
        nouns: list[str] = []
        for tokens in person.descriptions:
            known = role_in(syntax, tokens)
            if known is not None and role is None:
                sector, role = known.sector, syntax.phrase(tokens)
                nouns = role_nouns(syntax, tokens)
            told = told_side(syntax, self.sides, tokens, tokens[1] - 1)
            if told is not None and side is None:
                side = told.name.side
                if told.name.sector and told.name.kind in ("group", "organization") and sector in (None, "GOV"):
                    sector = told.name.sector
            owner = self._pronouns.possessor(syntax.head_of(tokens)) if side is None else None
            side = self.entries[owner].side if owner is not None else side
        words: list[Asked] = []
        if side is None:
            contexts = (sector or "person", *map(noun_context, nouns))
            words = [Asked(end - 1, contexts) for _, end in person.mentions[:_MENTIONS_ASKED]]
            side = rank_sides("speaker", syntax, self.sides, self.reading, *words)[0]
        entry = Entry(("person", person.name), person.name, "person", side, sector, role, gender=person.gender)
        if words:
            entry.asked, entry.asked_again = words[0], tuple(words[1:])
        number = self._entries.put(entry)
        for tokens in person.mentions:
            self._entries.claim(number, tokens)

    def resolve(self, tokens: Range) -> int | None:
        """The number of the actor that a phrase names, ``None`` where its words name nobody that can be told."""
        tokens = trim(self.syntax, tokens)
        head = self.syntax.head_of(tokens)
        if self.syntax.lower[head] in _RELATIVES:
            return self._before_relative(head)
        if is_pronoun(self.syntax, head):
            together = together_at(self.syntax, self.sides, head)
            several = self.members.both(head, together) if together is not None else None
            return self.antecedent(head) if several is None else self._entries.mention(several, tokens)
        person = self._person_in(tokens, head)
        if person is None:
            person = self._person_behind(tokens)
        if person is not None:
            return self._entries.mention(person, tokens)
        listed = self.sides.at.get(head)
        number = self.at(listed.start) if listed is not None and self._stands_alone(tokens, listed) else None
        if number is not None:
            return self._entries.mention(number, tokens) if self.syntax.upos[head] != "ADJ" else number
        return self._descriptions.resolve(tokens, head)

    def speaker(self, tokens: Range) -> int | None:
        """The same for whom a claim is attributed to: names of different sides that "and" joins are one actor."""
        tokens = trim(self.syntax, tokens)
        heads = [head for head in coordinated(self.syntax, self.syntax.head_of(tokens)) if head in range(*tokens)]
        if len(heads) > 1:
            starts = [tokens[0], *(self.syntax.subtree(head)[0] for head in heads[1:]), tokens[1]]
            named = [one for part in pairwise(starts) if (one := self._named_in(trim(self.syntax, part))) is not None]
            number = self.members.joined(named) if len(named) == len(heads) else None
            if number is not None:
                return self._entries.mention(number, tokens)
        return self.resolve(tokens)

    def _described(self, head: int) -> int | None:
        """The actor that a common noun for somebody means by its description."""
        if role_of(self.syntax.lower[head]) is None:
            return None
        return self.resolve((left_edge(self.syntax, head), head + 1))

    def _named_in(self, tokens: Range) -> int | None:
        """The actor of a part of a coordination, if a name in it tells its side."""
        first, last = tokens
        while first + 1 < last and self.syntax.upos[first] == "CCONJ":
            first += 1
        person = self._person_in((first, last), self.syntax.head_of((first, last)))
        return self.resolve((first, last)) if person is not None or self.sides.within((first, last)) else None

    def accuses(self, number: int, sides: frozenset[str]) -> None:
        """Ask again for the side of an actor, now that it is known whom it blames, where its words tell no side."""
        entry = self.entries[number]
        if entry.asked is None or not sides:
            return
        asked = tuple(replace(one, accused=sides) for one in (entry.asked, *entry.asked_again))
        entry.asked, entry.asked_again = asked[0], asked[1:]
        entry.side = rank_sides("speaker", self.syntax, self.sides, self.reading, *asked, certain=entry.certain)[0]

    def _before_relative(self, pronoun: int) -> int | None:
        """Of whom a relative clause says something: the noun phrase before its pronoun, or whom it explains."""
        last = pronoun
        while last > 0 and self.syntax.upos[last - 1] in ("PUNCT", "ADP"):
            last -= 1
        first = left_edge(self.syntax, last)
        if first == last:
            return None
        head = self.syntax.head_of((first, last))
        explained = self.at(self.syntax.head[head]) if self.syntax.dep[head] == "appos" else None
        number = self.resolve((first, last)) if explained is None else explained
        return None if number is None else self._entries.mention(number, (pronoun, pronoun + 1))

    def _stands_alone(self, tokens: Range, listed: SideMatch) -> bool:
        """Whether a listed name is the phrase itself rather than part of a longer name or description."""
        if self.syntax.words[listed.end : listed.end + 1] == (",",):
            return True
        return not any(
            role_of(self.syntax.words[index])
            for index in range(*tokens)
            if not listed.start <= index < listed.end and self.syntax.upos[index] in ("NOUN", "PROPN")
        )

    def _person_in(self, tokens: Range, head: int) -> int | None:
        first: int | None = None
        for index in range(*tokens):
            number = self.at(index)
            if number is None or self.entries[number].kind != "person":
                continue
            possessive = index + 1 < tokens[1] and self.syntax.lower[index + 1] in ("'s", "’s")
            dependent = self.syntax.dep[index] in ("nmod", "nmod:poss", "obl") and index != head
            if not possessive and not dependent:
                return number
            first = number if first is None and index == head else first
        return first

    def _person_behind(self, tokens: Range) -> int | None:
        """The person whose name a description runs into, titles between ("military spokesman" before "Lt Col ...")."""
        for index in range(tokens[1], min(tokens[1] + _TITLE_WORDS, len(self.syntax.words))):
            number = self.at(index)
            if number is not None and self.entries[number].kind == "person":
                runs_on = left_edge(self.syntax, index) <= tokens[0]
                return number if runs_on and role_in(self.syntax, tokens) is not None else None
        return None

    def antecedent(self, token: int) -> int | None:
        """Whom a pronoun stands for: the language model's antecedents, else the last fitting speaker or person."""
        return self._pronouns.antecedent(token)

    def possessor(self, head: int) -> int | None:
        """The actor whose the head noun is, by a possessive ("its soldiers", "the movement's leader")."""
        return self._pronouns.possessor(head)

    def speaks(self, number: int, token: int) -> None:
        """Remember that an actor spoke at ``token``: a later pronoun may mean it."""
        self._pronouns.speaks(number, token)

    def at(self, token: int) -> int | None:
        """The actor that a token is part of a mention of."""
        return self._entries.at(token)

    def actors(self) -> tuple[list[Actor], dict[int, str]]:
        """The actors in order of their first mention, and the id of each entry."""
        return self._entries.actors(self.syntax)


def _taken(syntax: Syntax, sides: Sides) -> frozenset[int]:
    """The tokens that name sides, not persons; a capital is left free where a person of the report bears its name."""
    borne = {
        syntax.lower[index]
        for name in syntax.names
        if name.type == "PERSON" and name.end - name.start > 1
        for index in range(name.start, name.end)
    }
    return frozenset(
        index
        for index, match in sides.at.items()
        if match.end - match.start > 1 or match.name.kind != "capital" or syntax.lower[index] not in borne
    )
