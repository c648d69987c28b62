"""Times pointed at: "last week", "the next day", "that evening", "this morning", "last March", "the past two weeks"."""

from __future__ import annotations

from datetime import date, timedelta

from tacitus.extract.date_counted import PRECISIONS, around_last, reaching, read_unit_before
from tacitus.extract.date_days import part_after
from tacitus.extract.date_found import Found, Moment, Resolve, anaphor
from tacitus.extract.date_lexicon import date_lexicon
from tacitus.extract.date_numbers import count_at, month_at
from tacitus.extract.quantity_words import Words
from tacitus.model import DatePrecision
from tacitus.resolve.calendar_periods import Period, day, days, month, season
from tacitus.resolve.calendar_relative import (
    Unit,
    season_near,
    unit_around,
    weekday_after,
    weekday_before,
    weekend,
)

_OF_NARRATIVE = ("that", "same", "following", "previous", "preceding")
_SATURDAY = 5


def read_pointed(words: Words, index: int) -> Found | None:
    """The expression that begins at ``index`` with "the", "that", "this", "last" or a word like these."""
    the = words.at(index) == "the"
    at = index + the
    if the and words.at(at) in date_lexicon().links.units:
        return read_unit_before(words, index)
    if the and words.at(at) in date_lexicon().days.parts:
        return _part_before(words, index)
    if the and words.at(at + 2) == "of":
        return None  # a part of what follows: "the last week of July"
    pointer = words.at(at)
    at += 1
    if pointer in ("that", "this") and words.at(at) in ("same", "very", "past", "coming"):
        pointer, at = (words.at(at) if words.at(at) in ("past", "coming") else "that"), at + 1
    if pointer == "very":
        pointer = "that"
    links = date_lexicon().links
    if pointer not in links.past | links.next | links.this | {"that", "same"}:
        return None
    found = (
        _unit(words, at, pointer, the=the) or _named(words, at, pointer, the=the) or _span(words, at, pointer, the=the)
    )
    return None if found is None else found.widened(first=index)


def read_unit(words: Words, index: int) -> Found | None:
    """A calendar unit pointed at: "the month", "last year", "this week"."""
    unit = date_lexicon().links.units.get(words.at(index + 1))
    if unit is None or unit in ("hour", "day", "night"):
        return None
    if words.at(index) == "the":
        return Found(index, index + 2, PRECISIONS.get(unit, "interval"), _around_published(unit, 0))
    return read_pointed(words, index)


def _part_before(words: Words, index: int) -> Found | None:
    """Such as "the evening before": of the day before the narrative's."""
    if words.at(index + 2) != "before" or words.at(index + 3)[:1].isalnum():
        return None
    return anaphor(index, index + 3, "part_of_day", _part_of_narrative(-1))


def _around_published(unit: Unit, offset: int) -> Resolve:
    return lambda moment: None if moment.published is None else unit_around(moment.published, unit, offset)


def _offset(pointer: str) -> int:
    links = date_lexicon().links
    return -1 if pointer in links.past else 1 if pointer in links.next else 0


def _unit(words: Words, at: int, pointer: str, *, the: bool) -> Found | None:
    """A unit or part of the day after a pointing word."""
    dates = date_lexicon()
    unit, part = dates.links.units.get(words.at(at)), part_after(words, at)
    if unit == "weekend" and pointer == "this":
        return Found(at, at + 1, "interval", nearest_weekend)
    if unit in ("hour", None) and part == at:
        return None
    if words.at(at) in ("nights", "days", "weeks", "months", "years", "hours", "weekends", "decades"):
        return None
    narrative = pointer in _OF_NARRATIVE or (the and pointer == "next")
    offset = _offset(pointer)
    if part > at:
        if narrative:
            return anaphor(at, part, "part_of_day", _part_of_narrative(offset))
        shift = -1 if pointer == "last" else offset
        return Found(at, part, "part_of_day", _around_published("night", shift))
    if unit is None:
        return None
    after = part_after(words, at + 1)
    if narrative:
        return anaphor(at, after, PRECISIONS.get(unit, "day"), around_last(unit, offset))
    if unit == "day" and pointer != "past":
        return None
    if (pointer == "past" or (the and pointer == "last")) and unit != "weekend":
        return Found(at, after, "interval", reaching(-1, unit))
    return Found(at, after, PRECISIONS.get(unit, "interval"), _this_far(words, at, unit, offset))


def _this_far(words: Words, at: int, unit: Unit, offset: int) -> Resolve:
    """A calendar unit; this week, and "so far this year", reach to the day of publication."""
    so_far = words.at(at - 2) == "far" or (unit == "week" and offset == 0)

    def resolve(moment: Moment) -> Period | None:
        if moment.published is None:
            return None
        period = unit_around(moment.published, unit, offset)
        if period is None or not so_far or moment.looks_ahead or period.start == moment.published:
            return period
        return days(period.start, moment.published, period.precision)

    return resolve


def _part_of_narrative(offset: int) -> Resolve:
    def resolve(moment: Moment) -> Period | None:
        if moment.last is not None and not moment.last.is_day:
            return None
        anchor = moment.last.start if moment.last is not None else moment.published
        return None if anchor is None else day(anchor + timedelta(days=offset), "part_of_day")

    return resolve


def _named(words: Words, at: int, pointer: str, *, the: bool) -> Found | None:
    """A weekday, month or season after a pointing word."""
    dates = date_lexicon()
    narrative = pointer in _OF_NARRATIVE
    if words.at(at) in dates.days.weekdays and words.capital(at):
        after = part_after(words, at + 1)
        number = dates.days.weekdays[words.at(at)]
        precision: DatePrecision = "part_of_day" if after > at + 1 else "day"
        return Found(at, after, precision, _weekday(number, pointer, precision), anaphoric=narrative)
    named = month_at(words, at)
    if named is not None and not words.digits(named.after):
        return Found(at, named.after, "month", _month(named.value, pointer), anaphoric=narrative)
    name = dates.periods.seasons.get(words.at(at))
    if name is None:
        return None
    return Found(at, at + 1, "season", _season(name, pointer), anaphoric=narrative)


def _anchor(moment: Moment, pointer: str) -> date | None:
    if pointer in _OF_NARRATIVE:
        return None if moment.last is None else moment.last.start
    return moment.published


def _weekday(number: int, pointer: str, precision: DatePrecision) -> Resolve:
    def resolve(moment: Moment) -> Period | None:
        anchor = _anchor(moment, pointer)
        if anchor is None:
            return None
        forward = pointer in ("next", "following", "coming") or (pointer == "this" and moment.looks_ahead)
        if forward:
            return day(weekday_after(anchor, number, strictly=pointer != "this"), precision)
        return day(weekday_before(anchor, number, strictly=pointer in ("last", "previous", "past")), precision)

    return resolve


def _month(number: int, pointer: str) -> Resolve:
    def resolve(moment: Moment) -> Period | None:
        anchor = _anchor(moment, pointer)
        if anchor is None:
            return None
        offset = _offset(pointer)
        if offset < 0:
            return month(anchor.year - (number >= anchor.month), number)
        if offset > 0:
            return month(anchor.year + (number <= anchor.month), number)
        return month(anchor.year, number)

    return resolve


def _season(name: str, pointer: str) -> Resolve:
    def resolve(moment: Moment) -> Period | None:
        anchor = _anchor(moment, pointer)
        if anchor is None:
            return None
        if pointer in _OF_NARRATIVE and _offset(pointer) == 0:
            return season(name, anchor.year)
        found = season_near(name, anchor, ahead=_offset(pointer) > 0)
        if found is None or _offset(pointer) == 0 or found.end is None:
            return found
        if found.start <= anchor <= found.end:
            return season(name, found.start.year + _offset(pointer))
        return found

    return resolve


def _span(words: Words, at: int, pointer: str, *, the: bool) -> Found | None:
    """Such as "the past two weeks", "the next 48 hours"; "the past week" is read with the units."""
    links = date_lexicon().links
    count = count_at(words, at)
    if count is None or not (the or pointer == "past" or pointer in links.to_come):
        return None
    if pointer in links.to_now:
        return Found(at, count.after, "interval", reaching(-count.count, count.unit))
    if pointer in links.to_come:
        return Found(at, count.after, "interval", reaching(count.count, count.unit))
    return None


def nearest_weekend(moment: Moment) -> Period | None:
    """The last weekend, or the coming one where the clause looks ahead."""
    if moment.published is None:
        return None
    near = weekday_before if not moment.looks_ahead else weekday_after
    return weekend(near(moment.published, _SATURDAY))
