"""Every expression of a number that may count people, with its hedge and bounds.

Recall comes first: whether a number counts killed, deployed or nobody at all is for a later stage to decide. Numbers
that cannot count people (dates, years, ages, prices, measures, names, things) are left out by ``not_people``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tacitus.extract.hedges import bounds_of, bounds_of_range, read_hedge
from tacitus.extract.noun_heads import counted
from tacitus.extract.not_people import counts_no_people
from tacitus.extract.number_ranges import NumberRange, read_range
from tacitus.extract.numerals import Numeral, read_numeral
from tacitus.extract.quantity_words import Words, read_words
from tacitus.extract.single_people import SinglePeople, counts_one, read_both, read_nobody, read_one_person
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
            continue
        quantity, at = found
        previous = at
        yield quantity


def _quantity_at(words: Words, at: int, previous: int) -> tuple[Quantity, int] | int:
    """The quantity that begins at token ``at`` and the token after it; only the next token to try where none does."""
    numeral = read_numeral(words, at)
    if numeral is None:
        single = read_nobody(words, at) or read_both(words, at) or read_one_person(words, at)
        return (_of_single(words, single, previous), single.after) if single is not None else at + 1
    extent = read_range(words, numeral)
    last = numeral if extent is None else extent.last
    if _refused(words, numeral, last):
        single = read_one_person(words, at) if words.at(at) in ("a", "an") else None
        return last.after if single is None else (_of_single(words, single, previous), single.after)
    return _of_number(words, numeral, extent, previous)


def _refused(words: Words, numeral: Numeral, last: Numeral) -> bool:
    head = counted(words, last.after)
    if numeral is last and numeral.value == 1 and numeral.scale == 1 and not counts_one(words, numeral):
        return True
    return counts_no_people(words, last, head) or (numeral is not last and counts_no_people(words, numeral, "unknown"))
