"""Every expression of a number that may count people, with its hedge and bounds.

Recall comes first: whether a number counts killed, deployed or nobody at all is for a later stage to decide. Numbers
that cannot count people (dates, years, ages, prices, measures, names, things) are left out by ``not_people``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tacitus.extract.hedges import bounds_of, bounds_of_range, read_hedge
from tacitus.extract.not_people import counts_no_people
from tacitus.extract.noun_heads import counted
from tacitus.extract.number_ranges import NumberRange, read_range
from tacitus.extract.numerals import Numeral, read_numeral
from tacitus.extract.quantity_lexicon import quantity_lexicon
from tacitus.extract.quantity_words import Words, read_words
from tacitus.extract.single_people import STARTERS, SinglePeople, counts_one, read_both, read_nobody, read_one_person
from tacitus.model import Bounds, Span

QuantityForm = Literal["digits", "words", "vague", "article", "none"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that may count people; both spans are characters of the text.

    ``span`` holds the whole expression with its hedge ("at least two dozen"), ``number`` the number words alone ("two
    dozen"). Where an article or "no" is the number ("a soldier", "no casualties"), ``span`` takes in the noun and
    ``number`` is that one word.
    """

    span: Span
    number: Span
    bounds: Bounds
    form: QuantityForm


def quantities(text: str) -> list[Quantity]:
    """The numbers of ``text`` that may count people, in the order of the text; no two share a character."""
    return list(_read(read_words(text)))


def _read(words: Words) -> Iterator[Quantity]:
    at = previous = 0
    while at < len(words):
        found = _quantity_at(words, at, previous)
        if isinstance(found, int):
            at = found
        else:
            quantity, at = found
            while at < len(words) and words.starts[at] < quantity.span.end:  # the hedge after the number is part of it
                at += 1
            previous = at
            yield quantity


def _quantity_at(words: Words, at: int, previous: int) -> tuple[Quantity, int] | int:
    """The quantity that begins at token ``at`` and the token after it; only the next token to try where none does."""
    if not words.digits(at) and words.at(at) not in _starters():
        return at + 1
    numeral = read_numeral(words, at)
    if numeral is None:
        single = read_nobody(words, at) or read_both(words, at) or read_one_person(words, at)
        return (_of_single(words, single), single.after) if single is not None else at + 1
    extent = read_range(words, numeral)
    whole = numeral if extent is None else extent.whole
    if not _refused(words, whole):
        return _of_number(words, whole, extent, previous), whole.after
    single = read_one_person(words, at)
    return whole.after if single is None else (_of_single(words, single), single.after)


@cache
def _starters() -> frozenset[str]:
    """The words with which a number can begin; most words of a text are none of them."""
    numbers = quantity_lexicon().numbers
    tables = (numbers.units, numbers.tens, numbers.scales, numbers.vague, numbers.few)
    return STARTERS.union(*tables, ("a", "an", "half", "quarter", "couple"))


def _refused(words: Words, numeral: Numeral) -> bool:
    if numeral.value == 1 and not counts_one(words, numeral):
        return True
    return counts_no_people(words, numeral, counted(words, numeral.after))


def _of_number(words: Words, numeral: Numeral, extent: NumberRange | None, previous: int) -> Quantity:
    hedge = read_hedge(words, numeral.first, numeral.after, value=numeral.value)
    first = max(previous, min(hedge.first, numeral.first))
    if extent is None:
        bounds = bounds_of(hedge.kind, numeral.value, vague=numeral.form == "vague")
    else:
        hedge = read_hedge(words, extent.opening, numeral.after, value=numeral.value)
        first = max(previous, min(hedge.first, extent.opening))
        bounds = bounds_of_range(hedge.kind, extent.low, numeral.value)
    return Quantity(_span(words, first, hedge.after), _span(words, numeral.first, numeral.after), bounds, numeral.form)


def _of_single(words: Words, single: SinglePeople) -> Quantity:
    bounds = Bounds(single.value, single.value, single.value)
    span = _span(words, single.first, single.after)
    return Quantity(span, _span(words, single.first, single.number_after), bounds, single.form)


def _span(words: Words, first: int, after: int) -> Span:
    return Span(words.starts[first], words.ends[after - 1])
