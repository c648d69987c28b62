"""Ranges ("between 50 and 60", "six or seven", "40, perhaps 50") and what only looks like one ("from 27 to 44")."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.extract.hedges import read_hedge
from tacitus.extract.noun_heads import counted
from tacitus.extract.numerals import Numeral, read_numeral
from tacitus.extract.quantity_lexicon import quantity_lexicon
from tacitus.extract.quantity_words import PARAGRAPH, Words

# A range wider than this is two numbers that happen to stand together.
_WIDEST = {"to": 20, "-": 20, "or": 3, ",": 3, "and": 1000}
# How far back the verb of "raised the toll from 27 to 44" may stand.
_VERB_REACH = 25


@dataclass(frozen=True, slots=True)
class NumberRange:
    """Two numbers told as one: ``opening`` is the token where it begins ("between"), ``whole`` spans both numerals."""

    opening: int
    low: int
    whole: Numeral


def read_range(words: Words, numeral: Numeral) -> NumberRange | None:
    """The range whose lower end is ``numeral``; ``None`` where the number stands alone.

    "From A to B" is a range after "anywhere" and the like, or before a noun for people unless a verb of change stands
    before; else it is two numbers.
    """
    if numeral.form == "vague":
        return None
    opening = numeral.first
    hedged = read_hedge(words, opening, opening, value=numeral.value).first
    link = _link(words, numeral.after, between=words.at(hedged - 1) == "between")
    upper = read_numeral(words, numeral.after + 1 + (link == ",")) if link else None
    if upper is None or upper.form == "vague":
        return None
    low = _lower_end(numeral, upper)
    if not low < upper.value <= low * _WIDEST[link]:
        return None
    if link in ("to", "-") and words.at(hedged - 1) == "from":
        if not _is_one_span(words, hedged - 1, upper):
            return None
        opening = hedged - 1
    elif link == "to" and words.at(hedged - 1) in quantity_lexicon().hedging.changes:
        return None
    elif link == "and":
        opening = hedged - 1
    if opening < numeral.first and words.at(opening - 1) in quantity_lexicon().hedging.spans:
        opening -= 1
    whole = Numeral(numeral.first, upper.after, upper.value, upper.scale, numeral.form)
    return NumberRange(opening, low, whole)


def _link(words: Words, index: int, *, between: bool) -> str:
    word = words.at(index)
    if words.hyphen(index):
        return "-"
    if word in ("to", "or") and not between:
        return word
    if word == "," and words.at(index + 1) in ("perhaps", "maybe", "possibly"):
        return word
    return "and" if between and word in ("and", "to") else ""


def _lower_end(lower: Numeral, upper: Numeral) -> int:
    """The lower end, scaled like the upper one where only that tells the scale ("20 to 30 thousand")."""
    if lower.scale == 1 and upper.scale > 1 and lower.value <= upper.value // upper.scale:
        return lower.value * upper.scale
    return lower.value


def _is_one_span(words: Words, index: int, upper: Numeral) -> bool:
    """Whether "from A to B" with "from" at ``index`` is one range, not a change from one count to the next."""
    hedging = quantity_lexicon().hedging
    if words.at(index - 1) in hedging.spans:
        return True
    for at in range(index - 1, max(-1, index - _VERB_REACH), -1):
        if words.at(at) in (".", ";", PARAGRAPH):
            break
        if words.at(at) in hedging.changes:
            return False
    return counted(words, upper.after) == "people"
