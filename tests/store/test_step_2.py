from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from tacitus.incidents.store_link import link_store
from tacitus.store import Store
from tacitus.store.links import linked_state
from tacitus.store.schema_episodes import EPISODE_SIGNS, LINKING
from tacitus.store.step_2 import keep_episodes
from tests.store.shapes import shapes
from tests.stored import full_coding

OF_THEN = tuple(table for table in LINKING if table is not EPISODE_SIGNS)


def back_to_schema_1(connection: Connection) -> None:
    for table in reversed(OF_THEN):
        connection.execute(text(f"DROP TABLE {table.name}"))
    connection.execute(text("CREATE TABLE linkables (report INTEGER PRIMARY KEY, content TEXT NOT NULL)"))
    connection.execute(text("INSERT INTO linkables SELECT key, '{}' FROM reports"))


def test_an_older_store_gets_the_tables_and_is_linked_anew(store: Store) -> None:
    store.add([full_coding()])
    made = link_store(store)
    incidents = store.incidents()
    with store.writing() as connection:
        expected = shapes(connection, OF_THEN)
        back_to_schema_1(connection)
        keep_episodes(connection)
        assert shapes(connection, OF_THEN) == expected
        assert not inspect(connection).has_table("linkables")
        assert linked_state(connection) is None
    assert link_store(store) == made
    assert store.incidents() == incidents
