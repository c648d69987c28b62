"""``tacitus actors``: who is named in the reports of the store."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from tacitus.cli.incident_options import side_code
from tacitus.cli.listing import AsFormat, ListFormat, limit_option, rows_at_most, tell_left_out
from tacitus.cli.store_option import StoreLocation


def actors_command(
    *,
    side: Annotated[str | None, typer.Option(help="Only of this side (name or code).")] = None,
    sector: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only those that a report tells to be of this PLOVER sector.")
    ] = None,
    name: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only with these words in a name, however they are spelled.")
    ] = None,
    limit: Annotated[int | None, limit_option("the most reported")] = None,
    output: AsFormat = ListFormat.table,
    db: StoreLocation = None,
) -> None:
    """List the persons, bodies, groups and states that the reports name, the most reported first.

    One actor of many reports is told by its name, side and office. Two of one name and different sides stay two;
    peoples, and whom reports only describe, are not listed.
    """
    from tacitus.store import KnownActorChoice, Store

    choice = KnownActorChoice(
        name=name,
        side=side_code(side) or side,
        sector=sector.upper() if sector else None,
        limit=rows_at_most(limit, output),
    )
    with Store(db, create=False) as store:
        found = store.known_actors(choice)
        in_all = store.count_known_actors(choice)
    if output is ListFormat.json:
        from tacitus.export.known_actors import known_actor_to_dict

        typer.echo(json.dumps([known_actor_to_dict(known) for known in found], ensure_ascii=False, indent=2))
    elif found:
        from tacitus.cli.output import Output
        from tacitus.cli.terminal import write_page
        from tacitus.export.known_actors import KnownActorsTable

        write_page(Output(sys.stdout), KnownActorsTable(found))
    else:
        typer.echo("no such actors")
    tell_left_out(listed=len(found), found=in_all)
