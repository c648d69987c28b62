"""The choice between candidates learns from examples."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="PyTorch is needed for training only")

from training.choice_network import RARE, ChoiceExample, fit_choice, voting

SIGNS = ("near", "far")


def examples() -> list[ChoiceExample]:
    """The near candidate is right in peace, the far one in war."""
    rng = np.random.default_rng(1)
    made = []
    for _ in range(400):
        near, far = rng.permutation([1, 2])
        rows = np.zeros((3, 2), np.float32)
        rows[near, 0] = rows[far, 1] = 1.0
        war = bool(rng.random() < 0.5)
        right = np.eye(3, dtype=np.float32)[far if war else near]
        made.append(ChoiceExample(("war" if war else "peace",), rows, right))
    return made


def test_what_is_right_by_context_is_learnt() -> None:
    made = examples()
    network = fit_choice(made, SIGNS)
    right = [network.shares(one.contexts, one.rows).argmax() == one.right.argmax() for one in made]
    assert network.signs == SIGNS
    assert np.mean(right) > 0.95


def test_contexts_that_few_examples_have_are_left_out() -> None:
    made = examples()
    rare = [ChoiceExample(("truce", *one.contexts), one.rows, one.right) for one in made[: RARE - 1]]
    assert set(fit_choice([*made, *rare], SIGNS).contexts) == {"war", "peace"}


def test_networks_vote_together_whatever_contexts_each_knows() -> None:
    made = examples()
    war = fit_choice([one for one in made if one.contexts == ("war",)], SIGNS)
    peace = fit_choice([one for one in made if one.contexts == ("peace",)], SIGNS)
    both = voting(war, peace)
    assert set(both.contexts) == {"war", "peace"}
    for one in made[:5]:
        alone = [network.shares(one.contexts, one.rows) for network in (war, peace)]
        assert both.shares(one.contexts, one.rows) == pytest.approx(np.mean(alone, axis=0), abs=1e-5)


def test_without_examples_nothing_is_learnt() -> None:
    with pytest.raises(ValueError, match="no examples"):
        fit_choice([], ("one",))
