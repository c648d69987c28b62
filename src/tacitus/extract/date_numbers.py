"""Small numbers in dates: days of a month, years, ordinals, counts of units, month names."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.extract.date_found import Moment
from tacitus.extract.date_lexicon import date_lexicon
from tacitus.extract.numerals import read_numeral
from tacitus.extract.quantity_words import Words
from tacitus.resolve.calendar_relative import Unit

_DAYS = range(1, 32)
YEARS = range(1000, 2100)
_YEAR_DIGITS = 4
_LARGEST_COUNT = 1000
_OFFSETS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Value:
    """A number and the token after it."""

    value: int
    after: int


@dataclass(frozen=True, slots=True)
class YearTold:
    """The year that follows a day or month: ``year`` itself, or ``offset`` from that of the publication, or neither."""

    after: int
    year: int | None = None
    offset: int | None = None

    def of(self, moment: Moment) -> int | None:
        """The year where it is told and can be known."""
        if self.offset is None:
            return self.year
        return None if moment.published is None else moment.published.year + self.offset


@dataclass(frozen=True, slots=True)
class Count:
    """A number of units and the token after them."""

    count: int
    unit: Unit
    after: int


def month_at(words: Words, index: int) -> Value | None:
    """The month named there, with the dot of a short form; short forms count only beside a number."""
    if not words.capital(index):
        return None
    periods = date_lexicon().periods
    word = words.at(index)
    number = periods.months.get(word)
    if number is not None:
        return Value(number, index + 1)
    number = periods.short_months.get(word)
    if number is None:
        return None
    after = index + 1 + (words.at(index + 1) == "." and words.glued(index + 1))
    beside = (
        words.digits(after) or words.digits(index - 1) or words.at(index - 1) in date_lexicon().days.ordinal_endings
    )
    return Value(number, after) if beside else None


def day_number(words: Words, index: int) -> Value | None:
    """A day of a month in digits or as an ordinal ("13", "13th", "thirtieth", "twenty-first")."""
    days = date_lexicon().days
    word = words.at(index)
    if word.isdecimal():
        after = index + 1 + (words.glued(index + 1) and words.at(index + 1) in days.ordinal_endings)
        return Value(int(word), after) if len(word) <= 2 and int(word) in _DAYS else None
    return ordinal_at(words, index)


def ordinal_at(words: Words, index: int) -> Value | None:
    """An ordinal ("16th", "sixteenth", "thirty-first") that a day of a month can have."""
    days = date_lexicon().days
    word = words.at(index)
    if word.isdecimal():
        ending = words.glued(index + 1) and words.at(index + 1) in days.ordinal_endings
        return Value(int(word), index + 2) if ending and len(word) <= 2 and int(word) in _DAYS else None
    tens = {"twenty": 20, "thirty": 30}.get(word)
    if tens is not None and words.hyphen(index + 1):
        unit = days.ordinals.get(words.at(index + 2), 0)
        return Value(tens + unit, index + 3) if 0 < unit < 10 and tens + unit in _DAYS else None
    number = days.ordinals.get(word)
    return None if number is None else Value(number, index + 1)


def year_at(words: Words, index: int) -> Value | None:
    """Four digits that can be a year and count nothing."""
    word = words.at(index)
    if len(word) != _YEAR_DIGITS or not word.isdecimal() or int(word) not in YEARS:
        return None
    if words.at(index + 1) in date_lexicon().periods.counted and not _surely_year(words, index):
        return None
    return Value(int(word), index + 1)


def _surely_year(words: Words, index: int) -> bool:
    """Whether a year may stand before a noun that could be counted ("In November 1991 soldiers shot ...")."""
    before = words.at(index - 1)
    if before in date_lexicon().periods.months:
        return True
    return before in ("in", "since", "during") and int(words.at(index)) % 100 != 0


def year_tail(words: Words, index: int, *, comma: bool) -> YearTold:
    """The year after a day or month: ", 2016", "2016", "last year", "of this year"."""
    at = index + (comma and words.at(index) == ",")
    told = year_at(words, at)
    if told is not None:
        return YearTold(told.after, year=told.value)
    at = index + (words.at(index) == "of")
    if words.at(at) in _OFFSETS and words.at(at + 1) == "year":
        return YearTold(at + 2, offset=_OFFSETS[words.at(at)])
    return YearTold(index)


def count_at(words: Words, index: int) -> Count | None:
    """An exact number of units ("two days", "a week", "48 hours", "a fortnight")."""
    units = date_lexicon().links.units
    if words.at(index) in ("a", "an", "one", "half"):
        unit = units.get(words.at(index + 1))
        return None if unit is None or words.at(index) == "half" else Count(1, unit, index + 2)
    numeral = read_numeral(words, index)
    if numeral is None or numeral.form == "vague" or numeral.value > _LARGEST_COUNT:
        return None
    after = numeral.after + words.hyphen(numeral.after)
    unit = units.get(words.at(after))
    return None if unit is None or after > numeral.after else Count(numeral.value, unit, after + 1)
