"""The tables of ``codebooks.toml``, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from tacitus.model import GroupType

People = Literal["combatants", "civilians", "any"]


@dataclass(frozen=True, slots=True)
class Tables:
    """``people`` tells of each type of group whether it fights, ``row`` which types name the same people.

    ``vague`` has ACLED's number for a vague word, ``vague_word`` finds one, with what it multiplies ("of thousands").
    """

    people: Mapping[GroupType, People]
    row: Mapping[GroupType, int]
    vague: Mapping[str, int]
    vague_word: re.Pattern[str]


@cache
def tables() -> Tables:
    """The tables, read at the first call."""
    raw = tomllib.loads(files("tacitus.codebook").joinpath("codebooks.toml").read_text(encoding="utf-8"))
    people: dict[GroupType, People] = {"any": "any"}
    people.update(dict.fromkeys(raw["people"]["combatants"], "combatants"))
    people.update(dict.fromkeys(raw["people"]["civilians"], "civilians"))
    row = {type: number for number, types in enumerate(raw["people"]["same"]) for type in types}
    vague: dict[str, int] = raw["acled"]["vague"]
    longest_first = sorted(vague, key=len, reverse=True)
    words = "|".join(re.escape(word) for word in longest_first)
    return Tables(people, row, vague, re.compile(rf"\b(?:{words})(?:\s+of\s+(?:{words}))*\b", re.IGNORECASE))
