"""Dates of a report: every expression of a day or more, resolved against its day of publication and its own story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tacitus.extract.date_found import Found
from tacitus.extract.date_grammar import first_words, read_expression
from tacitus.extract.date_lexicon import date_lexicon, without_possessive
from tacitus.extract.date_narrative import Narrative
from tacitus.extract.date_tense import looks_ahead
from tacitus.extract.quantity_words import Words, read_words
from tacitus.model import DateExpression, Span
from tacitus.resolve.calendar_periods import Period
from tacitus.resolve.calendar_zones import told_hour
from tacitus.resolve.syntax import Syntax

# "ANKARA, Feb 28 -", "Geneva (31 March 2021) -": names of places before the day, then a mark that ends the line's head.
_BEFORE_DATELINE = re.compile(r"[^\W\d_a-z][^\n\d.]{1,60}[ (]")
_AFTER_DATELINE = re.compile(r"\)?,?[.:]?\s*(?:\([^)\n]{1,40}\)|/[^/\n]{1,40}/)?\s*(?:[-–—:(]|\. )|\. ?[A-Z/]")
_DATELINE_REACH = 400  # characters from the start of the text
_WRITTEN = timedelta(days=2)  # how long after its dateline a report is published


@dataclass(frozen=True, slots=True)
class Times:
    """What a report tells of time, each list in order of the text.

    ``dates`` are expressions of a day or more; ``hours`` those finer than a day that are told without one ("at 5 a.m.",
    "before dawn"), on the day where the story is. ``written`` is the day of the dateline, else of publication.
    """

    dates: tuple[DateExpression, ...]
    hours: tuple[DateExpression, ...]
    written: date | None

    @property
    def all(self) -> tuple[DateExpression, ...]:
        """Dates and hours together, in order of the text."""
        return tuple(sorted((*self.dates, *self.hours), key=lambda expression: expression.span))


def read_times(syntax: Syntax, published: date | None) -> Times:
    """Every expression of time in a report.

    Days of the week and other relative expressions count from the dateline, else from ``published``; those that count
    from the story ("two days earlier", "that night", an hour alone) from the day told last. An expression that needs
    the day of publication stays unresolved where there is none; one that needs a story that the text does not tell is
    left out, and so is the dateline itself.
    """
    words = read_words(syntax.text)
    words = replace(words, lower=tuple(map(without_possessive, words.lower)))
    narrative = Narrative(published)
    dates: list[DateExpression] = []
    hours: list[DateExpression] = []
    index, beginnings = 0, first_words()
    while index < len(words):
        word = words.lower[index]
        found = read_expression(words, index) if word in beginnings or word[0].isdecimal() else None
        if found is None:
            index += 1
            continue
        index = max(found.after, index + 1)
        for part, expression in _expressions(syntax, words, found, narrative):
            (hours if part.hour_alone else dates).append(expression)
    return Times(tuple(dates), tuple(hours), narrative.written)


def read_dates(syntax: Syntax, published: date | None) -> list[DateExpression]:
    """Every expression of a day or more in a report, in order; see ``read_times``."""
    return list(read_times(syntax, published).dates)


def unresolved(dates: Iterable[DateExpression]) -> bool:
    """Whether an expression could not be resolved for want of a day of publication."""
    return any(expression.edtf is None for expression in dates)


def _expressions(
    syntax: Syntax, words: Words, found: Found, narrative: Narrative
) -> Iterator[tuple[Found, DateExpression]]:
    last = found.after - 1
    token = max(bisect_right(syntax.starts, words.starts[last]) - 1, 0)
    if _names_person(syntax, words.at(last), token):
        return
    narrative.enter(sentence=syntax.sentence[token], paragraph=syntax.paragraph[token])
    moment = narrative.moment(looks_ahead(syntax, token, before=words.at(found.first - 1)))
    period = found.resolve(moment)
    if period is None and found.pair is not None:
        for part in found.pair:
            yield from _expressions(syntax, words, part, narrative)
        return
    span = Span(words.starts[found.first], words.ends[last])
    if period is None:
        if not found.anaphoric and narrative.written is None:
            yield found, DateExpression(span, None, None, None, found.precision)
        return
    if _is_dateline(syntax.text, span, period, narrative.written):
        narrative.written = period.start
        return
    narrative.tell(period)
    clock = found.clock
    hour = None if clock is None else told_hour(clock.hour, clock.minute, zone=clock.zone, when=period.start)
    yield found, DateExpression(span, period.edtf, period.start, period.end, period.precision, hour)


def _names_person(syntax: Syntax, word: str, token: int) -> bool:
    """Whether a weekday or month is part of a person's name (April Jones, Sunday Okafor)."""
    dates = date_lexicon()
    if word not in dates.days.weekdays and word not in dates.periods.months:
        return False
    return any(name.start <= token < name.end and name.type == "PERSON" for name in syntax.names)


def _is_dateline(text: str, span: Span, period: Period, written: date | None) -> bool:
    """Whether a day only tells when and where the report was written, at its head."""
    if written is None or span.start > _DATELINE_REACH or not period.is_day:
        return False
    if not timedelta(0) <= written - period.start <= _WRITTEN:
        return False
    line = text.rfind("\n", 0, span.start) + 1
    head = text[line : span.start]
    return (
        _BEFORE_DATELINE.fullmatch(head) is not None
        and all(word[:1].isupper() or word in ("of", "and", "de", "al") for word in re.findall(r"\w+", head))
        and _AFTER_DATELINE.match(text, span.end) is not None
    )
