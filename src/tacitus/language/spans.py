"""Label scores to spans: the best BIO sequence (Viterbi), and the ranges that it marks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def log_softmax(scores: np.ndarray) -> np.ndarray:
    """Log-probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    result: np.ndarray = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def softmax(scores: np.ndarray) -> np.ndarray:
    """Probabilities over the last axis."""
    result: np.ndarray = np.exp(log_softmax(scores))
    return result


def transitions(labels: Sequence[str]) -> np.ndarray:
    """(from, to) penalties: 0 where allowed, minus infinity for an ``I-`` that continues nothing of its kind."""
    table = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            for row, before in enumerate(labels):
                if before[2:] != label[2:]:
                    table[row, column] = -np.inf
    return table


def best_sequences(scores: np.ndarray, lengths: np.ndarray, labels: Sequence[str]) -> np.ndarray:
    """The best allowed label sequence of each row.

    ``scores`` is (rows, words, labels); of each row only the first ``lengths[row]`` words count. Gives label indexes,
    (rows, words); what lies behind a row's length is 0.
    """
    rows, width, count = scores.shape
    table = transitions(labels)
    log_probs = log_softmax(scores)
    inside = np.asarray([label.startswith("I-") for label in labels])
    current = log_probs[:, 0] + np.where(inside, -np.inf, 0.0)
    back = np.zeros((rows, width, count), dtype=np.int16)
    finals = np.empty((rows, width), dtype=np.int64)
    finals[:, 0] = current.argmax(1)
    for word in range(1, width):
        options = current[:, :, None] + table
        back[:, word] = options.argmax(1)
        current = options.max(1) + log_probs[:, word]
        finals[:, word] = current.argmax(1)
    out = np.zeros((rows, width), dtype=np.int64)
    every = np.arange(rows)
    label = np.zeros(rows, dtype=np.int64)
    for word in range(width - 1, -1, -1):
        if word + 1 < width:
            label = back[every, word + 1, label].astype(np.int64)
        label = np.where(word == lengths - 1, finals[:, word], label)
        out[:, word] = np.where(word < lengths, label, 0)
    return out


def best_of_windows(scores: Sequence[np.ndarray], labels: Sequence[str]) -> list[np.ndarray]:
    """The best allowed label sequence of each window, whose ``scores`` are (words, labels), decoded together."""
    if not scores:
        return []
    lengths = np.asarray([len(window) for window in scores])
    padded = np.zeros((len(scores), int(lengths.max()), len(labels)), dtype=np.float32)
    for row, window in enumerate(scores):
        padded[row, : len(window)] = window
    best = best_sequences(padded, lengths, labels)
    return [best[row, :length] for row, length in enumerate(lengths)]


def ranges(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The (start, end, kind) ranges of a BIO sequence, in order."""
    found: list[tuple[int, int, str]] = []
    start, kind = -1, ""
    for index, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag != f"I-{kind}":
            found.append((start, index, kind))
            start = -1
        if tag != "O" and start < 0:
            start, kind = index, tag[2:]
    return found
