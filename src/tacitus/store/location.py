"""Where a store lies: a file's path or a database's address."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from tacitus.store.errors import StoreError

_POSTGRES = frozenset({"postgres", "postgresql"})


def default_path() -> Path:
    """The store of the user who names none."""
    return Path.home() / ".local" / "share" / "tacitus" / "tacitus.db"


def store_url(location: str | None) -> URL:
    """The address of a store: SQLite for ``None`` (the default place) and for a path, else as the URL says.

    Raises:
        StoreError: it is no address.
    """
    if location is None:
        return URL.create("sqlite", database=str(default_path()))
    if "://" not in location:
        return URL.create("sqlite", database=str(Path(location).expanduser()))
    scheme, _, rest = location.partition("://")
    try:
        # psycopg 3 is the driver that is tested; a URL that names another one keeps it.
        return make_url(f"postgresql+psycopg://{rest}" if scheme in _POSTGRES else location)
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"not the address of a store: {scheme}://...") from error
