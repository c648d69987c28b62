"""Everything as a Frictionless data package: tables of codings, incidents and known actors, and what describes them.

Source: Data Package, Data Resource and Table Schema, version 1 (https://specs.frictionlessdata.io). Every value leads
by ``report``, ``start`` and ``end`` to characters of the ``text`` in the table ``reports``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tacitus import __version__
from tacitus.export.formats.case import Case
from tacitus.export.formats.every_table import EVERY_TABLE
from tacitus.export.formats.incident_tables import INCIDENT_TABLES
from tacitus.export.formats.known_tables import KNOWN_TABLES
from tacitus.export.tables import TABLES
from tacitus.export.tables.column import Kind, Table
from tacitus.export.tables.csv_files import SUFFIX, write_csv_files
from tacitus.model import Coding
from tacitus.store import KnownActor

DESCRIPTOR = "datapackage.json"
_JsonObject = dict[str, object]

_TYPES: dict[Kind, str] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "flag": "boolean",
    "day": "date",
    "list": "string",
}
_KEYED = {"report": "reports", "incident": "incidents", "known_actor": "known_actors"}
"""The column that names a thing in every table, and the table that has a row for each."""
_LIST = " Several are parted by a semicolon."
_CHUNK = 1 << 20


def datapackage_files() -> frozenset[str]:
    """The names of all files of a package."""
    return frozenset({DESCRIPTOR, *(f"{table.name}{SUFFIX}" for table in EVERY_TABLE)})


def write_datapackage(
    cases: Iterable[Case], codings: Iterable[Coding], known: Iterable[KnownActor], folder: Path
) -> None:
    """The tables, then the descriptor with each file's size and hash.

    Raises:
        OSError: a file cannot be written.
    """
    write_csv_files(TABLES, codings, folder)
    write_csv_files(INCIDENT_TABLES, cases, folder)
    write_csv_files(KNOWN_TABLES, known, folder)
    text = json.dumps(_package(folder), ensure_ascii=False, indent=2)
    (folder / DESCRIPTOR).write_text(f"{text}\n", encoding="utf-8")


def _package(folder: Path) -> _JsonObject:
    return {
        "profile": "tabular-data-package",
        "name": "tacitus",
        "title": "Source-attributed codings of news reports of armed conflict",
        "description": (
            "Who says what happened, to whom, where, when and how many; incidents assembled from the reports. "
            "A span [start, end) counts characters of the report's text in the table reports."
        ),
        "version": __version__,
        "resources": [_resource(folder, table) for table in EVERY_TABLE],
    }


def _resource(folder: Path, table: Table[Any, Any]) -> _JsonObject:
    path = folder / f"{table.name}{SUFFIX}"
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path.name,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_sha256(path)}",
        "schema": _schema(table),
    }


def _schema(table: Table[Any, Any]) -> _JsonObject:
    schema: _JsonObject = {
        "fields": [
            {"name": column, "type": _TYPES[kind], "description": about + (_LIST if kind == "list" else "")}
            for column, kind, about in table.heads
        ]
    }
    columns = [column for column, _, _ in table.heads]
    if table.name in _KEYED.values():
        schema["primaryKey"] = columns[0]
    keys = [
        _foreign_key([column], keyed, [column])
        for column, keyed in _KEYED.items()
        if column in columns and table.name != keyed
    ]
    if table.name == "known_actor_mentions":
        keys.append(_foreign_key(["report", "actor"], "actors", ["report", "id"]))
    if table.name == "incident_events":
        keys.append(_foreign_key(["report", "event"], "events", ["report", "id"]))
    if keys:
        schema["foreignKeys"] = keys
    return schema


def _foreign_key(columns: list[str], table: str, others: list[str]) -> _JsonObject:
    return {"fields": columns, "reference": {"resource": table, "fields": others}}


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
