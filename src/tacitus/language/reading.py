"""What the network read in a document beyond syntax and names: attributions, figures, antecedents, sides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

Range = tuple[int, int]
"""A half-open range of token numbers of a ``Doc``."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something: the words that name who, the words that attribute, the words attributed."""

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Per-token predictions of one document; rows are token numbers (white space: zeros).

    ``attributions`` follow PolNeAR's guidelines (every attribution, belief and intent too), ``claims`` the project's
    own (statements only). ``kind``, ``group``, ``stance``: probabilities over the label lists; ``background``:
    probability of background; ``antecedent``: number of the token that heads the earlier mention, -1 for none;
    ``side``: for each token, the (token number, probability) pairs of the words that reveal its side, likeliest first.
    """

    attributions: tuple[Attribution, ...]
    claims: tuple[Attribution, ...]
    kind: np.ndarray
    group: np.ndarray
    background: np.ndarray
    stance: np.ndarray
    antecedent: np.ndarray
    _side: tuple[tuple[int, np.ndarray, np.ndarray], ...]

    def side_pointers(self, token: int, *, most: int = 8) -> list[tuple[int, float]]:
        """The words likeliest to reveal the side of ``token``: (token number, probability), its own included."""
        for _, tokens, scores in self._side:
            row = int(np.searchsorted(tokens, token))
            if row < len(tokens) and tokens[row] == token:
                shares = np.exp(scores[row] - scores[row].max())
                shares /= shares.sum()
                return [(int(tokens[i]), float(shares[i])) for i in np.argsort(-shares)[:most]]
        return []
