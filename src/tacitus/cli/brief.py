"""``tacitus brief``: an incident written up, every sentence with its sources."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli.store_option import StoreLocation

if TYPE_CHECKING:
    from tacitus.export.brief import Brief


class BriefFormat(StrEnum):
    """How a brief is written."""

    md = "md"
    html = "html"
    txt = "txt"


def brief_command(
    incident: Annotated[str, typer.Argument(metavar="ID", help="The incident.")],
    *,
    output_format: Annotated[
        BriefFormat, typer.Option("--format", help="Markdown, a web page of its own, or plain text.")
    ] = BriefFormat.md,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file, whole or not at all.")
    ] = None,
    db: StoreLocation = None,
) -> None:
    """Write an incident up as a careful reporter would: who says what, how many, what changed, what is contested.

    Every sentence has the numbers of its sources, which are listed with outlet, day and words. Nothing that a side
    claims is told as fact.
    """
    from tacitus.cli.output import open_output, telling
    from tacitus.export.brief.from_store import brief_of
    from tacitus.store import Store

    with open_output(output) as place:
        with Store(db, create=False) as store:
            text = _render(brief_of(store, incident), output_format)
        if output is None:
            typer.echo(text, nl=False)
        else:
            with telling(output):
                place.stream.write(text)
                place.keep()


def _render(brief: Brief, output_format: BriefFormat) -> str:
    from tacitus.export.brief import brief_html, brief_markdown, brief_text

    match output_format:
        case BriefFormat.md:
            return brief_markdown(brief)
        case BriefFormat.html:
            return brief_html(brief)
        case BriefFormat.txt:
            return brief_text(brief)
