"""``tacitus code``: reports in, codings out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.errors import SourceError

if TYPE_CHECKING:
    from tacitus.ingest import ReadOptions
    from tacitus.model import Report

EXIT_SOME_UNREAD = 1
EXIT_NOTHING_READ = 2


class CodeFormat(StrEnum):
    """How codings are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"not an ISO day (YYYY-MM-DD): {value!r}") from error


def code_command(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files (text, HTML, JSON, JSON lines), folders, http(s) addresses, - for standard input.",
        ),
    ],
    *,
    published: Annotated[
        date | None,
        typer.Option(parser=_day, metavar="DATE", help="Day of publication where the source does not say."),
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet where the source does not say.")] = None,
    output_format: Annotated[
        CodeFormat,
        typer.Option("--format", help="A page to read, JSON (one report an object, several a list), or JSON lines."),
    ] = CodeFormat.text,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file, whole or not at all.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses, too.")
    ] = False,
) -> None:
    """Code reports: who claims what, and how many, each with its words.

    A source that cannot be read is named on standard error and the others go on; the exit status is then 1, and 2
    if nothing at all was read.
    """
    from tacitus.cli.output import open_output
    from tacitus.cli.progress import reading_progress
    from tacitus.cli.writers import write_codings
    from tacitus.ingest import ReadOptions

    options = ReadOptions(published=published, outlet=outlet, allow_private=allow_private)
    reading = _Reading(sources, options)
    with open_output(output) as target:
        reports = reading.reports()
        first = next(reports, None)
        if first is None:
            raise typer.Exit(EXIT_NOTHING_READ)
        from tacitus.coder import code_many  # loads the language model's libraries: not before there is work

        with reading_progress(sources, on_terminal=target.is_terminal) as watched:
            codings = watched(code_many(chain([first], reports)))
            write_codings(codings, target=target, output_format=output_format.value)
        target.keep()
    if reading.unread:
        raise typer.Exit(EXIT_SOME_UNREAD)


class _Reading:
    """Reads sources, tells those that cannot be read and counts them."""

    def __init__(self, sources: list[str], options: ReadOptions) -> None:
        self.unread = 0
        self._sources = sources
        self._options = options

    def reports(self) -> Iterator[Report]:
        from tacitus.ingest import read_sources

        for item in read_sources(self._sources, options=self._options):
            if isinstance(item, SourceError):
                self.unread += 1
                sys.stdout.flush()
                typer.echo(f"tacitus: {item}", err=True)
            else:
                yield item
