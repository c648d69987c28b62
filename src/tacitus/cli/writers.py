"""Codings written in the format asked for."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from tacitus.cli.folder import open_folder
from tacitus.cli.formats import CodeFormat, TableFormat, TextFormat
from tacitus.cli.output import Output, open_output
from tacitus.cli.terminal import write_page
from tacitus.export.page_options import PageOptions
from tacitus.model import Coding


@dataclass(frozen=True, slots=True)
class Writing:
    """An open place for codings. ``write`` takes them all; what it wrote takes its place once the last is there.

    ``on_terminal`` tells whether a person reads along.
    """

    write: Callable[[Iterable[Coding]], None]
    on_terminal: bool = False


@contextlib.contextmanager
def open_writing(path: Path | None, *, output_format: TextFormat, options: PageOptions) -> Iterator[Writing]:
    """A file, or standard output for ``None``; ``options`` tell what a page shows.

    Raises:
        TacitusError: the file cannot be written; told at the start, before any work.
    """
    with open_output(path) as target:

        def write(codings: Iterable[Coding]) -> None:
            write_codings(codings, target=target, output_format=output_format, options=options)
            target.keep()

        yield Writing(write, on_terminal=target.is_terminal)


@contextlib.contextmanager
def open_table_writing(path: Path, *, output_format: TableFormat) -> Iterator[Writing]:
    """A folder of tables.

    Raises:
        TacitusError: the folder cannot be written, or Parquet is asked for and pyarrow is not installed; told at the
            start, before any work.
    """
    from tacitus.export.tables import TABLES
    from tacitus.export.tables.csv_files import write_csv_files
    from tacitus.export.tables.parquet_files import require_pyarrow, write_parquet_files

    if output_format is CodeFormat.parquet:
        require_pyarrow()
    write_files = write_csv_files if output_format is CodeFormat.csv else write_parquet_files
    ours = {f"{table.name}.{suffix}" for table in TABLES for suffix in (CodeFormat.csv, CodeFormat.parquet)}
    with open_folder(path, replaceable=ours) as folder:

        def write(codings: Iterable[Coding]) -> None:
            write_files(TABLES, codings, folder.path)
            folder.keep()

        yield Writing(write)


def write_codings(
    codings: Iterable[Coding], *, target: Output, output_format: TextFormat, options: PageOptions | None = None
) -> None:
    """Write each coding as soon as it is there; ``options`` tell what a page shows."""
    if output_format is CodeFormat.text:
        _write_pages(codings, target, options or PageOptions())
        return
    from tacitus.export.jsonform import json_document, json_lines

    # JSON is UTF-8 whatever the terminal's encoding: https://www.rfc-editor.org/rfc/rfc8259#section-8.1
    _set_utf8(target.stream)
    pieces = json_document(codings) if output_format is CodeFormat.json else json_lines(codings)
    for piece in pieces:
        target.stream.write(piece)
        target.stream.flush()


def _write_pages(codings: Iterable[Coding], target: Output, options: PageOptions) -> None:
    from rich.rule import Rule

    from tacitus.export.page import page

    for number, coding in enumerate(codings):
        between = ["", Rule(style="dim") if target.is_terminal else ""] if number else []
        write_page(target, *between, page(coding, options=options))


def _set_utf8(stream: TextIO) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="strict")
