"""The accounts side by side: what every voice answers to a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from tacitus.export.incident_page.sources import Sources, marked
from tacitus.export.incident_page.wording import voice_text
from tacitus.export.sections.layout import grid, heading, indented
from tacitus.export.wording import plain
from tacitus.model.incident import Account, Position

_COLUMN = 26
"""Characters that a voice needs to stand beside the others."""


def accounts_section(accounts: Sequence[Account], sources: Sources) -> Iterator[RenderableType]:
    """Question by question; a contested one is marked."""
    if not accounts:
        return
    yield heading("Accounts")
    for account in accounts:
        question = Text(account.question, style="bold")
        if account.contested:
            question.append("  contested", style="not bold yellow")
        yield indented(question)
        yield indented(_SideBySide(account, sources), levels=2)


class _SideBySide:
    """A column a voice where the terminal is wide enough, else a row a voice."""

    def __init__(self, account: Account, sources: Sources) -> None:
        self._sources = sources
        self._voices: dict[str, list[Position]] = {}
        for position in account.positions:
            self._voices.setdefault(position.by, []).append(position)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        fits = len(self._voices) * _COLUMN <= options.max_width
        yield self._columns() if fits and len(self._voices) > 1 else self._rows()

    def _columns(self) -> Table:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True, header_style="cyan")
        for by in self._voices:
            table.add_column(Text(voice_text(by)), ratio=1, overflow="fold")
        table.add_row(*(self._said(positions) for positions in self._voices.values()))
        return table

    def _rows(self) -> Table:
        table = grid()
        table.add_column(max_width=_COLUMN, overflow="fold", style="cyan")
        table.add_column(ratio=1, overflow="fold")
        for by, positions in self._voices.items():
            table.add_row(Text(voice_text(by)), self._said(positions))
        return table

    def _said(self, positions: Sequence[Position]) -> Text:
        reports: dict[str, list[str]] = {}
        for position in positions:
            reports.setdefault(plain(position.says), []).append(position.report)
        lines = [marked(Text(says), self._sources.mark(told)) for says, told in reports.items()]
        return Text("\n").join(lines)
