"""Figures of people, history after the news."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tacitus.export.page_options import PageOptions
from tacitus.export.sections.layout import headed, heading, indented
from tacitus.export.wording import bounds_text, by_text, number_text, sureness, whose_text, words_of
from tacitus.model import Coding, Figure


def figures_section(coding: Coding, options: PageOptions) -> Iterator[RenderableType]:
    """Kind, number, whose, by whom and in which words."""
    if not coding.figures:
        yield Text("No figures of people.", style="dim")
        return
    yield heading("Figures")
    yield indented(_table(coding, options))


def _table(coding: Coding, options: PageOptions) -> Table:
    table = headed()
    table.add_column("kind", no_wrap=True)
    widest = max(len(bounds_text(figure.bounds)) for figure in coding.figures)
    table.add_column("number", justify="right", min_width=max(widest, len("number")))
    table.add_column("whose", max_width=28, overflow="fold")
    table.add_column("by", max_width=36, overflow="fold")
    table.add_column("words", ratio=1, overflow="fold")
    for figure in sorted(coding.figures, key=lambda figure: figure.background):
        table.add_row(*_cells(figure, coding, options), style="dim" if figure.background else None)
    return table


def _cells(figure: Figure, coding: Coding, options: PageOptions) -> tuple[Text, ...]:
    kind = Text(figure.kind)
    if figure.background:
        kind.append("\nbackground", style="italic")
    words = Text(words_of((figure.span,), coding))
    if options.explain:
        words.append(f" {_explained(figure)}", style="dim italic")
    return (
        kind,
        Text(number_text(figure), style="bold"),
        Text(whose_text(figure.group, coding)),
        Text(by_text(figure, coding)),
        words,
    )


def _explained(figure: Figure) -> str:
    bounds = figure.bounds
    low, best, high = ("open" if bound is None else f"{bound:,}" for bound in (bounds.low, bounds.best, bounds.high))
    holders = [holder for holder in (figure.claim, figure.event) if holder]
    return f"[{'; '.join([figure.id, f'low {low}, best {best}, high {high}', *holders, sureness(figure.confidence)])}]"
