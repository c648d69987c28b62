"""Hedges ("at least", "nearly", "or so") and the bounds that they set."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.extract.quantity_lexicon import HedgeKind, quantity_lexicon
from tacitus.extract.quantity_words import QUOTES, Words
from tacitus.model import Bounds

# How far back the count may stand that "passed" or "topped" speaks of.
_COUNT_REACH = 14
# Below this a word like "over" before the number is a preposition.
_SMALL = 5


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge and the tokens ``[first, after)`` that it covers together with its number."""

    kind: HedgeKind
    first: int
    after: int


def bounds_of(kind: HedgeKind, value: int, *, vague: bool = False) -> Bounds:
    """The bounds that the output contract gives a hedged number; a vague one ("dozens") has no upper bound."""
    if kind == "up_to":
        return Bounds(0, value, value)
    if vague or kind in ("at_least", "more_than"):
        return Bounds(value, value, None)
    if kind == "nearly":
        return Bounds(_ceil_tenths(9 * value), value, value)
    if kind == "about":
        return Bounds(9 * value // 10, value, _ceil_tenths(11 * value))
    return Bounds(value, value, value)


def bounds_of_range(kind: HedgeKind, low: int, high: int) -> Bounds:
    """The bounds of "low to high": the middle, rounded down, is best; "at least" opens the end, "up to" the start."""
    if kind == "up_to":
        return Bounds(0, high, high)
    if kind in ("at_least", "more_than"):
        return Bounds(low, (low + high) // 2, None)
    return Bounds(low, (low + high) // 2, high)


def _ceil_tenths(tenths: int) -> int:
    return -(-tenths // 10)


def read_hedge(words: Words, first: int, after: int, *, value: int) -> Hedge:
    """The hedge around the number ``value`` in tokens ``[first, after)``; of kind ``exact`` where there is none.

    Quotation marks and "the", "another" may stand between ("at least “the 300”"). Of two stacked hedges the one that
    sets a bound wins over the one that blurs ("perhaps as many as 150" is at most 150).
    """
    start, kind = _before(words, first, value)
    end, suffix = _after(words, after)
    if suffix is not None and kind in ("exact", "about"):
        kind = suffix
    return Hedge(kind, start, end)


def _before(words: Words, first: int, value: int) -> tuple[int, HedgeKind]:
    intensifiers = quantity_lexicon().hedging.intensifiers
    start = first
    kind: HedgeKind = "exact"
    for _ in range(2):
        found = _phrase_before(words, start, value)
        if found is None:
            break
        start = found[0]
        kind = found[1] if kind in ("exact", "about") else kind
    while start < first and words.at(start - 1) in intensifiers:
        start -= 1
    return start, kind


def _phrase_before(words: Words, start: int, value: int) -> tuple[int, HedgeKind] | None:
    hedging = quantity_lexicon().hedging
    end = _gap(words, start)
    last = words.at(end - 1)
    if last in hedging.of_counts and _of_a_count(words, end - 1):
        return end - 1, "more_than"
    for phrase, kind in hedging.before.get(last, ()):
        begin = end - len(phrase)
        if begin < 0 or words.lower[begin:end] != phrase:
            continue
        return None if _is_no_hedge(words, begin, end, value) else (begin, kind)
    return None


def _is_no_hedge(words: Words, begin: int, end: int, value: int) -> bool:
    """Whether the hedge phrase in tokens ``[begin, end)`` means something else here ("climbed up to 13")."""
    hedging = quantity_lexicon().hedging
    word, before = words.at(begin), words.at(begin - 1)
    if words.lower[begin:end] == ("up", "to"):
        return before in hedging.moves
    if end - begin > 1 or word not in hedging.prepositions:
        return False
    if word == "about" and (before in hedging.topics or (before in hedging.quoted_topics and words.at(end) in QUOTES)):
        return True
    return words.at(end) == "the" or (value < _SMALL and word not in ("about", "around"))


def _gap(words: Words, start: int) -> int:
    """The index before which a hedge must end: quotation marks, "the", "another" and "a further" are passed over."""
    between = quantity_lexicon().hedging.between
    at = start
    while words.at(at - 1) in QUOTES or words.at(at - 1) in between:
        at -= 1
        if words.at(at) in ("further", "additional", "extra") and words.at(at - 1) in ("a", "an"):
            at -= 1
    return at


def _of_a_count(words: Words, index: int) -> bool:
    """Whether the words before speak of a count ("the toll has passed"), not of movement."""
    counts = quantity_lexicon().hedging.counts
    return not counts.isdisjoint(words.lower[max(0, index - _COUNT_REACH) : index])


def _after(words: Words, after: int) -> tuple[int, HedgeKind | None]:
    at = words.skip_quotes(after)
    if words.at(at) == "+" and words.glued(at):
        return at + 1, "at_least"
    if words.hyphen(at):
        at += 1
    elif words.at(at) == ",":
        at = words.skip_quotes(at + 1)
        if words.at(at) != "at":
            return after, None
    for phrase, kind in quantity_lexicon().hedging.after.get(words.at(at), ()):
        end = at + len(phrase)
        # "12 killed here and 3 there, at least 9 of them": the phrase belongs to a number that follows it.
        if words.lower[at:end] == phrase and not (phrase[0] == "at" and _number_follows(words, end)):
            return end, kind
    return after, None


def _number_follows(words: Words, index: int) -> bool:
    numbers = quantity_lexicon().numbers
    word = words.at(words.skip_quotes(index))
    return (
        word[:1].isdigit()
        or any(word in names for names in (numbers.units, numbers.tens, numbers.vague))
        or (word in ("a", "an", "half") and (words.at(index + 1) in numbers.scales or word == "half"))
    )
