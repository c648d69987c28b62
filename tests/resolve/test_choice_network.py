"""The trained choice between candidates: its arithmetic, and what a file of weights keeps."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tacitus.resolve.choice_network import ChoiceNetwork, read_choices, with_best, write_choices

SIGNS = ("near", "far")
WIDTH = 2 * len(SIGNS) + 1


def network(*, linear: dict[int, float] | None = None, in_war: float = 0.0) -> ChoiceNetwork:
    """Two equal members: column weights of the linear part, and a hidden unit that sees ``far`` in the context war."""
    straight = np.zeros((2, WIDTH), np.float32)
    for column, weight in (linear or {}).items():
        straight[:, column] = weight
    hidden = np.zeros((2, WIDTH + 1, 1), np.float32)
    hidden[:, 1] = 1.0
    hidden[:, WIDTH] = 1.0
    return ChoiceNetwork(
        SIGNS,
        {"war": 0},
        np.full((2, 1, 1), 1.0, np.float32),
        np.zeros((2, 1), np.float32),
        hidden,
        np.full((2, 1), -1.0, np.float32),
        np.full((2, 1), in_war, np.float32),
        np.zeros(2, np.float32),
        straight,
    )


ROWS = np.asarray([[0, 0], [1, 0], [0, 1]], np.float32)


def test_a_row_has_its_signs_whether_it_is_nobody_and_the_best_of_all() -> None:
    assert with_best(ROWS).tolist() == [[0, 0, 1, 1, 1], [1, 0, 0, 1, 1], [0, 1, 0, 1, 1]]


def test_without_weights_all_are_as_likely() -> None:
    assert network().shares(("war",), ROWS) == pytest.approx([1 / 3] * 3)


def test_a_sign_and_being_nobody_speak_for_a_candidate() -> None:
    assert network(linear={0: 2.0}).shares((), ROWS).argmax() == 1
    assert network(linear={0: 2.0, 2: 3.0}).shares((), ROWS).argmax() == 0


def test_a_sign_may_count_in_one_context_only() -> None:
    choice = network(in_war=4.0)
    assert choice.shares(("war",), ROWS).argmax() == 2
    assert choice.shares(("peace",), ROWS) == pytest.approx([1 / 3] * 3)


def test_shares_add_up_to_one_whatever_the_weights() -> None:
    assert network(linear={0: 900.0, 2: -900.0}).shares(("war",), ROWS).sum() == pytest.approx(1)


def test_a_file_keeps_networks_by_name(tmp_path: Path) -> None:
    path = tmp_path / "choices.npz"
    write_choices(str(path), {"one": network(in_war=4.0), "other": network(linear={0: 2.0})})
    read = read_choices(path)
    assert set(read) == {"one", "other"}
    assert read["one"].signs == SIGNS
    for name, written in (("one", network(in_war=4.0)), ("other", network(linear={0: 2.0}))):
        assert read[name].shares(("war",), ROWS) == pytest.approx(written.shares(("war",), ROWS))
