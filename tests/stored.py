"""Reports and codings for the tests of what is stored: one coding in which every part is filled, and plain reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tacitus.model import (
    Actor,
    Bounds,
    Ceasefire,
    Check,
    Claim,
    Coding,
    DateExpression,
    Event,
    Figure,
    FigureKind,
    Group,
    Place,
    Relation,
    Report,
    Span,
    Territory,
    Violation,
)

_TEXT = "Zwölf soldiers died near Jermuk on Tuesday, Yerevan said; Baku denied it. 🕊 A truce holds, both say."
_DAY = date(2022, 9, 13)


def _figure(
    id: str,
    kind: FigureKind,
    bounds: Bounds,
    group: Group,
    *,
    by: str | None = None,
    claim: str | None = None,
    event: str | None = None,
    background: bool = False,
    denied: bool = False,
    revises: int | None = None,
) -> Figure:
    span = Span(revises or 0, 14)
    return Figure(id, kind, bounds, group, by, claim, event, background, denied, revises, span, 1 / 3)


def full_coding(report_id: str = "full") -> Coding:
    """A coding with something in every part, with and without every value that may be unknown."""
    yerevan = Actor("a1", "Yerevan", "state", "ARM", "GOV", None, (Span(44, 51),))
    minister = Actor("a2", "Hakobyan", "person", None, None, "minister", (Span(0, 5), Span(10, 12)))
    unnamed = Actor("a10", "soldiers", "group", "ARM", "MIL", None, ())
    both = Actor("a11", "both", "organization", None, "GOV", "both", (Span(91, 95),), ("a2", "a1"))
    claims = (
        Claim("c2", "a1", Span(44, 51), ("a2", "a1"), Span(52, 56), "assert", _DAY, False, (Span(0, 42),), 0.1 + 0.2),
        Claim("c1", None, None, (), None, "deny", None, True, (Span(58, 62), Span(63, 69)), 1 / 3),
    )
    events = (
        Event(
            id="e1",
            type="ASSAULT",
            mode="heavy-weapons",
            actors=("a1", "a10"),
            recipients=("a2",),
            place="p1",
            date="2022-09-13",
            start=_DAY,
            end=_DAY,
            aspect="denied",
            background=False,
            claims=("c2", "c1"),
            trigger=Span(15, 19),
            evidence=Span(0, 42),
            also=(Span(70, 72), Span(60, 65)),
            rule="verb:die",
            confidence=0.7,
        ),
        Event(
            "e2", "AGREE", None, (), (), None, None, None, None, "actual", True, (), Span(1, 2), Span(1, 3), (), "", 1.0
        ),
    )
    soldiers, anybody = Group("ARM", "military", "a10"), Group(None, "any", None)
    figures = (
        _figure("f1", "killed", Bounds(12, 12, None), soldiers, by="a1", claim="c2", event="e1", revises=9),
        _figure("f2", "displaced", Bounds(None, 3_000_000_000, None), anybody, background=True, denied=True),
    )
    return Coding(
        report=Report(
            report_id, _TEXT, "Zwölf “soldiers” die", _DAY, "Valley Post", f"https://valley.example/{report_id}"
        ),
        actors=(yerevan, minister, unnamed, both),
        claims=claims,
        events=events,
        figures=figures,
        places=(
            Place("p2", "Jermuk", "ARM", "Vayots Dzor", 39.8417, 45.6689, 616435, "settlement", (Span(25, 31),)),
            Place("p1", "the border", None, None, None, None, None, "area", ()),
        ),
        dates=(
            DateExpression(Span(32, 42), "2022-09-13", _DAY, _DAY, "day", "09:00+03:00"),
            DateExpression(Span(1, 2), None, None, None, "week"),
        ),
        territories=(
            Territory("Jermuk", "p2", "ARM", None, "AZE", ("AZE", "ARM"), Span(25, 31)),
            Territory("the border", None, None, "Armenians", None, (), Span(1, 2)),
        ),
        relations=(Relation("RUS", "ARM", "allied", Span(3, 4)), Relation("TUR", "AZE", "backs", Span(4, 5))),
        ceasefires=(
            Ceasefire(
                id="t1",
                parties=("ARM", "AZE"),
                mediators=("RUS",),
                date=_DAY,
                hour="09:00+03:00",
                status="violated",
                violations=(Violation("AZE", "ARM", "c2"), Violation(None, None, None)),
                background=False,
                evidence=Span(76, 90),
            ),
            Ceasefire("t2", (), (), None, None, "announced", (), True, Span(1, 2)),
        ),
        checks=(
            Check("total", "f1", ("f2", "f1"), "inconsistent", "12 ≠ 3,000,000,000"),
            Check("truce", None, (), "inconsistent", "fighting after the truce", ("e2", "e1")),
        ),
        warnings=("a relative date without a published date", "another"),
    )


def plain_report(number: int, *, sentences: int = 12) -> Report:
    """A report whose words are nearly all its own; every fifth is a near-copy of the one before it."""
    story = number - 1 if number % 5 == 4 else number
    told = " ".join(
        f"On day {n} unit {story}x{n} of side{n % 3} lost men{story}a{n} at hill{story}." for n in range(sentences)
    )
    first = f"OUTLET{number} (wire) - " if number % 5 == 4 else ""
    return Report(
        f"r{number:03}", f"{first}{told}", f"Title {number}", date(2024, 1, 1 + number % 28), f"Outlet {number}"
    )


def coded(reports: Iterable[Report]) -> Iterator[Coding]:
    """A coder that is fast and always says the same of a report."""
    for report in reports:
        length = len(report.text)
        actor = Actor("a1", report.text[:6], "group", None, None, None, (Span(0, 6),))
        group = Group(None, "any", "a1")
        figures = tuple(_figure(f"f{n}", "killed", Bounds(n, n, n), group) for n in range(length % 7))
        yield Coding(report, actors=(actor,), figures=figures, warnings=("made by rule",))
