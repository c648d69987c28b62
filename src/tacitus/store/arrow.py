"""The tables of a store as Arrow tables, for pandas, Polars and DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Connection, Date, DateTime, Double, Integer, Select, Table, select

from tacitus.store.errors import StoreError
from tacitus.store.known_arrow import KNOWN_TABLES
from tacitus.store.schema import COPY_BANDS, METADATA, REPORTS, STORE_SCHEMA
from tacitus.store.schema_derived import LINKED
from tacitus.store.schema_episodes import LINKING
from tacitus.store.schema_known import REGISTRY

if TYPE_CHECKING:
    import pyarrow as pa

_OWN = frozenset(table.name for table in (COPY_BANDS, STORE_SCHEMA, LINKED, *LINKING, *REGISTRY))
_ROWS = 20_000


def table_names() -> tuple[str, ...]:
    """The tables that ``read_table`` gives."""
    return tuple(sorted({*METADATA.tables, *KNOWN_TABLES} - _OWN))


def read_table(connection: Connection, name: str) -> pa.Table:
    """A table whole. Where its rows are of a report, that is named by its id, and only current versions are read.

    Raises:
        StoreError: there is no such table.
        ModuleNotFoundError: pyarrow is not installed.
    """
    import pyarrow as pa

    if name not in table_names():
        raise StoreError(f"no table {name!r}; there are {', '.join(table_names())}")
    if name in KNOWN_TABLES:
        return KNOWN_TABLES[name](connection)
    query = _query(METADATA.tables[name])
    columns = list(query.selected_columns)
    schema = pa.schema([pa.field(column.name, _type(column)) for column in columns])
    batches = [
        pa.RecordBatch.from_arrays(
            [pa.array(values, type=field.type) for values, field in zip(zip(*rows, strict=True), schema, strict=True)],
            schema=schema,
        )
        for rows in connection.execute(query).partitions(_ROWS)
    ]
    return pa.Table.from_batches(batches, schema=schema)


def _query(table: Table) -> Select[Any]:
    key = table.c.get("report")
    if key is None or not isinstance(key.type, Integer):
        columns = [column for column in table.c if column.name not in ("key", "hash", "address", "made_of")]
        return select(*columns).order_by(*table.primary_key.columns)
    rest = [column for column in table.c if column.name != "report"]
    joined = table.join(REPORTS, REPORTS.c.key == key)
    named = select(REPORTS.c.id.label("report"), *rest).select_from(joined)
    return named.where(REPORTS.c.current).order_by(*table.primary_key.columns)


def _type(column: Any) -> pa.DataType:
    import pyarrow as pa

    kind = column.type
    if isinstance(kind, Boolean):
        return pa.bool_()
    if isinstance(kind, Integer):
        return pa.int64()
    if isinstance(kind, Double):
        return pa.float64()
    if isinstance(kind, DateTime):
        return pa.timestamp("us")
    return pa.date32() if isinstance(kind, Date) else pa.string()
