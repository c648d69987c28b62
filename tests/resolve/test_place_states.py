from __future__ import annotations

import pytest

from tacitus.resolve.belonging import read_sides
from tacitus.resolve.place_states import StateVote
from tacitus.resolve.syntax import Syntax
from tests.parses import syntax_of

_FIRST = (
    "Armenian|ADJ|amod|2 guns|NOUN|nsubj|3 fired|VERB|root|0 near|ADP|case|5 Northfield|PROPN|obl|3 .|PUNCT|punct|3"
)
_SECOND = (
    "Shells|NOUN|nsubj|2 hit|VERB|root|0 Southfield|PROPN|obj|2 and|CCONJ|cc|5 Eastfield|PROPN|conj|3 .|PUNCT|punct|2"
)
_NORTHFIELD, _SOUTHFIELD, _EASTFIELD = 4, 8, 10


@pytest.fixture
def syntax() -> Syntax:
    return syntax_of(_FIRST, _SECOND)


def _vote(syntax: Syntax, *located: tuple[int, str]) -> StateVote:
    return StateVote(syntax, read_sides(syntax, None), located=located, states=())


def test_places_of_its_sentence_tell_the_state_of_a_place(syntax: Syntax) -> None:
    vote = _vote(syntax, (_EASTFIELD, "GEO"), (_NORTHFIELD, "AZE"))
    assert vote.state([_SOUTHFIELD]) == "GEO"


def test_without_places_the_states_that_are_named_tell_it(syntax: Syntax) -> None:
    assert _vote(syntax).state([_SOUTHFIELD]) == "ARM"


def test_a_place_between_states_is_told_in_one_of_them(syntax: Syntax) -> None:
    vote = _vote(syntax, (_EASTFIELD, "GEO"))
    assert vote.state([_SOUTHFIELD], among=("ARM", "AZE")) == "ARM"
    assert vote.state([_SOUTHFIELD], among=("IRN", "TUR")) is None


def test_a_report_that_tells_of_no_state_leaves_it_open() -> None:
    syntax = syntax_of(_SECOND)
    assert _vote(syntax).state([2]) is None
