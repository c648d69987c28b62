"""Vectors of passages: the sum of the encoder's vectors of their word pieces, rare pieces weighing more.

After Arora, Liang & Ma (2017): a piece counts by a/(a+p), p its share of the training texts; mean and first principal
component, which are the same in all texts, are taken out. ``training/sentence_vectors.py`` does all that beforehand, so
that nothing but a sum is left to do here. The sum is one of whole numbers: it is the same on every machine.
"""

from __future__ import annotations

import math
from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tacitus.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from tokenizers import Tokenizer

VECTORS = "piece_vectors.npz"
_WEIGHTS = Path(__file__).parent / "weights"
_GREATEST = 127
_REMEMBERED = 10_000  # gists; about 5 MB


@dataclass(frozen=True, slots=True)
class PieceVectors:
    """A vector for each piece of ``tokenizer``: int8 (pieces, dimensions), times ``scales``, float64 (dimensions)."""

    tokenizer: Tokenizer
    vectors: np.ndarray
    scales: np.ndarray

    @classmethod
    def read(cls, folder: Path) -> PieceVectors:
        """Read the vectors and the tokenizer of a folder of weights.

        Raises:
            ModelError: they are missing or broken.
        """
        import numpy as np  # both take their time: not before there is something to link
        from tokenizers import Tokenizer

        try:
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            with np.load(folder / VECTORS) as held:
                return cls(tokenizer, held["vectors"], held["scales"].astype(np.float64))
        except Exception as error:  # tokenizers raises no narrower class for a missing or broken file
            raise ModelError(f"the vectors of word pieces in {folder} cannot be read: {error}") from error

    def gist(self, passage: str) -> str:
        """The vector of a passage in int8, its greatest number 127 or -127, as base64; empty where there is none."""
        import numpy as np

        pieces = self.tokenizer.encode(passage, add_special_tokens=False).ids
        vector = self.vectors[pieces].sum(axis=0, dtype=np.int64) * self.scales
        greatest = float(np.abs(vector).max())
        if greatest == 0.0:
            return ""
        return b64encode(np.rint(vector * (_GREATEST / greatest)).astype(np.int8).tobytes()).decode("ascii")


@cache
def default_vectors() -> PieceVectors:
    """The vectors that ship with the package, loaded once.

    Raises:
        ModelError: they are missing or broken.
    """
    return PieceVectors.read(_WEIGHTS)


def likeness(gist: str, other: str) -> float | None:
    """The cosine of two gists, -1 to 1; ``None`` where one of them is empty."""
    if not gist or not other:
        return None
    (one, length), (another, length_of_other) = _unpacked(gist), _unpacked(other)
    return int(one @ another) / math.sqrt(length * length_of_other)


@lru_cache(_REMEMBERED)
def _unpacked(gist: str) -> tuple[np.ndarray, int]:
    """The numbers of a gist, and the square of its length."""
    import numpy as np

    numbers = np.frombuffer(b64decode(gist), dtype=np.int8).astype(np.int32)  # products would not fit into int8
    return numbers, int(numbers @ numbers)
