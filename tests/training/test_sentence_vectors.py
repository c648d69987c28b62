from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from tacitus.language.network import WEIGHTS
from training.sentence_vectors import piece_vectors, write_vectors

PIECES, WIDTH = 40, 12
MATRIX = np.random.default_rng(3).normal(size=(PIECES, WIDTH))
TEXTS = [[0] * 10 + list(np.random.default_rng(seed).integers(1, 30, size=8)) for seed in range(30)]


def test_a_piece_that_stands_everywhere_weighs_little() -> None:
    vectors = piece_vectors(MATRIX, TEXTS, dimensions=6)
    length = np.linalg.norm(vectors, axis=1)
    assert vectors.shape == (PIECES, 6)
    assert length[0] < 0.2 * np.median(length[30:])


def test_what_all_texts_have_in_common_is_taken_out() -> None:
    vectors = piece_vectors(MATRIX, TEXTS, dimensions=WIDTH)
    means = np.stack([vectors[text].mean(axis=0) for text in TEXTS])
    assert vectors.shape == (PIECES, WIDTH - 1)
    assert means.mean(axis=0) == pytest.approx(np.zeros(WIDTH - 1), abs=1e-12)
    spread = means.var(axis=0)
    assert list(spread) == sorted(spread, reverse=True)


def test_texts_without_pieces_are_left_out() -> None:
    assert np.array_equal(piece_vectors(MATRIX, [*TEXTS, []]), piece_vectors(MATRIX, TEXTS))


def test_what_is_written_is_near_to_what_was_found(tmp_path: Path) -> None:
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    matrix = np.random.default_rng(5).normal(size=(tokenizer.get_vocab_size(), WIDTH)).astype(np.float32)
    texts = ["Shells fell on a village", "The truce held", "Drones struck the town", "Two soldiers died"]
    write_vectors(matrix, texts, tokenizer, tmp_path / "one.npz")
    write_vectors(matrix, texts, tokenizer, tmp_path / "other.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "other.npz").read_bytes()
    with np.load(tmp_path / "one.npz") as held:
        vectors, scales = held["vectors"], held["scales"]
    pieces = [tokenizer.encode(text, add_special_tokens=False).ids for text in texts]
    found = piece_vectors(matrix.astype(np.float64), pieces)
    assert vectors.dtype == np.int8
    assert np.abs(vectors * scales - found).max() <= 0.51 * scales.max()
