from __future__ import annotations

import pytest
from sqlalchemy import Connection, inspect, text

from tacitus.store import Store, StoreError
from tacitus.store.engine import open_engine, reading, writing
from tacitus.store.location import store_url
from tacitus.store.migrations import SCHEMA_VERSION, STEPS, Step, prepare
from tests.stored import full_coding


def _add_note(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE incidents ADD COLUMN note TEXT"))


def _add_digest(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE incidents ADD COLUMN digest TEXT"))


def _fail(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE incidents ADD COLUMN lost TEXT"))
    raise RuntimeError("broken step")


def columns(location: str) -> set[str]:
    engine = open_engine(store_url(location), create=False)
    with reading(engine) as connection:
        found = {column["name"] for column in inspect(connection).get_columns("incidents")}
    engine.dispose()
    return found


def test_steps_lead_to_the_present_version() -> None:
    assert [step.to for step in STEPS] == list(range(2, SCHEMA_VERSION + 1))


def test_an_older_store_goes_through_the_steps_that_it_lacks(location: str) -> None:
    with Store(location) as store:
        store.add([full_coding()])
    engine = open_engine(store_url(location), create=False)
    first, second = Step(SCHEMA_VERSION + 1, _add_note), Step(SCHEMA_VERSION + 2, _add_digest)
    prepare(engine, steps=(first,), version=SCHEMA_VERSION + 1)
    assert "note" in columns(location)
    assert "digest" not in columns(location)
    prepare(engine, steps=(first, second), version=SCHEMA_VERSION + 2)
    assert "digest" in columns(location)
    engine.dispose()


def test_a_step_that_fails_leaves_the_store_as_it_was(location: str) -> None:
    with Store(location) as store:
        store.add([full_coding()])
    engine = open_engine(store_url(location), create=False)
    with pytest.raises(RuntimeError, match="broken step"):
        prepare(engine, steps=(Step(SCHEMA_VERSION + 1, _fail),), version=SCHEMA_VERSION + 1)
    engine.dispose()
    assert "lost" not in columns(location)
    with Store(location) as store:
        assert list(store.codings()) == [full_coding()]


def test_a_newer_store_is_left_alone(location: str) -> None:
    with Store(location) as store, store.writing() as connection:
        connection.execute(text("UPDATE store_schema SET version = 99"))
    with pytest.raises(StoreError, match=r"made by a newer version of tacitus \(schema 99, .*update tacitus"):
        Store(location)


def test_another_programs_database_is_left_alone(location: str) -> None:
    engine = open_engine(store_url(location), create=True)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE events (happened TEXT)"))
    engine.dispose()
    with pytest.raises(StoreError, match="another program's database"):
        Store(location)
