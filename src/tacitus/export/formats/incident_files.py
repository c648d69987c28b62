"""Tables of incidents as CSV and as Parquet files, in the form of the codings' tables that stand beside them."""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tacitus.export.formats.case import Case
from tacitus.export.formats.incident_tables import INCIDENT_TABLES, IncidentTable
from tacitus.export.tables.column import Cell, Kind

_CASES_A_GROUP = 1000


def write_incident_csv(cases: Iterable[Case], folder: Path) -> None:
    """One file a table (RFC 4180, UTF-8, a line of heads); no more than one incident is in memory.

    Raises:
        OSError: a file cannot be written.
    """
    with contextlib.ExitStack() as stack:
        writers = []
        for table in INCIDENT_TABLES:
            file = stack.enter_context((folder / f"{table.name}.csv").open("w", encoding="utf-8", newline=""))
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(name for name, _, _ in table.heads)
            writers.append((table, writer))
        for case in cases:
            for table, writer in writers:
                writer.writerows([_text(cell) for cell in row] for row in table.rows(case))


def write_incident_parquet(cases: Iterable[Case], folder: Path, *, cases_a_group: int = _CASES_A_GROUP) -> None:
    """One file a table, in row groups of ``cases_a_group`` incidents, which bounds the memory.

    Raises:
        ModuleNotFoundError: pyarrow is not installed.
        OSError: a file cannot be written.
    """
    with contextlib.ExitStack() as stack:
        files = [stack.enter_context(_ParquetTable(table, folder)) for table in INCIDENT_TABLES]
        for number, case in enumerate(cases, start=1):
            for file in files:
                file.rows.extend(file.table.rows(case))
            if number % cases_a_group == 0:
                for file in files:
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

    def __init__(self, table: IncidentTable[Any], folder: Path) -> None:
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
        self.table = table
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
