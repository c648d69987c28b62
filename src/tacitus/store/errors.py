"""What can go wrong with a store, in words that tell a user what to do."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from tacitus.errors import TacitusError

# https://www.sqlite.org/rescode.html, by the beginning of the code's name
_SQLITE_REASONS = (
    ("SQLITE_BUSY", "it is in use by another process; try again when that has finished"),
    ("SQLITE_LOCKED", "it is in use by another process; try again when that has finished"),
    ("SQLITE_READONLY", "it is write-protected"),
    ("SQLITE_FULL", "the disk is full; what was acknowledged is safe"),
    ("SQLITE_IOERR", "the disk could not be read or written; what was acknowledged is safe"),
    ("SQLITE_NOTADB", "it is no SQLite database"),
    ("SQLITE_CORRUPT", "it is damaged"),
    ("SQLITE_CANTOPEN", "it cannot be opened"),
)


class StoreError(TacitusError):
    """The store cannot be opened, read or written, or does not hold what was asked for."""


@contextlib.contextmanager
def told(url: URL) -> Iterator[None]:
    """Turns a database's errors into ``StoreError``, which names the store (never a password) and the reason."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(f"{shown(url)}: {_reason(error)}") from error


def shown(url: URL) -> str:
    """How messages call a store: the file's path, or the address without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or "store in memory"
    return url.render_as_string(hide_password=True)


def _reason(error: SQLAlchemyError) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else None
    name = getattr(cause, "sqlite_errorname", "")
    for beginning, reason in _SQLITE_REASONS:
        if name.startswith(beginning):
            return reason
    return str(cause or error).strip().partition("\n")[0]
