"""Which side a word is of: a log-linear choice between the sides that a report names, trained on the corpus.

Signs are weighed alike in every context and again in the context of the word ("military", "civilian", "GOV" ...), as
listed in ``side_features``. The weights lie in ``side_ranker.json``; ``training/side_ranker.py`` makes them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from tacitus.language.reading import Reading
from tacitus.resolve.belonging import Sides
from tacitus.resolve.side_features import CONTEXTS_CROSSED, SIGNS, Asked, candidates, side_signs
from tacitus.resolve.syntax import Syntax

_CROSSED = [SIGNS.index(sign) for sign in CONTEXTS_CROSSED]


@dataclass(frozen=True, slots=True)
class SideRanker:
    """Weights of signs: ``plain`` for all contexts, ``crossed`` and ``none`` (the bias of no side) by context."""

    plain: np.ndarray
    crossed: dict[str, np.ndarray]
    none: dict[str, float]

    def shares(self, contexts: tuple[str, ...], rows: np.ndarray) -> np.ndarray:
        """Probability of each candidate, the first being no side."""
        scores = rows @ self.plain
        scores[0] += self.none[""]
        for context in contexts:
            if context in self.crossed:
                scores += rows[:, _CROSSED] @ self.crossed[context]
                scores[0] += self.none[context]
        scores = np.exp(scores - scores.max())
        result: np.ndarray = scores / scores.sum()
        return result


@cache
def _rankers() -> dict[str, SideRanker]:
    data = json.loads((files("tacitus.resolve") / "side_ranker.json").read_text(encoding="utf-8"))
    return {
        name: SideRanker(
            np.asarray(weights["plain"], dtype=np.float32),
            {context: np.asarray(row, dtype=np.float32) for context, row in weights["crossed"].items()},
            weights["none"],
        )
        for name, weights in data.items()
    }


def rank_sides(
    ranker: str, syntax: Syntax, sides: Sides, reading: Reading | None, *asked: Asked, certain: bool = False
) -> tuple[str | None, float]:
    """The likeliest side of one that is named at several words, and its probability, the mean over the words.

    ``ranker`` is "group" (of a figure) or "speaker"; ``certain`` tells that there is one, as of any ministry.
    """
    named = candidates(sides, asked[0].contexts)
    if len(named) == 1:
        return None, 1.0
    weights = _rankers()[ranker]
    shares = np.mean(
        [weights.shares(item.contexts, side_signs(syntax, sides, reading, item, named)) for item in asked], axis=0
    )
    best = int(shares[1:].argmax()) + 1 if certain else int(shares.argmax())
    return named[best], float(shares[best])
