"""Which mentions tell of which truce, where a report tells of two: the one that failed and the one that followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tacitus.extract.ceasefire_lexicon import ceasefire_lexicon
from tacitus.extract.ceasefire_mentions import TruceMention
from tacitus.extract.ceasefire_times import TruceTimes
from tacitus.resolve.syntax import Syntax

_RECENT = timedelta(days=14)  # between a truce that failed and the one that followed, both of them news


@dataclass(frozen=True, slots=True)
class Truces:
    """The mentions of the truce that stands last in time, and of the one before it, empty where there is none."""

    last: list[TruceMention]
    before: list[TruceMention]


def part_truces(syntax: Syntax, mentions: Sequence[TruceMention], times: TruceTimes) -> Truces:
    """Part the mentions of an earlier truce from those of a later one.

    Two truces need a word that sets them apart ("an earlier ceasefire", "a new truce" after one that ended): other days
    alone are as often those of one truce, agreed on one and in effect on the next. They need a day each, too: what is
    only called new may be a renewal, and an earlier one of weeks ago or of no day is history.

    A mention is of the truce that it is called or whose day it gives; else of the later one, but for what stands before
    a truce that is called new. What is said of a pronoun goes with the mention before it.
    """
    days = [_day(times, mention) for mention in mentions]
    older = [_called(syntax, mention, ceasefire_lexicon().earlier) for mention in mentions]
    newer = [_called(syntax, mention, ceasefire_lexicon().later) for mention in mentions]
    first = next((days[at] for at, called in enumerate(older) if called), None) or _ended_day(mentions, days)
    second = next((at for at, called in enumerate(newer) if called and _is_after(days[at], first)), None)
    if not any(older) and (first is None or second is None):
        return Truces(list(mentions), [])
    before: list[TruceMention] = []
    last: list[TruceMention] = []
    for at, mention in enumerate(mentions):
        follows = at > 0 and not mention.named and not mention.halt and days[at] in (None, days[at - 1])
        if follows:
            is_old = mentions[at - 1] in before
        elif older[at] or newer[at]:
            is_old = older[at]
        elif days[at] is not None:
            is_old = days[at] == first
        else:
            is_old = mention.tells("ended") or (second is not None and at < second)
        (before if is_old else last).append(mention)
    day, then = _first_day(times, last), _first_day(times, before)
    if day is not None and then is not None and then != day:
        return Truces(last, before if day - then <= _RECENT else [])
    apart = any(older) and any(mention.named for mention in last)
    return Truces(last if apart else list(mentions), [])


def _first_day(times: TruceTimes, mentions: Sequence[TruceMention]) -> date | None:
    """The day that one of some mentions gives for their truce."""
    return next((day for mention in mentions if (day := _day(times, mention)) is not None), None)


def _day(times: TruceTimes, mention: TruceMention) -> date | None:
    effect = times.effect(mention) if mention.tells("begun", "made", "ended", "held") else None
    return effect.start if effect is not None else None


def _called(syntax: Syntax, mention: TruceMention, words: frozenset[str]) -> bool:
    children = syntax.children(mention.head)
    return any(syntax.lower[at] in words and syntax.dep[at] in ("amod", "det", "compound") for at in children)


def _ended_day(mentions: Sequence[TruceMention], days: Sequence[date | None]) -> date | None:
    """The day of a truce that is told to be over."""
    return next((day for mention, day in zip(mentions, days, strict=True) if day and mention.tells("ended")), None)


def _is_after(day: date | None, other: date | None) -> bool:
    return day is None or other is None or day > other
