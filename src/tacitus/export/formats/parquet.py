"""Everything as Parquet files: the tables of the codings, of the incidents and of known actors; needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tacitus.export.formats.case import Case
from tacitus.export.formats.every_table import EVERY_TABLE
from tacitus.export.formats.incident_tables import INCIDENT_TABLES
from tacitus.export.formats.known_tables import KNOWN_TABLES
from tacitus.export.tables import TABLES
from tacitus.export.tables.parquet_files import SUFFIX, write_parquet_files
from tacitus.model import Coding
from tacitus.store import KnownActor


def parquet_files() -> frozenset[str]:
    """The names of all files of an export."""
    return frozenset(f"{table.name}{SUFFIX}" for table in EVERY_TABLE)


def write_parquet(cases: Iterable[Case], codings: Iterable[Coding], known: Iterable[KnownActor], folder: Path) -> None:
    """One file a table.

    Raises:
        TacitusError: pyarrow is not installed.
        OSError: a file cannot be written.
    """
    write_parquet_files(TABLES, codings, folder)
    write_parquet_files(INCIDENT_TABLES, cases, folder)
    write_parquet_files(KNOWN_TABLES, known, folder)
