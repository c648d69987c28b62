"""The coding of one report as a page for the terminal: head, figures, claims by speaker, checks."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group as Renderables
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tacitus.export.wording import (
    UNNAMED,
    actor_text,
    bounds_text,
    by_text,
    claim_words,
    number_text,
    plain,
    whose_text,
    words_of,
)
from tacitus.model import Check, Claim, Coding, Figure

PAGE_WIDTH = 160  # a wider line is hard to read
_INDENT = (0, 0, 0, 2)
_STANCE_STYLES = {"deny": "yellow", "accuse": "red", "threaten": "red", "admit": "magenta"}
_STANCE_WIDTH = 8
_CUE_WIDTH = 14


def page(coding: Coding) -> RenderableType:
    """A page that fits any width from 60 columns on; colour is in its styles, so a plain console shows plain text."""
    return Renderables(*_sections(coding))


def _sections(coding: Coding) -> Iterator[RenderableType]:
    yield _head(coding)
    yield Text()
    if coding.figures:
        yield Text("Figures", style="bold")
        yield Padding(_figures(coding), _INDENT)
    else:
        yield Text("No figures of people.", style="dim")
    yield Text()
    if coding.claims:
        yield Text("Claims", style="bold")
        for speaker, claims in _by_speaker(coding):
            yield Padding(_speaker(speaker, coding), _INDENT)
            yield Padding(_claims(claims, coding), (0, 0, 0, 4))
    else:
        yield Text("No claims.", style="dim")
    if coding.checks:
        yield Text()
        yield Text("Checks", style="bold")
        for check in coding.checks:
            yield Padding(_check(check), _INDENT)


def _head(coding: Coding) -> Text:
    report = coding.report
    head = Text(plain(report.title or report.id), style="bold")
    day = report.published.isoformat() if report.published else None
    facts = [plain(fact) for fact in (report.outlet, day, report.id if report.title else None, report.url) if fact]
    if facts:
        head.append("\n" + " · ".join(facts), style="not bold dim")
    return head


def _grid(*, padding: int = 2) -> Table:
    return Table(box=None, show_header=False, pad_edge=False, padding=(0, padding, 0, 0))


def _figures(coding: Coding) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("kind", no_wrap=True)
    widest = max(len(bounds_text(figure.bounds)) for figure in coding.figures)
    table.add_column("number", justify="right", min_width=max(widest, len("number")))
    table.add_column("whose", max_width=28, overflow="fold")
    table.add_column("by", max_width=36, overflow="fold")
    table.add_column("words", ratio=1, overflow="fold")
    for figure in sorted(coding.figures, key=lambda figure: figure.background):
        table.add_row(*_figure_cells(figure, coding), style="dim" if figure.background else None)
    return table


def _figure_cells(figure: Figure, coding: Coding) -> tuple[Text, ...]:
    kind = Text(figure.kind)
    if figure.background:
        kind.append("\nbackground", style="italic")
    return (
        kind,
        Text(number_text(figure), style="bold"),
        Text(whose_text(figure.group, coding)),
        Text(by_text(figure, coding)),
        Text(words_of((figure.span,), coding)),
    )


def _by_speaker(coding: Coding) -> list[tuple[str | None, list[Claim]]]:
    """Claims by speaker, in the order in which the speakers first speak."""
    groups: dict[str | None, list[Claim]] = {}
    for claim in coding.claims:
        groups.setdefault(claim.speaker, []).append(claim)
    return list(groups.items())


def _speaker(actor_id: str | None, coding: Coding) -> Text:
    actor = coding.actor(actor_id)
    if actor_id is None or actor is None:
        return Text(UNNAMED, style="italic")
    line = Text(actor_text(actor_id, coding), style="cyan")
    if actor.role:
        line.append(f", {plain(actor.role)}", style="not bold dim")
    return line


def _claims(claims: list[Claim], coding: Coding) -> Table:
    table = _grid()
    table.add_column(width=_STANCE_WIDTH, no_wrap=True)
    table.add_column(width=_CUE_WIDTH, style="dim", overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for claim in claims:
        cue = words_of((claim.cue,), coding) if claim.cue else ""
        words = Text(claim_words(claim, coding))
        words.append(_circumstances(claim, coding), style="dim")
        table.add_row(Text(claim.stance, style=_STANCE_STYLES.get(claim.stance, "")), Text(cue), words)
    return table


def _circumstances(claim: Claim, coding: Coding) -> str:
    through = ", ".join(actor_text(link, coding) for link in claim.chain if link != claim.speaker)
    parts = [f"through {through}" if through else "", f"on {claim.said.isoformat()}" if claim.said else ""]
    told = "; ".join(part for part in parts if part)
    return f" [{told}]" if told else ""


def _check(check: Check) -> Table:
    good = check.verdict == "consistent"
    table = _grid()
    table.add_column(width=len("inconsistent") + 2, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    verdict = Text(f"{'✓' if good else '✗'} {check.verdict}", style="green" if good else "bold red")
    table.add_row(verdict, Text(plain(check.detail)))
    return table
