"""Tables told to readers, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tacitus.export.tables.column import Table


def described(tables: Iterable[Table[Any, Any]]) -> str:
    """Every table with its columns, under a heading of the third level."""
    return "\n\n".join(_table(table) for table in tables)


def _table(table: Table[Any, Any]) -> str:
    columns = (f"| `{name}` | {kind} | {about} |" for name, kind, about in table.heads)
    return "\n".join(
        (f"### {table.name}", "", table.about, "", "| column | kind | meaning |", "| --- | --- | --- |", *columns)
    )
