"""The tables of the registry of actors: whom the current versions of reports name, and who of these is one.

All follows from the codings. ``Store.known_actors`` reads it, one thing an actor.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from tacitus.store.schema import METADATA

# What tells actors apart, once each: ``words`` are those of the name, in one spelling. Names that may be one actor's
# are of one ``block``; ``actor`` is the one that a name is of, null where nobody can tell.
KNOWN_NAMES = Table(
    "known_names",
    METADATA,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("block", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("side", Text),
    Column("sphere", Text),
    Column("office", Text),
    Column("actor", Text, index=True),
)

# Which actor of a report (its place ``n`` in the table actors) bears which name, and how often it is mentioned.
KNOWN_MENTIONS = Table(
    "known_mentions",
    METADATA,
    Column("report", Integer, ForeignKey("reports.key"), primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("name", Integer, ForeignKey("known_names.key"), nullable=False, index=True),
    Column("mentions", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# One row: up to which version of a report the registry is made.
KNOWN_UP_TO = Table("known_up_to", METADATA, Column("last_report", Integer, nullable=False))

REGISTRY = (KNOWN_UP_TO, KNOWN_NAMES, KNOWN_MENTIONS)
"""The registry, each table before those that point to it."""
