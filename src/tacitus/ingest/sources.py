"""Reading sources one after the other, each only when it is asked for."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from tacitus.errors import SourceError
from tacitus.ingest.content import Content, kind_of_file, kind_of_media, reports_of_content
from tacitus.ingest.options import ReadOptions
from tacitus.ingest.places import LINES_SUFFIXES, Place, places
from tacitus.ingest.records import parse_json, reports_of_lines
from tacitus.model import Report


def read_sources(sources: Sequence[str], *, options: ReadOptions | None = None) -> Iterator[Report | SourceError]:
    """The reports of files, folders, http(s) addresses and ``-`` (standard input), in order, read lazily.

    Text, HTML, JSON and JSON lines are understood. A source that cannot be read gives a ``SourceError`` in its place
    and the rest go on. Ids are unique: the same report met again is left out, a different one of the same id is an
    error that names both.
    """
    options = options or ReadOptions()
    register = _Register()
    for place in places(sources):
        if isinstance(place, SourceError):
            yield place
            continue
        for item in _read(place, options):
            kept = register.admit(item, place.name) if isinstance(item, Report) else item
            if kept is not None:
                yield kept


class _Register:
    """The ids met so far, each with a hash of its text and where it was."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[bytes, str]] = {}

    def admit(self, report: Report, name: str) -> Report | SourceError | None:
        digest = hashlib.sha256(report.text.encode("utf-8")).digest()
        before = self._seen.get(report.id)
        if before is None:
            self._seen[report.id] = (digest, name)
            return report
        if before[0] == digest:
            return None
        return SourceError(name, f"its id {report.id!r} is that of another report, in {before[1]}")


def _read(place: Place, options: ReadOptions) -> Iterator[Report | SourceError]:
    if place.kind == "stdin":
        yield from _read_stdin(place, options)
    elif place.kind == "url":
        yield from _read_url(place, options)
    else:
        yield from _read_file(place, options)


def _read_stdin(place: Place, options: ReadOptions) -> Iterator[Report | SourceError]:
    stream = sys.stdin.buffer
    try:
        first = stream.readline(options.file_bytes + 1)
        if _is_record(first):
            lines = chain([first], _lines(stream, options.file_bytes))
            yield from reports_of_lines(lines, name=place.name, id=None, walked=False, options=options)
            return
        data = first + stream.read(max(options.file_bytes + 1 - len(first), 0))
    except OSError as error:
        yield SourceError(place.name, _reason(error))
        return
    yield from _bounded(Content(place, data), options)


def _is_record(line: bytes) -> bool:
    """Whether a line is a whole JSON object by itself, as the first of JSON lines is."""
    try:
        return line.lstrip().startswith(b"{") and isinstance(parse_json(line.decode("utf-8")), dict)
    except ValueError:
        return False


def _read_url(place: Place, options: ReadOptions) -> Iterator[Report | SourceError]:
    from tacitus.ingest.fetch import fetch  # heavy, and only addresses need it

    try:
        page = fetch(place.name, options=options)
        kind = kind_of_media(page.media_type)
    except SourceError as error:
        yield error
    except ValueError as error:
        yield SourceError(place.name, str(error))
    else:
        content = Content(place, page.data, kind=kind, charset=page.charset, url=page.url)
        yield from reports_of_content(content, options=options)


def _read_file(place: Place, options: ReadOptions) -> Iterator[Report | SourceError]:
    path = Path(place.name)
    try:
        with path.open("rb") as stream:
            if path.suffix.lower() in LINES_SUFFIXES:
                lines = _lines(stream, options.file_bytes)
                yield from reports_of_lines(
                    lines, name=place.name, id=place.id or path.stem, walked=place.walked, options=options
                )
                return
            data = stream.read(options.file_bytes + 1)
    except (OSError, ValueError) as error:
        yield SourceError(place.name, _reason(error))
        return
    yield from _bounded(Content(place, data, kind=kind_of_file(place.name)), options)


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """Lines, each read no further than one byte over the limit; the rest of a longer one is passed over."""
    while line := stream.readline(limit + 1):
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)


def _bounded(content: Content, options: ReadOptions) -> Iterator[Report | SourceError]:
    if len(content.data) > options.file_bytes:
        yield SourceError(content.place.name, f"larger than {options.file_bytes / 1_000_000:g} MB")
        return
    yield from reports_of_content(content, options=options)


def _reason(error: OSError | ValueError) -> str:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return reason[:1].lower() + reason[1:]
