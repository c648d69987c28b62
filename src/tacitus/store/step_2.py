"""To schema 2: what linking keeps, an episode a row, with the pairs that it found alike."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    text,
)

_METADATA = MetaData()
_KEY = BigInteger().with_variant(Integer, "sqlite")
_REPORTS = Table("reports", _METADATA, Column("key", Integer, primary_key=True, autoincrement=False))
_NEW = (
    Table(
        "episodes",
        _METADATA,
        Column("key", _KEY, primary_key=True, autoincrement=False),
        Column("report", Integer, ForeignKey(_REPORTS.c.key), nullable=False, index=True),
        Column("background", Boolean, nullable=False),
        Column("name", Text, nullable=False, index=True),
        Column("incident", Text, index=True),
        Column("past", Text, index=True),
        Column("content", Text, nullable=False),
    ),
    Table(
        "episode_blocks",
        _METADATA,
        Column("block", Text, primary_key=True),
        Column("episode", BigInteger, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    ),
    Table(
        "episode_ties",
        _METADATA,
        Column("episode", BigInteger, primary_key=True, autoincrement=False),
        Column("other", BigInteger, primary_key=True, autoincrement=False),
        Column("score", Double, nullable=False),
        sqlite_with_rowid=False,
    ),
    Table(
        "episode_tells",
        _METADATA,
        Column("history", BigInteger, primary_key=True, autoincrement=False),
        Column("news", BigInteger, primary_key=True, autoincrement=False, index=True),
        Column("score", Double, nullable=False),
        sqlite_with_rowid=False,
    ),
)


def keep_episodes(connection: Connection) -> None:
    """Make the tables; the incidents stay until all is linked anew, at the next command that shows them."""
    connection.execute(text("DROP TABLE linkables"))
    connection.execute(text("DELETE FROM linked"))
    _METADATA.create_all(connection, tables=_NEW, checkfirst=False)
