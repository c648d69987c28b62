"""Days and periods counted from another: the Tuesday before, two weeks later, the nearest 5 May."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from tacitus.resolve.calendar_periods import Period, day, days, decade, month, season, week_of, year

Unit = Literal["hour", "day", "night", "week", "weekend", "fortnight", "month", "year", "decade"]
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_HOURS_A_DAY, _WEEK, _MONTHS = 24, 7, 12
_SATURDAY = 5


def weekday_before(anchor: date, number: int, *, strictly: bool = False) -> date:
    """The last day of a weekday (Monday is 0) up to ``anchor``, itself included unless ``strictly``."""
    back = (anchor.weekday() - number) % _WEEK
    return anchor - timedelta(days=_WEEK if strictly and back == 0 else back)


def weekday_after(anchor: date, number: int, *, strictly: bool = False) -> date:
    """The first day of a weekday from ``anchor`` on, itself included unless ``strictly``."""
    ahead = (number - anchor.weekday()) % _WEEK
    return anchor + timedelta(days=_WEEK if strictly and ahead == 0 else ahead)


def day_of_year_near(month_number: int, number: int, anchor: date, *, reach: timedelta) -> date | None:
    """The day and month told without a year: the last one that lies no farther ahead of ``anchor`` than ``reach``.

    ``None`` where no such day exists in the years around.
    """
    found = [
        date(anchor.year + offset, month_number, number)
        for offset in (-1, 0, 1)
        if number <= monthrange(anchor.year + offset, month_number)[1]
    ]
    return max((when for when in found if when <= anchor + reach), default=None)


def month_near(number: int, anchor: date, *, ahead: bool) -> Period:
    """The month told without a year: the last that has begun, or the next where the text looks ``ahead``."""
    offset = 0
    if not ahead and number > anchor.month:
        offset = -1
    if ahead and number < anchor.month:
        offset = 1
    return month(anchor.year + offset, number)


def day_of_month_near(number: int, anchor: date, *, ahead: bool) -> date | None:
    """The day of a month told by its number alone: in the month of ``anchor``, else the one before or after."""
    for offset in (0, 1, -1) if ahead else (0, -1, -2):
        first = add_months(anchor.replace(day=1), offset)
        if number > monthrange(first.year, first.month)[1]:
            continue
        when = first.replace(day=number)
        if when == anchor or (when > anchor) == ahead:
            return when
    return None


def season_near(name: str, anchor: date, *, ahead: bool) -> Period | None:
    """The season told without a year: the last that has begun, or the next that has not ended."""
    found = [season(name, anchor.year + offset) for offset in (-2, -1, 0, 1)]
    if ahead:
        return next((period for period in found if period.end is not None and period.end >= anchor), None)
    return next((period for period in reversed(found) if period.start <= anchor), None)


def add_months(when: date, count: int) -> date:
    """The same day some months on, or the last day of a month too short for it."""
    total = when.year * _MONTHS + when.month - 1 + count
    target, number = divmod(total, _MONTHS)
    return date(target, number + 1, min(when.day, monthrange(target, number + 1)[1]))


def weekend(saturday: date) -> Period:
    """A Saturday with its Sunday."""
    return days(saturday, saturday + timedelta(days=1), "interval")


def unit_around(anchor: date, unit: Unit, offset: int) -> Period | None:
    """The calendar unit that holds a day, or the one ``offset`` units on (minus one: "last week").

    A weekend is that of the week of ``anchor``; the last one before Saturday is that of the week before.
    """
    if unit == "day":
        return day(anchor + timedelta(days=offset))
    if unit == "night":
        return day(anchor + timedelta(days=offset), "part_of_day")
    if unit == "week":
        return week_of(anchor + timedelta(days=_WEEK * offset))
    if unit == "weekend":
        return weekend(week_of(anchor).start + timedelta(days=_SATURDAY + _WEEK * offset))
    if unit == "month":
        when = add_months(anchor.replace(day=1), offset)
        return month(when.year, when.month)
    if unit == "year":
        return year(anchor.year + offset)
    return decade((anchor.year // 10 + offset) * 10) if unit == "decade" else None


def counted_from(anchor: Period, count: int, unit: Unit) -> Period | None:
    """The period ``count`` units after ``anchor`` (before it, if negative), as exact as the unit.

    Days and weeks count from a single day only; months give a month, years and decades a year. Hours that make no
    whole days leave the day as it is.
    """
    if unit == "hour":
        whole = int(count / _HOURS_A_DAY) if count % _HOURS_A_DAY == 0 else 0
        return day(anchor.start + timedelta(days=whole)) if anchor.is_day else None
    if unit in _DAYS:
        return day(anchor.start + timedelta(days=count * _DAYS[unit])) if anchor.is_day else None
    if unit == "month":
        if anchor.end is None or (anchor.start.year, anchor.start.month) != (anchor.end.year, anchor.end.month):
            return None
        when = add_months(anchor.start.replace(day=1), count)
        return month(when.year, when.month)
    if anchor.end is None or anchor.start.year != anchor.end.year:
        return None
    return year(anchor.start.year + count * (10 if unit == "decade" else 1))


def reach(anchor: date, count: int, unit: Unit) -> Period | None:
    """The time from ``anchor`` over so many units, backwards if ``count`` is negative ("over the past two weeks")."""
    if unit == "hour":
        whole = -(-abs(count) // _HOURS_A_DAY) * (1 if count > 0 else -1)
        return days(anchor, anchor + timedelta(days=whole))
    if unit in _DAYS:
        return days(anchor, anchor + timedelta(days=count * _DAYS[unit]))
    months = count * {"month": 1, "year": _MONTHS, "decade": 10 * _MONTHS}[unit]
    return days(anchor, add_months(anchor, months))
