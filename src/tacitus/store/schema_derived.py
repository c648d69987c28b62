"""The tables of what is made of many codings: incidents, which can be made anew, and judgements, which are kept."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, DateTime, Double, ForeignKey, Integer, Table, Text

from tacitus.store.schema import METADATA

INCIDENTS = Table(
    "incidents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("title", Text),
    Column("first_day", Date, index=True),
    Column("last_day", Date),
    sqlite_with_rowid=False,
)

# The event mentions that an incident holds; ``main`` where the incident is the main news of the report.
INCIDENT_EVENTS = Table(
    "incident_events",
    METADATA,
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True),
    Column("report", Integer, ForeignKey("reports.key"), primary_key=True, autoincrement=False),
    Column("event", Text, primary_key=True),
    Column("main", Boolean, nullable=False),
    Column("score", Double),
    sqlite_with_rowid=False,
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
