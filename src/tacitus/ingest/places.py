"""From what the user names to the places to read: standard input, addresses, files, folders walked through."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tacitus.errors import SourceError

STDIN = "-"
STDIN_NAME = "standard input"

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
JSON_SUFFIXES = frozenset({".json"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_WALKED_SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES | JSON_SUFFIXES | LINES_SUFFIXES

# Files that accompany a set of reports and are none themselves.
_ABOUT = re.compile(r"(readme|licen[cs]e|copying|notice|changes|changelog|contributing)(\.[a-z]+)?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """One thing to read.

    ``name`` is how messages call it; ``id`` the default id of a report found there, ``None`` where its content decides;
    ``walked`` tells that it was found in a folder, not named by the user.
    """

    kind: Literal["stdin", "url", "file"]
    name: str
    id: str | None = None
    walked: bool = False


def places(sources: Sequence[str]) -> Iterator[Place | SourceError]:
    """The places that ``sources`` name, in order; a folder gives its files, sorted, sub-folders after files.

    In a folder only files whose suffix is one of text, HTML, JSON or JSON lines count; hidden files and those
    about the collection (README, LICENSE ...) do not. A folder's file has its path below the folder as default id.
    """
    for source in sources:
        if source == STDIN:
            yield Place("stdin", STDIN_NAME)
        elif _SCHEME.match(source):
            yield Place("url", source)
        elif _is_folder(source):
            yield from _walk(source)
        else:
            yield Place("file", source, id=_id(Path(source).stem))


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):  # too long, or a null byte: reading it as a file tells the user
        return False


def _id(name: str) -> str:
    """A file's name as an id, without bytes that are no characters."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _walk(folder: str) -> Iterator[Place | SourceError]:
    troubles: list[SourceError] = []

    def note(error: OSError) -> None:
        troubles.append(SourceError(str(error.filename or folder), (error.strerror or str(error)).lower()))

    found = False
    for root, folders, files in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if _counts(path):
                found = True
                below = path.relative_to(folder).with_suffix("")
                yield Place("file", str(path), id=_id(below.as_posix()), walked=True)
    yield from troubles
    if not found and not troubles:
        yield SourceError(folder, "no reports in this folder")


def _counts(path: Path) -> bool:
    hidden = path.name.startswith(".")
    return path.suffix.lower() in _WALKED_SUFFIXES and not hidden and not _ABOUT.fullmatch(path.name) and path.is_file()
