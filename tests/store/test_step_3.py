from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from tacitus.store import Store
from tacitus.store.schema_known import REGISTRY
from tacitus.store.step_3 import keep_known


def shape(connection: Connection) -> dict[str, object]:
    seen = inspect(connection)
    return {
        table.name: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(table.name)],
            seen.get_pk_constraint(table.name)["constrained_columns"],
            sorted(str(index["column_names"]) for index in seen.get_indexes(table.name)),
            [key["referred_table"] for key in seen.get_foreign_keys(table.name)],
        )
        for table in REGISTRY
    }


def test_an_older_store_gets_the_tables_of_a_new_one(store: Store) -> None:
    with store.writing() as connection:
        expected = shape(connection)
        for table in reversed(REGISTRY):
            connection.execute(text(f"DROP TABLE {table.name}"))
        keep_known(connection)
        assert shape(connection) == expected
