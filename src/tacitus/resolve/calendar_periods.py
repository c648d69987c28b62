"""Periods: a day or days in a row, with their EDTF form (ISO 8601-2:2019, level 1)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tacitus.model import DatePrecision

Part = Literal["early", "middle", "late", "start", "end", "first_half", "second_half", "first_week", "last_week"]
_SEASONS = {"spring": (3, 21), "summer": (6, 22), "autumn": (9, 23)}  # first month, and EDTF's number
_WINTER = "winter"
_YEAR_PARTS = {"early": (1, 3), "middle": (5, 8), "late": (10, 12), "first_half": (1, 6), "second_half": (7, 12)}
_MONTH_PARTS = {"early": (1, 10), "middle": (11, 20), "late": (21, 31), "first_week": (1, 7), "first_half": (1, 15)}
_DECADE_PARTS = {"early": (0, 3), "middle": (4, 6), "late": (7, 9), "first_half": (0, 4), "second_half": (5, 9)}
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Period:
    """From ``start`` to ``end``, both inclusive; an open end is ``None``."""

    start: date
    end: date | None
    edtf: str
    precision: DatePrecision

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.start == self.end


def day(when: date, precision: DatePrecision = "day") -> Period:
    """A single day."""
    return Period(when, when, when.isoformat(), precision)


def days(first: date, last: date, precision: DatePrecision = "interval") -> Period:
    """The days from ``first`` to ``last``, in whichever order they are given."""
    first, last = min(first, last), max(first, last)
    return Period(first, last, f"{first.isoformat()}/{last.isoformat()}", precision)


def night_after(evening: date) -> Period:
    """The night that begins on a day."""
    return days(evening, evening + timedelta(days=1), "part_of_day")


def month(year: int, number: int) -> Period:
    """A calendar month."""
    return Period(
        date(year, number, 1), date(year, number, monthrange(year, number)[1]), f"{year:04}-{number:02}", "month"
    )


def year(number: int) -> Period:
    """A calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31), f"{number:04}", "year")


def decade(first_year: int) -> Period:
    """Ten years from a year that ends in 0."""
    return Period(date(first_year, 1, 1), date(first_year + 9, 12, 31), f"{first_year // 10:03}X", "decade")


def season(name: str, first_year: int) -> Period:
    """A season of the northern half of the earth, by whole months; winter begins in December of ``first_year``."""
    if name == _WINTER:
        last = month(first_year + 1, 2)
        return Period(date(first_year, 12, 1), last.end, f"{first_year:04}-12/{last.edtf}", "season")
    first_month, code = _SEASONS[name]
    return Period(
        date(first_year, first_month, 1), month(first_year, first_month + 2).end, f"{first_year:04}-{code}", "season"
    )


def week_of(when: date) -> Period:
    """The week from Monday to Sunday that holds a day."""
    monday = when - timedelta(days=when.weekday())
    return days(monday, monday + timedelta(days=_WEEK - 1), "week")


def span(first: Period, last: Period) -> Period | None:
    """From the start of one period to the end of another, ``None`` where that runs backwards."""
    if last.end is not None and first.start > last.end:
        return None
    return Period(first.start, last.end, f"{_left_end(first)}/{_right_end(last)}", "interval")


def since(first: Period, until: date | None) -> Period:
    """From the start of a period to a day, or open where that day is unknown or earlier."""
    if until is None or until < first.start:
        return Period(first.start, None, f"{_left_end(first)}/..", "interval")
    if until == first.start:
        return day(until)
    return Period(first.start, until, f"{_left_end(first)}/{until.isoformat()}", "interval")


def _left_end(period: Period) -> str:
    # A decade or a season cannot be an end of an interval in EDTF level 1.
    if period.precision == "decade":
        return f"{period.start.year:04}"
    return period.start.strftime("%Y-%m") if period.precision == "season" else period.edtf.partition("/")[0]


def _right_end(period: Period) -> str:
    if period.end is None:
        return ".."
    if period.precision == "decade":
        return f"{period.end.year:04}"
    return period.end.strftime("%Y-%m") if period.precision == "season" else period.edtf.rpartition("/")[2]


def part_of(period: Period, part: Part) -> Period | None:
    """A part of a month, season, year or decade; ``None`` where the period has no such part.

    Thirds of a month are ten days, "early" and "late" in a year its first and last three months, start and end of any
    period its first and last day.
    """
    if period.end is None:
        return None
    if part == "start":
        return day(period.start)
    if part == "end":
        return day(period.end)
    if part == "last_week":
        return days(period.end - timedelta(days=_WEEK - 1), period.end)
    if period.precision == "month":
        first, last = _MONTH_PARTS.get(part, (16, 31))
        return days(period.start.replace(day=first), period.start.replace(day=min(last, period.end.day)))
    if part == "first_week":
        return days(period.start, period.start + timedelta(days=_WEEK - 1))
    if period.precision == "year":
        first, last = _YEAR_PARTS[part]
        return span(month(period.start.year, first), month(period.start.year, last))
    if period.precision == "decade":
        first, last = _DECADE_PARTS[part]
        return span(year(period.start.year + first), year(period.start.year + last))
    return period if period.precision == "season" else None
