from __future__ import annotations

from sqlalchemy import text

from tacitus.store import Store
from tacitus.store.schema_coding import ACTOR_MEMBERS
from tacitus.store.step_4 import keep_members
from tests.store.shapes import shapes
from tests.stored import full_coding


def test_an_older_store_gets_the_table_of_a_new_one(store: Store) -> None:
    store.add([full_coding()])
    with store.writing() as connection:
        expected = shapes(connection, [ACTOR_MEMBERS])
        connection.execute(text(f"DROP TABLE {ACTOR_MEMBERS.name}"))
        keep_members(connection)
        assert shapes(connection, [ACTOR_MEMBERS]) == expected
    assert {actor.members for coding in store.codings() for actor in coding.actors} == {()}
