"""Days named by weekday, by number and month, by a feast, or counted from today."""

from __future__ import annotations

from datetime import date, timedelta

from tacitus.extract.date_found import Found, Moment, Resolve, fixed
from tacitus.extract.date_lexicon import date_lexicon
from tacitus.extract.date_numbers import YearTold, day_number, month_at, ordinal_at, year_tail
from tacitus.extract.quantity_words import Words
from tacitus.model import DatePrecision
from tacitus.resolve.calendar_feasts import feast_in, feast_near
from tacitus.resolve.calendar_periods import Period, day, span, week_of
from tacitus.resolve.calendar_relative import day_of_month_near, day_of_year_near, weekday_after, weekday_before

_JOINS = ("to", "and", "or", "until", "through")
_ISO_TOKENS = 5
_SOON, _HALF_A_YEAR = timedelta(days=60), timedelta(days=183)


def read_day(words: Words, index: int) -> Found | None:
    """The day named from token ``index`` on, with the part of the day and the year that follow it."""
    return (
        _weekday(words, index)
        or _day_and_month(words, index)
        or _month_and_day(words, index)
        or _numeric(words, index)
        or _deictic(words, index)
        or _feast(words, index)
        or _day_of_month(words, index)
    )


def part_after(words: Words, index: int) -> int:
    """The token after a part of a day that stands at ``index`` ("morning", "night"), else ``index``."""
    days = date_lexicon().days
    at = index + (words.at(index) in ("early", "late"))
    if words.at(at) in days.parts and words.at(at + 1) not in days.not_before:
        return at + 1
    prayed = words.at(index) == "noon" or words.at(index) in days.prayers
    return index + 1 if prayed else index


def _precision(after: int, base: int) -> DatePrecision:
    return "part_of_day" if after > base else "day"


def _weekday(words: Words, index: int) -> Found | None:
    days = date_lexicon().days
    word = words.at(index)
    if not words.capital(index):
        return None
    if word in days.short_weekdays:
        at = index + 1 + (words.at(index + 1) == ".")
        dated = _date_after(words, at)
        return None if dated is None else dated.widened(first=index)
    number = days.weekdays.get(word)
    if number is None or words.at(index - 1) in days.not_after or words.at(index + 1) in days.not_before:
        return None
    dated = _date_after(words, index + 1)
    if dated is not None:
        return dated.widened(first=index)
    after = part_after(words, index + 1)
    week = _week_after(words, after)
    if week is not None:
        return Found(index, week[0], _precision(after, index + 1), _in_week(number, week[1]))
    return Found(index, after, _precision(after, index + 1), _near(number, _precision(after, index + 1)))


def _date_after(words: Words, index: int) -> Found | None:
    """The date that follows a weekday ("Sunday, the thirtieth of July")."""
    at = index + (words.at(index) == ",")
    at += words.at(at) == "the"
    return _day_and_month(words, at) or _month_and_day(words, at)


def _week_after(words: Words, index: int) -> tuple[int, int] | None:
    """The token after "last week" or "of this week" that follows a weekday, and its distance in weeks."""
    at = index + (words.at(index) == "of")
    offset = {"last": -1, "this": 0, "next": 1}.get(words.at(at))
    return None if offset is None or words.at(at + 1) != "week" else (at + 2, offset)


def _in_week(number: int, offset: int) -> Resolve:
    def resolve(moment: Moment) -> Period | None:
        if moment.published is None:
            return None
        return day(week_of(moment.published + timedelta(days=7 * offset)).start + timedelta(days=number))

    return resolve


def _near(number: int, precision: DatePrecision) -> Resolve:
    def resolve(moment: Moment) -> Period | None:
        if moment.published is None:
            return None
        start = moment.start_ahead
        if start is None:
            return day(weekday_before(moment.published, number), precision)
        return day(weekday_after(start, number), precision)

    return resolve


def _reach(moment: Moment) -> timedelta:
    """How far ahead of publication a day without a year may lie.

    Writers add the year to a day that lies many months back, so that one within the next two months is meant as coming
    even where no word says so.
    """
    if moment.ahead == "never":
        return timedelta(0)
    return _HALF_A_YEAR if moment.looks_ahead else _SOON


def dated(month: int, number: int, told: YearTold, precision: DatePrecision = "day") -> Resolve:
    """How a day and month are resolved, with the year told or the nearest that fits."""

    def resolve(moment: Moment) -> Period | None:
        year = told.of(moment)
        if year is not None:
            return _day_of(year, month, number, precision)
        if moment.published is None or told.offset is not None:
            return None
        when = day_of_year_near(month, number, moment.published, reach=_reach(moment))
        return None if when is None else day(when, precision)

    return resolve


def _day_of(year: int, month: int, number: int, precision: DatePrecision) -> Period | None:
    try:
        return day(date(year, month, number), precision)
    except ValueError:
        return None


def _named(words: Words, after: int) -> bool:
    """Whether a date is only the name of a brigade, a movement, a square."""
    return words.capital(after) and words.at(after) in date_lexicon().periods.names_after


def _day_and_month(words: Words, index: int) -> Found | None:
    """Such as "13 September", "13th of September 2022", "3 and 10 February", "13-14 September"."""
    first = day_number(words, index)
    if first is None or (words.at(index - 1) in (".", ",", "/") and words.glued(index)):
        return None
    last, at = first, first.after
    if words.at(at) in _JOINS or words.hyphen(at) or words.at(at) in "–—":
        second = day_number(words, at + 1 + (words.at(at + 1) == "the"))
        last, at = (second, second.after) if second is not None else (first, at)
    month = month_at(words, at + (words.at(at) in ("of", "-") and not words.capital(at)))
    if month is None or _named(words, month.after):
        return None
    told = year_tail(words, month.after, comma=True)
    after = part_after(words, told.after)
    return _of_days(index, after, (month.value, first.value, last.value), told, _precision(after, told.after))


def _month_and_day(words: Words, index: int) -> Found | None:
    """Such as "September 13", "Sept. 13, 2022", "May 6-7", "May 7 and 10"."""
    month = month_at(words, index)
    if month is None or words.at(index - 1) in date_lexicon().periods.names_before:
        return None
    at = month.after + (words.at(month.after) == "the")
    first = day_number(words, at)
    counted = date_lexicon().periods.counted
    if first is None or words.at(first.after) in counted or _named(words, first.after):
        return None
    last, at = first, first.after
    if words.hyphen(at) or words.at(at) in ("–", "—", "and", "to"):
        second = day_number(words, at + 1)
        if second is not None and second.value > first.value and not _counts(words, second.after):
            last, at = second, second.after
    told = year_tail(words, at, comma=True)
    after = part_after(words, told.after)
    return _of_days(index, after, (month.value, first.value, last.value), told, _precision(after, told.after))


def _counts(words: Words, after: int) -> bool:
    return words.at(after) in date_lexicon().periods.counted or month_at(words, after) is not None


def _of_days(
    first: int, after: int, month_days: tuple[int, int, int], told: YearTold, precision: DatePrecision
) -> Found:
    month, start, end = month_days
    if start == end:
        return Found(first, after, precision, dated(month, start, told, precision))

    def resolve(moment: Moment) -> Period | None:
        last = dated(month, end, told)(moment)
        begin = None if last is None else _day_of(last.start.year, month, start, "day")
        return None if last is None or begin is None else span(begin, last)

    return Found(first, after, "interval", resolve)


def _numeric(words: Words, index: int) -> Found | None:
    """Such as "2022-09-13", "13.09.2022", "13/9/2022"; none where day and month could be either way."""
    if not words.digits(index):
        return None
    token = words.at(index)
    parts, after = token.split("."), index + 1
    if words.at(index + 1) in ("-", "/") and words.at(index + 3) == words.at(index + 1):
        parts, after = [words.at(index), words.at(index + 2), words.at(index + 4)], index + _ISO_TOKENS
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    year_first = len(parts[0]) == 4
    if not year_first and len(parts[2]) != 4:
        return None
    year, numbers = (parts[0], parts[1:]) if year_first else (parts[2], parts[:2])
    first, second = int(numbers[0]), int(numbers[1])
    if year_first or second > 12:
        first, second = second, first
    elif first <= 12 and first != second:
        return None
    period = _day_of(int(year), second, first, "day") if 0 < second <= 12 and int(year) >= 1 else None
    return None if period is None else fixed(index, after, period)


def _deictic(words: Words, index: int) -> Found | None:
    """Such as "today", "yesterday evening", "tomorrow"."""
    word = words.at(index)
    offset = date_lexicon().days.deictic.get(word)
    if offset is None:
        return None
    after = part_after(words, index + 1)
    precision: DatePrecision = "part_of_day" if word == "tonight" else _precision(after, index + 1)

    def resolve(moment: Moment) -> Period | None:
        if moment.published is None:
            return None
        return day(moment.published + timedelta(days=offset), precision)

    return Found(index, after, precision, resolve)


def _feast(words: Words, index: int) -> Found | None:
    """A feast, with its year where it is told ("New Year's Eve 1994")."""
    days = date_lexicon().days
    for name, meaning in days.feasts.get(words.at(index), ()):
        after = index + len(name)
        if words.lower[index:after] != name or words.at(after) in days.no_feast or not words.capital(index):
            continue
        told = year_tail(words, after, comma=False)
        precision: DatePrecision = "interval" if meaning == "ramadan" else "day"
        return Found(index, told.after, precision, _feast_period(meaning, told))
    return None


def _feast_period(meaning: str, told: YearTold) -> Resolve:
    def resolve(moment: Moment) -> Period | None:
        year = told.of(moment)
        if year is not None:
            return next(iter(feast_in(meaning, year)), None)
        if moment.published is None:
            return None
        return feast_near(meaning, moment.published, reach=_reach(moment))

    return resolve


def _day_of_month(words: Words, index: int) -> Found | None:
    """A day told by its number alone: "the 16th", never "the 16th brigade"."""
    days = date_lexicon().days
    found = ordinal_at(words, index) if words.digits(index) else None
    if found is None or words.at(index - 1) != "the" or words.at(index - 2) not in days.ordinals_before:
        return None
    following = words.at(found.after)
    if following[:1].isalnum() and following not in days.ordinals_follow:
        return None
    if following == "and" and words.digits(found.after + 1):
        return None
    number = found.value

    def resolve(moment: Moment) -> Period | None:
        if moment.published is None:
            return None
        when = day_of_month_near(number, moment.published, ahead=moment.looks_ahead)
        return None if when is None else day(when)

    return Found(index - 1, found.after, "day", resolve)
