"""The reports' text as windows of a given length, for runs of an encoder alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tokenizers import Tokenizer

from tacitus.coder import tokenizer as word_tokenizer
from tacitus.language.network import WEIGHTS
from tacitus.language.pieces import Inputs, Splitter, cut_windows, special_piece, stack
from tacitus.language.words import words_of
from tacitus.model import Report


def window_inputs(reports: Iterable[Report], limit: int) -> Iterator[Inputs]:
    """Each window of the reports, ``limit`` tokens of text and two special ones, the last of a report shorter."""
    pieces = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    splitter = Splitter(pieces)
    cls, sep = special_piece(pieces, "[CLS]"), special_piece(pieces, "[SEP]")
    for report in reports:
        sequence = words_of(word_tokenizer().make_doc(report.text)).sequence
        for window in cut_windows(splitter.split(sequence.words), sequence.gaps, (), limit=limit):
            yield stack([window], cls=cls, sep=sep)


def tokens_in(inputs: Inputs) -> int:
    """The tokens of a window, without padding, the two special ones included."""
    return int(inputs.mask.sum())
