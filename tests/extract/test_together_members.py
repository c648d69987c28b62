"""Who "both sides" are by the whole report, over parses made by hand."""

from __future__ import annotations

import pytest

from tacitus.extract.together_members import name_members
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import read_sides
from tests.parses import syntax_of, tokens_of

SHELLED = "Armenia|PROPN|nsubj|2 shelled|VERB|root|0 Azerbaijan|PROPN|obj|2 .|PUNCT|punct|2"
ATTACKED = "Hamas|PROPN|nsubj|2 attacked|VERB|root|0 Israel|PROPN|obj|2 .|PUNCT|punct|2"
AGAIN = "Israel|PROPN|nsubj|2 bombed|VERB|root|0 Hamas|PROPN|obj|2 .|PUNCT|punct|2"
CALLED = "Egypt|PROPN|nsubj|2 called|VERB|root|0 Israel|PROPN|obj|2 .|PUNCT|punct|2"
RAIN = "It|PRON|nsubj|2 rained|VERB|root|0 .|PUNCT|punct|2"
BOTH_SIDES = "Both|DET|det|2 sides|NOUN|nsubj|3 agreed|VERB|root|0 .|PUNCT|punct|3"
COUNTRIES = "The|DET|det|3 two|NUM|nummod|3 countries|NOUN|nsubj|4 agreed|VERB|root|0 .|PUNCT|punct|4"
THREE = COUNTRIES.replace("two", "three")
FRANCE = "France|PROPN|nsubj|2 protested|VERB|root|0 .|PUNCT|punct|2"
REBELS = "The|DET|det|2 rebels|NOUN|nsubj|3 attacked|VERB|root|0 Congolese|ADJ|amod|5 troops|NOUN|obj|3 .|PUNCT|punct|3"
M23 = "The|DET|det|2 M23|PROPN|nsubj|3 fled|VERB|root|0 .|PUNCT|punct|3"


@pytest.mark.parametrize(
    ("sentences", "words", "sides"),
    [
        ((SHELLED, RAIN, BOTH_SIDES), "Both sides", {"ARM", "AZE"}),
        ((ATTACKED, AGAIN, CALLED, RAIN, BOTH_SIDES), "Both sides", {"Hamas", "ISR"}),
        ((ATTACKED, AGAIN, CALLED, RAIN, COUNTRIES), "The two countries", {"EGY", "ISR"}),
        ((SHELLED, FRANCE, RAIN, THREE), "The three countries", {"ARM", "AZE", "FRA"}),
        ((SHELLED, FRANCE, CALLED, RAIN, THREE), "The three countries", set()),
        ((REBELS, REBELS, REBELS, RAIN, RAIN, RAIN, M23, RAIN, BOTH_SIDES), "Both sides", {"M23", "COD"}),
        ((FRANCE, RAIN, BOTH_SIDES), "Both sides", set()),
    ],
)
def test_the_sides_at_war_are_meant_and_just_as_many(sentences: tuple[str, ...], words: str, sides: set[str]) -> None:
    syntax = syntax_of(*sentences)
    book = ActorBook(syntax, None, read_sides(syntax, None))
    number = book.resolve(tokens_of(syntax, words))
    name_members(syntax, book, ())
    assert number is not None
    assert {book.entries[member].side for member in book.entries[number].members} == sides
