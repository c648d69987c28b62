"""Dates against gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tacitus.evaluate.annotation import Gold, GoldDate
from tacitus.evaluate.matching import Merit, best_first
from tacitus.evaluate.prf import PRF
from tacitus.evaluate.quote_spans import overlap, quote_spans
from tacitus.model import Coding, DateExpression


@dataclass(frozen=True, slots=True)
class DateScore:
    """Scores of dates. ``match``: the words overlap, first and last day agree. ``words``: the words overlap."""

    match: PRF = PRF()
    words: PRF = PRF()

    def __add__(self, other: DateScore) -> DateScore:
        return DateScore(self.match + other.match, self.words + other.words)


def score_dates(gold: Gold, coding: Coding) -> DateScore:
    """The dates of one report; nothing is scored where the gold has none annotated."""
    if "dates" in gold.absent:
        return DateScore()
    counts = {"gold": len(gold.dates), "coded": len(coding.dates)}
    return DateScore(
        match=PRF.of(matched=len(match_dates(gold, gold.dates, coding.dates)), **counts),
        words=PRF.of(matched=len(match_date_words(gold, gold.dates, coding.dates)), **counts),
    )


def match_dates(gold: Gold, wanted: Sequence[GoldDate], coded: Sequence[DateExpression]) -> list[tuple[int, int]]:
    """Pairs whose words overlap and that mean the same days, the greatest overlap first."""

    def merit(left: GoldDate, right: DateExpression) -> Merit | None:
        shared = overlap(quote_spans(left.quote, gold.text), (right.span,)) if same_days(left, right) else 0.0
        return (shared,) if shared else None

    return best_first(wanted, coded, merit)


def match_date_words(gold: Gold, wanted: Sequence[GoldDate], coded: Sequence[DateExpression]) -> list[tuple[int, int]]:
    """Pairs whose words overlap, those that mean the same days first."""

    def merit(left: GoldDate, right: DateExpression) -> Merit | None:
        shared = overlap(quote_spans(left.quote, gold.text), (right.span,))
        return (same_days(left, right), shared) if shared else None

    return best_first(wanted, coded, merit)


def same_days(gold: GoldDate, coded: DateExpression) -> bool:
    """Whether first and last day agree; an open or unresolved end agrees with none."""
    return gold.start == coded.start and gold.end == coded.end
