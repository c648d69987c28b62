"""To schema 4: the members of the actors that are several ("both sides")."""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, Integer, MetaData, Table, Text

_METADATA = MetaData()
_REPORTS = Table("reports", _METADATA, Column("key", Integer, primary_key=True, autoincrement=False))
_MEMBERS = Table(
    "actor_members",
    _METADATA,
    Column("report", Integer, ForeignKey(_REPORTS.c.key), primary_key=True, autoincrement=False),
    Column("actor", Text, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("member", Text, nullable=False),
    sqlite_with_rowid=False,
)


def keep_members(connection: Connection) -> None:
    """Make the table, empty: what was coded before names no members until it is coded anew."""
    _METADATA.create_all(connection, tables=(_MEMBERS,), checkfirst=False)
