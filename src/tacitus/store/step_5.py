"""To schema 5: why episodes are tied, a sign a row."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Connection, Double, MetaData, Table, Text, text

_METADATA = MetaData()
_SIGNS = Table(
    "episode_signs",
    _METADATA,
    Column("one", BigInteger, primary_key=True, autoincrement=False),
    Column("other", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("value", Double, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
)


def keep_signs(connection: Connection) -> None:
    """Make the table, empty: the ties of before get their signs when all is linked anew.

    That is at the next command that shows incidents, or ``tacitus relink``; until then the incidents stay.
    """
    connection.execute(text("DELETE FROM linked"))
    _METADATA.create_all(connection, tables=(_SIGNS,), checkfirst=False)
