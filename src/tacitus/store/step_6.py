"""To schema 6: episodes have the vector of their passage."""

from __future__ import annotations

from sqlalchemy import Connection, text


def keep_gists(connection: Connection) -> None:
    """Have all linked anew: no table changes, but episodes of before lack a field of their JSON, and so a sign.

    That is at the next command that shows incidents, or ``tacitus relink``; until then the incidents stay.
    """
    connection.execute(text("DELETE FROM linked"))
