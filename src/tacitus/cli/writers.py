"""Codings written in the format asked for."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Literal, TextIO

from tacitus.cli.output import Output
from tacitus.model import Coding

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
    from rich.console import Console
    from rich.rule import Rule

    from tacitus.export.page import PAGE_WIDTH, page

    _set_encoding(target.stream, encoding=None, errors="replace")
    console = Console(file=target.stream, highlight=False, markup=False, emoji=False, soft_wrap=False)
    if target.is_terminal:
        console.width = min(console.width, PAGE_WIDTH)
    elif target.is_file:
        console = Console(file=target.stream, width=PLAIN_WIDTH, highlight=False, markup=False, no_color=True)
    first = True
    for coding in codings:
        if not first:
            console.print()
            console.print(Rule(style="dim") if target.is_terminal else "")
        console.print(page(coding))
        target.stream.flush()
        first = False


def _set_encoding(stream: TextIO, *, encoding: str | None, errors: str) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding or stream.encoding, errors=errors)
