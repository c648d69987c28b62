"""Incidents made by hand for briefs: a report a day, figures given by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from tacitus.model import Actor, Claim, Coding, Report, Span
from tacitus.model.incident import Estimates, Incident, IncidentPlace, StatedFigure, Toll

TEXT = 'Officials spoke of 49, then of 105. A minister denied it: "We hold 50 posts". Dozens died. Talks began.'
DAYS = (date(2022, 9, 13), date(2022, 9, 14), date(2022, 9, 16))


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def made_codings(*, outlets: Sequence[str | None] = ("Highland Wire", "Valley Post", None)) -> dict[str, Coding]:
    """Three reports of the same text on three days."""
    return {
        f"r{n}": Coding(Report(f"r{n}", TEXT, f"Title {n}", day, outlet, f"https://news.example/{n}"))
        for n, (day, outlet) in enumerate(zip(DAYS, outlets, strict=True), 1)
    }


def made_incident(**changes: Any) -> Incident:
    """A clash of Armenia and Azerbaijan of which three reports tell, without any number unless given."""
    incident = Incident(
        id="i1",
        title="Border clash",
        types=("ASSAULT",),
        start=date(2022, 9, 13),
        end=date(2022, 9, 14),
        place=IncidentPlace("Jermuk", "ARM", 39.84, 45.67, "settlement"),
        sides=("ARM", "AZE"),
        reports=("r1", "r2", "r3"),
        main_reports=("r1", "r2", "r3"),
        voices=3,
        events=(),
        background=False,
        figures=(),
        estimates=Estimates(None, None, None),
        accounts=(),
        ceasefire=None,
    )
    return replace(incident, **changes)


def stated(report: int, bounds: tuple[int | None, int | None, int | None], words: str, **changes: Any) -> StatedFigure:
    """A number in report 1, 2 or 3."""
    low, best, high = bounds
    figure = StatedFigure(DAYS[report - 1], low, best, high, False, False, f"r{report}", span_of(words), words)
    return replace(figure, **changes)


def toll(*history: StatedFigure, **changes: Any) -> Toll:
    """Armenia's count of its own soldiers killed, unless told otherwise."""
    return replace(Toll("killed", "ARM", "military", "ARM", "own", history), **changes)


def with_claim(
    coding: Coding, words: str, *, stance: str = "assert", name: str = "Nikol Pashinyan", **changes: Any
) -> Coding:
    """The coding with a claim of an Armenian, whose content are these words."""
    actor_id = f"a{len(coding.actors) + 1}"
    kind = changes.pop("kind", "person")
    actor = Actor(actor_id, name, kind, changes.pop("side", "ARM"), None, None, (Span(0, 1),))
    content = (span_of(words, coding.report.text),)
    claim = Claim(f"c{len(coding.claims) + 1}", actor_id, None, (), None, stance, None, False, content, 1.0)  # type: ignore[arg-type]
    return replace(coding, actors=(*coding.actors, actor), claims=(*coding.claims, replace(claim, **changes)))
