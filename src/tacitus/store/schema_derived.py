"""The tables of what is made of many codings: incidents, which can be made anew, and judgements, which are kept."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, DateTime, Double, ForeignKey, Integer, Table, Text

from tacitus.store.schema import METADATA

# What the filters ask for has columns; ``content`` is the whole incident as JSON. ``killed`` is the best estimate of
# the dead. ``made_of`` is a hash of all that the incident was made from: where it is the same, nothing is made anew.
INCIDENTS = Table(
    "incidents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("title", Text),
    Column("first_day", Date, index=True),
    Column("last_day", Date),
    Column("place", Text),
    Column("country", Text),
    Column("lat", Double),
    Column("lon", Double),
    Column("background", Boolean, nullable=False),
    Column("killed", Integer),
    Column("reports", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("made_of", Text, nullable=False),
    Column("content", Text, nullable=False),
    sqlite_with_rowid=False,
)


def _listed(name: str, what: str) -> Table:
    """What an incident lists, in order."""
    return Table(
        name,
        METADATA,
        Column("incident", Text, ForeignKey("incidents.id"), primary_key=True),
        Column("n", Integer, primary_key=True, autoincrement=False),
        Column(what, Text, nullable=False, index=True),
        sqlite_with_rowid=False,
    )


INCIDENT_SIDES = _listed("incident_sides", "side")
INCIDENT_TYPES = _listed("incident_types", "type")

# The event mentions that an incident holds; ``main`` where the incident is the main news of the report.
INCIDENT_EVENTS = Table(
    "incident_events",
    METADATA,
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True),
    Column("report", Integer, ForeignKey("reports.key"), primary_key=True, autoincrement=False),
    Column("event", Text, primary_key=True),
    Column("main", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

# One row: up to which report and judgement (0: none) the incidents are made, and by which version of the package.
LINKED = Table(
    "linked",
    METADATA,
    Column("program", Text, nullable=False),
    Column("last_report", Integer, nullable=False),
    Column("last_judgement", Integer, nullable=False),
)

# Rows are only ever added: a later row of the same reviewer on the same pair names the one that it supersedes.
# ``one`` and ``other`` are ids of event mentions or of incidents, the smaller first.
JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("one", Text, nullable=False, index=True),
    Column("other", Text, nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("judged", DateTime, nullable=False),  # UTC
    Column("score", Double),
    Column("supersedes", Integer, ForeignKey("judgements.id"), unique=True),
)
JUDGEMENT_REASONS = Table(
    "judgement_reasons",
    METADATA,
    Column("judgement", Integer, ForeignKey("judgements.id"), primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
)
