"""From a tokenised document to the words that the network reads, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from tacitus.language.network import WordSequence
from tacitus.language.sentences import LINE_GAP, PARAGRAPH_GAP

# A window may begin after these; the network itself decides where sentences begin.
_ENDS = frozenset(".?!")
_CLOSERS = frozenset("\"”’'")  # only before what looks like a beginning
_OPENERS = frozenset("\"“‘'")
_BULLETS = frozenset("•‣◦▪●■∙·*")
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document: all tokens but white space; ``tokens[i]`` is the token number of word ``i``."""

    sequence: WordSequence
    tokens: np.ndarray


def words_of(doc: Doc) -> Words:
    """The words of ``doc`` with the spacing before each and the places where a window may begin."""
    table = doc.to_array(["IS_SPACE", "SPACY"]).astype(bool)
    numbers = np.flatnonzero(~table[:, 0])
    texts = [doc[number].text for number in numbers.tolist()]
    gaps = np.zeros(len(numbers), dtype=np.int64)
    if len(numbers):
        gaps[1:] = table[numbers[:-1], 1]
        gaps[0] = PARAGRAPH_GAP
    # only white space other than one blank is a token of its own
    for word in (np.flatnonzero(np.diff(numbers) > 1) + 1).tolist():
        gaps[word] = _gap(doc[int(numbers[word - 1]) + 1 : int(numbers[word])].text)
    gaps[_list_items(texts, gaps)] = PARAGRAPH_GAP
    return Words(WordSequence(texts, gaps, window_breaks(texts, gaps)), numbers)


def _list_items(texts: list[str], gaps: np.ndarray) -> list[int]:
    """The bullets that open a line; a dash is one if several lines open with it, else the line may go on another."""
    openers = [(index, texts[index]) for index in np.flatnonzero(gaps == LINE_GAP).tolist()]
    dashes = [index for index, text in openers if text in _DASHES]
    return [index for index, text in openers if text in _BULLETS] + (dashes if len(dashes) > 1 else [])


def _gap(space: str) -> int:
    """The class of white space that holds more than one blank: 1 in a line, 2 a line break, 3 a paragraph break."""
    return min(len(f"{space}|".splitlines()), PARAGRAPH_GAP)


def window_breaks(texts: Sequence[str], gaps: np.ndarray) -> list[int]:
    """The words at which a window may begin: those after a line break or after what looks like a sentence's end."""
    breaks = np.flatnonzero(gaps >= LINE_GAP).tolist()
    for index in np.flatnonzero(gaps == 1).tolist():
        before, word = texts[index - 1], texts[index]
        if before in _ENDS or (before in _CLOSERS and (word[:1].isupper() or word[:1] in _OPENERS)):
            breaks.append(index)
    return sorted(breaks)
