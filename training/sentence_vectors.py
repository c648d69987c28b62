"""Vectors of word pieces for the gist of a passage: ``python -m training.sentence_vectors --checkpoint FILE``.

Smooth inverse frequency (Arora, Liang & Ma 2017, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings"): the
vector of a text is the mean of its pieces' vectors, each weighed by a/(a+p), less the mean and the first principal
component of all texts. All of that is linear, so it is done to the pieces; of the components after the first those of
the greatest variance are kept.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from tacitus.evaluate.corpus import corpus_split
from tacitus.language.network import WEIGHTS
from tacitus.language.sentence_vectors import VECTORS

A = 1e-3
DIMENSIONS = 64
_GREATEST = 127


def piece_vectors(matrix: np.ndarray, texts: Iterable[list[int]], *, dimensions: int = DIMENSIONS) -> np.ndarray:
    """Vectors (pieces, dimensions) from the encoder's ``matrix`` (pieces, width) and the pieces of texts to fit on."""
    texts = [text for text in texts if text]
    count = np.bincount(np.concatenate(texts), minlength=len(matrix))
    weighed = matrix * (A / (A + count / count.sum()))[:, None]
    means = np.stack([weighed[text].mean(axis=0) for text in texts])
    centre = means.mean(axis=0)
    _, _, components = np.linalg.svd(means - centre, full_matrices=False)
    vectors: np.ndarray = (weighed - centre) @ components[1 : 1 + dimensions].T
    return vectors


def write_vectors(matrix: np.ndarray, texts: Iterable[str], tokenizer: Tokenizer, path: Path) -> None:
    """Write the vectors of a network's pieces as int8, with one scale a dimension."""
    pieces = [encoding.ids for encoding in tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]
    vectors = piece_vectors(matrix.astype(np.float64), pieces)
    scales = np.abs(vectors).max(axis=0) / _GREATEST
    np.savez_compressed(path, vectors=np.rint(vectors / scales).astype(np.int8), scales=scales.astype(np.float32))


def main() -> None:
    """Make the vectors from a checkpoint's averaged weights and the corpus's train part."""
    import torch  # all else needs NumPy alone

    parser = argparse.ArgumentParser(prog="python -m training.sentence_vectors", description=main.__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True, help="a run's checkpoint.pt")
    parser.add_argument("--corpus", type=Path, default=Path("corpus/reports"), help="the annotated reports")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="where tokenizer and vectors lie")
    options = parser.parse_args()
    matrix = torch.load(options.checkpoint, map_location="cpu")["average"]["pieces.weight"].numpy()
    texts = [gold.text for gold in corpus_split(options.corpus, "train")]
    tokenizer = Tokenizer.from_file(str(options.weights / "tokenizer.json"))
    write_vectors(matrix, texts, tokenizer, options.weights / VECTORS)


if __name__ == "__main__":
    main()
