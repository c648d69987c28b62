"""Which side a word is of: a trained choice between the sides that a report names.

The signs are those of ``side_features``, the contexts what the word is ("military", "GOV", "noun army" ...). The
weights lie in ``side_ranker.npz``; ``training/side_ranker.py`` makes them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np

from tacitus.language.reading import Reading
from tacitus.resolve.belonging import Sides
from tacitus.resolve.choice_network import ChoiceNetwork, read_choices
from tacitus.resolve.side_features import Asked, candidates, side_signs
from tacitus.resolve.syntax import Syntax


@cache
def _rankers() -> dict[str, ChoiceNetwork]:
    return read_choices(files("tacitus.resolve") / "side_ranker.npz")


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
