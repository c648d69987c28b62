"""To schema 3: the registry of actors across reports."""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, Integer, MetaData, Table, Text

_METADATA = MetaData()
_REPORTS = Table("reports", _METADATA, Column("key", Integer, primary_key=True, autoincrement=False))
_NEW = (
    Table(
        "known_names",
        _METADATA,
        Column("key", Integer, primary_key=True, autoincrement=False),
        Column("block", Text, nullable=False, index=True),
        Column("kind", Text, nullable=False),
        Column("words", Text, nullable=False),
        Column("side", Text),
        Column("sphere", Text),
        Column("office", Text),
        Column("actor", Text, index=True),
    ),
    Table(
        "known_mentions",
        _METADATA,
        Column("report", Integer, ForeignKey(_REPORTS.c.key), primary_key=True, autoincrement=False),
        Column("n", Integer, primary_key=True, autoincrement=False),
        Column("name", Integer, ForeignKey("known_names.key"), nullable=False, index=True),
        Column("mentions", Integer, nullable=False),
        sqlite_with_rowid=False,
    ),
    Table("known_up_to", _METADATA, Column("last_report", Integer, nullable=False)),
)


def keep_known(connection: Connection) -> None:
    """Make the tables, empty; what the store holds is entered when it is opened."""
    _METADATA.create_all(connection, tables=_NEW, checkfirst=False)
