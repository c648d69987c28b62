"""What the network read in a document beyond syntax and names: attributions, figures, events, antecedents, sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

Range = tuple[int, int]
"""A half-open range of token numbers of a ``Doc``."""


Pointer = Literal["side", "voice", "agent", "patient"]
"""What a pointer asks of a word: which words reveal its side, who states it, its actors' or recipients' sides."""


@dataclass(frozen=True, slots=True)
class PointerScores:
    """One pointer head's raw scores within one window: ``tokens`` are its words, ``scores`` (words, words)."""

    tokens: np.ndarray
    scores: np.ndarray


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something: the words that name who, the words that attribute, the words attributed."""

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    confidence: float

    @property
    def untold(self) -> bool:
        """Whether no words near it tell who says it: neither source nor cue."""
        return self.source is None and self.cue is None


@dataclass(frozen=True, slots=True)
class Reading:
    """Per-token predictions of one document; rows are token numbers (white space: zeros).

    ``attributions`` follow PolNeAR's guidelines (every attribution, belief and intent too), ``claims`` the project's
    own (statements only). ``kind``, ``group``, ``stance``: probabilities over the label lists; ``background``:
    probability of background; ``event``: probability that the token triggers an event of each PLOVER type, ``denied``
    that such an event is denied; ``antecedent``: number of the token that heads the earlier mention, -1 for none.
    """

    attributions: tuple[Attribution, ...]
    claims: tuple[Attribution, ...]
    kind: np.ndarray
    group: np.ndarray
    background: np.ndarray
    stance: np.ndarray
    event: np.ndarray
    denied: np.ndarray
    antecedent: np.ndarray
    _pointers: dict[Pointer, tuple[PointerScores, ...]]

    def pointed(self, pointer: Pointer, token: int, *, most: int = 8) -> list[tuple[int, float]]:
        """The words that a token points to, likeliest first: (token number, probability), its own included."""
        for window in self._pointers[pointer]:
            row = int(np.searchsorted(window.tokens, token))
            if row < len(window.tokens) and window.tokens[row] == token:
                scores = window.scores[row]
                shares = np.exp(scores - scores.max())
                shares /= shares.sum()
                return [(int(window.tokens[i]), float(shares[i])) for i in np.argsort(-shares)[:most]]
        return []
