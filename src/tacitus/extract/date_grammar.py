"""One expression of time from a token on: single, since another, or from one to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache

from tacitus.extract.date_clock import read_clock, read_part
from tacitus.extract.date_days import read_day
from tacitus.extract.date_found import Found, Moment
from tacitus.extract.date_lexicon import date_lexicon
from tacitus.extract.date_relative import read_relative
from tacitus.extract.date_spells import read_spell
from tacitus.extract.quantity_words import Words
from tacitus.resolve.calendar_periods import Period, since, span

_RANGES = ("to", "until", "till", "through", "-", "–", "—")
_ARTICLES = ("the", "a", "an", "that", "this")
_CLASSES: Mapping[str, str] = {"hour": "day", "part_of_day": "day"}


@cache
def first_words() -> frozenset[str]:
    """The words that an expression can begin with, digits aside."""
    dates = date_lexicon()
    days, periods, links = dates.days, dates.periods, dates.links
    numbers = "a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    more = "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half"
    fixed = (
        "the that same this within overnight weekend earlier later hours since from between early small daylight mid"
    )
    return frozenset(
        {
            *days.weekdays,
            *days.short_weekdays,
            *days.parts,
            *days.ordinals,
            *days.deictic,
            *days.feasts,
            *periods.months,
            *periods.short_months,
            *periods.decades,
            *periods.seasons,
            *periods.portions,
            *periods.halves,
            *periods.weeks,
            *links.past,
            *links.next,
            *links.this,
            *numbers.split(),
            *more.split(),
            *fixed.split(),
        }
    )


def read_expression(words: Words, index: int) -> Found | None:
    """The longest expression of time that begins at ``index``, with a digit or one of the ``first_words``."""
    word = words.at(index)
    if word in date_lexicon().links.since:
        return _since(words, index)
    if word in ("from", "between"):
        return _from_to(words, index)
    # The commonest words begin but one kind of expression.
    single = read_relative(words, index) if word in _ARTICLES else _single(words, index)
    return None if single is None else _extended(words, single)


def _single(words: Words, index: int) -> Found | None:
    return (
        read_clock(words, index)
        or read_day(words, index)
        or read_spell(words, index)
        or read_part(words, index)
        or read_relative(words, index)
    )


def _since(words: Words, index: int) -> Found | None:
    at = index + 1
    while words.at(at) in ("the", "about", "around", "at", "as", "least") and _single(words, at) is None:
        at += 1
    first = _single(words, at)
    if first is None:
        return None
    begun = _extended(words, first)
    inner = begun.resolve

    def resolve(moment: Moment) -> Period | None:
        period = inner(replace(moment, ahead="never"))
        return None if period is None else since(period, moment.published)

    return Found(index, begun.after, "interval", resolve)


def _from_to(words: Words, index: int) -> Found | None:
    """Such as "from Monday to Friday", "between 1992 and 1995"; none if there is no end."""
    first = _single(words, index + 1 + (words.at(index + 1) == "the"))
    if first is None:
        return None
    joins = ("and",) if words.at(index) == "between" else (*_RANGES, "up")
    if words.at(first.after) not in joins:
        return None
    at = first.after + 1 + (words.at(first.after) == "up")
    last = _single(words, at + (words.at(at) == "the"))
    return None if last is None else _joined(replace(first, first=index), last)


def _joined(first: Found, last: Found) -> Found:
    """From one expression to another: the first is sought before the last, or after it if both lie ahead."""

    def resolve(moment: Moment) -> Period | None:
        end = last.resolve(moment)
        if end is None:
            return None
        until = end.end or end.start
        begun = first.resolve(replace(moment, published=until, today=until, ahead=None))
        if begun is None:
            return None
        return begun if begun == end or (begun.is_day and end.is_day and begun.start == end.start) else span(begun, end)

    alone = first.hour_alone and last.hour_alone
    return Found(first.first, last.after, "interval", resolve, anaphoric=last.anaphoric, hour_alone=alone)


def _extended(words: Words, first: Found) -> Found:
    """The expression with the end of its range, if one follows."""
    joiner = words.at(first.after)
    if joiner not in _RANGES and joiner != "and":
        return first
    at = first.after + 1
    last = _single(words, at + (words.at(at) in ("the", "on", "in")))
    if last is None or last.anaphoric or first.anaphoric:
        return first
    same = _CLASSES.get(first.precision, first.precision) == _CLASSES.get(last.precision, last.precision)
    if not same or first.precision == "decade":
        return first
    return _joined(first, last) if joiner != "and" else _neighbours(first, last)


def _neighbours(first: Found, last: Found) -> Found:
    """Two expressions joined by "and": one interval only where the second follows on the first."""
    pair = _joined(first, last)

    def resolve(moment: Moment) -> Period | None:
        end = last.resolve(moment)
        begun = None if end is None else first.resolve(replace(moment, published=end.end, ahead=None))
        if begun is None or end is None or begun.end is None:
            return None
        return pair.resolve(moment) if end.start == begun.end + timedelta(days=1) else None

    return replace(pair, resolve=resolve, precision=first.precision, pair=(first, last))
