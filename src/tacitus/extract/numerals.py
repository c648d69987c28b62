"""Numerals: digits, spelled numbers and vague plurals, read to an integer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from tacitus.extract.quantity_lexicon import Numbers, quantity_lexicon
from tacitus.extract.quantity_words import Words

NumeralForm = Literal["digits", "words", "vague"]
_GROUPED = re.compile(r"\d{1,3}(?:[, \u00a0\u2009\u202f]\d{3})+")
_DECIMAL = re.compile(r"\d+\.\d+")
# Longer runs of digits are no numbers of people.
_LONGEST = 15
_AND_A_HALF = ("and", "a", "half")
_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral in tokens ``[first, after)``; ``scale`` is what its last word multiplies by, 1 if nothing does.

    A vague numeral ("dozens", "several hundred") has the least value that it can mean and no upper bound.
    """

    first: int
    after: int
    value: int
    scale: int
    form: NumeralForm


def read_numeral(words: Words, index: int) -> Numeral | None:
    """The numeral that begins at token ``index``, the longest there; ``None`` where none does.

    Ordinals ("twenty-first"), fractions and decimals without a scale word ("3.20") are no numerals.
    """
    numbers = quantity_lexicon().numbers
    if words.digits(index):
        return _digits(words, index, numbers)
    word = words.at(index)
    if word in numbers.vague:
        return _vague_plural(words, index, numbers)
    if word in ("a", "an", "half") or word == "quarter":
        return _with_article(words, index, numbers)
    if word in numbers.few or word == "couple":
        return _few(words, index, index, numbers)
    if word in numbers.units or word in numbers.tens or word in numbers.scales:
        return _cardinal(words, index, numbers)
    return None


def _plain(token: str) -> Fraction | None:
    if len(token) > _LONGEST:
        return None
    if _GROUPED.fullmatch(token):
        return Fraction(re.sub(r"\D", "", token))
    if token.isdecimal() and not (len(token) > 1 and token[0] == "0"):
        return Fraction(int(token))
    return Fraction(token) if _DECIMAL.fullmatch(token) else None


def _scale_at(words: Words, index: int, numbers: Numbers) -> int | None:
    """The scale word that multiplies the number before it, also joined by a hyphen ("half-dozen")."""
    return numbers.scales.get(words.at(index))


def _digits(words: Words, index: int, numbers: Numbers) -> Numeral | None:
    amount = _plain(words.at(index))
    if amount is None:
        return None
    after, scale = index + 1, 1
    if words.glued(after) and words.at(after) in numbers.suffixes:
        scale, after = numbers.suffixes[words.at(after)], after + 1
    while (word_scale := _scale_at(words, after, numbers)) is not None and word_scale > scale:
        scale, after = scale * word_scale, after + 1
    if _DECIMAL.fullmatch(words.at(index)) and scale == 1:
        scale_ahead = _scale_of_range(words, after, numbers)
        if scale_ahead is None:
            return None
        scale = scale_ahead
    return _numeral(index, after, amount * scale, scale, "digits")


def _scale_of_range(words: Words, index: int, numbers: Numbers) -> int | None:
    """The scale that a decimal borrows from the end of its range ("1.5 to 2 million")."""
    if (words.at(index) in ("to", "and", "or") or words.hyphen(index)) and words.digits(index + 1):
        return numbers.scales.get(words.at(index + 2))
    return None


def _numeral(first: int, after: int, amount: Fraction | int, scale: int, form: NumeralForm) -> Numeral:
    return Numeral(first, after, int(amount), scale, form)


def _vague_plural(words: Words, index: int, numbers: Numbers) -> Numeral:
    value, after = 2 * numbers.vague[words.at(index)], index + 1
    while words.at(after) == "of" and words.at(after + 1) in numbers.vague:
        value, after = value * numbers.vague[words.at(after + 1)], after + 2
    return Numeral(index, after, value, value // 2, "vague")


def _few(words: Words, first: int, index: int, numbers: Numbers) -> Numeral | None:
    """Few of a scale: "several hundred", "a few dozen", "a couple of hundred"; "couple" alone is two."""
    couple, after = words.at(index) == "couple", index + 1
    if couple and words.at(after) == "of":
        after += 1
    scale = 1
    while (factor := numbers.scales.get(words.at(after)) or numbers.vague.get(words.at(after))) is not None:
        scale, after = scale * factor, after + 1
    if scale > 1:
        return Numeral(first, after, 2 * scale, scale, "words" if couple else "vague")
    return Numeral(first, index + 1, 2, 1, "words") if couple and first < index else None


def _with_article(words: Words, index: int, numbers: Numbers) -> Numeral | None:
    at = index
    if words.at(at) in ("a", "an"):
        at += 1 + (words.at(at + 1) in ("good", "full", "round", "further", "whole", "mere"))
    word = words.at(at)
    if word in ("few", "couple") and at > index:
        return _few(words, index, at, numbers)
    if word == "pair" and at > index:
        return Numeral(index, at + 1, 2, 1, "words")
    if word in ("half", "quarter"):
        after = at + 1
        while words.hyphen(after) or words.at(after) in ("a", "an", "of"):
            after += 1
        scale = _scale_at(words, after, numbers)
        part = _HALF if word == "half" else _QUARTER
        return None if scale is None else _numeral(index, after + 1, part * scale, scale, "words")
    if at == index or _scale_at(words, at, numbers) is None:
        return None
    found = _cardinal(words, at, numbers)
    return None if found is None else Numeral(index, found.after, found.value, found.scale, "words")


def _cardinal(words: Words, index: int, numbers: Numbers) -> Numeral | None:
    """A spelled number ("forty-nine", "a hundred and twenty", "two and a half million", "two dozen")."""
    if words.at(index) == "score" and words.at(index - 1) not in ("a", "full", "good", "further"):
        return None
    total, group, scale, at = 0, 0, 1, index
    while True:
        conjoined = at > index and words.at(at) == "and" and scale >= 100 and group % 100 == 0
        step = at + (conjoined or (at > index and words.hyphen(at)))
        word = words.at(step)
        if word in numbers.units and _takes_unit(group, numbers.units[word], is_first=at == index):
            group, scale = group + numbers.units[word], 1
        elif word in numbers.tens and group % 100 == 0:
            group, scale = group + numbers.tens[word], 1
        elif word in numbers.scales and not conjoined and (group or at == index or numbers.scales[word] > 100):
            scale = numbers.scales[word]
            if scale > 100:
                total, group = (total + group * scale, 0) if group else ((total or 1) * scale, 0)
            elif group < 100:
                group = (group or 1) * scale
            else:
                break
        else:
            break
        at = step + 1
    return _finish(words, index, at, total + group, scale, numbers)


def _takes_unit(group: int, unit: int, *, is_first: bool) -> bool:
    """Whether a unit can follow the group so far: after nothing, hundreds ("a hundred and two") or tens."""
    if is_first:
        return True
    return unit > 0 and (group % 100 == 0 or (unit < 10 and group % 10 == 0 and group % 100 >= 20))


def _finish(words: Words, first: int, after: int, value: int, scale: int, numbers: Numbers) -> Numeral | None:
    amount = Fraction(value)
    if tuple(words.lower[after : after + 3]) == _AND_A_HALF:
        following = numbers.scales.get(words.at(after + 3))
        if following is not None:
            amount, scale, after = (amount + _HALF) * following, following, after + 4
        elif scale >= 1000:
            amount, after = amount + _HALF * scale, after + 3
    if words.hyphen(after) and words.at(after + 1) in numbers.ordinals:
        return None
    return _numeral(first, after, amount, scale, "words")
