"""The word lists of ``lexicon/figures.toml``, compiled once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tacitus.extract.inflection import verb_forms
from tacitus.model import FIGURE_KINDS, GROUP_TYPES, FigureKind, GroupType

Kinds = Mapping[str, FigureKind]
"""What kind each word form tells."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verb forms by what they tell of the people they are done to, or who do it."""

    patient: Kinds
    subject: Kinds
    weak_patient: Kinds
    weak_subject: Kinds
    weak_types: Mapping[FigureKind, frozenset[str]]


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    """All word lists that the rules of figures need, in lower case.

    ``certain`` and ``soft`` name people by what happened to them, ``there`` by where they are; ``beside`` decides what
    a verb means; ``tolls`` are nouns and ``counting`` verbs that tell of a number, ``standing`` what stands for people
    named before, ``speech`` what sources do, ``carrying`` the verbs whose complement tells. ``groups`` are nouns for
    people and ``before`` words before them, ``anybody`` tells nothing of who they are, ``sources`` are rather quoted
    than counted. ``owning`` and ``admitting`` verbs, ``losses``, ``enemies`` and ``foes`` tell whose they are.
    ``wars``, ``periods``, ``months`` and ``news`` tell of time.
    """

    verbs: Verbs
    certain: Kinds
    soft: Kinds
    there: Kinds
    beside: Kinds
    tolls: Kinds
    standing: frozenset[str]
    counting: frozenset[str]
    speech: frozenset[str]
    carrying: frozenset[str]
    groups: Mapping[str, GroupType]
    before: Mapping[str, GroupType]
    anybody: frozenset[str]
    sources: frozenset[str]
    owning: frozenset[str]
    admitting: frozenset[str]
    losses: frozenset[str]
    enemies: frozenset[str]
    foes: frozenset[str]
    wars: frozenset[str]
    periods: frozenset[str]
    news: frozenset[str]
    months: frozenset[str]


def _words(table: Mapping[str, Any], key: str) -> list[str]:
    return str(table.get(key, "")).split()


def _kinds(table: Mapping[str, Any]) -> dict[str, FigureKind]:
    """The kind of each word of a table that lists words by kind."""
    return {word: kind for kind in FIGURE_KINDS for word in _words(table, kind)}


@dataclass(frozen=True, slots=True)
class _Inflector:
    irregular: Mapping[str, str]
    doubled: frozenset[str]

    def forms(self, lemmas: Iterable[str]) -> frozenset[str]:
        return frozenset(
            form for lemma in lemmas for form in verb_forms(lemma, irregular=self.irregular, doubled=self.doubled)
        )

    def kinds(self, tables: Mapping[str, Mapping[str, Any]], key: str) -> dict[str, FigureKind]:
        return {form: kind for kind in FIGURE_KINDS if kind in tables for form in self.forms(_words(tables[kind], key))}


@cache
def figure_lexicon() -> FigureLexicon:
    """The word lists, read and compiled at the first call."""
    raw = tomllib.loads(files("tacitus.extract").joinpath("lexicon/figures.toml").read_text(encoding="utf-8"))
    inflect = _Inflector(raw["irregular"], frozenset(_words(raw["doubled"], "words")))
    verbs, counts, groups, background = raw["verbs"], raw["counts"], raw["groups"], raw["background"]
    owners = raw["owners"]
    return FigureLexicon(
        verbs=Verbs(
            inflect.kinds(verbs, "patient"),
            inflect.kinds(verbs, "subject"),
            inflect.kinds(verbs, "weak_patient"),
            inflect.kinds(verbs, "weak_subject"),
            {kind: frozenset(_words(raw["weak"], kind)) for kind in FIGURE_KINDS},
        ),
        certain=_kinds(raw["words"]["certain"]),
        soft=_kinds(raw["words"]["soft"]),
        there=_kinds(raw["words"]["there"]),
        beside=_kinds(raw["beside"]),
        tolls=_kinds(raw["counts"]["tolls"]),
        standing=frozenset(_words(counts, "standing")),
        counting=inflect.forms(_words(counts, "verbs")),
        speech=inflect.forms(_words(counts, "speech")),
        carrying=inflect.forms(_words(counts, "carrying")),
        groups={word: kind for kind in GROUP_TYPES for word in _words(groups, kind)},
        before={word: kind for kind in GROUP_TYPES for word in _words(groups["before"], kind)},
        anybody=frozenset(_words(groups, "anybody")),
        sources=frozenset(_words(groups, "sources")),
        owning=inflect.forms(_words(owners, "owning")),
        admitting=inflect.forms(_words(owners, "admitting")),
        losses=frozenset(_words(owners, "losses")),
        enemies=frozenset(_words(owners, "enemies")),
        foes=frozenset(_words(owners, "foes")),
        wars=frozenset(_words(background, "wars")),
        periods=frozenset(_words(background, "periods")),
        news=frozenset(_words(background, "news")),
        months=frozenset(_words(background, "months")),
    )
