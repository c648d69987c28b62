"""Whether a number counts the dead of a longer time than that of an incident: of a week, of a war, of a year."""

from __future__ import annotations

from datetime import date, timedelta

from tacitus.extract.numerals import read_numeral
from tacitus.extract.quantity_words import read_words
from tacitus.extract.sentence_breaks import SentenceBreaks
from tacitus.incidents.tolls_lexicon import toll_lexicon
from tacitus.incidents.tolls_scope import Scope
from tacitus.model import Coding, Figure

_SLACK = timedelta(days=3)
"""How far the first day told of an incident may be off."""
_BEFORE = 16  # characters before a day in which "since" may stand
_TIMES = 2
"""A number counts over a longer time where it is of more than so many times the days told of an incident.

Fighting mostly goes on for some days more than those that its reports date.
"""
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def counts_longer(coding: Coding, breaks: SentenceBreaks, figure: Figure, scope: Scope) -> bool:
    """Whether the sentence of a figure says that it counts from before the incident, or over many more days.

    A time over which something is the worst or the first ("the deadliest day since 2014") is none that it counts.
    Always false where no day of the incident is known.
    """
    if scope.start is None or scope.end is None:
        return False
    sentence = breaks.words(figure.span.start)
    if toll_lexicon().longer.search(sentence):
        return True
    lasted = scope.end - scope.start + timedelta(days=1)
    return _since_before(coding, breaks, figure, scope.start) or _lasts(sentence) > _TIMES * lasted + timedelta(days=1)


def _since_before(coding: Coding, breaks: SentenceBreaks, figure: Figure, start: date) -> bool:
    number, since = breaks.number(figure.span.start), toll_lexicon().since
    return any(
        day.start is not None
        and day.start < start - _SLACK
        and breaks.number(day.span.start) == number
        and since.search(breaks.text[max(0, day.span.start - _BEFORE) : day.span.start])
        and not toll_lexicon().ranked.search(breaks.before(day.span.start))
        for day in coding.dates
    )


def _lasts(sentence: str) -> timedelta:
    """The longest time told to have passed ("in four days"), zero where none is."""
    lasted = 0
    for found in toll_lexicon().lasting.finditer(sentence):
        if toll_lexicon().ranked.search(sentence[: found.start()]):
            continue
        number = _number(found["number"], past=found["past"] is not None)
        lasted = max(lasted, _DAYS[found["unit"].casefold()] * number)
    return timedelta(days=lasted)


def _number(told: str | None, *, past: bool) -> int:
    """How many days, weeks, months or years; 0 where the word before them is no number ("in this week's fighting")."""
    if told is None:
        return int(past)
    numeral = read_numeral(read_words(told), 0)
    return 0 if numeral is None else numeral.value
