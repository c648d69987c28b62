"""``tacitus code``: reports in, codings out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli.formats import CodeFormat
from tacitus.cli.source_options import AllowPrivate, FromOutlet, Published, Sources
from tacitus.errors import SourceError
from tacitus.export.page_options import PageOptions

if TYPE_CHECKING:
    from tacitus.cli.writers import Writing
    from tacitus.ingest import ReadOptions
    from tacitus.model import Report

EXIT_SOME_UNREAD = 1
EXIT_NOTHING_READ = 2


def code_command(
    sources: Sources,
    *,
    published: Published = None,
    outlet: FromOutlet = None,
    output_format: Annotated[
        CodeFormat,
        typer.Option(
            "--format",
            help="A page to read, JSON (one report an object, several a list), JSON lines, or a folder of tables.",
        ),
    ] = CodeFormat.text,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write to this file (tables: folder), whole or not at all."
        ),
    ] = None,
    background: Annotated[
        bool, typer.Option("--background", help="Show the events of history on the page, too.")
    ] = False,
    accusations: Annotated[
        bool, typer.Option("--accusations", help="Show the words of accusations on the page.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show on the page which rule found an event, and how sure each value is.")
    ] = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Code reports: who did what to whom, how many, where, when, and who says so, each with its words.

    A source that cannot be read is named on standard error and the others go on; the exit status is then 1, and 2
    if nothing at all was read.
    """
    from tacitus.ingest import ReadOptions

    page = PageOptions(background=background, accusations=accusations, explain=explain)
    reading = _Reading(sources, ReadOptions(published=published, outlet=outlet, allow_private=allow_private))
    with _open(output, output_format, page) as writing:
        _write_codings(reading, writing)
    if reading.unread:
        raise typer.Exit(EXIT_SOME_UNREAD)


def _write_codings(reading: _Reading, writing: Writing) -> None:
    reports = reading.reports()
    first = next(reports, None)
    if first is None:
        raise typer.Exit(EXIT_NOTHING_READ)
    from tacitus.cli.progress import reading_progress
    from tacitus.coder import code_many  # loads the language model's libraries: not before there is work

    with reading_progress(reading.sources, on_terminal=writing.on_terminal) as watched:
        writing.write(watched(code_many(chain([first], reports))))


def _open(path: Path | None, output_format: CodeFormat, options: PageOptions) -> AbstractContextManager[Writing]:
    from tacitus.cli.writers import open_table_writing, open_writing

    match output_format:
        case CodeFormat.text | CodeFormat.json | CodeFormat.jsonl:
            return open_writing(path, output_format=output_format, options=options)
        case CodeFormat.csv | CodeFormat.parquet if path is None:
            raise typer.BadParameter(f"{output_format} writes several files: name a folder with -o")
        case CodeFormat.csv | CodeFormat.parquet:
            return open_table_writing(path, output_format=output_format)


class _Reading:
    """Reads sources, tells those that cannot be read and counts them."""

    def __init__(self, sources: list[str], options: ReadOptions) -> None:
        self.unread = 0
        self.sources = sources
        self._options = options

    def reports(self) -> Iterator[Report]:
        from tacitus.ingest import read_sources

        for item in read_sources(self.sources, options=self._options):
            if isinstance(item, SourceError):
                self.unread += 1
                sys.stdout.flush()
                typer.echo(f"tacitus: {item}", err=True)
            else:
                yield item
