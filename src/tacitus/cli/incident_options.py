"""The options that choose incidents, for every command that takes some of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from tacitus.cli.store_option import iso_day
from tacitus.model import EventType

if TYPE_CHECKING:
    from tacitus.store import IncidentChoice

_CODE_LENGTH = 3  # ISO 3166-1 alpha-3


def _type(value: str) -> EventType:
    name = value.upper()
    for known in get_args(EventType):
        if name == known:
            kind: EventType = known
            return kind
    raise typer.BadParameter(f"no event type: {value!r} (one of {', '.join(get_args(EventType))})")


Since = Annotated[
    date | None, typer.Option(parser=iso_day, metavar="DATE", help="Only what happened on this day or later.")
]
Until = Annotated[
    date | None, typer.Option(parser=iso_day, metavar="DATE", help="Only what happened on this day or before.")
]
AtPlace = Annotated[
    str | None, typer.Option(help="Only at a place with this in its name, or in this country (name or code).")
]
WithSide = Annotated[str | None, typer.Option(help="Only with this side (name or code).")]
OfType = Annotated[
    EventType | None, typer.Option("--type", parser=_type, metavar="TYPE", help="Only of this PLOVER type.")
]
MinKilled = Annotated[
    int | None, typer.Option(min=0, metavar="N", help="Only with this many dead or more, by the best estimate.")
]


def chosen_incidents(
    *,
    since: date | None,
    until: date | None,
    place: str | None,
    side: str | None,
    event_type: EventType | None,
    min_killed: int | None,
) -> IncidentChoice:
    """The choice that these options make, history included; names of states and groups may stand for their codes."""
    from tacitus.store import IncidentChoice

    return IncidentChoice(
        since=since,
        until=until,
        place=place,
        country=side_code(place),
        side=side_code(side) or side,
        type=event_type,
        min_killed=min_killed,
    )


def side_code(name: str | None) -> str | None:
    """The side or country that a name tells, as the store has it; ``None`` where it is not known."""
    from tacitus.resolve.sides import side_lexicon

    if name is None:
        return None
    known = side_lexicon().lookup(name)
    if known is not None and known.side is not None:
        return known.side
    return name.upper() if len(name) == _CODE_LENGTH else None
