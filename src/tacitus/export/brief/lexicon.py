"""The words of a brief, read from ``words.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tacitus.model import GroupType, RelationKind, Stance
from tacitus.model.event import EventType
from tacitus.model.incident import Grade, TruceStatus


@dataclass(frozen=True, slots=True)
class People:
    """What people of a group type are called; ``group_one`` and ``group_more`` those of an armed group."""

    one: str
    more: str
    group_one: str
    group_more: str


@dataclass(frozen=True, slots=True)
class BriefWords:
    """All words that a brief brings of its own, by the value that they stand for.

    ``spoken`` has, by stance and then by how the words of a report begin, how the verb takes them in.
    """

    stances: dict[Stance, str]
    spoken: dict[str, dict[str, str]]
    people: dict[GroupType, People]
    vague: dict[str, int]
    happenings: dict[EventType, str]
    grades: dict[Grade, str]
    truce: dict[TruceStatus, str]
    relations: dict[RelationKind, str]
    relations_of_several: dict[RelationKind, str]
    the_states: frozenset[str]
    the_initials: frozenset[str]
    the_heads: frozenset[str]
    plural_heads: frozenset[str]


@cache
def brief_words() -> BriefWords:
    """The words, read once."""
    text = files("tacitus.export.brief").joinpath("words.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    return BriefWords(
        stances=data["stances"],
        spoken=data["spoken"],
        people={kind: _people(**forms) for kind, forms in data["people"].items()},
        vague=data["vague"],
        happenings=data["happenings"],
        grades=data["grades"],
        truce=data["truce"],
        relations=data["relations"],
        relations_of_several=data["relations_of_several"],
        the_states=frozenset(data["articles"]["states"]),
        the_initials=frozenset(data["articles"]["initials"]),
        the_heads=frozenset(data["articles"]["heads"]),
        plural_heads=frozenset(data["plural"]["heads"]),
    )


def _people(one: str, more: str, group_one: str | None = None, group_more: str | None = None) -> People:
    return People(one, more, group_one or one, group_more or more)
