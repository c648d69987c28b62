"""Whether a number tells of history rather than of the news of the report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from tacitus.extract.figure_lexicon import figure_lexicon
from tacitus.resolve.syntax import Syntax

_YEARS = range(1800, 2100)
_FEWEST_PARAGRAPHS = 4  # of a report whose last one may be its background


def is_background(syntax: Syntax, token: int) -> bool:
    """Whether the number at ``token`` belongs to the past that the report recalls.

    A day of the week or another word of news in its sentence makes it news. Else a year, a month without a day, a war
    or a long span of time makes it history, and so does standing beside such a sentence or in the closing paragraph,
    where reports recall what went before.
    """
    sentence = _sentence(syntax, token, 0)
    lexicon = figure_lexicon()
    if any(syntax.lower[index] in lexicon.news for index in sentence):
        return False
    if _dated(syntax, sentence):
        return True
    before = _sentence(syntax, token, -1)
    if any(_year(syntax, index) for index in before) and syntax.paragraph[before[0]] == syntax.paragraph[token]:
        return True
    closing = syntax.paragraph[-1]
    return closing >= _FEWEST_PARAGRAPHS and syntax.paragraph[token] == closing


def is_of_then(syntax: Syntax, token: int) -> bool:
    """Whether "then" closes a clause in the sentence of ``token``: at that time, not next ("the army said then")."""
    sentence = _sentence(syntax, token, 0)
    return any(
        syntax.lower[index] == "then" and syntax.upos[syntax.head[index]] == "VERB" and syntax.upos[after] == "PUNCT"
        for index, after in pairwise(sentence)
    )


def _sentence(syntax: Syntax, token: int, offset: int) -> list[int]:
    wanted = syntax.sentence[token] + offset
    first, last = bisect_left(syntax.sentence, wanted), bisect_right(syntax.sentence, wanted)
    return [index for index in range(first, last) if syntax.upos[index] != "SPACE"]


def _year(syntax: Syntax, index: int) -> bool:
    """Whether the token is a year, a decade or a span of years ("1994", "1990s", "1994-96")."""
    first = syntax.words[index].removesuffix("s").partition("-")[0].partition("–")[0]
    return len(first) == 4 and first.isdecimal() and int(first) in _YEARS


def _day(word: str) -> bool:
    return word.isdecimal() and len(word) < 3


def _dated(syntax: Syntax, sentence: list[int]) -> bool:
    """Whether a sentence without news tells of a year, a month, a war or a long span of time."""
    lexicon = figure_lexicon()
    lower = [syntax.lower[index] for index in sentence]
    for at, index in enumerate(sentence):
        word, before = lower[at], lower[at - 1] if at else ""
        if _year(syntax, index) or word in lexicon.wars:
            return True
        if word in lexicon.periods and before in ("last", "this", "past", "previous"):
            return True
        month = word in lexicon.months and syntax.words[index][:1].isupper()
        if month and before != "since" and not any(_day(near) for near in (before, *lower[at + 1 : at + 3])):
            return True
    return False
