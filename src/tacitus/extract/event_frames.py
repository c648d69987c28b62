"""Role frames of event predicates and the word classes that they ask for, from ``lexicon/events/frames.toml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Alternatives = tuple[frozenset[str], ...]
"""Roles from the first choice to the last: names of relations, else prepositions."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Where the agents and the recipients of a predicate stand."""

    agent: Alternatives
    recipient: Alternatives


@dataclass(frozen=True, slots=True)
class Frame:
    """The roles of a predicate as a verb and as a noun; in a reciprocal one everybody is an agent."""

    name: str
    reciprocal: bool
    verb: Roles
    noun: Roles


@dataclass(frozen=True, slots=True)
class WordClasses:
    """Named classes of words."""

    named: Mapping[str, frozenset[str]]

    def expand(self, words: str | None) -> frozenset[str] | None:
        """The words of a list in which "@name" stands for a class; ``None`` where there is no list.

        Raises:
            KeyError: there is no class of that name.
        """
        if words is None:
            return None
        found: set[str] = set()
        for word in words.split():
            found |= self.named[word[1:]] if word.startswith("@") else {word}
        return frozenset(found)


def _alternatives(listed: Sequence[str]) -> Alternatives:
    return tuple(frozenset(roles.split()) for roles in listed)


def _roles(table: Mapping[str, Sequence[str]]) -> Roles:
    return Roles(_alternatives(table.get("agent", ())), _alternatives(table.get("recipient", ())))


def read_frames(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, Frame]:
    """The frames of the file by name."""
    return {
        name: Frame(name, bool(table.get("reciprocal", False)), _roles(table.get("verb", {})), _roles(table["noun"]))
        for name, table in tables.items()
    }


def read_classes(tables: Mapping[str, str]) -> WordClasses:
    """The word classes of the file."""
    return WordClasses({name: frozenset(words.split()) for name, words in tables.items()})
