"""``tacitus incidents``: what happened, by the reports in the store."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli.incident_options import (
    AtPlace,
    MinKilled,
    OfType,
    Since,
    Until,
    WithSide,
    chosen_incidents,
)
from tacitus.cli.listing import AsFormat, ListFormat, limit_option, rows_at_most, tell_left_out
from tacitus.cli.store_option import StoreLocation

if TYPE_CHECKING:
    from tacitus.model.incident import Incident


def incidents_command(
    *,
    since: Since = None,
    until: Until = None,
    place: AtPlace = None,
    side: WithSide = None,
    event_type: OfType = None,
    min_killed: MinKilled = None,
    background: Annotated[bool, typer.Option("--background", help="Also what reports tell only as history.")] = False,
    limit: Annotated[int | None, limit_option("the latest")] = None,
    output: AsFormat = ListFormat.table,
    db: StoreLocation = None,
) -> None:
    """List incidents, the latest first: what happened, between whom, where, when, how many dead, in how many reports.

    Dead are shown as the best estimate by UCDP's rules, with its low and high in brackets.
    """
    from tacitus.cli.linked_store import open_linked

    choice = chosen_incidents(
        since=since, until=until, place=place, side=side, event_type=event_type, min_killed=min_killed
    )
    choice = replace(choice, background=background, newest_first=True, limit=rows_at_most(limit, output))
    with open_linked(db) as store:
        found = store.incidents(choice)
        in_all = store.count_incidents(choice)
    if output is ListFormat.json:
        _write_json(found)
    else:
        _show(found)
    tell_left_out(listed=len(found), found=in_all)


def _write_json(found: list[Incident]) -> None:
    from tacitus.incidents.assemble import incident_to_dict

    typer.echo(json.dumps([incident_to_dict(incident) for incident in found], ensure_ascii=False, indent=2))


def _show(found: list[Incident]) -> None:
    from tacitus.cli.output import Output
    from tacitus.cli.terminal import write_page
    from tacitus.export.incident_page.listing import IncidentsTable

    if found:
        write_page(Output(sys.stdout), IncidentsTable(found))
    else:
        typer.echo("no such incidents")
