"""The tolls over time: a bar for every number that a claimant gave, by day of publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tacitus.export.incident_page.sources import Sources, marked
from tacitus.export.incident_page.wording import day_text, side_text, stated_text, voice_text
from tacitus.export.sections.layout import grid, heading, indented
from tacitus.export.wording import plain
from tacitus.model.incident import StatedFigure, Toll

_BAR_WIDTH = 16
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_STANDINGS = {"own": "of its own", "enemy": "of the other side", "third_party": "third party", "report": ""}


def tolls_section(tolls: Sequence[Toll], sources: Sources) -> Iterator[RenderableType]:
    """Series by series; bars of one kind of harm have one scale. Numbers that no longer count are quiet."""
    if not tolls:
        return
    yield heading("Tolls", "bars of one kind have one scale")
    most = {toll.kind: 1 for toll in tolls}
    for toll in tolls:
        most[toll.kind] = max(most[toll.kind], *(_size(stated) for stated in toll.history), 1)
    for toll in tolls:
        yield indented(_name(toll))
        yield indented(_chart(toll, most[toll.kind], sources), levels=2)


def _name(toll: Toll) -> Text:
    people = "" if toll.group_type == "any" else f" ({toll.group_type})"
    whose = "whose is not told" if toll.side is None else side_text(toll.side)
    name = Text(f"{toll.kind}, {whose}{people}: ").append(voice_text(toll.by), style="bold")
    standing = _STANDINGS[toll.standing]
    return name.append(f", {standing}", style="dim") if standing else name


def _chart(toll: Toll, most: int, sources: Sources) -> Table:
    table = grid()
    table.add_column(no_wrap=True)
    table.add_column(width=_BAR_WIDTH, no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for stated in toll.history:
        counts = stated is toll.current
        table.add_row(
            Text(day_text(stated.published), style="cyan"),
            Text(bar(_size(stated), most), style="red" if counts else "dim"),
            Text(stated_text(stated.low, stated.best, stated.high), style="bold" if counts else "dim"),
            _told(stated, sources),
        )
    return table


def bar(size: int, most: int) -> str:
    """A bar of ``_BAR_WIDTH`` characters for the most, in eighths of a character; anything above 0 can be seen."""
    eighths = max(round(size / most * _BAR_WIDTH * 8), 1) if size else 0
    whole, rest = divmod(eighths, 8)
    return _EIGHTHS[8] * whole + (_EIGHTHS[rest] if rest else "")


def _size(stated: StatedFigure) -> int:
    return next((bound for bound in (stated.best, stated.low, stated.high) if bound is not None), 0)


def _told(stated: StatedFigure, sources: Sources) -> Text:
    words = marked(Text(plain(stated.words)), sources.mark([stated.report]))
    notes = [
        name
        for name, told in (
            ("superseded", stated.superseded),
            ("denied", stated.denied),
            ("a part", stated.part),
            ("history", stated.background),
        )
        if told
    ]
    return words.append(f" {', '.join(notes)}", style="dim italic") if notes else words
