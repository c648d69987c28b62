"""What tables are like in a database: a store that a step brought on must have those of a new one."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table, inspect


def shapes(connection: Connection, tables: Iterable[Table]) -> dict[str, object]:
    """Columns, key, indexes and foreign keys of each table."""
    seen = inspect(connection)
    return {
        table.name: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(table.name)],
            seen.get_pk_constraint(table.name)["constrained_columns"],
            sorted(str(index["column_names"]) for index in seen.get_indexes(table.name)),
            [key["referred_table"] for key in seen.get_foreign_keys(table.name)],
        )
        for table in tables
    }
