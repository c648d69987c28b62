"""The tables of codings: one row a thing, with its report's key and its place ``n`` in the list that it stands in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, Double, ForeignKey, Integer, Table, Text

from tacitus.store.schema import METADATA


def _key(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _part(name: str, *columns: Column[Any], owner: Column[Any] | None = None) -> Table:
    """A table of the things of a report, or with ``owner`` of the things that one of its things lists."""
    report = Column("report", Integer, ForeignKey("reports.key"), primary_key=True, autoincrement=False)
    owners = () if owner is None else (owner,)
    # Without row numbers the rows lie in the order of the key, a report's together, and need no second index.
    return Table(name, METADATA, report, *owners, _key("n"), *columns, sqlite_with_rowid=False)


def _owner(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _span(name: str = "span", *, null: bool = False) -> tuple[Column[int], Column[int]]:
    return Column(f"{name}_start", Integer, nullable=null), Column(f"{name}_end", Integer, nullable=null)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _confidence() -> Column[float]:
    return Column("confidence", Double, nullable=False)


ACTORS = _part(
    "actors",
    _text("id"),
    _text("name"),
    _text("kind"),
    _text("side", null=True),
    _text("sector", null=True),
    _text("role", null=True),
)
# The actors that one of them means together ("both sides").
ACTOR_MEMBERS = _part("actor_members", _text("member"), owner=_owner("actor"))
# Where actors and places are named; one of the two is given.
MENTIONS = _part("mentions", _text("actor", null=True), _text("place", null=True), *_span())

CLAIMS = _part(
    "claims",
    _text("id"),
    _text("speaker", null=True),
    *_span("source", null=True),
    *_span("cue", null=True),
    _text("stance"),
    Column("said", Date),
    _flag("quoted"),
    _confidence(),
)
CLAIM_CHAINS = _part("claim_chains", _text("actor"), owner=_owner("claim"))
CLAIM_CONTENTS = _part("claim_contents", *_span(), owner=_owner("claim"))

EVENTS = _part(
    "events",
    _text("id"),
    _text("type"),
    _text("mode", null=True),
    _text("place", null=True),
    _text("date", null=True),
    Column("first_day", Date, index=True),
    Column("last_day", Date),
    _text("aspect"),
    _flag("background"),
    *_span("trigger"),
    *_span("evidence"),
    _text("rule"),
    _confidence(),
)
# ``role`` is actor or recipient.
EVENT_ACTORS = _part("event_actors", _text("role"), _text("actor"), owner=_owner("event"))
EVENT_CLAIMS = _part("event_claims", _text("claim"), owner=_owner("event"))
EVENT_REPEATS = _part("event_repeats", *_span(), owner=_owner("event"))

FIGURES = _part(
    "figures",
    _text("id"),
    _text("kind"),
    Column("low", BigInteger),
    Column("best", BigInteger),
    Column("high", BigInteger),
    _text("group_side", null=True),
    _text("group_type"),
    _text("group_actor", null=True),
    _text("stated_by", null=True),
    _text("claim", null=True),
    _text("event", null=True),
    _flag("background"),
    _flag("denied"),
    Column("revises", BigInteger),
    *_span(),
    _confidence(),
)

PLACES = _part(
    "places",
    _text("id"),
    _text("name"),
    _text("country", null=True),
    _text("admin1", null=True),
    Column("lat", Double),
    Column("lon", Double),
    Column("geonames_id", Integer),
    _text("precision"),
)
DATES = _part(
    "dates",
    *_span(),
    _text("edtf", null=True),
    Column("first_day", Date),
    Column("last_day", Date),
    _text("precision"),
    _text("time", null=True),
)

TERRITORIES = _part(
    "territories",
    _text("place"),
    _text("place_id", null=True),
    _text("recognised_part_of", null=True),
    _text("populated_by", null=True),
    _text("controlled_by", null=True),
    *_span("evidence"),
)
TERRITORY_CLAIMS = _part("territory_claims", _text("side"), owner=_key("territory"))
RELATIONS = _part("relations", _text("a"), _text("b"), _text("kind"), *_span("evidence"))

CEASEFIRES = _part(
    "ceasefires",
    _text("id"),
    Column("date", Date),
    _text("hour", null=True),
    _text("status"),
    _flag("background"),
    *_span("evidence"),
)
# ``role`` is party or mediator.
CEASEFIRE_SIDES = _part("ceasefire_sides", _text("role"), _text("side"), owner=_owner("ceasefire"))
VIOLATIONS = _part(
    "violations",
    _text("accused", null=True),
    _text("alleged_by", null=True),
    _text("claim", null=True),
    owner=_owner("ceasefire"),
)

CHECKS = _part("checks", _text("kind"), _text("figure", null=True), _text("verdict"), _text("detail"))
# The figures and the events that a check compares; one of the two is given.
CHECK_PARTS = _part("check_parts", _text("figure", null=True), _text("event", null=True), owner=_key("check_n"))
WARNINGS = _part("warnings", _text("detail"))
