"""Events by day, the history behind the news folded into a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tacitus.export.event_wording import days_text, order_of, tellers_text, where_text, who_text, years_text
from tacitus.export.page_options import PageOptions
from tacitus.export.sections.layout import grid, heading, indented
from tacitus.export.wording import plain, sureness
from tacitus.model import Aspect, Coding, Event, EventType

_TYPE_WIDTH = 14  # "unconventional", the longest mode
_WHO_WIDTH = 20  # two states with an arrow between them
_TYPE_STYLES: dict[EventType, str] = {
    "ASSAULT": "bold red",
    "COERCE": "red",
    "MOBILIZE": "magenta",
    "THREATEN": "magenta",
    "ACCUSE": "yellow",
    "REJECT": "yellow",
    "AGREE": "green",
    "RETREAT": "green",
    "AID": "green",
    "COOPERATE": "green",
    "CONCEDE": "green",
}
_ASPECT_STYLES: dict[Aspect, str] = {"denied": "yellow"}


def timeline_section(coding: Coding, options: PageOptions) -> Iterator[RenderableType]:
    """The news by day, then how many earlier events there are or, on request, these."""
    if not coding.events:
        return
    yield heading("Events")
    news = [event for event in coding.events if not event.background]
    history = [event for event in coding.events if event.background]
    yield from _days(news, coding, options)
    if history and options.background:
        yield indented(Text("Background", style="italic"))
        yield from _days(history, coding, options)
    elif history:
        yield indented(Text(_folded(history, behind_news=bool(news)), style="dim italic"))


def _folded(history: Sequence[Event], *, behind_news: bool) -> str:
    count = f"{len(history)} earlier event{'s' if len(history) > 1 else ''}"
    years = years_text(history)
    told = f"{'and ' if behind_news else ''}{count}{f', {years}' if years else ''}"
    return f"{told}: --background shows {'them' if len(history) > 1 else 'it'}"


def _days(events: Iterable[Event], coding: Coding, options: PageOptions) -> Iterator[RenderableType]:
    for day, group in groupby(sorted(events, key=order_of), key=days_text):
        yield indented(Text(day, style="cyan"))
        yield indented(_table(list(group), coding, options), levels=2)


def _table(events: Sequence[Event], coding: Coding, options: PageOptions) -> Table:
    table = grid(full=True)
    table.add_column(width=_TYPE_WIDTH, no_wrap=True)
    table.add_column(ratio=1, min_width=_WHO_WIDTH, overflow="fold")
    table.add_column(ratio=2, overflow="fold")
    for event in events:
        table.add_row(_kind(event), _who(event, coding), _told(event, coding, options))
    return table


def _kind(event: Event) -> Text:
    text = Text(event.type, style=_TYPE_STYLES.get(event.type, "bold"))
    if event.mode:
        text.append(f"\n{plain(event.mode)}", style="not bold dim")
    if event.aspect != "actual":
        text.append(f"\n{event.aspect}", style=f"not bold italic {_ASPECT_STYLES.get(event.aspect, 'blue')}")
    return text


def _who(event: Event, coding: Coding) -> Text:
    text = Text(who_text(event, coding))
    where = where_text(event, coding)
    return text.append(f"\nin {where}", style="dim") if where else text


def _told(event: Event, coding: Coding, options: PageOptions) -> Text:
    text = _words(event, coding)
    told = [tellers_text(event, coding), f"told {len(event.also) + 1} times" if event.also else ""]
    if any(told):
        text.append(f" [{'; '.join(part for part in told if part)}]", style="dim")
    if options.explain:
        text.append(f" [{event.id}; {plain(event.rule)}; {sureness(event.confidence)}]", style="dim italic")
    return text


def _words(event: Event, coding: Coding) -> Text:
    report = coding.report.text
    evidence, trigger = event.evidence, event.trigger
    if not evidence.contains(trigger):
        return Text(plain(evidence.words(report)))
    before, after = report[evidence.start : trigger.start], report[trigger.end : evidence.end]
    # The cut is at the ends of a word; a space there, which "plain" drops, stays.
    text = Text(plain(f"{before}|")[:-1])
    text.append(plain(trigger.words(report)), style="bold")
    return text.append(plain(f"|{after}")[1:])
