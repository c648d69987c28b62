"""``tacitus incidents``: what happened, by the reports in the store."""

from __future__ import annotations

import json
import sys
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from tacitus.cli.store_option import StoreLocation, iso_day
from tacitus.model import EventType

if TYPE_CHECKING:
    from tacitus.model.incident import Incident

_ROWS = 50
_CODE_LENGTH = 3  # ISO 3166-1 alpha-3


class IncidentsFormat(StrEnum):
    """How incidents are listed."""

    table = "table"
    json = "json"


def _type(value: str) -> EventType:
    name = value.upper()
    for known in get_args(EventType):
        if name == known:
            kind: EventType = known
            return kind
    raise typer.BadParameter(f"no event type: {value!r} (one of {', '.join(get_args(EventType))})")


def incidents_command(
    *,
    since: Annotated[
        date | None, typer.Option(parser=iso_day, metavar="DATE", help="Only what happened on this day or later.")
    ] = None,
    until: Annotated[
        date | None, typer.Option(parser=iso_day, metavar="DATE", help="Only what happened on this day or before.")
    ] = None,
    place: Annotated[
        str | None, typer.Option(help="Only at a place with this in its name, or in this country (name or code).")
    ] = None,
    side: Annotated[str | None, typer.Option(help="Only with this side (name or code).")] = None,
    event_type: Annotated[
        EventType | None, typer.Option("--type", parser=_type, metavar="TYPE", help="Only of this PLOVER type.")
    ] = None,
    min_killed: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Only with this many dead or more, by the best estimate.")
    ] = None,
    background: Annotated[bool, typer.Option("--background", help="Also what reports tell only as history.")] = False,
    limit: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help=f"So many at most, the latest first. Default: {_ROWS} in a table, else all."
        ),
    ] = None,
    output: Annotated[IncidentsFormat, typer.Option("--format", help="A table or JSON.")] = IncidentsFormat.table,
    db: StoreLocation = None,
) -> None:
    """List incidents, the latest first: what happened, between whom, where, when, how many dead, in how many reports.

    Dead are shown as the best estimate by UCDP's rules, with its low and high in brackets.
    """
    from tacitus.cli.linked_store import open_linked
    from tacitus.store import IncidentChoice

    if limit is None and output is IncidentsFormat.table:
        limit = _ROWS
    country, side = _code(place), _code(side) or side
    choice = IncidentChoice(
        since=since,
        until=until,
        place=place,
        country=country,
        side=side,
        type=event_type,
        min_killed=min_killed,
        background=background,
        newest_first=True,
        limit=limit,
    )
    with open_linked(db) as store:
        found = store.incidents(choice)
        more = store.count_incidents(choice) - len(found)
    if output is IncidentsFormat.json:
        _write_json(found)
    else:
        _show(found)
    if more:
        typer.echo(f"tacitus: {more:,} more; --limit {len(found) + more} shows all", err=True)


def _code(name: str | None) -> str | None:
    """The side or country that a name tells, as incidents have it; ``None`` where it is not known."""
    from tacitus.resolve.sides import side_lexicon

    if name is None:
        return None
    known = side_lexicon().lookup(name)
    if known is not None and known.side is not None:
        return known.side
    return name.upper() if len(name) == _CODE_LENGTH else None


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
