"""Actors without a name of their own: bodies and people by description ("the ministry", "two residents of Goris")."""

from __future__ import annotations

from dataclasses import replace

from tacitus.language.reading import Reading
from tacitus.model import ActorKind
from tacitus.resolve.belonging import SideMatch, Sides, told_side
from tacitus.resolve.entries import Entries, Entry
from tacitus.resolve.members import Members
from tacitus.resolve.phrases import left_edge, role_in
from tacitus.resolve.pronouns import Pronouns
from tacitus.resolve.roles import Role
from tacitus.resolve.side_features import Asked, noun_context
from tacitus.resolve.side_ranker import rank_sides
from tacitus.resolve.syntax import Range, Syntax
from tacitus.resolve.together import Together, phrase_of, together_at

_SEVERAL = frozenset(("both", "each", "either", "neither"))
_DOCUMENTS = frozenset(
    "statement communique communiqué text posting post message letter account broadcast bulletin leaflet note website"
    " declaration announcement release tweet".split()
)
_DEFINITE = frozenset(("the", "its", "their", "his", "her", "both", "that", "this"))


class Descriptions:
    """The described actors of one report, put among its entries."""

    def __init__(
        self, syntax: Syntax, reading: Reading | None, sides: Sides, pronouns: Pronouns, members: Members
    ) -> None:
        self.syntax, self.reading, self.sides, self.pronouns = syntax, reading, sides, pronouns
        self.members = members
        self.entries: Entries = pronouns.entries

    def resolve(self, tokens: Range, head: int) -> int:
        """The number of the actor that a description means; one met before where it is definite and tells no side."""
        syntax = self.syntax
        whole = (min(tokens[0], left_edge(syntax, head)), tokens[1])
        together = together_at(syntax, self.sides, head)
        if together is not None:
            return self.entries.mention(self._several(head, together), tokens)
        told = told_side(syntax, self.sides, whole, head)
        definite = syntax.lower[whole[0]] in _DEFINITE
        known = self._known(head, definite=definite) if told is None else None
        if known is not None:
            return self.entries.mention(known, tokens)
        return self.entries.mention(self.entries.put(self._entry(whole, head, told, definite=definite)), tokens)

    def _known(self, head: int, *, definite: bool) -> int | None:
        """Who is meant by a statement (its issuer), or by a definite noun (who was called so before)."""
        noun = self.syntax.lower[head]
        if noun in _DOCUMENTS:
            owner = self.pronouns.possessor(head)
            return owner if owner is not None else self.pronouns.last_speaker(head)
        known = self.entries.last_called(noun, before=head) if definite else None
        owner = self.pronouns.possessor(head) if known is not None else None
        sides = {self.entries.all[number].side for number in (known, owner) if number is not None} - {None}
        return known if len(sides) < 2 else None  # "its soldiers" are not those of another told of before

    def _several(self, head: int, together: Together) -> int:
        """The actor that is several: its members have sides, it has none."""
        syntax = self.syntax
        tokens = phrase_of(syntax, head, together)
        role = role_in(syntax, (max(tokens[0], head - 1), head + 1))
        phrase = syntax.phrase(tokens)
        kind: ActorKind = "organization" if role is not None and role.body else "population"
        sector = role.sector if role is not None and role.home else None
        entry = Entry(("together",), phrase, kind, None, sector, phrase, plural=True)
        return self.members.put(entry, together, head)

    def _entry(self, whole: Range, head: int, told: SideMatch | None, *, definite: bool) -> Entry:
        syntax, noun = self.syntax, self.syntax.lower[head]
        role = role_in(syntax, (max(whole[0], head - 1), head + 1)) or role_in(syntax, whole)
        side, asked = self._side(head, told, role)
        certain = role is not None and role.home and role.body
        sector = role.sector if role is not None else None
        if told is not None and told.name.sector and (sector is None or told.name.kind in ("group", "organization")):
            sector = told.name.sector
        phrase = syntax.phrase(whole)
        plural = syntax.upos[head] == "NOUN" and noun.endswith("s") and not noun.endswith("ss")
        kind: ActorKind = "organization" if role is not None and role.body else "population" if plural else "person"
        shared = definite or side is not None
        key = ("described", noun, side or phrase.casefold()) if shared else ("described", phrase.casefold(), str(head))
        return Entry(key, phrase, kind, side, sector, phrase, plural=plural, asked=asked, certain=certain)

    def _side(self, head: int, told: SideMatch | None, role: Role | None) -> tuple[str | None, Asked | None]:
        """The side of a description by its own words, by its owner, else the likeliest; and how that was asked."""
        if told is not None:
            return told.name.side, None
        if any(self.syntax.lower[child] in _SEVERAL for child in self.syntax.children(head)):
            return None, None  # "both sides", "each army": of more than one side
        owner = self.pronouns.possessor(head)
        if owner is not None:
            return self.entries.all[owner].side, None
        asked = Asked(head, (role.sector if role is not None else "other", noun_context(self.syntax.lower[head])))
        last = self.pronouns.last_speaker(head)
        if last is not None:
            asked = replace(asked, last_speaker=self.entries.all[last].side)
        official = role is not None and role.home and role.body
        return rank_sides("speaker", self.syntax, self.sides, self.reading, asked, certain=official)[0], asked
