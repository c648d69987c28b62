from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from tacitus.errors import ModelError
from tacitus.language.network import WEIGHTS
from tacitus.language.sentence_vectors import VECTORS, PieceVectors, default_vectors, likeness

SHELLED = "Artillery shells fell on the village at dawn, killing three soldiers."
BOMBARDED = "Troops died when the hamlet was bombarded by howitzers in the morning."
FISHED = "The ministers signed an accord on fishing quotas and customs duties."


@pytest.fixture
def small() -> PieceVectors:
    """A vector of two dimensions for each piece that ships: (1, 0), but (0, 2) for "shell"."""
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    vectors = np.tile(np.array([1, 0], dtype=np.int8), (tokenizer.get_vocab_size(), 1))
    vectors[tokenizer.token_to_id("shell")] = (0, 2)
    return PieceVectors(tokenizer, vectors, np.array([1.0, 0.5]))


def like(one: str, other: str) -> float:
    found = likeness(default_vectors().gist(one), default_vectors().gist(other))
    assert found is not None
    return found


def test_a_gist_is_the_sum_of_the_pieces_whatever_their_order(small: PieceVectors) -> None:
    assert small.gist("truce shell truce") == small.gist("truce truce shell") != small.gist("truce shell")
    assert likeness(small.gist("truce"), small.gist("truce truce")) == 1.0
    assert likeness(small.gist("truce"), small.gist("shell")) == 0.0
    assert likeness(small.gist("truce"), small.gist("truce shell")) == pytest.approx(0.5**0.5, abs=1e-6)


def test_many_pieces_do_not_run_over(small: PieceVectors) -> None:
    assert likeness(small.gist("shell " * 1000), small.gist("shell")) == 1.0


@pytest.mark.parametrize("passage", ["", " \n "])
def test_without_words_there_is_no_vector(passage: str) -> None:
    gist = default_vectors().gist(passage)
    assert gist == ""
    assert likeness(gist, default_vectors().gist(SHELLED)) is None
    assert likeness(default_vectors().gist(SHELLED), gist) is None


def test_other_words_for_the_same_are_nearer_than_other_things() -> None:
    assert like(SHELLED, BOMBARDED) > 0.3 > like(SHELLED, FISHED)


def test_likeness_does_not_depend_on_the_order() -> None:
    assert like(SHELLED, BOMBARDED) == like(BOMBARDED, SHELLED)
    assert like(SHELLED, SHELLED) == pytest.approx(1.0)


def test_a_gist_is_the_same_each_time_it_is_made(small: PieceVectors) -> None:
    assert default_vectors().gist(SHELLED) == PieceVectors.read(WEIGHTS).gist(SHELLED)
    assert small.gist("truce truce shell") == b64encode(bytes([127, 64])).decode()


def test_missing_vectors_are_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"the vectors of word pieces in .* cannot be read"):
        PieceVectors.read(tmp_path)


def test_every_piece_has_a_vector_that_ships() -> None:
    shipped = default_vectors()
    assert shipped.vectors.dtype == np.int8
    assert len(shipped.vectors) == shipped.tokenizer.get_vocab_size()
    assert shipped.scales.shape == shipped.vectors.shape[1:]
    assert (WEIGHTS / VECTORS).stat().st_size < 2_000_000
