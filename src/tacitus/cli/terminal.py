"""Pages on a terminal, in a file or in a pipe."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from tacitus.cli.output import Output

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PAGE_WIDTH = 160  # a wider line is hard to read
PLAIN_WIDTH = 80


def write_page(target: Output, *parts: RenderableType) -> None:
    """Write the parts one below the other, as wide as the terminal, a file's ``PLAIN_WIDTH``."""
    if isinstance(target.stream, io.TextIOWrapper):
        target.stream.reconfigure(errors="replace")
    console = _console(target)
    with console.capture() as captured:
        console.print(*parts, sep="\n")
    # Columns are filled up with spaces, which nobody needs at the end of a line.
    target.stream.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())
    target.stream.flush()


def _console(target: Output) -> Console:
    from rich.console import Console

    if target.is_terminal:
        console = Console(file=target.stream, highlight=False, markup=False, emoji=False)
        console.width = min(console.width, PAGE_WIDTH)
        return console
    width = PLAIN_WIDTH if target.is_file else None
    return Console(file=target.stream, width=width, highlight=False, markup=False, emoji=False)
