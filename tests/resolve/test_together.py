"""Phrases that name several sides at once, over parses made by hand."""

from __future__ import annotations

import pytest

from tacitus.resolve.belonging import read_sides
from tacitus.resolve.together import Together, phrase_of, together_at
from tests.parses import syntax_of

SAID = "said|VERB|root|0 so|ADV|advmod|{}"


def noun_phrase(*words: str) -> str:
    """A subject of bare modifiers before its noun: "word|UPOS|relation", all hanging on the last."""
    noun, verb = len(words), len(words) + 1
    before = " ".join(f"{word}|{noun}" for word in words[:-1])
    return f"{before} {words[-1]}|nsubj|{verb} {SAID.format(verb)}".strip()


def read(sentence: str, head: str) -> Together | None:
    syntax = syntax_of(sentence)
    return together_at(syntax, read_sides(syntax, None), syntax.words.index(head))


@pytest.mark.parametrize(
    ("words", "head", "count", "states"),
    [
        (("Both|DET|det", "sides|NOUN"), "sides", 2, False),
        (("Each|DET|det", "side|NOUN"), "side", 2, False),
        (("Neither|DET|det", "army|NOUN"), "army", 2, True),
        (("the|DET|det", "two|NUM|nummod", "countries|NOUN"), "countries", 2, True),
        (("the|DET|det", "two|NUM|nummod", "foreign|ADJ|amod", "ministers|NOUN"), "ministers", 2, True),
        (("the|DET|det", "three|NUM|nummod", "governments|NOUN"), "governments", 3, True),
        (("the|DET|det", "warring|ADJ|amod", "parties|NOUN"), "parties", None, False),
        (("the|DET|det", "neighbouring|ADJ|amod", "states|NOUN"), "states", None, True),
        (("the|DET|det", "rivals|NOUN"), "rivals", None, False),
        (("All|DET|det", "sides|NOUN"), "sides", None, False),
        (("Both|PRON",), "Both", 2, False),
        (("the|DET|det", "two|NUM"), "two", 2, False),
    ],
)
def test_words_for_several_sides(words: tuple[str, ...], head: str, count: int | None, states: bool) -> None:
    assert read(noun_phrase(*words), head) == Together(count, states)


@pytest.mark.parametrize(
    ("words", "head"),
    [
        (("two|NUM|nummod", "countries|NOUN"), "countries"),
        (("the|DET|det", "countries|NOUN"), "countries"),
        (("the|DET|det", "side|NOUN"), "side"),
        (("Both|DET|det", "hospitals|NOUN"), "hospitals"),
        (("the|DET|det", "two|NUM|nummod", "other|ADJ|amod", "countries|NOUN"), "countries"),
        (("Both|DET|det", "opposition|NOUN|compound", "parties|NOUN"), "parties"),
        (("Both|DET|det", "Russian|ADJ|amod", "ministers|NOUN"), "ministers"),
        (("two|NUM",), "two"),
    ],
)
def test_words_that_name_one_or_others(words: tuple[str, ...], head: str) -> None:
    assert read(noun_phrase(*words), head) is None


OFFICIALS = "Officials|NOUN|nsubj|5 {prep}|ADP|case|4 both|DET|det|4 sides|NOUN|nmod|1 said|VERB|root|0 so|ADV|advmod|5"
LEADERS = "Each|DET|det|2 country|NOUN|nmod:poss|4 's|PART|case|2 leaders|NOUN|nsubj|5 met|VERB|root|0"
RESIDENTS = OFFICIALS.replace("Officials", "Residents")
PRESIDENTS = (
    "The|DET|det|2 presidents|NOUN|nsubj|7 of|ADP|case|4 Chad|PROPN|nmod|2 and|CCONJ|cc|6 Sudan|PROPN|conj|4 "
    "met|VERB|root|0"
)
ADJECTIVES = (
    "The|DET|det|5 Chadian|ADJ|amod|5 and|CCONJ|cc|4 Sudanese|ADJ|conj|2 ministers|NOUN|nsubj|6 met|VERB|root|0"
)
BORDER = "Both|DET|det|2 sides|NOUN|nsubj|6 of|ADP|case|5 the|DET|det|5 border|NOUN|nmod|2 suffered|VERB|root|0"


@pytest.mark.parametrize(
    ("sentence", "head", "told", "phrase"),
    [
        (OFFICIALS.format(prep="on"), "Officials", (), "Officials on both sides"),
        (LEADERS, "leaders", (), "Each country's leaders"),
        (PRESIDENTS, "presidents", ("TCD", "SDN"), "The presidents of Chad and Sudan"),
        (ADJECTIVES, "ministers", ("TCD", "SDN"), "The Chadian and Sudanese ministers"),
        (BORDER, "sides", (), "Both sides"),
    ],
)
def test_whose_they_are_stands_beside_them(sentence: str, head: str, told: tuple[str, ...], phrase: str) -> None:
    syntax = syntax_of(sentence)
    at = syntax.words.index(head)
    found = together_at(syntax, read_sides(syntax, None), at)
    assert found is not None
    assert (found.count, found.told) == (2, told)
    assert syntax.phrase(phrase_of(syntax, at, found)) == phrase


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        (OFFICIALS.format(prep="with"), "Officials"),
        (RESIDENTS.format(prep="on"), "Residents"),
        (PRESIDENTS.replace("and", "or"), "presidents"),
        (BORDER.replace("border", "road"), "sides"),
    ],
)
def test_other_links_tell_of_no_several(sentence: str, head: str) -> None:
    assert read(sentence, head) is None
