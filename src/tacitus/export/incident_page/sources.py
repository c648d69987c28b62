"""The reports of an incident, numbered, so that every value can name its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from tacitus.export.sections.layout import grid, heading, indented
from tacitus.export.wording import plain
from tacitus.model import Coding
from tacitus.model.incident import Incident


class Sources:
    """The reports in the incident's order; ``mark`` is how a value names those that it rests on."""

    def __init__(self, incident: Incident, codings: Mapping[str, Coding]) -> None:
        self._codings = codings
        self._numbers = {report: number for number, report in enumerate(incident.reports, start=1)}
        self._main = frozenset(incident.main_reports)

    def coding(self, report: str) -> Coding:
        """The coding of a report of the incident.

        Raises:
            KeyError: it is none of them.
        """
        return self._codings[report]

    def mark(self, reports: Iterable[str]) -> str:
        """``[1]``, ``[1, 3]``; empty for none."""
        numbers = sorted({self._numbers[report] for report in reports if report in self._numbers})
        return f"[{', '.join(map(str, numbers))}]" if numbers else ""

    def section(self) -> Iterator[RenderableType]:
        """Number, outlet, day, title and id of each report."""
        yield heading("Reports")
        table = grid()
        table.add_column(justify="right", no_wrap=True)
        table.add_column(ratio=1, overflow="fold")
        for report, number in self._numbers.items():
            table.add_row(Text(f"[{number}]", style="cyan"), self._line(report))
        yield indented(table)

    def _line(self, report_id: str) -> Text:
        report = self._codings[report_id].report
        day = report.published.isoformat() if report.published else None
        line = Text(plain(report.title or report.id))
        facts = [report.outlet, day, report.id if report.title else None, report.url]
        if report_id not in self._main:
            facts.append("tells of it beside other news")
        line.append(f"\n{' · '.join(plain(fact) for fact in facts if fact)}", style="dim")
        return line


def marked(words: Text, mark: str) -> Text:
    """Words with the numbers of their reports behind them."""
    return words.append(f" {mark}", style="cyan") if mark else words
