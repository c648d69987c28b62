"""Nouns for those who can take part in an event."""

from __future__ import annotations

import pytest

from tacitus.extract.party_nouns import is_party, is_party_noun
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
    assert is_party(syntax, tokens_of(syntax, "Russia"))
    assert is_party(syntax, tokens_of(syntax, "the besiegers"))
    assert not is_party(syntax, tokens_of(syntax, "restraint"))
