"""Numbers that are no numbers of people: dates, years, clock times, ages, prices, measures, names, scores, things."""

from __future__ import annotations

from tacitus.extract.noun_heads import Head, is_plural_person
from tacitus.extract.numerals import Numeral, read_numeral
from tacitus.extract.quantity_lexicon import quantity_lexicon
from tacitus.extract.quantity_words import CLOSERS, PARAGRAPH, QUOTES, Words

_OLDEST = 110
# More people than there are.
_MOST = 10_000_000_000
_YEARS = range(1800, 2100)
_DAYS = 31
# "Number" before a larger numeral is the verb ("its soldiers number 3,664").
_LABELLED = 100
# Before four digits these make them a count.
_COUNTING = frozenset(("than", "least", "nearly", "almost", "some", "estimated", "roughly", "approximately", "exactly"))
_NIGHT = ("at", "night")
_AT_HOUR = frozenset(("at", "by", "past", "around", "about", "before", "after", "until", "since"))
_BULLETS = 100
# So many groups of digits in a row are a telephone number; so many days are listed before their month.
_RUN = 3
_LISTED = 6
_VOTES = frozenset(("vote", "votes", "voted", "voting"))
_LINKS = frozenset(("and", "or", "to", "-", "–", "&"))
_LISTING = _LINKS | {","}


def counts_no_people(words: Words, numeral: Numeral, head: Head) -> bool:
    """Whether the numeral cannot count people; ``head`` is what it counts by the noun after it.

    A number followed by an unknown noun, or by none, may count people.
    """
    return (
        numeral.value > _MOST
        or _is_glued(words, numeral)
        or _is_date(words, numeral, head)
        or _is_year(words, numeral, head)
        or _is_clock(words, numeral)
        or _is_age(words, numeral, head)
        or _is_money_or_share(words, numeral)
        or _is_label(words, numeral, head)
        or _is_marker(words, numeral)
        or _is_fraction_or_ratio(words, numeral)
        or (head == "thing" and not _is_compound_of_people(words, numeral.after))
    )


def _is_glued(words: Words, numeral: Numeral) -> bool:
    """Part of a longer word: "M23", "F-16", "31st", "155mm", "12-mile"; but "200-strong" and "20-man" count people."""
    first, after = numeral.first, numeral.after
    before = words.at(first - 1)
    if words.glued(first) and (before[-1:].isalnum() or before in "/.#+_@" or words.hyphen(first - 1)):
        return not (before == "/" and not words.digits(first - 2))
    if words.at(after) == "/" and words.glued(after) and words.digits(after + 1):
        return True
    if words.hyphen(after):
        return not _is_compound_of_people(words, after)
    following = words.at(after)
    return words.glued(after) and numeral.form == "digits" and (following[:1].isalnum() or following in "/°#_@")


def _is_compound_of_people(words: Words, after: int) -> bool:
    return words.hyphen(after) and words.at(after + 1) in quantity_lexicon().things.compounds


def _is_month(words: Words, index: int) -> bool:
    word = words.at(index)
    return word in quantity_lexicon().things.months and (words.capital(index) or len(word) > 4)


def _is_date(words: Words, numeral: Numeral, head: Head) -> bool:
    """A day before or after its month, also in a list ("6, 7 or 8 May"); "In May 12 soldiers" is none."""
    if numeral.form != "digits" or numeral.value > _DAYS or numeral.scale > 1:
        return False
    at = numeral.after
    while words.at(at) in _LISTING and words.digits(at + 1) and at < numeral.after + 2 * _LISTED:
        at += 2
    if _is_month(words, at) and not (words.at(at) == "may" and not words.capital(at)):
        return True
    back = numeral.first
    while words.at(back - 1) in _LINKS and words.digits(back - 2) and back > numeral.first - 2 * _LISTED:
        back -= 2
    dotted = words.at(back - 1) == "." and len(words.at(back - 2)) <= 4
    return _is_month(words, back - 1 - dotted) and head != "people"


def _is_year(words: Words, numeral: Numeral, head: Head) -> bool:
    """Four digits without a comma in the range of years, unless a noun, a hedge or a verb makes them a count."""
    first, token = numeral.first, words.at(numeral.first)
    if not (token.isdecimal() and len(token) == 4 and int(token) in _YEARS and numeral.scale == 1):
        return False
    lexicon = quantity_lexicon()
    before = words.at(words.skip_quotes(first - 1, -1))
    if before in _COUNTING:
        return False
    if before in lexicon.people.casualty and words.at(numeral.after) not in ("-", "–"):
        return False
    return head != "people" or (before in lexicon.things.year_before and before != "of") or _is_month(words, first - 1)


def _is_clock(words: Words, numeral: Numeral) -> bool:
    """Clock times: "5 a.m.", "11 o'clock", "at six in the morning"; "9:00" and "0500" are no numerals."""
    things, after = quantity_lexicon().things, numeral.after
    if words.at(after) in things.clocks and not (words.at(after) == "am" and words.at(after - 1) == "i"):
        return True
    if _is_military_clock(words, numeral):
        return True
    before, following = words.at(numeral.first - 1), words.at(after)
    in_the = following == "in" and words.at(after + 1) == "the" and words.at(after + 2) in things.times_of_day
    on_day = following == "on" and words.at(after + 2) in things.times_of_day
    return numeral.value <= 12 and (
        on_day or (before in _AT_HOUR and (in_the or (following, words.at(after + 1)) == _NIGHT))
    )


def _is_military_clock(words: Words, numeral: Numeral) -> bool:
    """Four bare digits after a preposition that opens the sentence: "At 1130 the observers"."""
    token, at = words.at(numeral.first), numeral.first - 1
    opens = words.at(at) in ("at", "by", "from") and words.capital(at)
    return opens and token.isdecimal() and len(token) == 4 and numeral.value < 2400 and numeral.value % 100 < 60


def _is_age(words: Words, numeral: Numeral, head: Head) -> bool:
    """Ages: "aged 34", "a girl of seven", "34-year-old", "Noor Shah, 34, a farmer", "boys under 12", "she is 34"."""
    if numeral.value > _OLDEST or numeral.scale > 1 or head == "people":
        return False
    people, first, after = quantity_lexicon().people, numeral.first, numeral.after
    before = words.at(first - 1)
    if before in people.age_words or (before in ("between", "under", "over", "from") and words.at(first - 2) == "aged"):
        return True
    if before in ("of", "under", "over") and words.at(first - 2) in people.persons and words.at(after) != "of":
        return True
    if before == "of" and words.at(first - 2) in people.age_words:
        return True
    if before == "(" and words.at(after) == ")":
        return words.capital(first - 2) or words.at(first - 2) in people.persons
    if words.at(first - 2) in ("he", "she") and before in ("is", "was"):
        return True
    return before == "," and words.at(after) in (",", ".") and _names_one(words, first - 2)


def _names_one(words: Words, index: int) -> bool:
    """Whether the word is a person's noun or the last word of a name of two words or more."""
    if words.at(index) in quantity_lexicon().people.one or words.at(index) in ("he", "she"):
        return True
    return words.capital(index) and words.capital(index - 1)


def _is_money_or_share(words: Words, numeral: Numeral) -> bool:
    things, after = quantity_lexicon().things, numeral.after
    if words.at(words.skip_quotes(numeral.first - 1, -1)) in things.currencies:
        return True
    following = words.at(after)
    if following in things.percents or (following == "per" and words.at(after + 1) == "cent"):
        return True
    return following in things.money or following in things.currencies or words.at(after + 1) in things.money


def _is_label(words: Words, numeral: Numeral, head: Head) -> bool:
    """The name of a thing: "Brigade 30", "No. 6", "Resolution 598", "page 12", "phase two", "the Group of 20"."""
    things, at = quantity_lexicon().things, numeral.first - 1
    before = words.at(at)
    if before in ("№", "#") or (before == "of" and words.capital(at - 1) and words.at(at - 1) in ("group", "gang")):
        return True
    if before in things.word_labels and head != "people":
        return True
    if numeral.form != "digits" or numeral.scale > 1:
        return False
    dotted = before == "." and words.at(at - 1) in ("no", "nos", "p", "pp", "art", "vol", "para", "nr")
    if dotted or (before in things.labels and not (before == "no" and head == "people")):
        return True
    if before in ("number", "numbers") and numeral.value < _LABELLED and not is_plural_person(words.at(at - 1)):
        return head != "people"
    return before in things.capital_labels and words.capital(at) and head != "people"


def _is_marker(words: Words, numeral: Numeral) -> bool:
    """Bullets ("1. ", "2)"), footnotes ("[12]") and telephone numbers."""
    first, after = numeral.first, numeral.after
    if numeral.form != "digits":
        return False
    if words.at(first - 1) == "[" and words.at(after) == "]":
        return True
    opens = _opens_line(words, first) or (words.at(first - 1) == "(" and _opens_line(words, first - 1))
    if opens and words.at(after) in (".", ")") and words.glued(after) and numeral.value < _BULLETS:
        return True
    return _digit_run(words, first) >= _RUN


def _opens_line(words: Words, index: int) -> bool:
    if index <= 0 or words.at(index - 1) in (PARAGRAPH, "•"):
        return True
    return "\n" in words.text[words.ends[index - 1] : words.starts[index]]


def _digit_run(words: Words, first: int) -> int:
    """How many groups of digits stand in a row there, at most ``_RUN``; hyphens and brackets may join them."""
    run = 1
    for step in (1, -1):
        at = first + step
        while run < _RUN and (words.digits(at) or (words.at(at) in ("-", "(", ")") and words.digits(at + step))):
            run += words.digits(at)
            at += step
    return run


def _is_fraction_or_ratio(words: Words, numeral: Numeral) -> bool:
    """Parts: "two thirds", "one in five", and the sides of a vote ("voted 14 to one")."""
    first, after = numeral.first, numeral.after
    if words.at(after) in quantity_lexicon().numbers.fractions or words.at(after) == "times":
        return True
    if not _VOTES.isdisjoint(words.lower[max(0, first - 3) : first]):
        return True
    return _is_part_of_ratio(words, numeral)


def _is_part_of_ratio(words: Words, numeral: Numeral) -> bool:
    """Either number of "one in five", whose second is larger, round about ten and ends the phrase."""
    first, after = numeral.first, numeral.after
    if words.at(after) == "in":
        whole = read_numeral(words, after + 1)
        return whole is not None and _is_ratio(words, numeral.value, whole)
    if words.at(first - 1) == "in":
        part = read_numeral(words, first - 2)
        return part is not None and part.after == first - 1 and _is_ratio(words, part.value, numeral)
    return False


def _is_ratio(words: Words, part: int, whole: Numeral) -> bool:
    following = words.at(whole.after)
    ends = not following or following in CLOSERS or following in QUOTES or following in quantity_lexicon().stop
    return part < whole.value <= 100 and part <= 10 and ends and whole.first + 1 == whole.after
