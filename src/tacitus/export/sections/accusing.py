"""A table of who accuses whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tacitus.export.accusations import Accusation, accusations
from tacitus.export.page_options import PageOptions
from tacitus.export.sections.layout import grid, headed, heading, indented
from tacitus.export.wording import plain, words_of
from tacitus.model import Coding

_UNKNOWN = "not told"
_OTHERS = "others"
_MOST = 6  # more columns do not fit 80 characters
_NAME_WIDTH = 24


def accusations_section(coding: Coding, options: PageOptions) -> Iterator[RenderableType]:
    """A row a side that accuses, a column a side accused; the words below on request."""
    found = accusations(coding)
    if not found:
        return
    yield heading("Who accuses whom", "" if options.accusations else "--accusations shows the words")
    yield indented(_matrix(found))
    if options.accusations:
        yield indented(_words(found, coding))


def _matrix(found: Sequence[Accusation]) -> Table:
    accused = _shown(Counter(_name(accusation.of) for accusation in found))
    counts = Counter((_name(item.by), name if (name := _name(item.of)) in accused else _OTHERS) for item in found)
    table = headed()
    table.add_column("accuser \\ accused", style="cyan", max_width=_NAME_WIDTH, overflow="fold")
    for name in accused:
        table.add_column(name, justify="right", max_width=_NAME_WIDTH, overflow="fold")
    for accuser in dict.fromkeys(_name(accusation.by) for accusation in found):
        cells = [counts[accuser, name] for name in accused]
        table.add_row(
            Text(accuser), *(Text(str(count), style="bold") if count else Text("·", style="dim") for count in cells)
        )
    return table


def _shown(counts: Counter[str]) -> list[str]:
    names = list(counts)
    if len(names) <= _MOST:
        return names
    most = {name for name, _ in counts.most_common(_MOST - 1)}
    return [*(name for name in names if name in most), _OTHERS]


def _words(found: Sequence[Accusation], coding: Coding) -> Table:
    table = grid()
    table.add_column(style="cyan", ratio=1, overflow="fold")
    table.add_column(ratio=2, overflow="fold")
    for accusation in found:
        pair = f"{_name(accusation.by)} → {_name(accusation.of)}"
        table.add_row(Text(pair), Text(words_of((accusation.span,), coding)))
    return table


def _name(side: str | None) -> str:
    return plain(side) if side else _UNKNOWN
