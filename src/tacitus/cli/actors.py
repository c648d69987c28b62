"""``tacitus actors``: who is named in the reports of the store."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from tacitus.cli.incident_options import side_code
from tacitus.cli.store_option import StoreLocation

_ROWS = 50


class ActorsFormat(StrEnum):
    """How actors are listed."""

    table = "table"
    json = "json"


def actors_command(
    *,
    side: Annotated[str | None, typer.Option(help="Only of this side (name or code).")] = None,
    sector: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only those that a report tells to be of this PLOVER sector.")
    ] = None,
    name: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only with these words in a name, however they are spelled.")
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help=f"So many at most, the most reported first. Default: {_ROWS} in a table, else all."
        ),
    ] = None,
    output: Annotated[ActorsFormat, typer.Option("--format", help="A table or JSON.")] = ActorsFormat.table,
    db: StoreLocation = None,
) -> None:
    """List the persons, bodies, groups and states that the reports name, the most reported first.

    One actor of many reports is told by its name, side and office. Two of one name and different sides stay two;
    peoples, and whom reports only describe, are not listed.
    """
    from tacitus.store import KnownActorChoice, Store

    if limit is None and output is ActorsFormat.table:
        limit = _ROWS
    choice = KnownActorChoice(
        name=name, side=side_code(side) or side, sector=sector.upper() if sector else None, limit=limit
    )
    with Store(db, create=False) as store:
        found = store.known_actors(choice)
        more = store.count_known_actors(choice) - len(found)
    if output is ActorsFormat.json:
        from tacitus.export.known_actors import known_actor_to_dict

        typer.echo(json.dumps([known_actor_to_dict(known) for known in found], ensure_ascii=False, indent=2))
    elif found:
        from tacitus.cli.output import Output
        from tacitus.cli.terminal import write_page
        from tacitus.export.known_actors import KnownActorsTable

        write_page(Output(sys.stdout), KnownActorsTable(found))
    else:
        typer.echo("no such actors")
    if more:
        typer.echo(f"tacitus: {more:,} more; --limit {len(found) + more} shows all", err=True)
