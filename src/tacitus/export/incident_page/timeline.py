"""The course of an incident: its events by day, tellings of the same one put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tacitus.export.event_wording import UNDATED, days_text, order_of, tellers_text, where_text, who_text
from tacitus.export.incident_page.sources import Sources, marked
from tacitus.export.incident_page.wording import count_text
from tacitus.export.sections.layout import grid, heading, indented
from tacitus.export.wording import plain
from tacitus.model import Coding, Event
from tacitus.model.incident import Incident

_TYPE_WIDTH = 14  # "unconventional", the longest mode
_WHO_WIDTH = 20


@dataclass(frozen=True, slots=True)
class _Telling:
    """An event as a report tells it."""

    coding: Coding
    event: Event

    @property
    def same(self) -> tuple[object, ...]:
        """What tellings of the same event share: kind, parties, place."""
        event, coding = self.event, self.coding
        sides = (_sides(coding, event.actors), _sides(coding, event.recipients))
        return (event.type, event.mode, event.aspect, sides, where_text(event, coding))


def timeline_section(incident: Incident, sources: Sources, *, undated: bool = False) -> Iterator[RenderableType]:
    """Day by day, what happened, between whom, where, in whose words; what has no day is counted unless wanted."""
    held = set(incident.events)
    codings = [sources.coding(report) for report in incident.reports]
    tellings = [
        _Telling(coding, event) for coding in codings for event in coding.events if (coding.report.id, event.id) in held
    ]
    if not tellings:
        return
    yield heading("Timeline")
    shown = tellings if undated else [telling for telling in tellings if days_text(telling.event) != UNDATED]
    for day, group in groupby(sorted(shown, key=_order), key=lambda telling: days_text(telling.event)):
        yield indented(Text(day, style="cyan"))
        yield indented(_table(list(group), sources), levels=2)
    if left := len(tellings) - len(shown):
        yield indented(Text(f"{count_text(left, 'telling')} of no day: --undated shows them", style="dim italic"))


def _order(telling: _Telling) -> tuple[date, date, bool, str, date, int]:
    first, last, start = order_of(telling.event)
    day = days_text(telling.event)
    return first, last, day == UNDATED, day, telling.coding.report.published or date.max, start


def _sides(coding: Coding, actors: Sequence[str]) -> frozenset[str]:
    named = (coding.actor(actor) for actor in actors)
    return frozenset(actor.side or actor.name for actor in named if actor is not None)


def _table(tellings: Sequence[_Telling], sources: Sources) -> Table:
    table = grid(full=True)
    table.add_column(width=_TYPE_WIDTH, no_wrap=True)
    table.add_column(ratio=1, min_width=_WHO_WIDTH, overflow="fold")
    table.add_column(ratio=2, overflow="fold")
    groups: dict[tuple[object, ...], list[_Telling]] = {}
    for telling in tellings:
        groups.setdefault(telling.same, []).append(telling)
    for group in groups.values():
        table.add_row(_kind(group[0].event), _who(group[0]), _told(group, sources))
    return table


def _kind(event: Event) -> Text:
    text = Text(event.type, style="bold")
    for note in (event.mode, event.aspect if event.aspect != "actual" else None):
        if note:
            text.append(f"\n{plain(note)}", style="not bold dim")
    return text


def _who(telling: _Telling) -> Text:
    text = Text(who_text(telling.event, telling.coding))
    where = where_text(telling.event, telling.coding)
    return text.append(f"\nin {where}", style="dim") if where else text


def _told(group: Sequence[_Telling], sources: Sources) -> Text:
    """The words of each report, the same ones once, with who tells of it in the report."""
    said: dict[tuple[str, str], list[str]] = {}
    for telling in group:
        text = telling.coding.report.text
        words = plain(telling.event.evidence.words(text))
        said.setdefault((words, tellers_text(telling.event, telling.coding)), []).append(telling.coding.report.id)
    lines = []
    for (words, tellers), reports in said.items():
        line = Text(words)
        if tellers:
            line.append(f" ({tellers})", style="dim")
        lines.append(marked(line, sources.mark(reports)))
    return Text("\n").join(lines)
