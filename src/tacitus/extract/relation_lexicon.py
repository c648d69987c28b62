"""The word lists of ``lexicon/relations.toml``, compiled once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import cast

from tacitus.extract.expressions import Expressions, Forms, all_forms, expressions
from tacitus.extract.inflection import verb_forms
from tacitus.model import RelationKind


@dataclass(frozen=True, slots=True)
class RelationLexicon:
    """What tells how two sides stand to each other.

    ``verbs`` by their forms, ``joined`` participles behind a side and a hyphen, ``nouns`` of one side that are the
    other, ``phrases`` between two sides; ``good`` and ``has`` make "ties with" close, ``bad`` unmake it, ``cutting``
    verbs end it; ``alleging`` verbs above which a relation is only said; ``bodies`` nouns that stand for the side whose
    they are. ``starts`` are all words with which anything listed begins.
    """

    verbs: Mapping[str, RelationKind]
    joined: Mapping[str, RelationKind]
    nouns: Mapping[RelationKind, Expressions]
    phrases: Mapping[RelationKind, Expressions]
    good: frozenset[str]
    bad: frozenset[str]
    has: frozenset[str]
    alleging: frozenset[str]
    bodies: frozenset[str]
    peacekeepers: Expressions
    peacekeeping: Expressions
    forces: frozenset[str]
    land: frozenset[str]
    cutting: frozenset[str]
    starts: frozenset[str]


@cache
def relation_lexicon() -> RelationLexicon:
    """The lexicon, read and compiled at the first call."""
    raw = tomllib.loads(files("tacitus.extract").joinpath("lexicon/relations.toml").read_text(encoding="utf-8"))
    doubled = frozenset(raw["forms"]["doubled"].split())
    forms: Forms = partial(verb_forms, irregular=raw["forms"]["irregular"], doubled=doubled)
    words, peace = raw["words"], raw["peacekeeping"]
    verbs = {
        form: cast(RelationKind, kind) for kind, listed in raw["verbs"].items() for form in all_forms(listed, forms)
    }
    joined = {word: cast(RelationKind, kind) for kind, listed in raw["joined"].items() for word in listed}
    nouns = {cast(RelationKind, kind): expressions(listed) for kind, listed in raw["nouns"].items()}
    phrases = {cast(RelationKind, kind): expressions(listed) for kind, listed in raw["phrases"].items()}
    peacekeepers, peacekeeping = expressions(peace["people"]), expressions(peace["kind"])
    listed = [*nouns.values(), *phrases.values(), peacekeepers, peacekeeping]
    return RelationLexicon(
        verbs=verbs,
        joined=joined,
        nouns=nouns,
        phrases=phrases,
        good=frozenset(words["good"]),
        bad=frozenset(words["bad"]),
        has=frozenset(words["has"]),
        alleging=all_forms(words["alleged"], forms),
        bodies=frozenset(words["bodies"]),
        peacekeepers=peacekeepers,
        peacekeeping=peacekeeping,
        forces=frozenset(peace["forces"]),
        land=frozenset(peace["land"]),
        cutting=all_forms(words["cutting"], forms),
        starts=frozenset((*verbs, *joined, *(word for found in listed for word in found.by_first))),
    )
