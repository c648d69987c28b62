"""Options that the commands on the store have in common."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

StoreLocation = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="URL",
        envvar="TACITUS_DB",
        help="The store: a file, or postgresql://user@host/name. Default: ~/.local/share/tacitus/tacitus.db.",
    ),
]


def iso_day(value: str) -> date:
    """A day as it is given on the command line.

    Raises:
        typer.BadParameter: it is none.
    """
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"not an ISO day (YYYY-MM-DD): {value!r}") from error
