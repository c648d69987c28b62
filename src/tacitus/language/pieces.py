"""Words to the encoder's inputs: word pieces, letter case and spacing, in windows of bounded length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from tokenizers import Tokenizer

from tacitus.errors import ModelError

# Letter-case classes of a word; the encoder itself is uncased.
CASES = ("padding", "lower", "title", "upper", "mixed", "digits", "symbol", "initial")
GAPS = 4  # nothing, a blank, a line break, a paragraph break before the word
WINDOW = 256  # word pieces of text in a window at most; [CLS] and [SEP] come on top
MAX_PIECES_OF_A_WORD = 12
REMEMBERED_WORDS = 100_000  # distinct words; about 25 MB


def case_of(word: str) -> int:
    """The index in ``CASES`` of a word."""
    if any(letter.isdigit() for letter in word):
        return 5
    if not any(letter.isalpha() for letter in word):
        return 6
    if word.islower():
        return 1
    if word.isupper():
        return 7 if sum(letter.isalpha() for letter in word) == 1 else 3
    return 2 if word[:1].isupper() and word[1:].islower() else 4


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a run of words: ids in one flat array, and for each word how many are its own."""

    ids: np.ndarray
    counts: np.ndarray
    cases: np.ndarray


def special_piece(tokenizer: Tokenizer, name: str) -> int:
    """The number of a special piece such as ``[CLS]``.

    Raises:
        ModelError: the tokenizer has no such piece.
    """
    number: int | None = tokenizer.token_to_id(name)
    if number is None:
        raise ModelError(f"the language model's tokenizer has no piece {name}")
    return number


class Splitter:
    """Cuts words into the tokenizer's pieces; words seen before are remembered. Safe to share between threads."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._unknown = special_piece(tokenizer, "[UNK]")
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}

    def split(self, words: Sequence[str]) -> Pieces:
        """The pieces of words; every word has at least one piece and at most twelve."""
        known = self._known
        fresh = [word for word in dict.fromkeys(words) if word not in known]
        if len(known) + len(fresh) > REMEMBERED_WORDS:
            # begun anew, not emptied: another thread may still read the old one
            known = self._known = {}
            fresh = list(dict.fromkeys(words))
        for word, encoding in zip(
            fresh, self._tokenizer.encode_batch_fast(fresh, add_special_tokens=False), strict=True
        ):
            known[word] = (tuple(encoding.ids[:MAX_PIECES_OF_A_WORD]) or (self._unknown,), case_of(word))
        codes = [known[word] for word in words]
        return Pieces(
            np.asarray(list(chain.from_iterable(ids for ids, _ in codes)), dtype=np.int64),
            np.asarray([len(ids) for ids, _ in codes], dtype=np.int64),
            np.asarray([case for _, case in codes], dtype=np.int64),
        )


def split_words(words: Sequence[str], tokenizer: Tokenizer) -> Pieces:
    """The pieces of words, with nothing remembered from call to call."""
    return Splitter(tokenizer).split(words)


@dataclass(frozen=True, slots=True)
class Inputs:
    """A batch for the encoder.

    ``ids``, ``cases``, ``gaps``: int64 (windows, pieces); ``mask``: int64, 1 where a piece is real;
    ``first``, ``last``: int64 (windows, words), the position of each word's first and last piece (0 for padding).
    """

    ids: np.ndarray
    cases: np.ndarray
    gaps: np.ndarray
    mask: np.ndarray
    first: np.ndarray
    last: np.ndarray


@dataclass(frozen=True, slots=True)
class Window:
    """The words ``[start, stop)`` of a document whose pieces and gaps these are."""

    pieces: Pieces
    gaps: np.ndarray
    start: int
    stop: int
    offset: int  # of the first word's first piece in ``pieces.ids``

    @property
    def size(self) -> int:
        """Number of pieces."""
        return int(self.pieces.counts[self.start : self.stop].sum())


def cut_windows(pieces: Pieces, gaps: np.ndarray, breaks: Sequence[int], *, limit: int = WINDOW) -> list[Window]:
    """Cut a document into windows of at most ``limit`` pieces, at the last break that fits, else between any words."""
    bounds = np.concatenate(([0], np.cumsum(pieces.counts)))
    total = len(pieces.counts)
    allowed = np.asarray([*breaks, total], dtype=np.int64)
    windows, start = [], 0
    while start < total:
        reach = int(np.searchsorted(bounds, bounds[start] + limit, side="right")) - 1
        reach = min(max(reach, start + 1), total)
        position = int(np.searchsorted(allowed, reach, side="right")) - 1
        stop = int(allowed[position]) if position >= 0 and allowed[position] > start else reach
        windows.append(Window(pieces, gaps, start, stop, int(bounds[start])))
        start = stop
    return windows


def stack(windows: Sequence[Window], *, cls: int, sep: int) -> Inputs:
    """Pad windows into one batch; piece lengths are padded to a multiple of 16."""
    rows = len(windows)
    length = -(-(max(window.size for window in windows) + 2) // 16) * 16
    width = max(window.stop - window.start for window in windows)
    ids, cases, gaps, mask = (np.zeros((rows, length), dtype=np.int64) for _ in range(4))
    first, last = (np.zeros((rows, width), dtype=np.int64) for _ in range(2))
    for row, window in enumerate(windows):
        part = slice(window.start, window.stop)
        counts = window.pieces.counts[part]
        size = int(counts.sum())
        ids[row, 0], ids[row, size + 1] = cls, sep
        ids[row, 1 : size + 1] = window.pieces.ids[window.offset : window.offset + size]
        cases[row, 1 : size + 1] = np.repeat(window.pieces.cases[part], counts)
        ends = np.cumsum(counts)
        first[row, : len(counts)] = ends - counts + 1
        last[row, : len(counts)] = ends
        # spacing belongs to a word's first piece; the others follow without a gap
        gaps[row, first[row, : len(counts)]] = window.gaps[part]
        mask[row, : size + 2] = 1
    return Inputs(ids, cases, gaps, mask, first, last)
