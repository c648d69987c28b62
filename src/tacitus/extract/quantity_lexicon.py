"""The word lists of ``lexicon/quantities.toml``, compiled once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from tacitus.extract.inflection import with_s

HedgeKind = Literal["exact", "at_least", "more_than", "nearly", "about", "up_to"]
HEDGE_KINDS: tuple[HedgeKind, ...] = get_args(HedgeKind)
Phrases = dict[str, tuple[tuple[tuple[str, ...], HedgeKind], ...]]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The words that make numbers and their values."""

    units: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, int]
    suffixes: Mapping[str, int]
    few: frozenset[str]
    ordinals: frozenset[str]
    fractions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hedging:
    """Hedge phrases, longest first: ``before`` by their last word, ``after`` by their first."""

    before: Phrases
    of_counts: frozenset[str]
    after: Phrases
    counts: frozenset[str]
    intensifiers: frozenset[str]
    between: frozenset[str]
    prepositions: frozenset[str]
    moves: frozenset[str]
    topics: frozenset[str]
    quoted_topics: frozenset[str]
    changes: frozenset[str]
    spans: frozenset[str]


@dataclass(frozen=True, slots=True)
class People:
    """The words for people; ``one`` singular, ``many`` plural, both with the words that stand for people."""

    persons: frozenset[str]
    after_article: frozenset[str]
    one: frozenset[str]
    many: frozenset[str]
    endings: tuple[str, ...]
    exceptions: frozenset[str]
    states: frozenset[str]
    descriptive: frozenset[str]
    demonym_endings: tuple[str, ...]
    age_words: frozenset[str]
    pronouns: frozenset[str]
    casualty: frozenset[str]
    saying: frozenset[str]


@dataclass(frozen=True, slots=True)
class Things:
    """The words for what is not people, and the words that make a number a name, a date, a price.

    ``bodies`` are those among them that are made of people ("brigade", "ministries").
    """

    one: frozenset[str]
    many: frozenset[str]
    bodies: frozenset[str]
    money: frozenset[str]
    percents: frozenset[str]
    clocks: frozenset[str]
    labels: frozenset[str]
    capital_labels: frozenset[str]
    word_labels: frozenset[str]
    months: frozenset[str]
    year_before: frozenset[str]
    currencies: frozenset[str]
    compounds: frozenset[str]
    times_of_day: frozenset[str]


@dataclass(frozen=True, slots=True)
class QuantityLexicon:
    """All word lists that the finding of numbers needs, in lower case."""

    numbers: Numbers
    hedging: Hedging
    people: People
    things: Things
    stop: frozenset[str]
    determiners: frozenset[str]


class _Section:
    """One table of the file, whose strings are lists of words between blanks."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def words(self, *keys: str) -> frozenset[str]:
        return frozenset(word for key in keys for word in str(self._values[key]).split())

    def endings(self, key: str) -> tuple[str, ...]:
        return tuple(str(self._values[key]).split())

    def values(self, key: str) -> dict[str, int]:
        table = self._values[key]
        assert isinstance(table, dict)
        return {str(word): int(value) for word, value in table.items()}

    def phrases(self, key: str) -> list[tuple[str, ...]]:
        listed = self._values[key]
        assert isinstance(listed, list)
        return [tuple(str(phrase).split()) for phrase in listed]


def plural(word: str) -> str:
    """The plural of an English noun, with "-man" made "-men"; else the regular one."""
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("child"):
        return word + "ren"
    if word.endswith(("wife", "life", "knife")):
        return word[:-2] + "ves"
    return with_s(word)


def _plurals(words: Iterable[str]) -> frozenset[str]:
    return frozenset(plural(word) for word in words)


def _grouped(phrases: Iterable[tuple[tuple[str, ...], HedgeKind]], *, by: int) -> Phrases:
    groups: dict[str, list[tuple[tuple[str, ...], HedgeKind]]] = {}
    for phrase, kind in phrases:
        groups.setdefault(phrase[by], []).append((phrase, kind))
    return {key: tuple(sorted(group, key=lambda item: -len(item[0]))) for key, group in groups.items()}


def _numbers(section: _Section) -> Numbers:
    return Numbers(
        units=section.values("units"),
        tens=section.values("tens"),
        scales=section.values("scales"),
        vague=section.values("vague"),
        suffixes=section.values("suffixes"),
        few=section.words("few"),
        ordinals=section.words("ordinals"),
        fractions=section.words("fractions"),
    )


def _hedging(section: _Section) -> Hedging:
    before = [(phrase, kind) for kind in HEDGE_KINDS for phrase in section.phrases(kind)]
    after: list[tuple[tuple[str, ...], HedgeKind]] = []
    for kind in ("about", "at_least", "up_to"):
        after += [(phrase, kind) for phrase in section.phrases(f"after_{kind}")]
    return Hedging(
        before=_grouped(before, by=-1),
        of_counts=frozenset(word for phrase in section.phrases("more_than_of_counts") for word in phrase),
        after=_grouped(after, by=0),
        counts=section.words("counts"),
        intensifiers=section.words("intensifiers"),
        between=section.words("between"),
        prepositions=section.words("prepositions"),
        moves=section.words("moves"),
        topics=section.words("topics"),
        quoted_topics=section.words("quoted_topics"),
        changes=section.words("changes"),
        spans=section.words("spans"),
    )


def _people(section: _Section) -> People:
    persons, standing = section.words("singular"), section.words("standing_for")
    return People(
        persons=persons | _plurals(persons),
        after_article=persons | section.words("standing_for_one"),
        one=persons | standing,
        many=_plurals(persons | standing) | section.words("plural", "standing_for_plural"),
        endings=section.endings("plural_endings"),
        exceptions=section.words("plural_exceptions"),
        states=section.words("states"),
        descriptive=section.words("descriptive"),
        demonym_endings=section.endings("people_endings"),
        age_words=section.words("age_words"),
        pronouns=section.words("pronouns"),
        casualty=section.words("casualty"),
        saying=section.words("saying"),
    )


def _things(section: _Section, labels: _Section, people: People) -> Things:
    kinds = ("durations", "measures", "money", "weapons", "craft", "units", "places", "events", "texts", "goods")
    one = section.words(*kinds) - people.one
    return Things(
        one=one,
        many=(_plurals(one) | section.words("plural")) - people.many,
        bodies=section.words("units") | _plurals(section.words("units")),
        money=section.words("money") | _plurals(section.words("money")),
        percents=section.words("percents"),
        clocks=section.words("clocks"),
        labels=labels.words("always"),
        capital_labels=labels.words("capital"),
        word_labels=labels.words("words"),
        months=labels.words("months"),
        year_before=labels.words("year_before"),
        currencies=labels.words("currencies"),
        compounds=labels.words("compounds"),
        times_of_day=labels.words("times_of_day"),
    )


@cache
def quantity_lexicon() -> QuantityLexicon:
    """The word lists, read and compiled at the first call."""
    raw = tomllib.loads(files("tacitus.extract").joinpath("lexicon/quantities.toml").read_text(encoding="utf-8"))
    people, phrase = _people(_Section(raw["people"])), _Section(raw["phrase"])
    return QuantityLexicon(
        numbers=_numbers(_Section(raw["numerals"])),
        hedging=_hedging(_Section(raw["hedges"])),
        people=people,
        things=_things(_Section(raw["things"]), _Section(raw["labels"]), people),
        stop=phrase.words("stop"),
        determiners=phrase.words("determiners"),
    )
