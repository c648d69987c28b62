"""The word lists of ``lexicon/dates.toml``, compiled once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from tacitus.resolve.calendar_periods import Part
from tacitus.resolve.calendar_relative import Unit

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class DayWords:
    """Weekdays (Monday is 0), parts of a day, ordinals, days counted from today, feasts by their first word."""

    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    not_after: Words
    not_before: Words
    parts: Words
    alone: Words
    alone_before: Words
    in_the: Words
    prayers: Words
    ordinals: Mapping[str, int]
    ordinal_endings: Words
    ordinals_before: Words
    ordinals_follow: Words
    deictic: Mapping[str, int]
    feasts: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    no_feast: Words


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """Months, years, decades, seasons and their parts."""

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    wordlike: Words
    month_before: Words
    names_after: Words
    names_before: Words
    year_before: Words
    counted: Words
    labels: Words
    decades: Mapping[str, int]
    seasons: Mapping[str, str]
    portions: Mapping[str, Part]
    halves: Mapping[str, Part]
    weeks: Mapping[str, Part]
    days: Mapping[str, Part]


@dataclass(frozen=True, slots=True)
class ClockWords:
    """Hours, zones and what stands before them."""

    before: Words
    am: Words
    pm: Words
    hours: Words
    named: Mapping[str, int]
    afternoon: Words
    zones: Mapping[str, str]
    cities: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LinkWords:
    """Units and the words that count with them, join two dates, or look ahead."""

    units: Mapping[str, Unit]
    past: Words
    next: Words
    this: Words
    later: Words
    earlier: Words
    to_now: Words
    to_come: Words
    since: Words
    strong: Words
    weak: Words
    coming: Words
    predicates: Words
    deadlines: Words
    open_clauses: Words


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """All words that the finding of dates needs, in lower case."""

    days: DayWords
    periods: PeriodWords
    clock: ClockWords
    links: LinkWords


def without_possessive(word: str) -> str:
    """A word without its possessive ending ("Friday's")."""
    return word[:-2] if word[-2:] in ("'s", "’s") and len(word) > 2 else word


def _words(text: str) -> Words:
    return frozenset(text.split())


def _numbered(text: str, first: int) -> dict[str, int]:
    return {word: number for number, word in enumerate(text.split(), first)}


def _feasts(names: Mapping[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Each feast's words with its meaning by their first word, the longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, meaning in names.items():
        words = tuple(without_possessive(word) for word in name.replace("-", " - ").split())
        by_first.setdefault(words[0], []).append((words, meaning))
    return {first: tuple(sorted(items, key=lambda item: -len(item[0]))) for first, items in by_first.items()}


def _days(data: Mapping[str, Any]) -> DayWords:
    weekdays, parts, ordinals = data["weekdays"], data["parts"], data["ordinals"]
    return DayWords(
        weekdays=_numbered(weekdays["names"], 0),
        short_weekdays=weekdays["short"],
        not_after=_words(weekdays["not_after"]),
        not_before=_words(weekdays["not_before"]),
        parts=_words(parts["day"]),
        alone=_words(parts["alone"]),
        alone_before=_words(parts["alone_before"]),
        in_the=_words(parts["in_the"]),
        prayers=_words(parts["prayers"]),
        ordinals=ordinals["words"],
        ordinal_endings=_words(ordinals["endings"]),
        ordinals_before=_words(ordinals["before"]),
        ordinals_follow=_words(ordinals["followed_by"]),
        deictic=data["deictic"]["today"],
        feasts=_feasts(data["feasts"]["names"]),
        no_feast=_words(data["feasts"]["not_before"]),
    )


def _portions(values: Mapping[str, str]) -> dict[str, Part]:
    known = {part: part for part in get_args(Part)}
    return {word: known[value] for word, value in values.items()}


def _periods(data: Mapping[str, Any]) -> PeriodWords:
    months, years, portions = data["months"], data["years"], data["portions"]
    return PeriodWords(
        months=_numbered(months["names"], 1),
        short_months=months["short"],
        wordlike=_words(months["words"]),
        month_before=_words(months["before"]),
        names_after=_words(months["names_after"]),
        names_before=_words(months["names_before"]),
        year_before=_words(years["before"]),
        counted=_words(years["counted"]),
        labels=_words(years["labels"]),
        decades=data["decades"]["words"],
        seasons=data["seasons"]["names"],
        portions=_portions(portions["words"]),
        halves=_portions(portions["halves"]),
        weeks=_portions(portions["weeks"]),
        days=_portions(portions["days"]),
    )


def _clock(data: Mapping[str, Any]) -> ClockWords:
    clock, parts, zones = data["clock"], data["parts"], data["zones"]
    return ClockWords(
        before=_words(clock["before"]),
        am=_words(clock["am"]),
        pm=_words(clock["pm"]),
        hours=_words(clock["hours"]),
        named=parts["hours"],
        afternoon=_words(parts["afternoon"]),
        zones=zones["words"],
        cities=zones["cities"],
    )


def _links(data: Mapping[str, Any]) -> LinkWords:
    known = {unit: unit for unit in get_args(Unit)}
    units, links, ahead = data["units"], data["links"], data["ahead"]
    lists = {key: _words(units[key]) for key in ("past", "next", "this", "later", "earlier", "to_now", "to_come")}
    lists |= {key: _words(text) for table in (links, ahead) for key, text in table.items()}
    return LinkWords(units={word: known[unit] for word, unit in units["forms"].items()}, **lists)


@cache
def date_lexicon() -> DateLexicon:
    """The compiled lists.

    Raises:
        KeyError: the data file lacks a list, or names a part or unit that does not exist.
    """
    source = files("tacitus.extract").joinpath("lexicon/dates.toml").read_text(encoding="utf-8")
    data = tomllib.loads(source)
    return DateLexicon(_days(data), _periods(data), _clock(data), _links(data))
