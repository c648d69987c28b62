from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from tacitus.store import Store
from tacitus.store.step_4 import keep_members
from tests.stored import full_coding

TABLE = "actor_members"


def shape(connection: Connection) -> tuple[object, ...]:
    seen = inspect(connection)
    return (
        [(column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(TABLE)],
        seen.get_pk_constraint(TABLE)["constrained_columns"],
        seen.get_indexes(TABLE),
        [key["referred_table"] for key in seen.get_foreign_keys(TABLE)],
    )


def test_an_older_store_gets_the_table_of_a_new_one(store: Store) -> None:
    store.add([full_coding()])
    with store.writing() as connection:
        expected = shape(connection)
        connection.execute(text(f"DROP TABLE {TABLE}"))
        keep_members(connection)
        assert shape(connection) == expected
    assert {actor.members for coding in store.codings() for actor in coding.actors} == {()}
