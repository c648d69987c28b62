"""Hours and parts of the day, with the day that they belong to ("9:00 a.m. Moscow time on Sept. 13", "at dawn")."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from tacitus.extract.date_days import read_day
from tacitus.extract.date_found import Clock, Found, Moment, with_precision
from tacitus.extract.date_lexicon import date_lexicon
from tacitus.extract.date_relative import read_relative
from tacitus.extract.numerals import read_numeral
from tacitus.extract.quantity_words import Words
from tacitus.resolve.calendar_periods import Period, day, days, span

_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_PLAIN_HOUR = re.compile(r"([01]\d|2[0-4])([0-5]\d)")
_NOON = 12
_DAY_LINKS = ("on", "of")


def read_clock(words: Words, index: int) -> Found | None:
    """The hour that begins at ``index``, with the day told beside it, else on the narrative's day."""
    told = _hour(words, index)
    if told is None:
        return None
    clock, at = told
    zone, at = _zone(words, at)
    clock = replace(clock, zone=zone)
    at = _in_brackets(words, at)
    named = _day_beside(words, at)
    if named is None:
        return Found(index, at, "hour", _today, clock=clock, anaphoric=True, hour_alone=True)
    return replace(with_precision(named, "hour"), first=index, clock=clock)


def _today(moment: Moment) -> Period | None:
    return None if moment.today is None else day(moment.today, "hour")


def _hour(words: Words, index: int) -> tuple[Clock, int] | None:
    """The hour and minute at ``index`` and the token after them."""
    clock = date_lexicon().clock
    word, prepared = words.at(index), words.at(index - 1) in date_lexicon().clock.before
    if word in clock.named:
        return (Clock(clock.named[word] % 24, 0), index + 1) if prepared or _day_beside(words, index + 1) else None
    if words.digits(index):
        found = _in_digits(words, index, prepared=prepared)
        if found is not None:
            return found
    return _by_part(words, index) if prepared else None


def _in_digits(words: Words, index: int, *, prepared: bool) -> tuple[Clock, int] | None:
    clock = date_lexicon().clock
    token, following = words.at(index), words.at(index + 1)
    half = clock.am | clock.pm
    timed, plain = _TIME.fullmatch(token), _PLAIN_HOUR.fullmatch(token)
    if following in half:
        if timed is None and not (token.isdecimal() and int(token) <= _NOON):
            return None
        hour, minute = (int(timed[1]), int(timed[2])) if timed else (int(token), 0)
        return (Clock(_of_day(hour, pm=following in clock.pm), minute), index + 2) if hour <= 24 else None
    zoned = _zone(words, index + 1)[1] > index + 1 or following in clock.hours
    if timed is not None and (zoned or (prepared and ":" in token) or _day_beside(words, index + 1)):
        return Clock(int(timed[1]), int(timed[2])), index + 1 + (following in clock.hours)
    if plain is not None and (zoned or (prepared and words.at(index - 1) == "at" and _day_beside(words, index + 1))):
        return Clock(int(plain[1]) % 24, int(plain[2])), index + 1 + (following in clock.hours)
    return None


def _of_day(hour: int, *, pm: bool) -> int:
    return (hour % _NOON if hour <= _NOON else hour) + (_NOON if pm and hour <= _NOON else 0)


def _by_part(words: Words, index: int) -> tuple[Clock, int] | None:
    """Such as "two in the morning" and "six o'clock"."""
    number = read_numeral(words, index)
    if number is None or number.value > _NOON or number.value < 1:
        return None
    at = number.after
    clock_told = words.at(at) in ("o'clock", "o’clock")
    at += clock_told
    if words.at(at) == "in" and words.at(at + 1) == "the" and words.at(at + 2) in date_lexicon().days.in_the:
        later = words.at(at + 2) in date_lexicon().clock.afternoon
        return Clock(_of_day(number.value, pm=later), 0), at + 3
    return (Clock(number.value, 0), at) if clock_told else None


def _zone(words: Words, index: int) -> tuple[str | None, int]:
    """The zone named at ``index`` and the token after it; a local time has none."""
    clock = date_lexicon().clock
    word = words.at(index)
    if word in clock.zones:
        return clock.zones[word], index + 1
    if words.at(index + 1) == "time":
        if word in clock.cities:
            return clock.cities[word], index + 2
        if word == "local":
            return None, index + 2
    return None, index


def _in_brackets(words: Words, index: int) -> int:
    """The token after the same hour told again in brackets ("(0600 GMT)"), else ``index``."""
    if words.at(index) == "(" and words.digits(index + 1) and words.at(index + 3) == ")":
        return index + 4
    return index


def _day_beside(words: Words, index: int) -> Found | None:
    at = index + (words.at(index) == ",")
    at += words.at(at) in _DAY_LINKS
    at += words.at(at) == "the" and words.at(at + 1) not in date_lexicon().links.units
    found = read_day(words, at)
    if found is None and words.at(at) in ("the", "that", "this", "last", "same"):
        found = read_relative(words, at)
    return found


def read_part(words: Words, index: int) -> Found | None:
    """A part of the day: "early on Tuesday", "the night of 13 April", "dawn on Friday", or alone ("before dawn")."""
    word = words.at(index)
    at = index + 1
    if word in ("late", "early", "mid"):
        at += words.hyphen(at)
        if words.at(at) in ("hours", "morning", "afternoon", "evening", "night"):
            at += 1
    elif word in ("small", "early") and words.at(at) == "hours":
        at += 1
    elif word not in date_lexicon().days.parts and word != "daylight":
        return None
    named = _day_beside(words, at)
    if named is not None:
        if word == "night" and words.at(at) == "of":
            return _night_of(words, index, named)
        return replace(with_precision(named, "part_of_day"), first=index)
    return _alone(words, index)


def _night_of(words: Words, index: int, named: Found) -> Found:
    """The night that begins on a day, or the one between two ("the night of Sunday to Monday")."""
    joined = words.at(named.after) in ("to", "-", "–", "into")
    other = read_day(words, named.after + 1) if joined else None

    def resolve(moment: Moment) -> Period | None:
        first = named.resolve(moment)
        if first is None or not first.is_day:
            return first
        last = None if other is None else other.resolve(moment)
        if last is not None:
            return span(first, last) or first
        return days(first.start, first.start + timedelta(days=1), "part_of_day")

    return Found(index, named.after if other is None else other.after, "part_of_day", resolve)


def _alone(words: Words, index: int) -> Found | None:
    """A part of the day without its day, after a word that makes it a time ("at dawn", "in the evening")."""
    dates = date_lexicon().days
    word, before = words.at(index), words.at(index - 1)
    after = index + 1 + (words.at(index + 1) in dates.prayers)
    if word in ("early", "small") and words.at(index + 1) == "hours" and before == "the":
        return _narrative_part(index, index + 2)
    if word in dates.alone and before in dates.alone_before:
        return _narrative_part(index, after)
    if word in dates.in_the and before == "the" and words.at(index - 2) in ("in", "during"):
        return _narrative_part(index, after)
    if word == "night" and before == "the" and words.at(index - 2) in ("during", "throughout", "through", "in"):
        return Found(index, after, "part_of_day", _night_of_narrative, anaphoric=True, hour_alone=True)
    return None


def _narrative_part(first: int, after: int) -> Found:
    return Found(first, after, "part_of_day", _some_part, anaphoric=True, hour_alone=True)


def _some_part(moment: Moment) -> Period | None:
    return None if moment.today is None else day(moment.today, "part_of_day")


def _night_of_narrative(moment: Moment) -> Period | None:
    if moment.today is None:
        return None
    return days(moment.today - timedelta(days=1), moment.today, "part_of_day")
