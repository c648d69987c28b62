from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from tacitus.incidents.store_link import link_store
from tacitus.store import Store
from tacitus.store.links import linked_state
from tacitus.store.schema_episodes import LINKING
from tacitus.store.step_2 import keep_episodes
from tests.stored import full_coding


def shape(connection: Connection) -> dict[str, object]:
    seen = inspect(connection)
    return {
        table.name: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(table.name)],
            seen.get_pk_constraint(table.name)["constrained_columns"],
            sorted(str(index["column_names"]) for index in seen.get_indexes(table.name)),
            [key["referred_table"] for key in seen.get_foreign_keys(table.name)],
        )
        for table in LINKING
    }


def back_to_schema_1(connection: Connection) -> None:
    for table in reversed(LINKING):
        connection.execute(text(f"DROP TABLE {table.name}"))
    connection.execute(text("CREATE TABLE linkables (report INTEGER PRIMARY KEY, content TEXT NOT NULL)"))
    connection.execute(text("INSERT INTO linkables SELECT key, '{}' FROM reports"))


def test_an_older_store_gets_the_tables_and_is_linked_anew(store: Store) -> None:
    store.add([full_coding()])
    made = link_store(store)
    incidents = store.incidents()
    with store.writing() as connection:
        expected = shape(connection)
        back_to_schema_1(connection)
        keep_episodes(connection)
        assert shape(connection) == expected
        assert not inspect(connection).has_table("linkables")
        assert linked_state(connection) is None
    assert link_store(store) == made
    assert store.incidents() == incidents
