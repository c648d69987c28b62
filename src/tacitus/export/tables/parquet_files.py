"""Tables as Parquet files; needs pyarrow, which the extra ``tacitus[parquet]`` brings."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Generic

from tacitus.errors import TacitusError
from tacitus.export.tables.column import Cell, Kind, Table, Whole

SUFFIX = ".parquet"
_WHOLES_A_GROUP = 1000
"""Wholes whose rows wait in memory before they become row groups: 120 MB of reports with 30 claims and 30 events."""


def require_pyarrow() -> None:
    """Tell at once that Parquet cannot be written.

    Raises:
        TacitusError: pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise TacitusError("Parquet needs pyarrow: pip install 'tacitus[parquet]'") from error


def write_parquet_files(
    tables: Iterable[Table[Whole, Any]],
    wholes: Iterable[Whole],
    folder: Path,
    *,
    wholes_a_group: int = _WHOLES_A_GROUP,
) -> None:
    """One file a table, in row groups of so many wholes (codings, incidents, actors), which bounds the memory.

    Raises:
        OSError: a file cannot be written.
        TacitusError: pyarrow is not installed.
    """
    require_pyarrow()
    with contextlib.ExitStack() as stack:
        files = [stack.enter_context(_ParquetFile(table, folder)) for table in tables]
        for number, whole in enumerate(wholes, start=1):
            for file in files:
                file.add(whole)
            if number % wholes_a_group == 0:
                for file in files:
                    file.flush()


class _ParquetFile(contextlib.AbstractContextManager["_ParquetFile[Any]"], Generic[Whole]):
    """One table's file and the rows that wait for it; rows still waiting are written when it closes."""

    def __init__(self, table: Table[Whole, Any], folder: Path) -> None:
        import pyarrow
        from pyarrow import parquet

        types = _types()
        self._table = table
        self._rows: list[tuple[Cell, ...]] = []
        self._schema = pyarrow.schema(
            [pyarrow.field(name, types[kind](), metadata={"description": about}) for name, kind, about in table.heads],
            metadata={"description": table.about},
        )
        self._writer = parquet.ParquetWriter(folder / f"{table.name}{SUFFIX}", self._schema, compression="zstd")

    def add(self, whole: Whole) -> None:
        """Take the rows of a whole."""
        self._rows.extend(self._table.rows(whole))

    def flush(self) -> None:
        """Write the rows that wait as a row group."""
        import pyarrow

        if not self._rows:
            return
        columns = [
            pyarrow.array(values, type=field.type)
            for values, field in zip(zip(*self._rows, strict=True), self._schema, strict=True)
        ]
        self._writer.write_table(pyarrow.Table.from_arrays(columns, schema=self._schema))
        self._rows.clear()

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None:
            self.flush()
        self._writer.close()


def _types() -> dict[Kind, Callable[[], Any]]:
    import pyarrow

    return {
        "text": pyarrow.string,
        "integer": pyarrow.int64,
        "number": pyarrow.float64,
        "flag": pyarrow.bool_,
        "day": pyarrow.date32,
        "list": lambda: pyarrow.list_(pyarrow.string()),
    }
