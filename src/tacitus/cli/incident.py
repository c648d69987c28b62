"""``tacitus incident``: one incident, with all that its reports tell of it."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from tacitus.cli.store_option import StoreLocation


class IncidentFormat(StrEnum):
    """How an incident is shown."""

    text = "text"
    json = "json"


def incident_command(
    incident: Annotated[str, typer.Argument(metavar="ID", help="The incident, as tacitus incidents names it.")],
    *,
    output: Annotated[IncidentFormat, typer.Option("--format", help="A page to read, or JSON.")] = IncidentFormat.text,
    undated: Annotated[
        bool, typer.Option("--undated", help="Show the events of which no report tells the day, too.")
    ] = False,
    why: Annotated[bool, typer.Option("--why", help="Show, too, why its reports are held for one.")] = False,
    db: StoreLocation = None,
) -> None:
    """Show an incident: dead by codebook, tolls over time, the accounts side by side, the truce, the timeline.

    Every value has the number of its report, and its words.
    """
    from tacitus.cli.linked_store import open_linked
    from tacitus.cli.output import Output
    from tacitus.cli.terminal import write_page
    from tacitus.export.incident_page.page import incident_page
    from tacitus.incidents.assemble import incident_to_dict
    from tacitus.incidents.stored import stored_incident, stored_joins

    with open_linked(db) as store:
        found = stored_incident(store, incident)
        codings = {coding.report.id: coding for coding in store.codings(ids=found.reports)}
        joins = stored_joins(store, incident) if why else []
    if output is IncidentFormat.json:
        content = incident_to_dict(found) | ({"joins": [asdict(join) for join in joins]} if why else {})
        typer.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        write_page(Output(sys.stdout), incident_page(found, codings, undated=undated, joins=joins))
