"""Months, years, decades and seasons, whole or in part ("late 2014", "mid-May", "the end of 1991")."""

from __future__ import annotations

from tacitus.extract.date_found import Found, Moment, Resolve, fixed
from tacitus.extract.date_lexicon import date_lexicon
from tacitus.extract.date_numbers import YEARS, YearTold, month_at, year_at, year_tail
from tacitus.extract.date_pointed import read_unit
from tacitus.extract.quantity_words import Words
from tacitus.resolve.calendar_periods import Part, Period, decade, month, part_of, season, span, year
from tacitus.resolve.calendar_relative import month_near, season_near

_DECADE_DIGITS = 4
_CENTURY_OF_SHORT = 1900  # that "the 90s" belong to
_BEFORE_DECADE = ("the", "early", "late", "mid", "-")
_CENTURY = 100
_UNLINKED = ("early", "mid", "late", "end")
_OLDEST_PLAIN = 1500  # of years told without a preposition


def read_spell(words: Words, index: int) -> Found | None:
    """The month, year, decade or season that begins at ``index``, or a part of one."""
    return _portion(words, index) or read_whole(words, index)


def read_whole(words: Words, index: int) -> Found | None:
    """The month, year, decade or season that begins at ``index``."""
    return _month(words, index) or _decade(words, index) or _year(words, index) or _season(words, index)


def _month(words: Words, index: int) -> Found | None:
    periods = date_lexicon().periods
    found = month_at(words, index)
    if found is None or words.at(index - 1) in periods.names_before:
        return None
    told = year_tail(words, found.after, comma=True)
    alone = told.after == found.after
    before = words.at(index - 1 - words.hyphen(index - 1))
    if alone and words.at(index) in periods.wordlike and before not in periods.month_before:
        return None
    if alone and (words.at(found.after) in periods.names_after or _dated(words, found.after)):
        return None
    return Found(index, told.after, "month", _month_period(found.value, told))


def _dated(words: Words, index: int) -> bool:
    """Whether the number after a month could be its day: it counts nothing."""
    return words.digits(index) and words.at(index + 1) not in date_lexicon().periods.counted


def _month_period(number: int, told: YearTold) -> Resolve:
    def resolve(moment: Moment) -> Period | None:
        told_year = told.of(moment)
        if told_year is not None:
            return month(told_year, number)
        if moment.published is None:
            return None
        return month_near(number, moment.published, ahead=moment.looks_ahead)

    return resolve


def _year(words: Words, index: int) -> Found | None:
    periods = date_lexicon().periods
    first = year_at(words, index)
    if first is None or words.at(index - 1) in periods.labels:
        return None
    at = first.after
    if words.hyphen(at) or words.at(at) in ("–", "—", "/"):
        last = _range_end(words, at + 1, first.value)
        if last is not None:
            period = span(year(first.value), year(last))
            return None if period is None else fixed(index, at + 2, period)
    if words.glued(index) and words.at(index - 1) not in ("(", '"', "“", "-", "–"):
        return None
    if words.glued(at) and words.at(at)[:1].isalnum():
        return None
    before = words.at(index - 1)
    if before in periods.year_before or before in ("the", "(", "year", "’", "'", ",", "s") or not before[:1].isalnum():
        return fixed(index, at, year(first.value)) if _years_ago(before, first.value) else None
    return None


def _years_ago(before: str, value: int) -> bool:
    # Away from a preposition round numbers count things more often than they name a year.
    if before in ("in", "since", "during"):
        return True
    return value >= _OLDEST_PLAIN and (value % _CENTURY != 0 or value in (1900, 2000))


def _range_end(words: Words, index: int, first: int) -> int | None:
    """The last year of a range, in full or by its last digits ("1994-96", "2008-2009")."""
    word = words.at(index)
    if not word.isdecimal() or len(word) not in (2, 4):
        return None
    last = int(word) if len(word) == 4 else first - first % _CENTURY + int(word)
    return last if last in YEARS and first < last else None


def _decade(words: Words, index: int) -> Found | None:
    word = words.at(index)
    named = date_lexicon().periods.decades.get(word)
    before = words.at(index - 1)
    if named is not None and before in _BEFORE_DECADE:
        return fixed(index, index + 1, decade(_CENTURY_OF_SHORT + named))
    if not word.isdecimal() or int(word) % 10:
        return None
    after = index + 1 + (words.at(index + 1) in ("'", "’"))
    if words.at(after) != "s" or not words.glued(after):
        return None
    if len(word) == _DECADE_DIGITS and int(word) in YEARS:
        return fixed(index, after + 1, decade(int(word)))
    if len(word) == 2 and before in (*_BEFORE_DECADE, "'", "’", "‘"):
        return fixed(index, after + 1, decade(_CENTURY_OF_SHORT + int(word)))
    return None


def _season(words: Words, index: int) -> Found | None:
    periods = date_lexicon().periods
    name = periods.seasons.get(words.at(index))
    if name is None:
        return None
    at = index + 1 + (words.at(index + 1) in ("of", "in"))
    told = year_at(words, at)
    if told is not None:
        after = told.after
        if words.hyphen(after) and words.at(after + 1).isdecimal():
            after += 2
        # Winter of a year alone is the one that begins in it.
        return fixed(index, after, season(name, told.value))
    before = words.at(index - 1 - (words.at(index - 1) == "the"))
    if before not in ("in", "since", "during", "over") or words.at(index) == "fall":
        return None
    follows_the = words.at(index + 1) in ("and", ",", ".")
    return Found(index, index + 1, "season", _season_period(name)) if follows_the else None


def _season_period(name: str) -> Resolve:
    def resolve(moment: Moment) -> Period | None:
        if moment.published is None:
            return None
        return season_near(name, moment.published, ahead=moment.looks_ahead)

    return resolve


def _portion(words: Words, index: int) -> Found | None:
    """A part of a period: "early July", "mid-1990s", "the end of the month", "the last week of July"."""
    periods = date_lexicon().periods
    word, following = words.at(index), words.at(index + 1)
    part: Part | None = periods.portions.get(word)
    at = index + 1
    if following == "half" and word in periods.halves:
        part, at = periods.halves[word], index + 2
    elif following == "week" and word in periods.weeks:
        part, at = periods.weeks[word], index + 2
    elif following in ("day", "days") and word in periods.days:
        part, at = periods.days[word], index + 2
    elif word in ("spring", "summer"):
        return None
    if part is None:
        return None
    linked = words.at(at) in ("of", "in") or words.hyphen(at) or words.at(at) == "-"
    at += linked
    if not linked and (word not in _UNLINKED or words.at(at) in ("the", "this")):
        return None
    at += words.at(at) in ("the", "this") and words.at(at + 1) not in date_lexicon().links.units
    whole = read_whole(words, at) or read_unit(words, at)
    return None if whole is None else Found(index, whole.after, "interval", _in_part(whole.resolve, part))


def _in_part(resolve_whole: Resolve, part: Part) -> Resolve:
    def resolve(moment: Moment) -> Period | None:
        whole = resolve_whole(moment)
        return None if whole is None else part_of(whole, part)

    return resolve
