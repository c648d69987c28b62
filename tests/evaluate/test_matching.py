from __future__ import annotations

from collections.abc import Mapping

from tacitus.evaluate.matching import best_first, leftovers


def pairs(merits: Mapping[tuple[int, int], tuple[float, ...]], gold: int, coded: int) -> list[tuple[int, int]]:
    return best_first(range(gold), range(coded), lambda i, j: merits.get((i, j)))


def test_the_best_pair_is_taken_even_where_it_costs_a_pair() -> None:
    merits = {(0, 0): (0.9,), (0, 1): (0.8,), (1, 0): (0.7,)}
    assert pairs(merits, 2, 2) == [(0, 0)]


def test_each_item_is_matched_at_most_once() -> None:
    merits = {(0, 0): (1.0,), (1, 0): (1.0,), (2, 0): (1.0,)}
    assert pairs(merits, 3, 1) == [(0, 0)]


def test_later_parts_of_a_merit_break_ties() -> None:
    merits = {(0, 0): (0.5, 0.0), (0, 1): (0.5, 1.0), (1, 0): (0.5, 0.0)}
    assert pairs(merits, 2, 2) == [(0, 1), (1, 0)]


def test_equal_merits_are_taken_in_order() -> None:
    merits = {(i, j): (1.0,) for i in range(2) for j in range(2)}
    assert pairs(merits, 2, 2) == [(0, 0), (1, 1)]


def test_no_merit_means_no_match() -> None:
    assert pairs({}, 2, 2) == []


def test_leftovers_keep_their_order() -> None:
    assert leftovers("abc", "xyz", [(1, 2)]) == (["a", "c"], ["x", "y"])
