"""Connections to the database of a store: one writer at a time, foreign keys on, clear waiting."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from tacitus.store.errors import StoreError, shown, told
from tacitus.store.location import default_path

BUSY_SECONDS = 10.0
_WRITES = "tacitus_writes"
_LOCK = 0x7AC17  # any number that other users of the same PostgreSQL database do not take


def open_engine(url: URL, *, create: bool) -> Engine:
    """An engine for the store at ``url``; ``create`` allows an SQLite file to be made.

    Raises:
        StoreError: there is no such file and none may be made, its folder is missing, or the driver is not installed.
    """
    sqlite = url.get_backend_name() == "sqlite"
    if sqlite and url.database and url.database != ":memory:":
        _check_file(Path(url.database), create=create, url=url)
    try:
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS} if sqlite else {})
    except ModuleNotFoundError as error:
        raise StoreError(f"{shown(url)}: needs the package {error.name!r} (pip install 'tacitus[postgres]')") from error
    except NoSuchModuleError as error:
        raise StoreError(f"{shown(url)}: {url.drivername} is no database that can hold a store") from error
    if sqlite:
        event.listen(engine, "connect", _set_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "begin", _begin_postgres)
    return engine


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that only reads.

    Raises:
        StoreError: the database refuses.
    """
    with told(engine.url), engine.connect() as connection, connection.begin():
        yield connection


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction of the only writer: kept whole at the end, or not at all after an exception.

    Raises:
        StoreError: the database refuses, or another writer does not finish in time.
    """
    with told(engine.url), engine.connect() as connection:
        connection = connection.execution_options(**{_WRITES: True})
        with connection.begin():
            yield connection


def _check_file(path: Path, *, create: bool, url: URL) -> None:
    if path.is_dir():
        raise StoreError(f"{shown(url)}: it is a folder")
    if path.exists():
        return
    if not create:
        raise StoreError(f"{shown(url)}: there is no store yet (tacitus ingest makes one)")
    try:
        if path == default_path():
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{shown(url)}: cannot make its folder: {(error.strerror or str(error)).lower()}") from error
    if not path.parent.is_dir():
        raise StoreError(f"{shown(url)}: there is no folder {path.parent}")


def _set_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # Transactions are begun here and not by the driver, which leaves the making of tables outside of them:
    # https://docs.sqlalchemy.org/en/20/dialects/sqlite.html#pysqlite-serializable
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer that only finds out at its first write that it must wait can be refused at once: take the lock first.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgres(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITES, False):
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    else:  # or each statement would see what was committed before it, where SQLite shows one state
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
