"""From drafts to a coding: actors in order of the text, ids, and the checks."""

from __future__ import annotations

from tacitus.extract.checks import check_totals
from tacitus.extract.claims import DraftClaim
from tacitus.extract.figures import DraftFigure
from tacitus.model import Claim, Coding, Figure, Group, Report
from tacitus.resolve.actors import ActorBook


def assemble(report: Report, book: ActorBook, claims: list[DraftClaim], figures: list[DraftFigure]) -> Coding:
    """Number everything in the order of the text (a1, c1, f1 ...) and compare totals with parts."""
    actors, ids = book.actors()
    coded_claims = tuple(_claim(number, draft, ids) for number, draft in enumerate(claims, 1))
    coded_figures = tuple(_figure(number, draft, ids) for number, draft in enumerate(figures, 1))
    checks = check_totals(report.text, coded_figures, actors)
    return Coding(report, tuple(actors), coded_claims, figures=coded_figures, checks=checks)


def _claim(number: int, draft: DraftClaim, ids: dict[int, str]) -> Claim:
    speaker = ids[draft.speaker] if draft.speaker is not None else None
    return Claim(
        f"c{number}",
        speaker,
        draft.source,
        tuple(ids[actor] for actor in draft.chain),
        draft.cue,
        draft.stance,
        None,
        draft.quoted,
        draft.content,
        round(draft.confidence, 3),
    )


def _figure(number: int, draft: DraftFigure, ids: dict[int, str]) -> Figure:
    return Figure(
        f"f{number}",
        draft.kind,
        draft.bounds,
        Group(draft.side, draft.group_type, ids[draft.group_actor] if draft.group_actor is not None else None),
        ids[draft.by] if draft.by is not None else None,
        f"c{draft.claim + 1}" if draft.claim is not None else None,
        None,
        draft.background,
        draft.denied,
        draft.revises,
        draft.span,
        round(draft.confidence, 3),
    )
