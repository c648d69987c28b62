"""What a page looks like, as text."""

from __future__ import annotations

import io

from rich.console import Console

from tacitus.export.page import page
from tacitus.export.page_options import PageOptions
from tacitus.model import Coding


def render(coding: Coding, *, width: int = 160, terminal: bool = False, options: PageOptions | None = None) -> str:
    """The page of a coding at some width, with the codes of colour for a terminal."""
    file = io.StringIO()
    console = Console(
        file=file, width=width, force_terminal=terminal, color_system="truecolor" if terminal else None, highlight=False
    )
    console.print(page(coding, options=options))
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines())
