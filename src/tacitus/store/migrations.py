"""The schema's version, and the steps from each to the next.

A new store is made whole from the tables as they are; an older one goes through the steps that it lacks, all in one
transaction. A step is written for the tables as they were then and is never changed after its release.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, insert, inspect, select, update

from tacitus.store import (  # noqa: F401  (their tables are in METADATA)
    schema_coding,
    schema_derived,
    schema_episodes,
    schema_known,
)
from tacitus.store.engine import reading, writing
from tacitus.store.errors import StoreError, shown
from tacitus.store.known_entering import enter_known
from tacitus.store.schema import METADATA, STORE_SCHEMA
from tacitus.store.step_2 import keep_episodes
from tacitus.store.step_3 import keep_known
from tacitus.store.step_4 import keep_members
from tacitus.store.step_5 import keep_signs
from tacitus.store.step_6 import keep_gists

SCHEMA_VERSION = 6


@dataclass(frozen=True, slots=True)
class Step:
    """What leads to the schema of version ``to`` from the one before."""

    to: int
    run: Callable[[Connection], None]


STEPS: tuple[Step, ...] = (
    Step(2, keep_episodes),
    Step(3, keep_known),
    Step(4, keep_members),
    Step(5, keep_signs),
    Step(6, keep_gists),
)


def prepare(engine: Engine, *, steps: tuple[Step, ...] = STEPS, version: int = SCHEMA_VERSION) -> None:
    """Make the tables where there are none and bring older ones up to ``version``.

    Raises:
        StoreError: the store was made by a newer version of the package, the database is another program's, or it
            cannot be written.
    """
    with reading(engine) as connection:
        found = _version(connection)
    if found == version:
        return
    with writing(engine) as connection:
        found = _version(connection)  # another process may have been first
        if found is None:
            _make(connection, engine, version)
        elif found > version:
            raise StoreError(
                f"{shown(engine.url)}: made by a newer version of tacitus (schema {found}, this one knows {version});"
                " update tacitus"
            )
        else:
            for step in steps:
                if found < step.to <= version:
                    step.run(connection)
            connection.execute(update(STORE_SCHEMA).values(version=version))
            enter_known(connection)  # not in a step, whose tables are those of then


def _version(connection: Connection) -> int | None:
    if not inspect(connection).has_table(STORE_SCHEMA.name):
        return None
    return connection.scalar(select(STORE_SCHEMA.c.version))


def _make(connection: Connection, engine: Engine, version: int) -> None:
    taken = sorted(set(inspect(connection).get_table_names()) & set(METADATA.tables))
    if taken:
        raise StoreError(f"{shown(engine.url)}: another program's database (it has a table {taken[0]!r} and no store)")
    METADATA.create_all(connection, checkfirst=False)
    connection.execute(insert(STORE_SCHEMA).values(version=version))
