from __future__ import annotations

import numpy as np
import pytest

from tacitus.language import pieces as module
from tacitus.language.network import Network
from tacitus.language.pieces import CASES, WINDOW, Pieces, Splitter, case_of, cut_windows, split_words, stack


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("soldiers", "lower"),
        ("Baku", "title"),
        ("NATO", "upper"),
        ("McDonald", "mixed"),
        ("1,200", "digits"),
        ("—", "symbol"),
        ("A", "initial"),
    ],
)
def test_letter_case(word: str, name: str) -> None:
    assert CASES[case_of(word)] == name


def test_every_word_has_pieces_of_its_own(network: Network) -> None:
    words = ["Pashinyan", "\u200b", "x" * 300, "http://example.org/" + "a-b/" * 60, "🙂", "died"]
    pieces = split_words(words, network.tokenizer)
    assert len(pieces.counts) == len(pieces.cases) == len(words)
    assert pieces.counts.min() >= 1
    assert pieces.counts.max() <= module.MAX_PIECES_OF_A_WORD
    assert pieces.counts.sum() == len(pieces.ids)


def test_words_seen_before_are_cut_alike(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED_WORDS", 3)
    splitter = Splitter(network.tokenizer)
    for words in (["Baku", "denied", "it"], ["Yerevan", "denied", "Baku"], ["it"]):
        found, fresh = splitter.split(words), split_words(words, network.tokenizer)
        assert found.ids.tolist() == fresh.ids.tolist()
        assert found.counts.tolist() == fresh.counts.tolist()


def _plain(count: int) -> Pieces:
    return Pieces(np.arange(count), np.ones(count, dtype=np.int64), np.ones(count, dtype=np.int64))


def test_windows_end_at_the_last_break_that_fits() -> None:
    windows = cut_windows(_plain(30), np.ones(30, dtype=np.int64), [0, 4, 9, 20], limit=10)
    assert [(window.start, window.stop) for window in windows] == [(0, 9), (9, 19), (19, 20), (20, 30)]


def test_windows_cover_a_text_without_breaks() -> None:
    windows = cut_windows(_plain(2 * WINDOW + 120), np.ones(2 * WINDOW + 120, dtype=np.int64), [])
    assert [window.start for window in windows] == [0, WINDOW, 2 * WINDOW]
    assert windows[-1].stop == 2 * WINDOW + 120


def test_a_batch_marks_where_each_word_begins_and_ends() -> None:
    pieces = Pieces(np.asarray([7, 8, 9]), np.asarray([1, 2]), np.asarray([1, 2]))
    [window] = cut_windows(pieces, np.asarray([3, 1]), [0])
    inputs = stack([window], cls=101, sep=102)
    assert inputs.ids[0, :6].tolist() == [101, 7, 8, 9, 102, 0]
    assert inputs.ids.shape == (1, 16)
    assert (inputs.first[0].tolist(), inputs.last[0].tolist()) == ([1, 2], [1, 3])
    assert inputs.gaps[0, :5].tolist() == [0, 3, 1, 0, 0]
    assert inputs.mask[0].sum() == 5
