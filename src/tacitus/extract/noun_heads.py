"""What a number counts: people, things, or what the word lists do not know."""

from __future__ import annotations

from typing import Literal

from tacitus.extract.quantity_lexicon import quantity_lexicon
from tacitus.extract.quantity_words import CLOSERS, HYPHENS, PARAGRAPH, QUOTES, Words

Head = Literal["people", "thing", "unknown"]
# More modifiers than this do not stand before a noun in news prose.
_REACH = 6
# Plurals in form or sense that may describe a thing ("three police vehicles").
_DESCRIBING = frozenset(("police", "military", "infantry", "staff", "personnel", "youth", "cavalry", "crew"))


def is_plural_person(word: str) -> bool:
    """Whether the word names several people, by list or by ending ("tribesmen")."""
    people = quantity_lexicon().people
    return word in people.many or (
        word.endswith(people.endings) and not word.rstrip("s").endswith(tuple(people.exceptions))
    )


def counted(words: Words, index: int) -> Head:
    """What a number that ends before token ``index`` counts, by the head of the noun phrase that begins there.

    Modifiers are passed over ("12 Russian-made tanks"); a singular noun describes the noun after it ("two tank
    crewmen", "three police stations"); "of" leads to the whole counted from ("six of the rockets").
    """
    start = words.skip_quotes(index)
    if words.at(start) == "of":
        return _counted_of(words, start + 1)
    return plural_head(words, start)[0]


def _counted_of(words: Words, index: int) -> Head:
    lexicon = quantity_lexicon()
    start = words.skip_quotes(index)
    if words.at(start) in lexicon.people.pronouns and words.at(start) not in lexicon.determiners:
        return "people"
    while words.at(start) in lexicon.determiners or words.at(start) in QUOTES:
        start += 1
    if words.at(start) == "own" and _ends_phrase(words, start + 1):
        return "people"
    if words.digits(start) or words.at(start) in lexicon.numbers.units:
        start += 1
        if words.at(start) in CLOSERS:
            return "people"
    return plural_head(words, start)[0]


def plural_head(words: Words, start: int) -> tuple[Head, int]:
    """What the plural noun phrase from ``start`` on names, and the token after its last known word."""
    lexicon = quantity_lexicon()
    found: tuple[Head, int] = ("unknown", start)
    for at in range(start, min(start + _REACH, len(words))):
        word = words.at(at)
        if word in CLOSERS or word == PARAGRAPH or words.digits(at) or word in lexicon.numbers.units:
            break
        if is_plural_person(word) and word not in lexicon.people.states:
            return ("thing" if _noun_of(words, at) == "thing" else "people"), at + 1
        if word in lexicon.things.many:
            return ("people" if _noun_of(words, at) == "people" else "thing"), at + 1
        if word in lexicon.people.states:
            found = ("people", at + 1)
        elif (word in HYPHENS and not words.hyphen(at)) or (word in lexicon.stop and not words.hyphen(at - 1)):
            break
    return found


def _noun_of(words: Words, at: int) -> Head:
    """What the next word makes of a plural before it ("police vehicles", "aircraft mechanics")."""
    lexicon, word = quantity_lexicon(), words.at(at + 1)
    if word in lexicon.things.many and words.at(at) in _DESCRIBING:
        return "thing"
    return "people" if is_plural_person(word) and word not in lexicon.people.states else "unknown"


def person_at(words: Words, index: int) -> int | None:
    """The index after one person that a noun phrase from ``index`` on names ("Danish peacekeeper"), else ``None``.

    At most four modifiers are passed over, hyphenated ones ("eight-year-old") counting once; a noun that only
    describes a thing ("police station", "major offensive") is no person.
    """
    lexicon = quantity_lexicon()
    at, modifiers = words.skip_quotes(index), 0
    while modifiers <= 4:
        word = words.at(at)
        if word in lexicon.people.one and words.at(at + 1) not in lexicon.people.one:
            if _stands_alone(words, at):
                return at + 1
            if word not in lexicon.people.descriptive or words.at(at + 1) in lexicon.things.one:
                return None
        if not word or word in lexicon.stop or word in CLOSERS or word == PARAGRAPH:
            return None
        if is_plural_person(word) and word not in lexicon.people.states and words.at(at + 1) not in lexicon.people.one:
            return None
        if modifiers <= 1 and _is_one_of_a_people(words, at):
            return at + 1
        at = words.skip_quotes(at + 1)
        while words.hyphen(at):
            at += 2
        if words.at(at - 1) == "old" and words.at(at - 2) in HYPHENS and _ends_phrase(words, at):
            return at
        modifiers += 1
    return None


def _stands_alone(words: Words, at: int) -> bool:
    lexicon, following = quantity_lexicon(), words.at(at + 1)
    if following in lexicon.things.one or following in lexicon.things.many or words.hyphen(at + 1):
        return False
    return words.at(at) not in lexicon.people.descriptive or _ends_phrase(words, at + 1)


def _ends_phrase(words: Words, at: int) -> bool:
    lexicon, word = quantity_lexicon(), words.at(at)
    return (
        not word
        or not word[0].isalnum()
        or word in lexicon.stop
        or word in lexicon.people.casualty
        or word.endswith(("ed", "ing"))
        or words.capital(at)
    )


def _is_one_of_a_people(words: Words, at: int) -> bool:
    """Whether the word is a capital demonym that stands as a noun ("a Uruguayan was killed")."""
    word, following = words.at(at), words.at(at + 1)
    lexicon = quantity_lexicon()
    return (
        words.capital(at)
        and len(word) > 4
        and word.endswith(lexicon.people.demonym_endings)
        and (following in lexicon.stop or following in lexicon.people.casualty or following in CLOSERS)
    )
