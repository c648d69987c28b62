"""Figures by rules, over parses made by hand.

Each word is "text|UPOS|relation|head"; heads are counted from 1 in their sentence, 0 is the root.
"""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from tacitus.extract.figure_rules import FigureGuess, counted_noun, group_extent, read_figure
from tacitus.extract.quantities import quantities
from tacitus.model import FigureKind
from tacitus.resolve.syntax import Syntax, read_syntax

_VOCAB = spacy.blank("en").vocab

KILLED_OF = (
    "Armenia|PROPN|nsubj|2 said|VERB|root|0 49|NUM|nsubj:pass|9 of|ADP|case|6 its|PRON|nmod:poss|6 "
    "soldiers|NOUN|nmod|3 had|AUX|aux|9 been|AUX|aux:pass|9 killed|VERB|ccomp|2 .|PUNCT|punct|2"
)
KILLING = (
    "Shells|NOUN|nsubj|2 hit|VERB|root|0 a|DET|det|4 school|NOUN|obj|2 ,|PUNCT|punct|6 killing|VERB|advcl|2 "
    "30|NUM|nummod|8 cadets|NOUN|obj|6 and|CCONJ|cc|10 wounding|VERB|conj|6 12|NUM|obj|10 .|PUNCT|punct|2"
)
BOTH_KINDS = (
    "The|DET|det|2 army|NOUN|nsubj|3 counts|VERB|root|0 49|NUM|nummod|5 dead|NOUN|obj|3 and|CCONJ|cc|8 "
    "120|NUM|nummod|8 wounded|ADJ|conj|5 .|PUNCT|punct|3"
)
TOLL = (
    "The|DET|det|3 death|NOUN|compound|3 toll|NOUN|nsubj|4 rose|VERB|root|0 from|ADP|case|6 627|NUM|obl|4 "
    "to|ADP|case|8 935|NUM|obl|4 .|PUNCT|punct|4"
)
LEFT_DEAD = "Clashes|NOUN|nsubj|2 left|VERB|root|0 12|NUM|nummod|4 men|NOUN|obj|2 dead|ADJ|xcomp|2 .|PUNCT|punct|2"
PRISONER = (
    "Rebels|NOUN|nsubj:pass|3 were|AUX|aux:pass|3 met|VERB|root|0 ;|PUNCT|punct|8 40|NUM|nummod|6 "
    "men|NOUN|nsubj:pass|8 were|AUX|aux:pass|8 taken|VERB|parataxis|3 prisoner|NOUN|xcomp|8 .|PUNCT|punct|3"
)
FLED = "Some|DET|advmod|2 8,000|NUM|nummod|3 people|NOUN|nsubj|4 fled|VERB|root|0 .|PUNCT|punct|4"
KNOWN = (
    "17|NUM|nummod|2 policemen|NOUN|nsubj:pass|4 are|AUX|aux:pass|4 known|VERB|root|0 to|PART|mark|7 have|AUX|aux|7 "
    "died|VERB|xcomp|4 .|PUNCT|punct|4"
)
SENT = "Paris|PROPN|nsubj|2 sent|VERB|root|0 900|NUM|nummod|4 soldiers|NOUN|obj|2 north|ADV|advmod|2 .|PUNCT|punct|2"
PART = (
    "Bombs|NOUN|nsubj|2 wounded|VERB|root|0 39|NUM|nummod|4 people|NOUN|obj|2 ,|PUNCT|punct|8 14|NUM|appos|4 "
    "of|ADP|case|8 them|PRON|nmod|6 children|NOUN|appos|6 .|PUNCT|punct|2"
)
LOSS = "He|PRON|nsubj|2 admitted|VERB|root|0 the|DET|det|4 loss|NOUN|obj|2 of|ADP|case|6 28|NUM|nmod|4 .|PUNCT|punct|2"
FREED = "They|PRON|nsubj|2 freed|VERB|root|0 five|NUM|nummod|4 prisoners|NOUN|obj|2 .|PUNCT|punct|2"
ARRESTED = "Police|NOUN|nsubj|2 arrested|VERB|root|0 33|NUM|nummod|4 protesters|NOUN|obj|2 .|PUNCT|punct|2"
MISSING = "Six|NUM|nummod|2 sailors|NOUN|nsubj|4 are|AUX|cop|4 missing|ADJ|root|0 .|PUNCT|punct|4"
SPEAKERS = (
    "Two|NUM|nummod|2 officials|NOUN|nsubj|3 put|VERB|root|0 the|DET|det|5 dead|NOUN|obj|3 at|ADP|case|7 64|NUM|obl|3 "
    ".|PUNCT|punct|3"
)
MIXED = (
    "Over|ADV|advmod|2 80|NUM|nummod|3 soldiers|NOUN|nsubj:pass|5 were|AUX|aux:pass|5 killed|VERB|root|0 "
    "or|CCONJ|cc|7 wounded|VERB|conj|5 .|PUNCT|punct|5"
)
AGE = (
    "Colin|PROPN|nsubj:pass|6 ,|PUNCT|punct|3 19|NUM|appos|1 ,|PUNCT|punct|3 was|AUX|aux:pass|6 killed|VERB|root|0 "
    ".|PUNCT|punct|6"
)
MEETING = "Three|NUM|nummod|2 ministers|NOUN|nsubj|3 met|VERB|root|0 in|ADP|case|5 Riga|PROPN|obl|3 .|PUNCT|punct|3"
GOES_ON = (
    "Forty|NUM|nummod|2 people|NOUN|nsubj|3 died|VERB|root|0 .|PUNCT|punct|3 / The|DET|det|2 ministry|NOUN|nsubj|3 "
    "says|VERB|root|0 67|NUM|obj|3 .|PUNCT|punct|3"
)


def parse(*paragraphs: str) -> Syntax:
    """The syntax of sentences written as above, parted by " / "; paragraphs are parted by an empty line."""
    words: list[str] = []
    tags: list[str] = []
    relations: list[str] = []
    heads: list[int] = []
    starts: list[bool] = []
    for paragraph in paragraphs:
        if words:
            _add(words, tags, relations, heads, starts, ("\n\n", "SPACE", "dep", len(words) - 1, False))
        for sentence in paragraph.split(" / "):
            first = len(words)
            for at, token in enumerate(sentence.split()):
                text, tag, relation, head = token.rsplit("|", 3)
                where = first + (int(head) - 1 if int(head) else at)
                _add(words, tags, relations, heads, starts, (text, tag, relation, where, at == 0))
    doc = Doc(
        _VOCAB,
        words=words,
        spaces=[word != "\n\n" and index + 1 < len(words) for index, word in enumerate(words)],
        pos=tags,
        deps=["ROOT" if relation == "root" else relation for relation in relations],
        heads=heads,
        sent_starts=starts,
    )
    return read_syntax(doc)


def _add(
    words: list[str],
    tags: list[str],
    relations: list[str],
    heads: list[int],
    starts: list[bool],
    token: tuple[str, str, str, int, bool],
) -> None:
    for column, value in zip((words, tags, relations, heads, starts), token, strict=True):
        column.append(value)  # type: ignore[attr-defined]


def read(syntax: Syntax, number: str) -> FigureGuess | None:
    """What the rules read of the number of these words."""
    token = syntax.words.index(number)
    (quantity,) = (item for item in quantities(syntax.text) if item.number.start == syntax.starts[token])
    return read_figure(syntax, quantity, token)


def kind(sentence: str, number: str) -> FigureKind | None:
    guess = read(parse(sentence), number)
    return None if guess is None else guess.kind


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        (KILLED_OF, "49", "killed"),
        (KILLING, "30", "killed"),
        (KILLING, "12", "wounded"),
        (BOTH_KINDS, "49", "killed"),
        (BOTH_KINDS, "120", "wounded"),
        (TOLL, "627", "killed"),
        (TOLL, "935", "killed"),
        (LEFT_DEAD, "12", "killed"),
        (PRISONER, "40", "captured"),
        (FLED, "8,000", "displaced"),
        (KNOWN, "17", "killed"),
        (SENT, "900", "deployed"),
        (PART, "39", "wounded"),
        (PART, "14", "wounded"),
        (LOSS, "28", "killed"),
        (FREED, "five", "released"),
        (ARRESTED, "33", "detained"),
        (MISSING, "Six", "missing"),
        (SPEAKERS, "64", "killed"),
        (GOES_ON, "67", "killed"),
    ],
)
def test_kind_by_what_governs_the_counted_noun(sentence: str, number: str, expected: FigureKind) -> None:
    assert kind(sentence, number) == expected


@pytest.mark.parametrize(
    ("sentence", "number"),
    [(SPEAKERS, "Two"), (MIXED, "80"), (MEETING, "Three")],
    ids=["who says it", "two kinds together", "nothing happened to them"],
)
def test_number_that_is_no_figure(sentence: str, number: str) -> None:
    assert kind(sentence, number) is None


def test_age_behind_a_name_is_no_figure() -> None:
    syntax = parse(AGE)
    other = quantities(parse(KILLED_OF).text)[0]
    assert read_figure(syntax, other, syntax.words.index("19")) is None


def test_farther_evidence_is_less_sure() -> None:
    near, far = read(parse(KILLED_OF), "49"), read(parse(GOES_ON), "67")
    assert near is not None
    assert far is not None
    assert far.confidence < near.confidence <= 1.0


@pytest.mark.parametrize(
    ("sentence", "number", "noun", "extent"),
    [
        (KILLED_OF, "49", "soldiers", "49 of its soldiers"),
        (KILLING, "30", "cadets", "30 cadets"),
        (KILLING, "12", "12", "12"),
        (PART, "14", "them", "14 of them"),
        (FLED, "8,000", "people", "Some 8,000 people"),
        (BOTH_KINDS, "120", "wounded", "120 wounded"),
    ],
)
def test_counted_noun_and_its_extent(sentence: str, number: str, noun: str, extent: str) -> None:
    syntax = parse(sentence)
    token = syntax.words.index(number)
    assert syntax.words[counted_noun(syntax, token)] == noun
    assert syntax.phrase(group_extent(syntax, token)) == extent


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        (KILLED_OF, "49", "military"),
        (KNOWN, "17", "police"),
        (FLED, "8,000", "civilian"),
        (ARRESTED, "33", "civilian"),
        (TOLL, "935", "any"),
    ],
)
def test_group_type_by_the_counted_noun(sentence: str, number: str, expected: str) -> None:
    guess = read(parse(sentence), number)
    assert guess is not None
    assert guess.group_type == expected


_BLUE_HELMETS = (
    "Shells|NOUN|nsubj|2 killed|VERB|root|0 two|NUM|nummod|5 U.N.|PROPN|compound|5 soldiers|NOUN|obj|2 .|PUNCT|punct|2"
)


def test_word_before_the_noun_tells_the_type() -> None:
    guess = read(parse(_BLUE_HELMETS), "two")
    assert guess is not None
    assert guess.group_type == "peacekeeper"


_HISTORY = "In|ADP|case|2 2020|NUM|obl|5 6,500|NUM|nummod|4 people|NOUN|nsubj|5 died|VERB|root|0 .|PUNCT|punct|5"
_LAST_YEAR = "Last|ADJ|amod|2 year|NOUN|obl|5 700|NUM|nummod|4 people|NOUN|nsubj|5 died|VERB|root|0 .|PUNCT|punct|5"
_ON_MONDAY = "On|ADP|case|2 Monday|PROPN|obl|5 700|NUM|nummod|4 people|NOUN|nsubj|5 died|VERB|root|0 .|PUNCT|punct|5"
_DAY_OF_MONTH = (
    "On|ADP|case|3 12|NUM|nummod|3 May|PROPN|obl|6 700|NUM|nummod|5 men|NOUN|nsubj|6 died|VERB|root|0 .|PUNCT|punct|6"
)


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        (_HISTORY, "6,500", True),
        (_LAST_YEAR, "700", True),
        (_ON_MONDAY, "700", False),
        (_DAY_OF_MONTH, "700", False),
        (KILLED_OF, "49", False),
    ],
)
def test_background_by_expressions_of_time(sentence: str, number: str, expected: bool) -> None:
    guess = read(parse(sentence), number)
    assert guess is not None
    assert guess.background is expected


def test_closing_paragraph_recalls_history_unless_it_has_news() -> None:
    news = parse(KILLED_OF, FLED, LOSS, MEETING, _ON_MONDAY)
    history = parse(KILLED_OF, _ON_MONDAY, LOSS, MEETING, FLED)
    for syntax, number, expected in ((news, "700", False), (history, "8,000", True), (history, "49", False)):
        guess = read(syntax, number)
        assert guess is not None
        assert guess.background is expected


def test_sentence_beside_a_year_is_history_too() -> None:
    guess = read(parse(f"{_HISTORY} / {FLED}", KILLED_OF), "8,000")
    assert guess is not None
    assert guess.background
