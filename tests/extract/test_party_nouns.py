"""Nouns for those who can take part in an event."""

from __future__ import annotations

import pytest

from tacitus.extract.party_nouns import is_party, is_party_noun
from tacitus.resolve.belonging import read_sides
from tests.parses import syntax_of, tokens_of

ASKED = (
    "Russia|PROPN|nsubj|2 asked|VERB|root|0 the|DET|det|4 besiegers|NOUN|obj|2 for|ADP|case|6 restraint|NOUN|obl|2 "
    ".|PUNCT|punct|2"
)


@pytest.mark.parametrize(
    "noun",
    ["soldiers", "villager", "army", "brigades", "parties", "enemy", "president", "besiegers", "patrol", "tribesmen"],
)
def test_people_and_their_bodies_take_part(noun: str) -> None:
    assert is_party_noun(noun)


@pytest.mark.parametrize(
    "noun",
    ["restraint", "jets", "ceasefire", "bridge", "water", "orders", "artillery", "dialogue", "halt", "violence"],
)
def test_weapons_places_and_deeds_do_not(noun: str) -> None:
    assert not is_party_noun(noun)


def test_a_phrase_is_judged_by_its_head() -> None:
    syntax = syntax_of(ASKED)
    sides = read_sides(syntax, None)
    assert is_party(syntax, sides, tokens_of(syntax, "Russia"))
    assert is_party(syntax, sides, tokens_of(syntax, "the besiegers"))
    assert not is_party(syntax, sides, tokens_of(syntax, "restraint"))


@pytest.mark.parametrize(("place", "party"), [("Moscow", True), ("Goris", False)])
def test_of_the_names_of_places_only_capitals_and_states_take_part(place: str, party: bool) -> None:
    syntax = syntax_of(f"They|PRON|nsubj|2 blamed|VERB|root|0 {place}|PROPN|obj|2", names={place: "PLACE"})
    assert is_party(syntax, read_sides(syntax, None), tokens_of(syntax, place)) is party
