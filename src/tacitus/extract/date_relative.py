"""Expressions that count from another time, by their first word: "last week", "two days earlier", "overnight"."""

from __future__ import annotations

from datetime import timedelta

from tacitus.extract.date_counted import reaching, read_counted, read_within
from tacitus.extract.date_days import read_day
from tacitus.extract.date_found import Found, Moment, anaphor
from tacitus.extract.date_lexicon import date_lexicon
from tacitus.extract.date_numbers import Count, count_at
from tacitus.extract.date_pointed import nearest_weekend, read_pointed
from tacitus.extract.quantity_words import Words
from tacitus.resolve.calendar_periods import Period, day, days

_BEFORE_WEEKEND = ("at", "over", "during", "since", "by", "for", "before")


def read_relative(words: Words, index: int) -> Found | None:
    """The expression of relative time that begins at ``index``."""
    word, links = words.at(index), date_lexicon().links
    if word == "24" and words.at(index + 1) == "hours" and words.at(index - 1) == "in":
        return Found(index, index + 2, "interval", reaching(-24, "hour"))
    if word in ("earlier", "later"):
        return _within_day(words, index)
    if word == "overnight":
        return _overnight(words, index)
    if word == "weekend":
        return _weekend(words, index)
    if word == "hours":
        return read_counted(words, index, Count(0, "hour", index + 1))
    if word in ("the", "that", "same", "this") or word in links.past or word in links.next or word in links.this:
        return read_pointed(words, index)
    if word == "within":
        return read_within(words, index)
    count = count_at(words, index)
    return None if count is None else read_counted(words, index, count)


def _within_day(words: Words, index: int) -> Found | None:
    """Such as "earlier in the day"; of "later that evening" the last words tell."""
    if words.lower[index + 1 : index + 4] != ("in", "the", "day"):
        return None
    return anaphor(index, index + 4, "part_of_day", _same_day)


def _same_day(moment: Moment) -> Period | None:
    return None if moment.today is None else day(moment.today, "part_of_day")


def _overnight(words: Words, index: int) -> Found | None:
    """The night up to the day of publication, or that of a day named ("overnight on Friday", "overnight into Friday").

    In the corpus the night is that before publication far more often than that before the day told last.
    """
    at = index + 1 + (words.at(index + 1) in ("on", "into", "from"))
    named = read_day(words, at)
    if named is None:
        return Found(index, index + 1, "part_of_day", _night_before)
    inner = named.resolve
    into = words.at(index + 1) == "into"

    def resolve(moment: Moment) -> Period | None:
        period = inner(moment)
        if period is None:
            return None
        evening = period.start - timedelta(days=into)
        return days(evening, evening + timedelta(days=1), "part_of_day")

    return Found(index, named.after, "part_of_day", resolve)


def _night_before(moment: Moment) -> Period | None:
    morning = moment.published or moment.today
    return None if morning is None else days(morning - timedelta(days=1), morning, "part_of_day")


def _weekend(words: Words, index: int) -> Found | None:
    """With "the": the last one, or the coming one where the clause looks ahead."""
    if words.at(index - 1) != "the" or words.at(index - 2) not in _BEFORE_WEEKEND:
        return None
    return Found(index - 1, index + 1, "interval", nearest_weekend)
