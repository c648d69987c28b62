"""Sides that the phrases of an event name."""

from __future__ import annotations

import pytest

from tacitus.extract.event_sides import PhraseSides
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import read_sides
from tests.parses import blank_reading, syntax_of, tokens_of

REPORT = (
    "Armenian|ADJ|amod|2 troops|NOUN|nsubj|3 shelled|VERB|root|0 Azerbaijani|ADJ|amod|5 posts|NOUN|obj|3",
    "Azerbaijan|PROPN|nsubj|2 lost|VERB|root|0 Armenian|ADJ|amod|4 jets|NOUN|obj|2 to|ADP|case|6 Armenia|PROPN|obl|2",
    "Russia|PROPN|nsubj|2 urged|VERB|root|0 both|DET|det|4 sides|NOUN|obj|2 to|PART|mark|6 talk|VERB|xcomp|2",
    "France|PROPN|nsubj|2 urged|VERB|root|0 restraint|NOUN|obj|2",
)


@pytest.fixture(scope="module")
def sides() -> PhraseSides:
    syntax = syntax_of(*REPORT)
    return PhraseSides(ActorBook(syntax, blank_reading(syntax), read_sides(syntax, None)))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Armenian troops", {"ARM"}),
        ("Azerbaijani posts", {"AZE"}),
        ("both sides", {"ARM", "AZE"}),
        ("Armenian jets", {"ARM"}),
        ("restraint", set()),
    ],
)
def test_sides_of_a_phrase(sides: PhraseSides, words: str, told: set[str]) -> None:
    assert sides.told((tokens_of(sides.book.syntax, words),)) == told


def test_what_is_asked_for_is_no_actor(sides: PhraseSides) -> None:
    sides.told((tokens_of(sides.book.syntax, "restraint"),))
    assert "restraint" not in {entry.name for entry in sides.book.entries}
