"""Incidents as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from tacitus.export.incident_page.wording import days_text, killed_text, sides_text, types_text
from tacitus.export.sections.layout import headed
from tacitus.export.wording import plain
from tacitus.model.incident import Incident

_WIDE = 120
"""Characters from which on days, sides and types have columns of their own; the title tells the most of them."""


class IncidentsTable:
    """One row an incident, as wide as the terminal allows."""

    def __init__(self, incidents: Sequence[Incident]) -> None:
        self._incidents = incidents

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The table for the width that there is."""
        yield _table(self._incidents, wide=options.max_width >= _WIDE)


def _table(incidents: Sequence[Incident], *, wide: bool) -> Table:
    table = headed()
    table.add_column("id", no_wrap=True)
    if wide:
        table.add_column("days", no_wrap=True)
    table.add_column("incident", ratio=1, overflow="fold")
    if wide:
        table.add_column("sides", max_width=32, overflow="fold")
        table.add_column("types", max_width=24, overflow="fold")
    table.add_column("killed", justify="right", max_width=18, overflow="fold")
    table.add_column("reports", justify="right", no_wrap=True)
    for incident in incidents:
        title = Text(plain(incident.title))
        killed = Text(killed_text(incident.estimates.ucdp), style="bold")
        days = [Text(days_text(incident))] if wide else []
        more = [Text(sides_text(incident)), Text(types_text(incident), style="dim")] if wide else []
        told = Text(f"{len(incident.reports):,}")
        style = "dim" if incident.background else None
        table.add_row(Text(incident.id, style="cyan"), *days, title, *more, killed, told, style=style)
    return table
