from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from tacitus.resolve.belonging import read_sides
from tacitus.resolve.choice_network import read_choices
from tacitus.resolve.side_features import SIGNS, Asked, candidates, side_signs
from tacitus.resolve.side_ranker import rank_sides
from tests.parses import syntax_of, tokens_of

BLAME = (
    "Armenia|PROPN|nsubj|2 accused|VERB|root|0 Azerbaijan|PROPN|obj|2 and|CCONJ|cc|5 Reuters|PROPN|nsubj|7 "
    "journalists|NOUN|flat|5 reported|VERB|conj|2 losses|NOUN|obj|7 .|PUNCT|punct|2"
)
NOBODY = "Losses|NOUN|nsubj|2 grew|VERB|root|0 .|PUNCT|punct|2"


def test_where_no_side_is_named_there_is_none_to_choose() -> None:
    syntax = syntax_of(NOBODY)
    assert rank_sides("group", syntax, read_sides(syntax, None), None, Asked(0, ("military",))) == (None, 1.0)


@pytest.mark.parametrize("name", ["group", "speaker"])
def test_only_named_sides_are_chosen_from(name: str) -> None:
    syntax = syntax_of(BLAME)
    sides = read_sides(syntax, None)
    asked = Asked(tokens_of(syntax, "losses")[0], ("military",), speaker="ARM")
    assert candidates(sides) == [None, "ARM", "AZE"]
    side, share = rank_sides(name, syntax, sides, None, asked)
    assert side in (None, "ARM", "AZE")
    assert 1 / 3 <= share <= 1


def test_every_candidate_has_its_signs() -> None:
    syntax = syntax_of(BLAME)
    sides = read_sides(syntax, None)
    asked = Asked(tokens_of(syntax, "losses")[0], ("military",), speaker="ARM", before="AZE", same_sentence=True)
    found = side_signs(syntax, sides, None, asked, candidates(sides))
    assert found.shape == (3, len(SIGNS))
    signs = [{SIGNS[column] for column in np.flatnonzero(row)} for row in found]
    assert signs[0] == set()
    assert {"first", "speaker", "state", "before"} <= signs[1]
    assert {"before figure", "same sentence figure", "state"} <= signs[2]
    assert not {"speaker", "first"} & signs[2]


def test_where_something_is_told_to_be_is_a_sign() -> None:
    syntax = syntax_of(BLAME, NOBODY)
    sides = replace(read_sides(syntax, None), located=((1, "AZE"), (2, "ARM")))
    here, around = SIGNS.index("here"), SIGNS.index("around")
    near = side_signs(syntax, sides, None, Asked(0, ()), [None, "ARM", "AZE"])
    after = side_signs(syntax, sides, None, Asked(tokens_of(syntax, "Losses")[0], ()), [None, "ARM", "AZE"])
    assert near[:, here].tolist() == [0, 0, 1]
    assert near[:, around].tolist() == [0, 0, 0]
    assert after[:, here].tolist() == [0, 0, 0]
    assert after[:, around].tolist() == [0, 1, 0]


def test_the_two_at_war_are_a_sign() -> None:
    syntax = syntax_of(BLAME)
    asked = Asked(0, (), speaker="ARM", rivals=frozenset(("ARM", "AZE")))
    signs = side_signs(syntax, read_sides(syntax, None), None, asked, [None, "ARM", "AZE"])
    assert signs[:, SIGNS.index("rival")].tolist() == [0, 1, 1]
    assert signs[:, SIGNS.index("rival of speaker")].tolist() == [0, 0, 1]


def test_the_weights_that_ship_are_of_these_signs() -> None:
    networks = read_choices(files("tacitus.resolve") / "side_ranker.npz")
    assert set(networks) == {"group", "speaker"}
    assert {network.signs for network in networks.values()} == {SIGNS}
