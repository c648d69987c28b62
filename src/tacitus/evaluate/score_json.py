"""Scores as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from tacitus.evaluate.differences import Difference
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.evaluate.score import Score


def score_to_dict(score: Score, found: Iterable[Difference] | None = None) -> dict[str, object]:
    """Every measure with its counts; the differences too, unless they are ``None``."""
    out: dict[str, object] = {
        "reports": score.reports,
        "claims": {
            "match": _prf(score.claims.match),
            "content": _prf(score.claims.content),
            "speaker_given_content": _accuracy(score.claims.speaker),
            "stance_given_match": _accuracy(score.claims.stance),
        },
        "figures": {
            "match": _prf(score.figures.match),
            "number": _prf(score.figures.number),
            "bounds_given_number": _accuracy(score.figures.bounds),
            "group_type_given_number": _accuracy(score.figures.group_type),
            "background_given_number": _accuracy(score.figures.background),
        },
    }
    if found is not None:
        out["differences"] = [asdict(difference) for difference in found]
    return out


def _prf(prf: PRF) -> dict[str, float]:
    counts = {"tp": prf.tp, "fp": prf.fp, "fn": prf.fn}
    return {**counts, "precision": prf.precision, "recall": prf.recall, "f1": prf.f1}


def _accuracy(accuracy: Accuracy) -> dict[str, float]:
    return {"right": accuracy.right, "count": accuracy.count, "share": accuracy.value}
