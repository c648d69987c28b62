"""The actors of one report: whom its words name, and which side each is on.

An ``ActorBook`` is filled in the order of the text. ``resolve`` gives the actor that a phrase names: a person by name,
a state or group by a listed name, a body or people by description, a pronoun by what it stands for.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tacitus.language.reading import Reading
from tacitus.model import Actor, ActorKind
from tacitus.resolve.belonging import SideMatch, Sides, told_side
from tacitus.resolve.persons import Person, find_persons
from tacitus.resolve.phrases import left_edge, trim
from tacitus.resolve.roles import Role, role_of
from tacitus.resolve.side_features import Asked
from tacitus.resolve.side_ranker import rank_sides
from tacitus.resolve.syntax import Range, Syntax

_PERSONAL = frozenset("he she him her his hers himself herself".split())
_PLURAL = frozenset("they them their both".split())
_NEUTER = frozenset("it its itself".split())
_PRONOUNS = _PERSONAL | _PLURAL | _NEUTER
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
_DOCUMENTS = frozenset(
    "statement communique communiqué text posting post message letter account broadcast bulletin leaflet note website"
    " declaration announcement release tweet".split()
)
_DEFINITE = frozenset(("the", "its", "their", "his", "her", "both", "that", "this"))
_HOPS = 6  # antecedents followed before a pronoun is given up


@dataclass(slots=True)
class Entry:
    """An actor under construction; ``key`` is what makes it the same actor when it is named again."""

    key: tuple[str, ...]
    name: str
    kind: ActorKind
    side: str | None
    sector: str | None
    role: str | None
    mentions: list[Range] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    asked: Asked | None = None  # how its side was asked for, where its words tell none


class ActorBook:
    """Actors of one report, resolved from its words on demand."""

    def __init__(self, syntax: Syntax, reading: Reading | None, sides: Sides) -> None:
        self.syntax, self.reading, self.sides = syntax, reading, sides
        self.entries: list[Entry] = []
        self._by_key: dict[tuple[str, ...], int] = {}
        self._at: dict[int, int] = {}
        self._speakers: list[tuple[int, int]] = []
        names = frozenset(
            index for index, match in sides.at.items() if match.end - match.start > 1 or match.name.kind != "capital"
        )
        for match in sides.matches:
            self._add_side(match)
        for person in find_persons(syntax, taken=names):
            self._add_person(person)

    # filling

    def _put(self, entry: Entry) -> int:
        number = self._by_key.get(entry.key)
        if number is None:
            number = len(self.entries)
            self.entries.append(entry)
            self._by_key[entry.key] = number
        return number

    def _mention(self, number: int, tokens: Range) -> int:
        entry = self.entries[number]
        if tokens not in entry.mentions:
            entry.mentions.append(tokens)
        for index in range(*tokens):
            self._at.setdefault(index, number)
        return number

    def _add_side(self, match: SideMatch) -> None:
        name = match.name
        kind = _KINDS[name.kind]
        sector = name.sector or ("GOV" if kind == "state" else None)
        if name.kind == "demonym" and self._modifies(match):
            kind, sector = "state", "GOV"
        key = ("side", name.side, kind if kind in ("state", "population") else name.name)
        label = name.name if kind != "state" else _state_name(match, self.syntax)
        number = self._put(Entry(key, label, kind, name.side, sector, None))
        self._mention(number, (match.start, match.end))

    def _modifies(self, match: SideMatch) -> bool:
        return self.syntax.upos[match.end - 1] == "ADJ" or self.syntax.dep[match.end - 1] in ("amod", "compound")

    def _add_person(self, person: Person) -> None:
        syntax = self.syntax
        side: str | None = None
        sector: str | None = None
        role: str | None = None
        for tokens in person.descriptions:
            known = self._role_in(tokens)
            if known is not None and role is None:
                sector, role = known.sector, syntax.phrase(tokens)
            told = told_side(syntax, self.sides, tokens, tokens[1] - 1)
            if told is not None and side is None:
                side = told.name.side
                if told.name.sector and told.name.kind in ("group", "organization") and sector in (None, "GOV"):
                    sector = told.name.sector
        asked: Asked | None = None
        if side is None:
            asked = Asked(person.mentions[0][1] - 1, sector or "person")
            side = self._ranked(asked)
        number = self._put(
            Entry(("person", person.name), person.name, "person", side, sector, role, gender=person.gender, asked=asked)
        )
        for tokens in person.mentions:
            for index in range(*tokens):
                self._at[index] = number
            self._mention(number, tokens)

    def _role_in(self, tokens: Range) -> Role | None:
        found: Role | None = None
        for index in range(tokens[0], tokens[1]):
            if self.syntax.upos[index] in ("NOUN", "PROPN"):
                pair = f"{self.syntax.words[index - 1]} {self.syntax.words[index]}" if index > tokens[0] else ""
                known = role_of(pair, self.syntax.words[index])
                found = known or found
                if known is not None and not known.body:
                    return known
        return found

    def _ranked(self, asked: Asked) -> str | None:
        """The likeliest side where the words themselves tell none."""
        return rank_sides("speaker", self.syntax, self.sides, self.reading, asked)[0]

    # asking

    def resolve(self, tokens: Range) -> int | None:
        """The number of the actor that a phrase names, ``None`` where its words name nobody that can be told."""
        tokens = trim(self.syntax, tokens)
        head = self.syntax.head_of(tokens)
        if self.syntax.lower[head] in _RELATIVES:
            return self._before_relative(head)
        if self.syntax.upos[head] in ("PRON", "DET") or self.syntax.lower[head] in _PRONOUNS:
            return self.antecedent(head)
        person = self._person_in(tokens, head)
        if person is not None:
            return self._mention(person, tokens)
        listed = self.sides.at.get(head)
        if listed is not None and self._stands_alone(tokens, listed):
            number = self._at[listed.start]
            return self._mention(number, tokens) if self.syntax.upos[head] != "ADJ" else number
        return self._described(tokens, head)

    def _before_relative(self, pronoun: int) -> int | None:
        """The actor that a relative clause says something of: the noun phrase before its pronoun."""
        last = pronoun
        while last > 0 and self.syntax.upos[last - 1] in ("PUNCT", "ADP"):
            last -= 1
        first = left_edge(self.syntax, last)
        return self.resolve((first, last)) if first < last else None

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
            number = self._at.get(index)
            if number is None or self.entries[number].kind != "person":
                continue
            possessive = index + 1 < tokens[1] and self.syntax.lower[index + 1] in ("'s", "’s")
            dependent = self.syntax.dep[index] in ("nmod", "nmod:poss", "obl") and index != head
            if not possessive and not dependent:
                return number
            first = number if first is None and index == head else first
        return first

    def antecedent(self, token: int) -> int | None:
        """Whom a pronoun stands for: the language model's antecedents, else the last fitting speaker or person."""
        word = self.syntax.lower[token]
        current = token
        for _ in range(_HOPS):
            if self.reading is None:
                break
            current = int(self.reading.antecedent[current])
            if current < 0:
                break
            number = self._at.get(current)
            if number is not None and self._fits(word, self.entries[number]):
                return self._mention(number, (token, token + 1))
        number = self._last_fitting(token, word)
        return None if number is None else self._mention(number, (token, token + 1))

    def _fits(self, word: str, entry: Entry) -> bool:
        if word in _PERSONAL:
            female = word in ("she", "her", "hers", "herself")
            wrong = "m" if female else "f"
            return entry.gender != wrong and (entry.kind == "person" or (entry.role is not None and not entry.plural))
        if word in _NEUTER:
            return entry.kind != "person" and not entry.plural
        return True

    def _last_fitting(self, token: int, word: str) -> int | None:
        """The last speaker before a pronoun, then the last person named, within two paragraphs."""
        near = self.syntax.paragraph[token] - 2
        for position, number in reversed(self._speakers):
            if position < token and self.syntax.paragraph[position] >= near and self._fits(word, self.entries[number]):
                return number
        if word not in _PERSONAL:
            return None
        best: tuple[int, int] | None = None
        for number, entry in enumerate(self.entries):
            if entry.kind == "person" and self._fits(word, entry):
                for start, _ in entry.mentions:
                    if start < token and self.syntax.paragraph[start] >= near and (best is None or start > best[0]):
                        best = (start, number)
        return None if best is None else best[1]

    def _described(self, tokens: Range, head: int) -> int:
        """A body or people by description; a definite one without a side of its own may be one met before."""
        syntax = self.syntax
        noun = syntax.lower[head]
        whole = (min(tokens[0], left_edge(syntax, head)), tokens[1])
        told = told_side(syntax, self.sides, whole, head)
        definite = syntax.lower[whole[0]] in _DEFINITE
        if told is None:
            known = self._issuer(head) if noun in _DOCUMENTS else self._earlier(noun, head) if definite else None
            if known is not None:
                return self._mention(known, tokens)
        role = self._role_in((max(whole[0], head - 1), head + 1)) or self._role_in(whole)
        side, asked = self._side_of_description(head, told, role)
        sector = role.sector if role is not None else None
        if told is not None and told.name.sector and (sector is None or told.name.kind in ("group", "organization")):
            sector = told.name.sector
        phrase = syntax.phrase(whole)
        plural = syntax.upos[head] == "NOUN" and noun.endswith("s") and not noun.endswith("ss")
        kind: ActorKind = "organization" if role is not None and role.body else "population" if plural else "person"
        shared = definite or side is not None
        key = ("described", noun, side or phrase.casefold()) if shared else ("described", phrase.casefold(), str(head))
        entry = Entry(key, phrase, kind, side, sector, phrase, plural=plural, asked=asked)
        return self._mention(self._put(entry), tokens)

    def _side_of_description(
        self, head: int, told: SideMatch | None, role: Role | None
    ) -> tuple[str | None, Asked | None]:
        """The side of a description by its own words, by its owner, else the likeliest; and how that was asked."""
        if told is not None:
            return told.name.side, None
        owner = self.possessor(head)
        if owner is not None:
            return self.entries[owner].side, None
        asked = Asked(head, role.sector if role is not None else "other")
        return self._ranked(asked), asked

    def _issuer(self, head: int) -> int | None:
        """Who issued a statement: its owner, else the last speaker before it."""
        owner = self.possessor(head)
        if owner is not None:
            return owner
        before = [number for position, number in self._speakers if position < head]
        return before[-1] if before else None

    def _earlier(self, noun: str, head: int) -> int | None:
        """The last actor before ``head`` that was called by the same noun."""
        best: tuple[int, int] | None = None
        for number, entry in enumerate(self.entries):
            words = (entry.role or entry.name).casefold().split()
            if noun in words:
                for start, end in entry.mentions:
                    if end <= head and (best is None or start > best[0]):
                        best = (start, number)
        return None if best is None else best[1]

    def possessor(self, head: int) -> int | None:
        """The actor whose the head noun is, by a possessive ("its soldiers", "the movement's leader")."""
        for child in self.syntax.children(head):
            if self.syntax.dep[child] == "nmod:poss" and child < head:
                if self.syntax.upos[child] == "PRON":
                    return self.antecedent(child)
                return self._at.get(child)
        return None

    def speaks(self, number: int, token: int) -> None:
        """Remember that an actor spoke at ``token``: a later pronoun may mean it."""
        self._speakers.append((token, number))

    def at(self, token: int) -> int | None:
        """The actor that a token is part of a mention of."""
        return self._at.get(token)

    def actors(self) -> tuple[list[Actor], dict[int, str]]:
        """The actors in order of their first mention, and the id of each entry."""
        order = sorted(
            (number for number, entry in enumerate(self.entries) if entry.mentions),
            key=lambda number: min(self.entries[number].mentions),
        )
        ids = {number: f"a{position}" for position, number in enumerate(order, 1)}
        actors = []
        for number in order:
            entry = self.entries[number]
            spans = tuple(sorted({self.syntax.span(tokens) for tokens in entry.mentions}))
            actors.append(Actor(ids[number], entry.name, entry.kind, entry.side, entry.sector, entry.role, spans))
        return actors, ids


def _state_name(match: SideMatch, syntax: Syntax) -> str:
    """A state's usual name, whichever of its names (demonym, capital) was met first."""
    return match.name.name if match.name.kind == "state" else syntax.phrase((match.start, match.end))
