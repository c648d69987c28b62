"""Scores as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from tacitus.evaluate.difference import Difference
from tacitus.evaluate.incidents_score import IncidentScore
from tacitus.evaluate.linked_score import LinkedScore
from tacitus.evaluate.measure import Measure
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.evaluate.score import Score


def score_to_dict(
    score: Score, found: Iterable[Difference] | None = None, linked: LinkedScore | None = None
) -> dict[str, object]:
    """Every measure with its counts; the incidents' and the differences too, unless they are ``None``."""
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
        "events": {
            "match": _prf(score.events.match),
            "type": _prf(score.events.type),
            "actors_given_type": _accuracy(score.events.actors),
            "recipients_given_type": _accuracy(score.events.recipients),
            "background_given_type": _accuracy(score.events.background),
            "denied_given_type": _accuracy(score.events.denied),
        },
        "dates": {"match": _prf(score.dates.match), "words": _prf(score.dates.words)},
        "places": {
            "match": _prf(score.places.match),
            "country": _prf(score.places.country),
            "words": _prf(score.places.words),
            "near_given_words": _accuracy(score.places.near),
            "country_given_words": _accuracy(score.places.state),
        },
        "ceasefires": {
            "match": _prf(score.ceasefires.match),
            "parties": _prf(score.ceasefires.parties),
            "date_given_match": _accuracy(score.ceasefires.date),
            "status_given_match": _accuracy(score.ceasefires.status),
            "violators_given_match": _accuracy(score.ceasefires.violators),
        },
    }
    if linked is not None:
        out["incidents"] = {"of_codings": _incidents(linked.coded), "of_gold": _incidents(linked.gold)}
    if found is not None:
        out["differences"] = [asdict(difference) for difference in found]
    return out


def measures_to_list(measures: Iterable[Measure]) -> list[dict[str, object]]:
    """Measures on public data, each with its name, value and count; with what was taken for what, where it tells."""
    return [
        {
            "name": measure.name,
            "value": measure.value,
            "count": measure.count,
            **({"taken": [asdict(item) for item in measure.taken]} if measure.taken else {}),
        }
        for measure in measures
    ]


def _incidents(score: IncidentScore) -> dict[str, object]:
    grouping = score.grouping
    return {
        "grouping": {**asdict(grouping), "f1": grouping.f1},
        "last_toll": _accuracy(score.last_toll),
    }


def _prf(prf: PRF) -> dict[str, float]:
    counts = {"tp": prf.tp, "fp": prf.fp, "fn": prf.fn}
    return {**counts, "precision": prf.precision, "recall": prf.recall, "f1": prf.f1}


def _accuracy(accuracy: Accuracy) -> dict[str, float]:
    return {"right": accuracy.right, "count": accuracy.count, "share": accuracy.value}
