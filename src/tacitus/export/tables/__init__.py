"""Codings as tables, one a part of the contract: what each holds, and how CSV and Parquet files of them are written."""

from tacitus.export.tables.catalogue import TABLES
from tacitus.export.tables.column import Cell, Column, Kind, Table

__all__ = ["TABLES", "Cell", "Column", "Kind", "Table"]
