"""The options that tell which reports are read, for every command that reads some."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from tacitus.cli.store_option import iso_day

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Files (text, HTML, JSON, JSON lines), folders, http(s) addresses, - for standard input.",
    ),
]
Published = Annotated[
    date | None,
    typer.Option(parser=iso_day, metavar="DATE", help="Day of publication where the source does not say."),
]
FromOutlet = Annotated[str | None, typer.Option(help="Outlet where the source does not say.")]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses, too.")]
