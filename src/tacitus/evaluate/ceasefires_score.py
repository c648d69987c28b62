"""Ceasefires against gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tacitus.evaluate.annotation import Gold, GoldCeasefire
from tacitus.evaluate.matching import Merit, best_first
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.evaluate.side_spelling import side_set
from tacitus.model import Ceasefire, Coding


@dataclass(frozen=True, slots=True)
class CeasefireScore:
    """Scores of ceasefires, in the news or history.

    ``match``: parties and mediators agree as sets of sides. ``parties``: the parties agree. Of the pairs of ``match``,
    the share whose ``date``, ``status`` and alleged ``violators`` agree, each taken alone.
    """

    match: PRF = PRF()
    parties: PRF = PRF()
    date: Accuracy = Accuracy()
    status: Accuracy = Accuracy()
    violators: Accuracy = Accuracy()

    def __add__(self, other: CeasefireScore) -> CeasefireScore:
        return CeasefireScore(
            match=self.match + other.match,
            parties=self.parties + other.parties,
            date=self.date + other.date,
            status=self.status + other.status,
            violators=self.violators + other.violators,
        )


def score_ceasefires(gold: Gold, coding: Coding) -> CeasefireScore:
    """The ceasefires of one report; nothing is scored where the gold has none annotated."""
    if "ceasefires" in gold.absent:
        return CeasefireScore()
    counts = {"gold": len(gold.ceasefires), "coded": len(coding.ceasefires)}
    full = match_ceasefires(gold.ceasefires, coding.ceasefires)
    pairs = [(gold.ceasefires[i], coding.ceasefires[j]) for i, j in full]
    return CeasefireScore(
        match=PRF.of(matched=len(full), **counts),
        parties=PRF.of(matched=len(match_parties(gold.ceasefires, coding.ceasefires)), **counts),
        date=Accuracy(sum(wanted.date == coded.date for wanted, coded in pairs), len(pairs)),
        status=Accuracy(sum(wanted.status == coded.status for wanted, coded in pairs), len(pairs)),
        violators=Accuracy(sum(same_violators(*pair) for pair in pairs), len(pairs)),
    )


def match_ceasefires(gold: Sequence[GoldCeasefire], coded: Sequence[Ceasefire]) -> list[tuple[int, int]]:
    """Pairs whose parties and mediators agree; those that agree on the day, then on the status, go first."""

    def merit(wanted: GoldCeasefire, found: Ceasefire) -> Merit | None:
        if not same_parties(wanted, found) or not same_mediators(wanted, found):
            return None
        return wanted.date == found.date, wanted.status == found.status

    return best_first(gold, coded, merit)


def match_parties(gold: Sequence[GoldCeasefire], coded: Sequence[Ceasefire]) -> list[tuple[int, int]]:
    """Pairs whose parties agree; those that agree on the mediators, then on day and status, go first."""

    def merit(wanted: GoldCeasefire, found: Ceasefire) -> Merit | None:
        if not same_parties(wanted, found):
            return None
        return same_mediators(wanted, found), wanted.date == found.date, wanted.status == found.status

    return best_first(gold, coded, merit)


def same_parties(gold: GoldCeasefire, coded: Ceasefire) -> bool:
    """Whether the same sides keep the truce."""
    return side_set(gold.parties) == side_set(coded.parties)


def same_mediators(gold: GoldCeasefire, coded: Ceasefire) -> bool:
    """Whether the same sides brokered it."""
    return side_set(gold.mediators) == side_set(coded.mediators)


def same_violators(gold: GoldCeasefire, coded: Ceasefire) -> bool:
    """Whether the same sides are said to have broken it."""
    return side_set(gold.alleged_violators) == side_set(violation.by for violation in coded.violations)
