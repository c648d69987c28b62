"""Why the reports of an incident are held for one: each pair of tellings with its score and its signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from tacitus.export.incident_page.sources import Sources
from tacitus.export.sections.layout import grid, heading, indented
from tacitus.export.wording import plain
from tacitus.incidents.link import Join
from tacitus.incidents.link_score import PRIOR
from tacitus.model.sign import Sign


def joins_section(joins: Iterable[Join], sources: Sources) -> Iterator[RenderableType]:
    """The pairs, the likeliest first, by the numbers of their reports; no section where there are none."""
    table = grid(full=True)
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for join in joins:
        mark = sources.mark(map(_report, (join.one, join.other)))
        table.add_row(Text(mark, style="cyan"), f"{join.score:+.1f}", _signs(join.signs))
    if table.row_count:
        yield heading("Why these reports are one", f"log-odds, from {PRIOR:+.1f} on; above 0: one, rather than not")
        yield indented(table)


def _report(telling: str) -> str:
    """The report of a telling: what stands before the last stroke of its id."""
    return telling.rpartition("/")[0]


def _signs(signs: Iterable[Sign]) -> Text:
    line = Text()
    for sign in signs:
        line.append("; " if line else "").append(f"{sign.value:+.1f} ", style="dim").append(plain(sign.reason))
    return line
