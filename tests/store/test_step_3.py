from __future__ import annotations

from sqlalchemy import text

from tacitus.store import Store
from tacitus.store.schema_known import REGISTRY
from tacitus.store.step_3 import keep_known
from tests.store.shapes import shapes


def test_an_older_store_gets_the_tables_of_a_new_one(store: Store) -> None:
    with store.writing() as connection:
        expected = shapes(connection, REGISTRY)
        for table in reversed(REGISTRY):
            connection.execute(text(f"DROP TABLE {table.name}"))
        keep_known(connection)
        assert shapes(connection, REGISTRY) == expected
