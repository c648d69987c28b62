from __future__ import annotations

import numpy as np
import pytest

from tacitus.language.network import WindowScores, WordSequence
from tacitus.language.sentences import sentence_starts


def _starts(words: list[str], gaps: list[int], margin: float) -> list[int]:
    scores = np.zeros((len(words), 2), dtype=np.float32)
    scores[:, 1] = margin
    sequence = WordSequence(words, np.asarray(gaps, dtype=np.int64), [])
    return np.flatnonzero(sentence_starts(WindowScores(0, len(words), {"sent": scores}), sequence)).tolist()


@pytest.mark.parametrize(
    ("words", "gaps", "margin", "starts"),
    [
        pytest.param(["He", "left", ".", "She"], [3, 1, 0, 1], -1.0, [0, 3], id="doubt after a full stop"),
        pytest.param(["left", ".", "”", "She"], [3, 0, 0, 1], -1.0, [0, 3], id="doubt after a quote that ends"),
        pytest.param(["left", ".", "”", "She"], [3, 0, 0, 0], -1.0, [0], id="no blank, no sentence"),
        pytest.param(["“", "left", "”", "She"], [3, 0, 0, 1], 1.0, [0], id="a quote inside a sentence"),
        pytest.param(["He", "said", "twelve"], [3, 1, 1], 1.0, [0], id="doubt in the middle"),
        pytest.param(["He", "left", "She"], [3, 1, 1], 2.0, [0, 2], id="certainty before a capital"),
        pytest.param(["said", "that", "49"], [3, 1, 1], 5.0, [0], id="no certainty before a number"),
        pytest.param(["He", "left", "She"], [3, 1, 2], 0.5, [0, 2], id="a line break says nothing"),
        pytest.param(["He", "left", "She"], [3, 1, 3], -9.0, [0, 2], id="a paragraph always begins one"),
        pytest.param(["left", ".", "She"], [1, 0, 1], -9.0, [0], id="so does a window"),
    ],
)
def test_where_sentences_begin(words: list[str], gaps: list[int], margin: float, starts: list[int]) -> None:
    assert _starts(words, gaps, margin) == starts


def test_a_window_reads_its_own_part_of_the_document() -> None:
    sequence = WordSequence(["He", "left", ".", "She", "too"], np.asarray([3, 1, 0, 1, 1]), [])
    window = WindowScores(2, 5, {"sent": np.zeros((3, 2), dtype=np.float32)})
    assert sentence_starts(window, sequence).tolist() == [True, True, False]
