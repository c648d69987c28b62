"""Where sentences begin: what the network scores, tempered by what stands before."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from tacitus.language.network import WindowScores, WordSequence

PARAGRAPH_GAP = 3  # a paragraph always begins a sentence
LINE_GAP = 2
_STOPS = frozenset((".", "?", "!", "...", "…", "?!", "!?", "!!", "!!!"))
_CLOSERS = frozenset(('"', "”", "’", "'", "''", ")", "]", "»"))
# Log-odds. News is edited text: its sentences end in full stops, unlike many in the treebanks' letters and chats.
# Fitted on the treebanks' dev parts.
_AFTER_STOP, _ELSEWHERE = 1.5, -1.5
_WITHIN = -6.0  # before a word without a capital, nothing having ended: a word or a number in mid sentence
_BEFORE_CAPITAL = 4.0  # more, where a capital follows: abbreviations keep their stop, so this one ended something


def sentence_starts(window: WindowScores, sequence: WordSequence) -> np.ndarray:
    """Which words of a window of ``sequence`` begin a sentence."""
    part = slice(window.start, window.stop)
    gaps, words = sequence.gaps[part], sequence.words[part]
    scores = window.scores["sent"]
    starts: np.ndarray = scores[:, 1] - scores[:, 0] + _lean(words, gaps) > 0
    starts |= gaps >= PARAGRAPH_GAP
    starts[0] = True
    return starts


def _lean(words: list[str], gaps: np.ndarray) -> np.ndarray:
    lean = np.where(gaps == LINE_GAP, 0.0, _ELSEWHERE)
    ended = [_ends(words, index) for index in range(len(words) - 1)]
    after = np.asarray(ended, dtype=bool) & (gaps[1:] > 0)
    within = ~np.asarray(ended, dtype=bool) & (gaps[1:] < LINE_GAP)
    going_on = [_plain(word) or _in_capitals(before, word) for before, word in pairwise(words)]
    lean[1:][within & np.asarray(going_on, dtype=bool)] = _WITHIN
    lean[1:][after] = _AFTER_STOP
    lean[1:][after & np.asarray([word[:1].isupper() for word in words[1:]], dtype=bool)] += _BEFORE_CAPITAL
    return lean


def _plain(word: str) -> bool:
    return word[:1].islower() or word[:1].isdecimal()


def _in_capitals(before: str, word: str) -> bool:
    """Whether two words stand in a passage in capitals, whose first letters tell nothing."""
    return len(before) > 1 and len(word) > 1 and before.isupper() and word.isupper()


def _ends(words: list[str], index: int) -> bool:
    """Whether the word is a full stop or the like, or closes what ends in one."""
    word = words[index]
    return word in _STOPS or (word in _CLOSERS and index > 0 and words[index - 1] in _STOPS)
