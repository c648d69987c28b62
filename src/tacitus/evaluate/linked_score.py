"""Incidents made of codings, against those that annotators told: from the codings scored, and from the gold's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.corpus import CorpusPart
from tacitus.evaluate.gold_coding import gold_coding
from tacitus.evaluate.gold_incidents import gold_incidents, main_incidents, same_incidents
from tacitus.evaluate.incidents_score import IncidentScore, score_incidents
from tacitus.incidents.assemble import build_incident
from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.link import link
from tacitus.model import Coding
from tacitus.model.incident import Incident


@dataclass(frozen=True, slots=True)
class LinkedScore:
    """What linking and reconciliation make of the codings as they are, and of flawless ones."""

    coded: IncidentScore
    gold: IncidentScore


def score_linked(
    folder: Path, pairs: Iterable[tuple[Gold, Coding]], *, part: CorpusPart | None = None
) -> LinkedScore | None:
    """Link the reports of ``folder`` that are scored and score their incidents; ``None`` where none are annotated.

    Raises:
        GoldError: a file of incidents is wrong.
    """
    pairs = list(pairs)
    told = gold_incidents(folder, part=part)
    main = main_incidents((gold for gold, _ in pairs), same_incidents(folder))
    if not told or not main:
        return None
    return LinkedScore(
        coded=score_incidents(main, told, make_incidents([coding for _, coding in pairs])),
        gold=score_incidents(main, told, make_incidents([gold_coding(gold) for gold, _ in pairs])),
    )


def make_incidents(codings: Sequence[Coding]) -> list[Incident]:
    """All incidents that a set of codings tells of."""
    by_id = {coding.report.id: coding for coding in codings}
    return [build_incident(linked, by_id) for linked in link(map(linkable, codings))]
