"""What many tests share: the repository's folder, and a report with a coding made by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tacitus.model import Actor, Bounds, Check, Claim, Coding, Figure, Group, Report, Span

_TEXT = (
    "Border shelling kills dozens\n\n"
    "Armenia's defence minister, Vardan Hakobyan, said on Tuesday that 49 of his soldiers had died. "
    "“They fired first,” he said of Azerbaijan. "
    "Baku denied that it had lost more than 50 servicemen. "
    "Almost 100 soldiers were killed in all; some 7,000 people died in 2020."
)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def report() -> Report:
    """A short report with two sides, a total and history in it."""
    return Report(
        id="r1",
        text=_TEXT,
        title="Border shelling kills dozens",
        published=date(2022, 9, 14),
        outlet="Valley Post",
    )


@pytest.fixture
def coding(report: Report) -> Coding:
    """The coding of that report that a careful coder would make."""

    def span(words: str) -> Span:
        start = report.text.index(words)
        return Span(start, start + len(words))

    minister = Actor("a1", "Vardan Hakobyan", "person", "ARM", "GOV", "defence minister", (span("Vardan Hakobyan"),))
    baku = Actor("a2", "Azerbaijan", "state", "AZE", "GOV", None, (span("Azerbaijan"), span("Baku")))
    said, first = date(2022, 9, 13), span("49 of his soldiers had died")
    claims = (
        Claim("c1", "a1", minister.mentions[0], (), span("said"), "assert", said, False, (first,), 0.9),
        Claim("c2", "a1", None, (), span("he said"), "accuse", None, True, (span("They fired first"),), 0.8),
        Claim("c3", "a2", span("Baku"), (), span("denied"), "deny", None, False, (span("it had lost"),), 0.7),
    )

    def figure(
        id: str,
        words: str,
        bounds: Bounds,
        group: Group,
        claim: Claim | None,
        *,
        past: bool = False,
        denied: bool = False,
    ) -> Figure:
        by, claim_id = (claim.speaker, claim.id) if claim else (None, None)
        return Figure(id, "killed", bounds, group, by, claim_id, None, past, denied, None, span(words), 0.9)

    armenians, azeris = Group("ARM", "military", None), Group("AZE", "military", "a2")
    figures = (
        figure("f4", "some 7,000 people", Bounds(6300, 7000, 7700), Group(None, "any", None), None, past=True),
        figure("f1", "49 of his soldiers", Bounds(49, 49, 49), armenians, claims[0]),
        figure("f2", "more than 50 servicemen", Bounds(50, 50, None), azeris, claims[2], denied=True),
        figure("f3", "Almost 100 soldiers", Bounds(90, 100, 100), Group(None, "military", None), None),
    )
    checks = (Check("total", "f3", ("f1", "f2"), "consistent", "49 + 50 = 99: within 'almost 100'"),)
    return Coding(report, (minister, baku), claims, figures=figures, checks=checks)
