"""Numbers of the past, by the words of their sentence."""

from __future__ import annotations

import pytest

from tacitus.extract.figure_times import is_background, is_of_then
from tests.parses import syntax_of, tokens_of

SAID_THEN = (
    "Nine|NUM|nsubj|2 died|VERB|ccomp|5 ,|PUNCT|punct|5 officials|NOUN|nsubj|5 said|VERB|root|0 then|ADV|advmod|5"
)
END = " .|PUNCT|punct|5"
NEXT = (
    "Nine|NUM|nsubj|2 died|VERB|root|0 ,|PUNCT|punct|5 then|ADV|advmod|5 left|VERB|conj|2 the|DET|det|7 "
    "rest|NOUN|nsubj|5 .|PUNCT|punct|2"
)
YEAR = (
    "Nine|NUM|nsubj|2 died|VERB|root|0 in|ADP|case|4 1994|NUM|obl|2 .|PUNCT|punct|2",
    "Six|NUM|nsubj|2 fled|VERB|root|0 .|PUNCT|punct|2",
)


@pytest.mark.parametrize(("sentence", "then"), [(SAID_THEN + END, True), (SAID_THEN, False), (NEXT, False)])
def test_then_at_the_end_of_a_clause_points_back(sentence: str, then: bool) -> None:
    assert is_of_then(syntax_of(sentence), 0) is then


def test_a_year_beside_makes_history() -> None:
    syntax = syntax_of(*YEAR)
    assert is_background(syntax, 0)
    assert is_background(syntax, tokens_of(syntax, "Six")[0])
    assert not is_background(syntax_of(YEAR[1]), 0)
