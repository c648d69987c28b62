"""Every table, in the order of the contract, and the page that documents them."""

from __future__ import annotations

from typing import Any

from tacitus.export.tables import happened, said
from tacitus.export.tables.column import Kind, Table
from tacitus.export.tables.markdown import described
from tacitus.model import Coding

TABLES: tuple[Table[Coding, Any], ...] = (
    said.REPORTS,
    said.ACTORS,
    said.MENTIONS,
    said.CLAIMS,
    said.CLAIM_CONTENTS,
    happened.EVENTS,
    happened.EVENT_ACTORS,
    happened.EVENT_MENTIONS,
    said.FIGURES,
    happened.PLACES,
    happened.PLACE_MENTIONS,
    happened.DATES,
    happened.TERRITORIES,
    happened.RELATIONS,
    happened.CEASEFIRES,
    happened.VIOLATIONS,
    said.CHECKS,
    said.WARNINGS,
)
KINDS: dict[Kind, tuple[str, str]] = {
    "text": ("text, UTF-8", "`string`"),
    "integer": ("digits", "`int64`"),
    "number": ("decimal, `.` as its point", "`double`"),
    "flag": ("`true` or `false`", "`bool`"),
    "day": ("ISO day, `2022-09-13`", "`date32`"),
    "list": ("values parted by `;`", "`list<string>`"),
}
"""Each kind of column as CSV and as Parquet write it."""


def tables_markdown() -> str:
    """The kinds of columns, then every table with its columns, as Markdown."""
    kinds = (f"| {kind} | {csv} | {parquet} |" for kind, (csv, parquet) in KINDS.items())
    return "\n".join(("| kind | in CSV | in Parquet |", "| --- | --- | --- |", *kinds, "", described(TABLES)))
