from __future__ import annotations

import pytest

from tacitus.extract.counted_nouns import counted_noun, group_extent
from tests.parses import syntax_of, tokens_of

PARTITIVE = (
    "49|NUM|nsubj:pass|6 of|ADP|case|4 its|PRON|nmod:poss|4 soldiers|NOUN|nmod|1 were|AUX|aux:pass|6 killed|VERB|root|0"
)
UNTIED = (
    "49|NUM|obl|6 of|ADP|case|4 its|PRON|nmod:poss|4 soldiers|NOUN|nsubj:pass|6 were|AUX|aux:pass|6 killed|VERB|root|0"
)
DOZENS = "Dozens|NOUN|nsubj|4 of|ADP|case|3 villagers|NOUN|nmod|1 fled|VERB|root|0"
BESIDE = "killed|VERB|root|0 12|NUM|obj|1 young|ADJ|amod|4 soldiers|NOUN|dep|1 yesterday|ADV|advmod|1"
LEFT_DEAD = "left|VERB|root|0 20|NUM|obj|1 soldiers|NOUN|dep|1 dead|NOUN|xcomp|1"
WAR_WOUNDED = "admitted|VERB|root|0 387|NUM|obj|1 war|NOUN|dep|1 -|PUNCT|punct|3 wounded|ADJ|dep|3"
ALONE = "put|VERB|root|0 it|PRON|obj|1 at|ADP|case|4 64|NUM|obl|1 officials|NOUN|dep|1"
TO = "from|ADP|case|2 627|NUM|obl|0 to|ADP|case|4 935|NUM|obl|2"
MEMBERS = (
    "Eight|NUM|nummod|2 members|NOUN|nsubj|7 of|ADP|case|6 the|DET|det|6 border|NOUN|compound|6 guard|NOUN|nmod|2 "
    "died|VERB|root|0"
)


@pytest.mark.parametrize(
    ("sentence", "number", "noun"),
    [
        (PARTITIVE, "49", "soldiers"),
        (UNTIED, "49", "soldiers"),
        (DOZENS, "Dozens", "villagers"),
        (BESIDE, "12", "soldiers"),
        (LEFT_DEAD, "20", "soldiers"),
        (WAR_WOUNDED, "387", "wounded"),
        (ALONE, "64", "64"),
        (TO, "627", "627"),
        (MEMBERS, "Eight", "members"),
    ],
)
def test_the_noun_that_a_number_counts(sentence: str, number: str, noun: str) -> None:
    syntax = syntax_of(sentence)
    assert syntax.words[counted_noun(syntax, tokens_of(syntax, number)[0])] == noun


def test_a_noun_of_the_next_sentence_is_not_counted() -> None:
    syntax = syntax_of("They|PRON|nsubj|2 counted|VERB|root|0 12|NUM|obj|2", "soldiers|NOUN|nsubj|2 left|VERB|root|0")
    assert counted_noun(syntax, 2) == 2


@pytest.mark.parametrize(
    ("sentence", "number", "words"),
    [
        (PARTITIVE, "49", "49 of its soldiers"),
        (MEMBERS, "Eight", "Eight members of the border guard"),
        (DOZENS, "Dozens", "Dozens of villagers"),
        (TO, "935", "935"),
    ],
)
def test_whom_a_number_counts_in_words(sentence: str, number: str, words: str) -> None:
    syntax = syntax_of(sentence)
    assert syntax.phrase(group_extent(syntax, tokens_of(syntax, number)[0])) == words
