from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest

from tacitus.resolve.belonging import read_sides
from tacitus.resolve.side_features import CONTEXTS_CROSSED, SIGNS, Asked, candidates, side_signs
from tacitus.resolve.side_ranker import SideRanker, rank_sides
from tests.parses import syntax_of, tokens_of

CROSSED = len(CONTEXTS_CROSSED)
BLAME = (
    "Armenia|PROPN|nsubj|2 accused|VERB|root|0 Azerbaijan|PROPN|obj|2 and|CCONJ|cc|5 Reuters|PROPN|nsubj|7 "
    "journalists|NOUN|flat|5 reported|VERB|conj|2 losses|NOUN|obj|7 .|PUNCT|punct|2"
)
NOBODY = "Losses|NOUN|nsubj|2 grew|VERB|root|0 .|PUNCT|punct|2"


def ranker(sign: str | None = None, *, none: float = 0.0, military: float = 0.0) -> SideRanker:
    plain = np.zeros(len(SIGNS), dtype=np.float32)
    if sign is not None:
        plain[SIGNS.index(sign)] = 2
    crossed = np.zeros(CROSSED, dtype=np.float32)
    crossed[CONTEXTS_CROSSED.index("home")] = military
    return SideRanker(plain, {"military": crossed}, {"": none, "military": 0.0})


def rows(*signs: str | None) -> np.ndarray:
    """No side, then a candidate with each sign."""
    found = np.zeros((1 + len(signs), len(SIGNS)), dtype=np.float32)
    for row, sign in enumerate(signs, 1):
        if sign is not None:
            found[row, SIGNS.index(sign)] = 1
    return found


def test_shares_add_up_to_one_whatever_the_weights() -> None:
    shares = ranker("home", none=50, military=-70).shares(("military", "killed"), rows("home", None, "agent"))
    assert shares.shape == (4,)
    assert float(shares.sum()) == pytest.approx(1)
    assert (shares >= 0).all()


def test_a_sign_speaks_for_its_candidate() -> None:
    shares = ranker("agent").shares((), rows("home", "agent"))
    assert int(shares.argmax()) == 2
    assert shares[0] == shares[1]


def test_no_side_may_be_likeliest() -> None:
    assert int(ranker("agent", none=3).shares((), rows("home", "agent")).argmax()) == 0


def test_a_sign_may_weigh_more_in_a_context() -> None:
    one = ranker("agent", military=5)
    assert int(one.shares(("civilian",), rows("home", "agent")).argmax()) == 2
    assert int(one.shares(("military",), rows("home", "agent")).argmax()) == 1


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


def test_the_weights_that_ship_are_of_these_signs() -> None:
    data = json.loads((files("tacitus.resolve") / "side_ranker.json").read_text(encoding="utf-8"))
    assert set(data) == {"group", "speaker"}
    for weights in data.values():
        assert (weights["signs"], weights["crossed_signs"]) == (list(SIGNS), list(CONTEXTS_CROSSED))
        assert len(weights["plain"]) == len(SIGNS)
        assert {len(row) for row in weights["crossed"].values()} == {CROSSED}
        assert set(weights["none"]) == {"", *weights["crossed"]}
