from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from tacitus.language.tree import best_tree


def _is_tree(heads: tuple[int, ...] | list[int]) -> bool:
    roots = [word for word, head in enumerate(heads) if head == word]
    if len(roots) != 1:
        return False
    for word in range(len(heads)):
        for _ in heads:
            word = heads[word]
        if word != roots[0]:
            return False
    return True


def _score(arcs: np.ndarray, heads: tuple[int, ...] | list[int]) -> float:
    return float(sum(arcs[word, head] for word, head in enumerate(heads)))


def _best_score(arcs: np.ndarray) -> float:
    size = len(arcs)
    return max(_score(arcs, heads) for heads in product(range(size), repeat=size) if _is_tree(heads))


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("root_bonus", [-8.0, 0.0, 4.0])
def test_no_tree_scores_more(seed: int, root_bonus: float) -> None:
    random = np.random.default_rng(seed)
    arcs = random.normal(size=(5, 5)) * 3 + np.diag([root_bonus] * 5)
    heads = best_tree(arcs).tolist()
    assert _is_tree(heads)
    assert _score(arcs, heads) == pytest.approx(_best_score(arcs))


@pytest.mark.parametrize("seed", range(10))
def test_ties_still_give_a_tree(seed: int) -> None:
    arcs = np.random.default_rng(seed).integers(0, 3, size=(5, 5)).astype(np.float32)
    heads = best_tree(arcs).tolist()
    assert _is_tree(heads)
    assert _score(arcs, heads) == pytest.approx(_best_score(arcs))


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    arcs = np.asarray([[1.0, 9.0, 0.0], [8.0, 0.0, 5.0], [0.0, 0.0, 3.0]])
    assert best_tree(arcs).tolist() == [1, 2, 2]


def test_of_two_roots_one_stays() -> None:
    arcs = np.asarray([[5.0, 4.0, 0.0], [1.0, 5.0, 0.0], [0.0, 6.0, 0.0]])
    assert best_tree(arcs).tolist() == [1, 1, 1]


def test_a_word_alone_is_its_own_root() -> None:
    assert best_tree(np.asarray([[-3.0]])).tolist() == [0]


@pytest.mark.parametrize("size", [60, 190])
def test_long_sentences_form_a_tree(size: int) -> None:
    arcs = np.random.default_rng(size).normal(size=(size, size))
    assert _is_tree(best_tree(arcs).tolist())
