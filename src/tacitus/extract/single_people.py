"""Numbers told without a numeral: "a soldier", "both pilots", "nobody", "no casualties"; and what "one" counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tacitus.extract.noun_heads import counted, is_plural_person, person_at, plural_head
from tacitus.extract.numerals import Numeral
from tacitus.extract.quantity_lexicon import quantity_lexicon
from tacitus.extract.quantity_words import CLOSERS, PARAGRAPH, QUOTES, Words

# How far from "nobody" the word may stand that tells what befell nobody.
_FATE_REACH = 9
# How far after "a resident" the verb may stand that makes the person a source.
_SAYING_REACH = 7
_BE = frozenset(("is", "was", "were", "are", "has", "had", "have", "would", "will", "remains", "remained"))
# The words with which the numbers of this module begin.
STARTERS = frozenset(("a", "an", "another", "both", "nobody", "no", "none", "not", "without"))
_ANAPHORIC = frozenset(("this", "that", "each", "every", "any", "which", "the", "no", "another"))


@dataclass(frozen=True, slots=True)
class SinglePeople:
    """A number of people in tokens ``[first, after)`` whose number word is ``[first, number_after)``."""

    first: int
    number_after: int
    after: int
    value: int
    form: Literal["words", "article", "none"]


def read_one_person(words: Words, index: int) -> SinglePeople | None:
    """An article and a person ("a Danish peacekeeper"), unless the person is a source or acts "as a soldier"."""
    if words.at(index) not in ("a", "an", "another"):
        return None
    if _is_one_more(words, index + 1):
        ordinal = words.at(index + 1) in quantity_lexicon().numbers.ordinals
        return SinglePeople(index, index + 1, index + 1 + ordinal, 1, "article")
    after = person_at(words, index + 1)
    if after is None or words.at(index - 1) in ("as", "like", "become", "became") or _is_source(words, index, after):
        return None
    people, last = quantity_lexicon().people, words.at(after - 1)
    if last in people.one and (last not in people.after_article or (last == "body" and words.at(after) == "of")):
        return None
    return SinglePeople(index, index + 1, after, 1, "article")


def _is_one_more(words: Words, index: int) -> bool:
    """Whether one more person is told of without a noun: "a third died", "wounding a fourth.", "wounded another"."""
    lexicon, following = quantity_lexicon(), words.at(index + 1)
    if words.at(index - 1) == "another" and words.at(index - 2) in lexicon.people.casualty:
        return words.at(index) in CLOSERS or words.at(index) in lexicon.stop
    if words.at(index) not in lexicon.numbers.ordinals:
        return False
    verb = following in ("was", "is", "died", "dies") or (following in lexicon.people.casualty and following != "of")
    return verb or (following in CLOSERS and words.at(index - 2) in lexicon.people.casualty)


def _is_source(words: Words, index: int, after: int) -> bool:
    people, before = quantity_lexicon().people, words.at(index - 1)
    if before in ("told", "tells", "telling", "asked") or (before == "to" and words.at(index - 2) == "according"):
        return True
    for at in range(after, after + _SAYING_REACH):
        word = words.at(at)
        if word in people.saying:
            return True
        if word in _BE or word in people.casualty or word in ("who", "that"):
            return False
        if word in CLOSERS or word == PARAGRAPH:
            break
    return before in people.saying


def read_both(words: Words, index: int) -> SinglePeople | None:
    """Two, told by "both" ("both pilots"), where a noun for people follows."""
    if words.at(index) != "both" or words.at(index + 1) == "of" or counted(words, index + 1) != "people":
        return None
    return SinglePeople(index, index + 1, index + 1, 2, "words")


def read_nobody(words: Words, index: int) -> SinglePeople | None:
    """Zero: "nobody", "no one", "none of its regulars", "no casualties", "not a single soldier", "without loss"."""
    word, following = words.at(index), words.at(index + 1)
    if word == "no" and (following == "one" or (words.hyphen(index + 1) and words.at(index + 2) == "one")):
        after = index + 2 + (following != "one")
        return _zero(index, after, after) if _tells_a_fate(words, index, after) else None
    if word == "nobody":
        return _zero(index, index + 1, index + 1) if _tells_a_fate(words, index, index + 1) else None
    if word == "none":
        return _none(words, index)
    if word == "no":
        return _no_people(words, index, index + 1)
    if word == "not" and following in ("one", "a"):
        return _no_people(words, index, index + 2)
    if word == "without":
        return _without(words, index)
    return None


def _zero(first: int, number_after: int, after: int) -> SinglePeople:
    return SinglePeople(first, number_after, after, 0, "none")


def _tells_a_fate(words: Words, first: int, after: int) -> bool:
    casualty = quantity_lexicon().people.casualty
    for step, start in ((1, after), (-1, first - 1)):
        for at in range(start, start + step * _FATE_REACH, step):
            word = words.at(at)
            if word in (".", PARAGRAPH, ""):
                break
            if word in casualty:
                return True
    return False


def _none(words: Words, index: int) -> SinglePeople | None:
    if words.at(index + 1) == "of":
        head = counted(words, index + 1)
        known = head == "people" or (head == "unknown" and _tells_a_fate(words, index, index + 1))
        return _zero(index, index + 1, index + 1) if known else None
    return _zero(index, index + 1, index + 1) if _tells_a_fate(words, index, index + 1) else None


def _no_people(words: Words, index: int, start: int) -> SinglePeople | None:
    """Zero of a noun: "no Russian soldiers", "not one corpse"; ``start`` is the token after the number words."""
    after = person_at(words, start)
    if after is None and words.at(index) == "no":
        head, end = plural_head(words, start)
        after = end if head == "people" and is_plural_person(words.at(end - 1)) else None
    if after is None and words.at(index) == "no" and words.capital(start) and words.at(start + 1) in _BE:
        after = start + 1 if _tells_a_fate(words, index, start + 1) else None  # "no Americans were hurt"
    if after is None or (words.at(index) == "no" and _is_source(words, index, after)):
        return None
    return _zero(index, start, after)


def _without(words: Words, index: int) -> SinglePeople | None:
    at = index + 1
    if words.at(at) in ("causing", "suffering", "any", "a", "incurring", "further"):
        at += 1 + (words.at(at + 1) in ("any", "a", "single"))
    word = words.at(at)
    if word in ("loss", "losses", "casualties", "injury", "injuries", "casualty", "fatalities", "bloodshed", "deaths"):
        if word == "loss" and words.at(at + 1) == "of" and words.at(at + 2) != "life":
            return None
        return _zero(index, index + 1, at + 1)
    return None


def counts_one(words: Words, numeral: Numeral) -> bool:
    """Whether a numeral of value one counts a person ("one child", "one of them", "wounding one"), not something else.

    "One" is too common a pronoun to be kept wherever an unknown word follows.
    """
    lexicon = quantity_lexicon()
    before, at = words.at(numeral.first - 1), words.skip_quotes(numeral.after)
    following = words.at(at)
    if person_at(words, at) is not None:
        return True
    if following == "of":
        return counted(words, at) == "people"
    if before in _ANAPHORIC or following == "another":
        return False
    if counted(words, at) != "unknown":
        return counted(words, at) == "people"
    if following in lexicon.people.casualty or following in _BE or following == "more":
        return True
    if following in CLOSERS or following in lexicon.stop or not following or following in QUOTES:
        return following not in lexicon.people.saying and (
            before in lexicon.people.casualty or before in ("only", "least", "just", "than", "to", "from", "at", "and")
        )
    return words.capital(at)
