"""Where the claims and figures of a coding differ from the gold's."""

from __future__ import annotations

from collections.abc import Iterator

from tacitus.evaluate.annotation import REPORT_VOICE, Gold, GoldClaim, GoldFigure
from tacitus.evaluate.claims_score import content_words, match_claims, match_contents
from tacitus.evaluate.difference import Difference
from tacitus.evaluate.figures_score import match_figures, match_numbers
from tacitus.evaluate.matching import leftovers
from tacitus.model import Bounds, Claim, Coding, Figure


def claim_differences(gold: Gold, coding: Coding) -> Iterator[Difference]:
    """What keeps the claims from full marks: wrong stances, wrong speakers, what is missed, what is extra."""
    matched = match_claims(gold.claims, coding.claims, coding)
    for i, j in matched:
        wanted, coded = gold.claims[i], coding.claims[j]
        if wanted.stance != coded.stance:
            yield Difference(gold.id, "claim", "wrong stance", _gold_claim(wanted), _coded_claim(coded, coding))
    missed, extra = leftovers(gold.claims, coding.claims, matched)
    same_content = match_contents(missed, extra, coding)
    for i, j in same_content:
        told = _gold_claim(missed[i]), _coded_claim(extra[j], coding)
        yield Difference(gold.id, "claim", "wrong speaker", *told)
    missed, extra = leftovers(missed, extra, same_content)
    for wanted in missed:
        yield Difference(gold.id, "claim", "missed", _gold_claim(wanted), None)
    for coded in extra:
        yield Difference(gold.id, "claim", "extra", None, _coded_claim(coded, coding))


def figure_differences(gold: Gold, coding: Coding) -> Iterator[Difference]:
    """What keeps the figures from full marks: wrong bounds and the like, wrong sides, what is missed, what is extra."""
    matched = match_figures(gold, gold.figures, coding, coding.figures)
    for i, j in matched:
        wanted, coded = gold.figures[i], coding.figures[j]
        respects = (
            ("bounds", wanted.bounds == coded.bounds),
            ("group type", wanted.group_type == coded.group.type),
            ("background", wanted.background == coded.background),
        )
        wrong = ", ".join(name for name, right in respects if not right)
        if wrong:
            yield Difference(gold.id, "figure", f"wrong {wrong}", _gold_figure(wanted), _coded_figure(coded, coding))
    missed, extra = leftovers(gold.figures, coding.figures, matched)
    same_number = match_numbers(gold, missed, coding, extra)
    for i, j in same_number:
        told = _gold_figure(missed[i]), _coded_figure(extra[j], coding)
        yield Difference(gold.id, "figure", "wrong side or speaker", *told)
    missed, extra = leftovers(missed, extra, same_number)
    for wanted in missed:
        yield Difference(gold.id, "figure", "missed", _gold_figure(wanted), None)
    for coded in extra:
        yield Difference(gold.id, "figure", "extra", None, _coded_figure(coded, coding))


def _gold_claim(claim: GoldClaim) -> str:
    return f"{_named(claim.speaker, claim.side)} {claim.stance}: {claim.content}"


def _coded_claim(claim: Claim, coding: Coding) -> str:
    return f"{_actor(claim.speaker, coding, nobody='nobody')} {claim.stance}: {content_words(claim, coding)}"


def _gold_figure(figure: GoldFigure) -> str:
    group = f"{figure.group_side or 'no side'} {figure.group_type}{_history(figure.background)}"
    return f"{figure.kind} {_range(figure.bounds)} of {group}, by {figure.by or 'unknown'}: {figure.quote}"


def _coded_figure(figure: Figure, coding: Coding) -> str:
    group = f"{figure.group.side or 'no side'} {figure.group.type}{_history(figure.background)}"
    by = _actor(figure.by, coding, nobody=REPORT_VOICE)
    return f"{figure.kind} {_range(figure.bounds)} of {group}, by {by}: {figure.span.words(coding.report.text)}"


def _history(background: bool) -> str:
    return ", background" if background else ""


def _range(bounds: Bounds) -> str:
    low, best, high = ("?" if bound is None else str(bound) for bound in (bounds.low, bounds.best, bounds.high))
    return best if low == best == high else f"{low}/{best}/{high}"


def _actor(actor_id: str | None, coding: Coding, *, nobody: str) -> str:
    actor = coding.actor(actor_id)
    return nobody if actor is None else _named(actor.name, actor.side)


def _named(name: str, side: str | None) -> str:
    return name if side is None else f"{name} ({side})"
