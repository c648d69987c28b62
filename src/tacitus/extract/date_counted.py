"""Units counted from another time: "two days earlier", "three weeks ago", "within 48 hours", "the day before"."""

from __future__ import annotations

from datetime import timedelta

from tacitus.extract.date_days import read_day
from tacitus.extract.date_found import Found, Moment, Resolve, anaphor
from tacitus.extract.date_lexicon import date_lexicon
from tacitus.extract.date_numbers import Count, count_at
from tacitus.extract.quantity_words import Words
from tacitus.model import DatePrecision
from tacitus.resolve.calendar_periods import Period, day
from tacitus.resolve.calendar_relative import Unit, counted_from, reach

PRECISIONS: dict[Unit, DatePrecision] = {"week": "week", "month": "month", "year": "year", "decade": "decade"}
_FROM_NOW = ("now", "today")


def around_last(unit: Unit, offset: int) -> Resolve:
    """The unit of the time told before, or one counted from it; a day is needed to count days."""

    def resolve(moment: Moment) -> Period | None:
        anchor = moment.last or (None if moment.published is None else day(moment.published))
        return None if anchor is None else counted_from(anchor, offset, unit)

    return resolve


def reaching(count: int, unit: Unit) -> Resolve:
    """The time up to the day of publication, or from it on, over so many units."""
    return lambda moment: None if moment.published is None else reach(moment.published, count, unit)


def read_counted(words: Words, index: int, count: Count) -> Found | None:
    """A number of units before or after another time."""
    links = date_lexicon().links
    word, at = words.at(count.after), count.after
    precision: DatePrecision = (
        "day"
        if count.unit not in PRECISIONS or count.unit == "week"
        else ("month" if count.unit == "month" else "year")
    )
    vague = count.count == 0
    if word == "ago" and not vague:
        return Found(index, at + 1, precision, _from_published(-count.count, count.unit))
    if word == "from" and words.at(at + 1) in _FROM_NOW and not vague:
        return Found(index, at + 2, precision, _from_published(count.count, count.unit))
    if word in ("before", "after"):
        named = None if vague else read_day(words, at + 1 + (words.at(at + 1) == "the"))
        if named is not None:
            step = count.count if word == "after" else -count.count
            return Found(index, named.after, precision, _from_found(named.resolve, step, count.unit))
        if word == "after" and count.unit == "day" and not vague and words.at(at + 1)[:1].isalpha():
            return anaphor(index, at + 1, "day", _told_after(count.count))
        if word == "after" or words.at(at + 1)[:1].isalnum():
            return None
    if word in links.earlier:
        return anaphor(index, at + 1, precision, around_last(count.unit, -count.count))
    if word in links.later:
        return anaphor(index, at + 1, precision, around_last(count.unit, count.count))
    return None


def read_unit_before(words: Words, index: int) -> Found | None:
    """Such as "the day before", "the day before yesterday", "the day after 5 May"; ``index`` is that of "the"."""
    unit = date_lexicon().links.units[words.at(index + 1)]
    if words.at(index + 2) not in ("before", "after"):
        return None
    found = read_counted(words, index, Count(1, unit, index + 2))
    following = words.at(index + 3)
    if found is None and words.at(index + 2) == "after" and not following[:1].isalnum():
        return anaphor(index, index + 3, "day", around_last(unit, 1))
    return found


def read_within(words: Words, index: int) -> Found | None:
    """Such as "within 48 hours": from the day told in the sentence, only where the clause looks ahead."""
    at = index + 1 + (words.at(index + 1) in ("the", "next"))
    count = count_at(words, at)
    if count is None:
        return None
    found = count

    def resolve(moment: Moment) -> Period | None:
        start = moment.sentence_day or moment.published
        if not moment.looks_ahead or start is None:
            return None
        return reach(start, found.count, found.unit)

    return anaphor(index, found.after, "interval", resolve)


def _told_after(count: int) -> Resolve:
    """The day of what stands behind "two days after": so many days before the day that the sentence tells."""

    def resolve(moment: Moment) -> Period | None:
        told = moment.sentence_day
        return None if told is None else day(told - timedelta(days=count))

    return resolve


def _from_published(count: int, unit: Unit) -> Resolve:
    return lambda moment: None if moment.published is None else counted_from(day(moment.published), count, unit)


def _from_found(resolve_base: Resolve, count: int, unit: Unit) -> Resolve:
    def resolve(moment: Moment) -> Period | None:
        base = resolve_base(moment)
        return None if base is None else counted_from(base, count, unit)

    return resolve
