"""The stance of a claim: the language model's reading of its words, weighed with what its cue signals."""

from __future__ import annotations

import numpy as np

from tacitus.extract.cues import stance_of_cue
from tacitus.language.reading import Range, Reading
from tacitus.model import STANCES, Stance
from tacitus.resolve.syntax import Syntax

_CUE_WEIGHT = 2.0  # log-odds that a listed cue adds to its stance; swept on train over 0.5 to 4
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "neither", "nor"))


def _negated(syntax: Syntax, cue: Range) -> bool:
    """Whether a negation stands just before a cue; one within it is seen with its words."""
    for index in range(cue[0] - 1, max(-1, cue[0] - 3), -1):
        if syntax.upos[index] == "PUNCT":
            return False
        if syntax.lower[index] in _NEGATIONS:
            return True
    return False


def stance_of(syntax: Syntax, reading: Reading | None, cue: Range | None, content: tuple[Range, ...]) -> Stance:
    """The likeliest stance of the content; without a language model the cue alone decides ("assert" where none)."""
    signalled: Stance | None = None
    if cue is not None:
        signalled = stance_of_cue(syntax.words[slice(*cue)], negated=_negated(syntax, cue))
    if reading is None:
        return signalled or "assert"
    rows = [index for start, end in content for index in range(start, end) if syntax.upos[index] != "SPACE"]
    scores = np.log(reading.stance[rows] + 1e-6).mean(0)
    if signalled is not None:
        scores[STANCES.index(signalled)] += _CUE_WEIGHT
    return STANCES[int(scores.argmax())]
