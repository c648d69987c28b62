"""What the sections of a page share: headings, indents, grids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

STEP = 2
"""Characters by which a level is set in."""


def heading(title: str, note: str = "") -> Text:
    """The name of a section, with a quiet word beside it."""
    line = Text(title, style="bold")
    return line.append(f"  {note}", style="not bold dim") if note else line


def indented(part: RenderableType, *, levels: int = 1) -> Padding:
    """A part set in from the left."""
    return Padding(part, (0, 0, 0, STEP * levels))


def grid(*, full: bool = False) -> Table:
    """A table without lines and heads; a ``full`` one takes the whole width, so that several of them line up."""
    return Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=full)


def headed() -> Table:
    """A table without lines, its heads quiet."""
    return Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")


def parted(sections: Iterable[Iterable[RenderableType]]) -> Iterator[RenderableType]:
    """The parts of all sections, an empty line between one section and the next."""
    first = True
    for section in sections:
        parts = list(section)
        if parts and not first:
            yield Text()
        yield from parts
        first = first and not parts
