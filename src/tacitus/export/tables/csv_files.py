"""Tables as CSV files (RFC 4180, UTF-8), written row by row."""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tacitus.export.tables.column import Cell, Table, Whole

SUFFIX = ".csv"


def write_csv_files(tables: Iterable[Table[Whole, Any]], wholes: Iterable[Whole], folder: Path) -> None:
    """One file a table, with a line of heads; no more than one whole (coding, incident, actor) is in memory.

    Raises:
        OSError: a file cannot be written.
    """
    with contextlib.ExitStack() as stack:
        writers = []
        for table in tables:
            file = stack.enter_context((folder / f"{table.name}{SUFFIX}").open("w", encoding="utf-8", newline=""))
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(name for name, _, _ in table.heads)
            # The writer of the standard library knows every other kind.
            own = [at for at, (_, kind, _) in enumerate(table.heads) if kind in ("flag", "list")]
            writers.append((table, writer, own))
        for whole in wholes:
            for table, writer, own in writers:
                writer.writerows(_texts(row, own) for row in table.rows(whole))


def _texts(row: tuple[Cell, ...], own: Sequence[int]) -> Sequence[Cell]:
    """A row in which flags and lists, at the places ``own``, are text."""
    if not own:
        return row
    cells = list(row)
    for at in own:
        cell = cells[at]
        cells[at] = ";".join(cell) if isinstance(cell, tuple) else None if cell is None else str(cell).lower()
    return cells
