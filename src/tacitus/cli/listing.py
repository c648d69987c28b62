"""Lists of what the store holds: as a table or as JSON, how many rows of it, and what is told of those left out."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

_TABLE_ROWS = 50


class ListFormat(StrEnum):
    """How a list is written."""

    table = "table"
    json = "json"


AsFormat = Annotated[ListFormat, typer.Option("--format", help="A table or JSON.")]


def limit_option(first: str) -> Any:
    """The option for the most rows to list; ``first`` names those that are listed first."""
    return typer.Option(
        min=1, metavar="N", help=f"So many at most, {first} first. Default: {_TABLE_ROWS} in a table, else all."
    )


def rows_at_most(limit: int | None, output: ListFormat) -> int | None:
    """How many rows are listed: as many as are asked for, else what a table holds; ``None`` for all."""
    return _TABLE_ROWS if limit is None and output is ListFormat.table else limit


def tell_left_out(*, listed: int, found: int) -> None:
    """Say on standard error how many of those found are not listed, if any."""
    if found > listed:
        typer.echo(f"tacitus: {found - listed:,} more; --limit {found} shows all", err=True)
