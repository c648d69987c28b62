"""Tables of incidents and of known actors as CSV and as Parquet files, in the form of the codings' tables."""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

from tacitus.export.formats.case import Case
from tacitus.export.formats.incident_tables import INCIDENT_TABLES
from tacitus.export.formats.known_tables import KNOWN_TABLES
from tacitus.export.tables.column import Cell, Kind
from tacitus.store import KnownActor

Source = TypeVar("Source", contravariant=True)

_CASES_A_GROUP = 1000


class RowsTable(Protocol[Source]):
    """A table of which a source has rows."""

    @property
    def name(self) -> str:
        """What it is called, and its file without the suffix."""
        ...

    @property
    def about(self) -> str:
        """What a row is."""
        ...

    @property
    def heads(self) -> tuple[tuple[str, Kind, str], ...]:
        """Name, kind and meaning of every column."""
        ...

    def rows(self, source: Source, /) -> Iterable[tuple[Cell, ...]]:
        """The rows of one source, each as long as ``heads``."""
        ...


def write_incident_csv(cases: Iterable[Case], folder: Path) -> None:
    """One file a table of incidents (RFC 4180, UTF-8, a line of heads); no more than one incident is in memory.

    Raises:
        OSError: a file cannot be written.
    """
    _write_csv(INCIDENT_TABLES, cases, folder)


def write_known_csv(known: Iterable[KnownActor], folder: Path) -> None:
    """The same of the registry of actors."""
    _write_csv(KNOWN_TABLES, known, folder)


def write_incident_parquet(cases: Iterable[Case], folder: Path, *, cases_a_group: int = _CASES_A_GROUP) -> None:
    """One file a table of incidents, in row groups of ``cases_a_group`` incidents, which bounds the memory.

    Raises:
        ModuleNotFoundError: pyarrow is not installed.
        OSError: a file cannot be written.
    """
    _write_parquet(INCIDENT_TABLES, cases, folder, sources_a_group=cases_a_group)


def write_known_parquet(known: Iterable[KnownActor], folder: Path) -> None:
    """The same of the registry of actors."""
    _write_parquet(KNOWN_TABLES, known, folder, sources_a_group=_CASES_A_GROUP)


def _write_csv(tables: Sequence[RowsTable[Source]], sources: Iterable[Source], folder: Path) -> None:
    with contextlib.ExitStack() as stack:
        writers = []
        for table in tables:
            file = stack.enter_context((folder / f"{table.name}.csv").open("w", encoding="utf-8", newline=""))
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(name for name, _, _ in table.heads)
            writers.append((table, writer))
        for source in sources:
            for table, writer in writers:
                writer.writerows([_text(cell) for cell in row] for row in table.rows(source))


def _write_parquet(
    tables: Sequence[RowsTable[Source]], sources: Iterable[Source], folder: Path, *, sources_a_group: int
) -> None:
    with contextlib.ExitStack() as stack:
        files = [(table, stack.enter_context(_ParquetTable(table, folder))) for table in tables]
        for number, source in enumerate(sources, start=1):
            for table, file in files:
                file.rows.extend(table.rows(source))
            if number % sources_a_group == 0:
                for _, file in files:
                    file.flush()


def _text(cell: Cell) -> Cell:
    match cell:
        case bool():
            return str(cell).lower()
        case tuple():
            return ";".join(cell)
        case _:
            return cell


class _ParquetTable(contextlib.AbstractContextManager["_ParquetTable"]):
    """One table's file and the rows that wait for it."""

    def __init__(self, table: RowsTable[Any], folder: Path) -> None:
        import pyarrow
        from pyarrow import parquet

        types: dict[Kind, Any] = {
            "text": pyarrow.string(),
            "integer": pyarrow.int64(),
            "number": pyarrow.float64(),
            "flag": pyarrow.bool_(),
            "day": pyarrow.date32(),
            "list": pyarrow.list_(pyarrow.string()),
        }
        self.rows: list[tuple[Cell, ...]] = []
        self._schema = pyarrow.schema(
            [pyarrow.field(name, types[kind], metadata={"description": about}) for name, kind, about in table.heads],
            metadata={"description": table.about},
        )
        self._writer = parquet.ParquetWriter(folder / f"{table.name}.parquet", self._schema, compression="zstd")

    def flush(self) -> None:
        """Write the rows that wait as a row group."""
        import pyarrow

        if self.rows:
            columns = zip(zip(*self.rows, strict=True), self._schema, strict=True)
            arrays = [pyarrow.array(values, type=field.type) for values, field in columns]
            self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))
            self.rows.clear()

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None:
            self.flush()
        self._writer.close()
