"""The word lists of ``lexicon/territory.toml``, compiled once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import Literal, get_args

from tacitus.extract.expressions import Expressions, Forms, all_forms, expressions
from tacitus.extract.inflection import verb_forms

Hold = Literal["recognised", "populated", "controlled", "claimed"]
HOLDS: tuple[Hold, ...] = get_args(Hold)


@dataclass(frozen=True, slots=True)
class TerritoryLexicon:
    """What tells whose a place is.

    ``told_of`` are words between a place and a side, ``joined`` participles behind a side and a hyphen, ``verbs`` those
    whose object is the place; ``breakaway`` and ``land`` describe and name land, ``past`` tells that it was so once.
    ``starts`` are all words with which anything listed begins.
    """

    told_of: Mapping[Hold, Expressions]
    joined: Mapping[str, Hold]
    verbs: Mapping[str, Hold]
    breakaway: frozenset[str]
    breakaway_land: frozenset[str]
    land: frozenset[str]
    past: frozenset[str]
    negations: frozenset[str]
    light: frozenset[str]
    starts: frozenset[str]


@cache
def territory_lexicon() -> TerritoryLexicon:
    """The lexicon, read and compiled at the first call."""
    raw = tomllib.loads(files("tacitus.extract").joinpath("lexicon/territory.toml").read_text(encoding="utf-8"))
    doubled = frozenset(raw["forms"]["doubled"].split())
    forms: Forms = partial(verb_forms, irregular=raw["forms"]["irregular"], doubled=doubled)
    told_of = {hold: expressions(raw["told_of"][hold]) for hold in HOLDS}
    joined = {word: hold for hold in HOLDS for word in raw["joined"].get(hold, [])}
    verbs = {form: hold for hold in HOLDS for form in all_forms(raw["verbs"].get(hold, []), forms)}
    breakaway = frozenset(raw["breakaway"]["adjectives"])
    return TerritoryLexicon(
        told_of=told_of,
        joined=joined,
        verbs=verbs,
        breakaway=breakaway,
        breakaway_land=frozenset(raw["breakaway"]["nouns"]),
        land=frozenset(raw["words"]["land"]),
        past=frozenset(raw["words"]["past"]),
        negations=frozenset(raw["words"]["negations"]),
        light=frozenset(raw["words"]["light"]),
        starts=frozenset(word for found in told_of.values() for word in found.by_first) | {*joined, *verbs} | breakaway,
    )
