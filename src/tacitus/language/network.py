"""The network at run time: int8 weights in the package, run by onnxruntime."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from tacitus.errors import ModelError
from tacitus.language.labels import Labels
from tacitus.language.pieces import Inputs, Splitter, Window, cut_windows, special_piece, stack

WEIGHTS = Path(__file__).parent / "weights"
TAG_OUTPUTS = (
    "sent",
    "upos",
    "xpos",
    "name",
    "attr",
    "claim",
    "kind",
    "group",
    "background",
    "stance",
    "event",
    "denied",
)
POINTER_OUTPUTS = ("head", "cue", "coref", "side", "voice", "agent", "patient")
RELATION_OUTPUTS = ("relation_tail", "relation_head")
_ROWS_OF_A_PART = 16
OUTPUTS = (*TAG_OUTPUTS, *POINTER_OUTPUTS, *RELATION_OUTPUTS)


@dataclass(frozen=True, slots=True)
class WindowScores:
    """Raw scores of one window, words ``[start, stop)`` of a document, by head.

    Tag heads are (words, labels); pointer heads (words, words) within the window; relations (words, width).
    """

    start: int
    stop: int
    scores: dict[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class WordSequence:
    """The words of a document; ``gaps`` as in ``tacitus.language.pieces``, ``breaks`` where a window may begin."""

    words: list[str]
    gaps: np.ndarray
    breaks: Sequence[int]


class Network:
    """The loaded network; thread-safe."""

    def __init__(self, folder: Path, *, threads: int) -> None:
        try:
            self.labels = Labels.read(folder / "labels.json")
            self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            relation = np.load(folder / "relation.npz")
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
            self._relation_weight, self._relation_bias = relation["weight"], relation["bias"]
            self._root = self.labels.deprel.index("root")
        except Exception as error:  # tokenizers and onnxruntime raise no narrower class for a missing or broken file
            raise ModelError(f"the language model's weights in {folder} cannot be read: {error}") from error
        self._splitter = Splitter(self.tokenizer)
        self._cls, self._sep = special_piece(self.tokenizer, "[CLS]"), special_piece(self.tokenizer, "[SEP]")

    def relations(self, window: WindowScores, heads: np.ndarray) -> np.ndarray:
        """Index of the relation of each word of a window to its head; that of a word to itself is root's, no other."""
        tails, bearers = window.scores["relation_tail"], window.scores["relation_head"][heads]
        scores = _product(np.maximum(tails + bearers, 0.0), self._relation_weight.T) + self._relation_bias
        scores[:, self._root] = -np.inf
        best: np.ndarray = scores.argmax(-1)
        best[heads == np.arange(len(heads))] = self._root
        return best

    def _run(self, inputs: Inputs) -> dict[str, np.ndarray]:
        feed = {
            "ids": inputs.ids,
            "cases": inputs.cases,
            "gaps": inputs.gaps,
            "mask": inputs.mask,
            "first": inputs.first,
            "last": inputs.last,
        }
        return dict(zip(OUTPUTS, self._session.run(list(OUTPUTS), feed), strict=True))

    def score(self, sequences: Sequence[WordSequence]) -> list[list[WindowScores]]:
        """Scores of every document's windows, in order.

        Each window is run by itself. Int8 layers scale their inputs by the greatest value in a batch, so that in a
        batch a window's scores would depend on its neighbours; and windows of this length fill a core already.
        """
        results: list[list[WindowScores]] = []
        for sequence in sequences:
            pieces = self._splitter.split(sequence.words)
            windows = cut_windows(pieces, sequence.gaps, sequence.breaks)
            results.append([self._score(window) for window in windows])
        return results

    def _score(self, window: Window) -> WindowScores:
        return _cut(self._run(stack([window], cls=self._cls, sep=self._sep)), window)


def _product(rows: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """``rows @ matrix`` in parts so small that BLAS keeps them on this thread.

    Its threads would wait for each other, twenty times as long as the product takes, wherever all cores are in use.
    """
    parts = -(-len(rows) // _ROWS_OF_A_PART)
    padded = np.zeros((parts * _ROWS_OF_A_PART, rows.shape[1]), dtype=rows.dtype)
    padded[: len(rows)] = rows
    product: np.ndarray = padded.reshape(parts, _ROWS_OF_A_PART, -1) @ matrix
    return product.reshape(len(padded), -1)[: len(rows)]


def _cut(out: dict[str, np.ndarray], window: Window) -> WindowScores:
    size = window.stop - window.start
    scores = {name: out[name][0, :size] for name in (*TAG_OUTPUTS, *RELATION_OUTPUTS)}
    scores |= {name: out[name][0, :size, :size] for name in POINTER_OUTPUTS}
    return WindowScores(window.start, window.stop, scores)


@cache
def default_network() -> Network:
    """The network that ships with the package, loaded once.

    ``TACITUS_THREADS`` sets how many threads it uses (0 or unset: one for each core that this process may use).

    Raises:
        ModelError: the weights are missing or broken.
    """
    threads = os.environ.get("TACITUS_THREADS", "0")
    if not threads.isdigit():
        raise ModelError(f"TACITUS_THREADS must be a whole number, not {threads!r}")
    return Network(WEIGHTS, threads=int(threads) or _cores())


def _cores() -> int:
    # what the process may use, where the system tells (Linux)
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1
