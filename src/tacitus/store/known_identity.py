"""What an actor of a report is known by in other reports; nothing for those who are described and not named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tacitus.model import ActorKind
from tacitus.resolve.roles import role_of
from tacitus.resolve.sides import side_lexicon
from tacitus.resolve.state_names import state_name
from tacitus.store.known_words import known_words, person_words, plain_words

KnownKind = Literal["person", "body", "state"]
Sphere = Literal["public", "civilian"]

_TOKEN = re.compile(r"[’']s\b|\w+(?:[-’']\w+)*|[^\w\s]")
LEADING = frozenset(("the", "its", "their", "his", "her", "our"))
"""What stands before the words for a body and is no part of its name."""
_INDEFINITE = frozenset(("a", "an", "any", "another", "each", "every", "some", "no", "both", "either", "neither"))
_LINKS = frozenset(("of", "for", "and", "the", "to"))
_ENDS = frozenset(("in", "at", "on", "near", "from", "by", "with", "under", ",", ";", "(", "who", "which", "that"))
_PLACED = frozenset(("in", "at", "on", "near", "from"))
_STATE = ("state", "demonym")
_SEATED = ("state", "capital", "seat")


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells actors apart: kind, the name's words in one spelling (of a state its side), side, sphere and office.

    ``sphere`` and ``office`` are of persons: whether they are named in an office or as civilians, and in which one.
    What is ``None`` is not told.
    """

    kind: KnownKind
    words: tuple[str, ...]
    side: str | None
    sphere: Sphere | None = None
    office: str | None = None

    @property
    def block(self) -> str:
        """Only identities of one block can be one actor's: persons of one surname, else of the same words."""
        words = self.words[-1:] if self.kind == "person" else self.words
        return f"{self.kind} {' '.join(words)}"


def identity(name: str, kind: ActorKind, *, side: str | None, sector: str | None, role: str | None) -> Identity | None:
    """What an actor is known by; ``None`` for a people, and for whom a report only describes ("a resident").

    Of the bodies that a description names, those count of which a state has one ("Russia's defence ministry", but no
    ministry in a town that is not its capital), and those whose description is a name in capitals. A lone surname
    needs a side and an office beside it.
    """
    described = role is not None and name == role
    match kind:
        case "state":
            return None if side is None or described else Identity("state", (side,), side)
        case "population":
            return None
        case "person":
            return None if described else _person(name, side=side, sector=sector, role=role)
        case "organization" | "group":
            words = _described_body(name, side) if described else _body(name)
            return None if words is None else Identity("body", words, side)


def _person(name: str, *, side: str | None, sector: str | None, role: str | None) -> Identity | None:
    told = name.split()
    if not told or not _is_name(told[0]) or not _is_name(told[-1]):
        return None
    words, office = person_words(name), _office(role)
    if len(words) == 1 and (side is None or office is None):
        return None
    return Identity("person", words, side, _sphere(sector), office)


def _is_name(word: str) -> bool:
    return any(letter.isupper() for letter in word) and not any(letter.isdigit() for letter in word)


def _sphere(sector: str | None) -> Sphere | None:
    known = known_words()
    if sector in known.civilian:
        return "civilian"
    return "public" if sector in known.public else None


def _office(role: str | None) -> str | None:
    """The first noun of a role that names a person by what he or she does."""
    words = plain_words(role or "").split()
    for at, word in enumerate(words):
        for noun in (" ".join(words[at : at + 2]), word):
            found = role_of(noun)
            if found is not None and not found.body:
                return noun
    return None


def _body(name: str) -> tuple[str, ...] | None:
    words = name.split()
    if not words or not any(letter.isupper() or letter.isdigit() for letter in words[-1]):
        return None
    plain = plain_words(name.translate(known_words().letters)).split()
    return tuple(plain[1:] if plain[:1] == ["the"] and len(plain) > 1 else plain) or None


def _described_body(phrase: str, side: str | None) -> tuple[str, ...] | None:
    if side is None or phrase.split()[0].casefold() in _INDEFINITE:
        return None
    words, behind = _without_side(phrase, side)
    body = known_words().bodies.get(plain_words(" ".join(words)))
    if body is not None:
        only = state_name(side) is not None and _is_seat(behind, side)
        return tuple(body.split()) if only else None
    name = [word for word in words if word not in _LINKS]
    if len(name) < 2 or not all(word[:1].isupper() for word in name):
        return None
    return tuple(plain_words(" ".join(words)).split()) or None


def _is_seat(behind: list[str], side: str) -> bool:
    """Whether what follows the words for a body leaves it the state's own."""
    if not behind or behind[0].casefold() not in _PLACED:
        return True
    found = side_lexicon().lookup(" ".join(behind[1:]))
    return found is not None and found.side == side and found.kind in _SEATED


def _without_side(phrase: str, side: str) -> tuple[list[str], list[str]]:
    """The words that name the body itself, without its side's names and what stands before it; and what follows."""
    tokens = _TOKEN.findall(phrase)
    named = {
        at
        for start, end, found in side_lexicon().find(tokens)
        if found.side == side and found.kind in _STATE
        for at in range(start, end)
    }
    words: list[str] = []
    behind: list[str] = []
    for at, token in enumerate(tokens):
        if at in named or token in ("'s", "’s") or (not words and token.casefold() in LEADING):
            continue
        if token.casefold() in _ENDS:
            behind = tokens[at:]
            break
        words.append(token)
    while words and words[-1] in _LINKS:
        words.pop()
    return words, behind
