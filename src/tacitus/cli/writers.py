"""Codings written in the format asked for."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TextIO

from tacitus.cli.output import Output
from tacitus.model import Coding

if TYPE_CHECKING:
    from rich.console import Console

PLAIN_WIDTH = 80


def write_codings(
    codings: Iterable[Coding], *, target: Output, output_format: Literal["text", "json", "jsonl"]
) -> None:
    """Write each coding as soon as it is there."""
    if output_format == "text":
        _write_pages(codings, target)
        return
    from tacitus.export.jsonform import json_document, json_lines

    # JSON is UTF-8 whatever the terminal's encoding: https://www.rfc-editor.org/rfc/rfc8259#section-8.1
    _set_encoding(target.stream, encoding="utf-8", errors="strict")
    pieces = json_document(codings) if output_format == "json" else json_lines(codings)
    for piece in pieces:
        target.stream.write(piece)
        target.stream.flush()


def _write_pages(codings: Iterable[Coding], target: Output) -> None:
    from rich.rule import Rule

    from tacitus.export.page import page

    _set_encoding(target.stream, encoding=None, errors="replace")
    console = _console(target)
    for number, coding in enumerate(codings):
        between = ["", Rule(style="dim") if target.is_terminal else ""] if number else []
        with console.capture() as captured:
            console.print(*between, page(coding), sep="\n")
        # Columns are filled up with spaces, which nobody needs at the end of a line.
        target.stream.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())
        target.stream.flush()


def _console(target: Output) -> Console:
    from rich.console import Console

    from tacitus.export.page import PAGE_WIDTH

    if target.is_terminal:
        console = Console(file=target.stream, highlight=False, markup=False, emoji=False)
        console.width = min(console.width, PAGE_WIDTH)
        return console
    width = PLAIN_WIDTH if target.is_file else None
    return Console(file=target.stream, width=width, highlight=False, markup=False, emoji=False)


def _set_encoding(stream: TextIO, *, encoding: str | None, errors: str) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding or stream.encoding, errors=errors)
