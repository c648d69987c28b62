from __future__ import annotations

import pytest

from tacitus.evaluate.prf import PRF, Accuracy


def test_scores_follow_from_the_counts() -> None:
    prf = PRF.of(matched=3, gold=4, coded=6)
    assert (prf.tp, prf.fp, prf.fn, prf.gold) == (3, 3, 1, 4)
    assert prf.precision == 0.5
    assert prf.recall == 0.75
    assert prf.f1 == pytest.approx(0.6)


def test_adding_gives_the_micro_average_not_the_mean() -> None:
    total = PRF.of(matched=1, gold=1, coded=1) + PRF.of(matched=0, gold=9, coded=0)
    assert total.precision == 1.0
    assert total.recall == pytest.approx(0.1)


@pytest.mark.parametrize("empty", [PRF(), PRF(fp=2), PRF(fn=2)])
def test_nothing_right_scores_zero(empty: PRF) -> None:
    assert (empty.precision, empty.recall, empty.f1) == (0.0, 0.0, 0.0)


def test_accuracy_adds_up_and_is_zero_over_nothing() -> None:
    assert (Accuracy(1, 2) + Accuracy(2, 2)).value == 0.75
    assert Accuracy().value == 0.0
