"""How well reports are grouped by incident, and whether the last toll of each claimant is right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tacitus.evaluate.annotation import REPORT_VOICE
from tacitus.evaluate.gold_incidents import GoldIncident, GoldToll
from tacitus.evaluate.prf import Accuracy
from tacitus.evaluate.side_spelling import one_spelling
from tacitus.evaluate.wording import share_name_word
from tacitus.model.incident import Incident, Toll


@dataclass(frozen=True, slots=True)
class BCubed:
    """B-cubed precision and recall of a grouping of ``reports`` reports (Bagga and Baldwin 1998).

    Precision is how much of each report's group belongs with it, recall how much of what belongs with it is in its
    group, both averaged over the reports.
    """

    precision: float = 0.0
    recall: float = 0.0
    reports: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        whole = self.precision + self.recall
        return 2 * self.precision * self.recall / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class IncidentScore:
    """The grouping of the reports, and of how many series of tolls the last number is right."""

    grouping: BCubed
    last_toll: Accuracy


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> BCubed:
    """Score the grouping ``found`` (report to group) of the reports in ``gold``; one that it lacks is a group alone."""
    placed = {report: found.get(report, f"alone: {report}") for report in gold}
    wanted_size, found_size = Counter(gold.values()), Counter(placed.values())
    both = Counter((gold[report], placed[report]) for report in gold)
    count = len(gold)
    if not count:
        return BCubed()
    shared = {report: both[gold[report], placed[report]] for report in gold}
    precision = sum(shared[report] / found_size[placed[report]] for report in gold) / count
    recall = sum(shared[report] / wanted_size[gold[report]] for report in gold) / count
    return BCubed(precision, recall, count)


def score_incidents(
    main: Mapping[str, str], gold: Iterable[GoldIncident], incidents: Iterable[Incident]
) -> IncidentScore:
    """Score incidents; ``main`` gives the gold's main incident of each report.

    An incident of the gold is looked for where most of its reports were put, the smaller id of two that hold as many.
    """
    incidents = [incident for incident in incidents if not incident.background]
    found = {report: incident.id for incident in incidents for report in incident.main_reports}
    named = {incident.id: incident for incident in incidents}
    holds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for report, wanted in main.items():
        if report in found:
            holds[wanted][found[report]] += 1
    last = Accuracy()
    for one in gold:
        best = min(holds[one.id].items(), key=lambda item: (-item[1], item[0]), default=None)
        if one.id in main.values():
            last += last_tolls(one, named[best[0]].figures if best is not None else ())
    return IncidentScore(b_cubed(main, found), last)


def last_tolls(gold: GoldIncident, tolls: Iterable[Toll]) -> Accuracy:
    """Of how many series of the dead, by side and claimant, the last number that stands is the gold's.

    A claimant is found by side, else by a shared name word; reports' own voice only as such. Where the incident has
    several series for them (soldiers, civilians), one that agrees is enough.
    """
    tolls = [toll for toll in tolls if toll.kind == "killed"]
    right = sum(any(_agrees(wanted, toll) for toll in tolls) for wanted in gold.killed)
    return Accuracy(right, len(gold.killed))


def _agrees(gold: GoldToll, toll: Toll) -> bool:
    if not _same_side(gold.side, toll.side) or not _same_claimant(gold.by, toll.by):
        return False
    return toll.current is not None and toll.current.best == gold.last


def _same_side(gold: str, coded: str | None) -> bool:
    return coded is not None and one_spelling(gold) == one_spelling(coded)


def _same_claimant(gold: str, coded: str) -> bool:
    if REPORT_VOICE in (gold, coded):
        return gold == coded
    return one_spelling(gold) == one_spelling(coded) or share_name_word(gold, [coded])
