from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from tacitus.language.labels import bio
from tacitus.language.spans import best_of_windows, best_sequences, log_softmax, ranges, softmax, transitions

_LABELS = bio(("A", "B"))


def _best(scores: np.ndarray) -> float:
    table, log_probs = transitions(_LABELS), log_softmax(scores)
    totals = []
    for path in product(range(len(_LABELS)), repeat=len(scores)):
        if _LABELS[path[0]][0] == "I":
            continue
        steps = sum(table[one, other] for one, other in pairwise(path))
        totals.append(sum(log_probs[word, label] for word, label in enumerate(path)) + steps)
    return float(max(totals))


@pytest.mark.parametrize("seed", range(12))
def test_no_allowed_sequence_is_likelier(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, len(_LABELS))) * 2
    path = best_sequences(scores[None], np.asarray([4]), _LABELS)[0]
    steps = sum(transitions(_LABELS)[one, other] for one, other in pairwise(path))
    assert _LABELS[path[0]][0] != "I"
    assert log_softmax(scores)[np.arange(4), path].sum() + steps == pytest.approx(_best(scores))


@pytest.mark.parametrize("seed", range(6))
def test_windows_of_any_length_are_decoded_as_alone(seed: int) -> None:
    random = np.random.default_rng(seed)
    windows = [random.normal(size=(size, len(_LABELS))) for size in (7, 1, 4)]
    together = best_of_windows(windows, _LABELS)
    for window, best in zip(windows, together, strict=True):
        assert best.tolist() == best_of_windows([window], _LABELS)[0].tolist()


def test_nothing_is_decoded_to_nothing() -> None:
    assert best_of_windows([], _LABELS) == []


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], []),
        (["O", "O"], []),
        (["B-A", "I-A", "O", "B-B"], [(0, 2, "A"), (3, 4, "B")]),
        (["B-A", "B-A"], [(0, 1, "A"), (1, 2, "A")]),
        (["B-A", "I-B"], [(0, 1, "A"), (1, 2, "B")]),
        (["I-A", "I-A"], [(0, 2, "A")]),
    ],
)
def test_ranges_of_tags(tags: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert ranges(tags) == expected


def test_softmax_sums_to_one_whatever_the_size_of_scores() -> None:
    assert softmax(np.asarray([[1e4, 1e4 - 1.0, -1e4]])).sum() == pytest.approx(1.0)
