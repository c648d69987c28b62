"""Figures against gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tacitus.evaluate.annotation import Gold, GoldFigure
from tacitus.evaluate.matching import Merit, best_first
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.evaluate.quote_spans import quote_spans
from tacitus.evaluate.side_spelling import same_side
from tacitus.evaluate.speakers import figure_speaker_agrees
from tacitus.model import Coding, Figure


@dataclass(frozen=True, slots=True)
class FigureScore:
    """Scores of figures.

    ``match``: kind, best number, group side and who states it agree. ``number``: kind and best number agree. Of the
    pairs of ``number``, the share whose ``bounds`` (low and high), ``group_type`` and ``background`` agree, each taken
    alone. A number that a speaker denies counts like one that is stated.
    """

    match: PRF = PRF()
    number: PRF = PRF()
    bounds: Accuracy = Accuracy()
    group_type: Accuracy = Accuracy()
    background: Accuracy = Accuracy()

    def __add__(self, other: FigureScore) -> FigureScore:
        return FigureScore(
            match=self.match + other.match,
            number=self.number + other.number,
            bounds=self.bounds + other.bounds,
            group_type=self.group_type + other.group_type,
            background=self.background + other.background,
        )


def score_figures(gold: Gold, coding: Coding) -> FigureScore:
    """The figures of one report; full matches and matches by number are two matchings made apart."""
    counts = {"gold": len(gold.figures), "coded": len(coding.figures)}
    full = match_figures(gold, gold.figures, coding, coding.figures)
    number = match_numbers(gold, gold.figures, coding, coding.figures)
    pairs = [(gold.figures[i], coding.figures[j]) for i, j in number]
    return FigureScore(
        match=PRF.of(matched=len(full), **counts),
        number=PRF.of(matched=len(number), **counts),
        bounds=Accuracy(sum(wanted.bounds == coded.bounds for wanted, coded in pairs), len(pairs)),
        group_type=Accuracy(sum(wanted.group_type == coded.group.type for wanted, coded in pairs), len(pairs)),
        background=Accuracy(sum(wanted.background == coded.background for wanted, coded in pairs), len(pairs)),
    )


def match_figures(
    gold: Gold, wanted: Sequence[GoldFigure], coding: Coding, coded: Sequence[Figure]
) -> list[tuple[int, int]]:
    """Pairs whose kind, best number, group side and speaker agree; those that agree on more besides go first.

    A group without a side agrees only with one without a side.
    """

    def merit(gold_figure: GoldFigure, coded_figure: Figure) -> Merit | None:
        if not same_number(gold_figure, coded_figure):
            return None
        if not same_side(gold_figure.group_side, coded_figure.group.side):
            return None
        if not figure_speaker_agrees(gold, gold_figure, coded_figure, coding):
            return None
        # A gold figure by nobody known fits any speaker: let the ones that name theirs choose first.
        return gold_figure.by is not None, *_likeness(gold, gold_figure, coded_figure)

    return best_first(wanted, coded, merit)


def match_numbers(
    gold: Gold, wanted: Sequence[GoldFigure], coding: Coding, coded: Sequence[Figure]
) -> list[tuple[int, int]]:
    """Pairs whose kind and best number agree; those that agree on side and speaker go first, then on more besides."""

    def merit(gold_figure: GoldFigure, coded_figure: Figure) -> Merit | None:
        if not same_number(gold_figure, coded_figure):
            return None
        side = same_side(gold_figure.group_side, coded_figure.group.side)
        speaker = figure_speaker_agrees(gold, gold_figure, coded_figure, coding)
        return side + speaker, *_likeness(gold, gold_figure, coded_figure)

    return best_first(wanted, coded, merit)


def same_number(gold: GoldFigure, coded: Figure) -> bool:
    """Whether kind and best number agree; two numbers without a best agree."""
    return gold.kind == coded.kind and gold.bounds.best == coded.bounds.best


def _likeness(gold: Gold, wanted: GoldFigure, coded: Figure) -> tuple[float, float]:
    respects = (
        wanted.bounds == coded.bounds,
        wanted.group_type == coded.group.type,
        wanted.background == coded.background,
    )
    return sum(respects), any(place.overlaps(coded.span) for place in quote_spans(wanted.quote, gold.text))
