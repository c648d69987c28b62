"""Codings of a set of reports against their gold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.claims_score import ClaimScore, score_claims
from tacitus.evaluate.figures_score import FigureScore, score_figures
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.model import Coding


@dataclass(frozen=True, slots=True)
class Score:
    """Micro-averaged scores over ``reports`` reports; adds up."""

    reports: int = 0
    claims: ClaimScore = ClaimScore()
    figures: FigureScore = FigureScore()

    def __add__(self, other: Score) -> Score:
        return Score(self.reports + other.reports, self.claims + other.claims, self.figures + other.figures)

    def found(self) -> list[tuple[str, PRF]]:
        """The scores of what was to be found, each with its name."""
        return [
            ("claims", self.claims.match),
            ("claims, content only", self.claims.content),
            ("figures", self.figures.match),
            ("figures, kind and number only", self.figures.number),
        ]

    def given_match(self) -> list[tuple[str, Accuracy]]:
        """The shares that are right of what was matched, each with its name."""
        return [
            ("claim speaker, given content", self.claims.speaker),
            ("claim stance, given match", self.claims.stance),
            ("figure bounds, given kind and number", self.figures.bounds),
            ("figure group type, given kind and number", self.figures.group_type),
            ("figure background, given kind and number", self.figures.background),
        ]


def score_codings(pairs: Iterable[tuple[Gold, Coding]]) -> Score:
    """The scores of codings, each beside the gold of its report.

    A report that was not coded is scored as an empty ``Coding``, so that all of its gold counts as missed.
    """
    return sum((score_coding(gold, coding) for gold, coding in pairs), Score())


def score_coding(gold: Gold, coding: Coding) -> Score:
    """The scores of one report."""
    return Score(reports=1, claims=score_claims(gold, coding), figures=score_figures(gold, coding))
