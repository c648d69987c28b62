"""The tables of reports and of the store itself.

Spans are columns ``..._start`` and ``..._end``, characters of the report's text, half-open. Days are ISO days. Where
a name of the output contract is a word of SQL's own (``by``, ``start``, ``end``), the column has another.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

STORE_SCHEMA = Table("store_schema", METADATA, Column("version", Integer, nullable=False))

# One row a version. ``id`` is the report's and the same in all versions; ``key`` the row's, which the parts of the
# coding point to. ``hash`` tells contents apart, ``address`` is what makes two URLs the same article's.
REPORTS = Table(
    "reports",
    METADATA,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("hash", Text, nullable=False, index=True),
    Column("address", Text, index=True),
    Column("url", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Date, index=True),
    Column("language", Text, nullable=False),
    Column("stored", DateTime, nullable=False),  # UTC
    Column("text", Text, nullable=False),
    UniqueConstraint("id", "version"),
)

# The reports that share their words with others: ``voice`` is the id of the one that stands for them all.
COPIES = Table(
    "copies",
    METADATA,
    Column("report", Text, primary_key=True),
    Column("voice", Text, nullable=False, index=True),
    sqlite_with_rowid=False,
)

# Where near-copies are looked up: a hash of each band of a version's MinHash signature.
COPY_BANDS = Table(
    "copy_bands",
    METADATA,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("report", Integer, ForeignKey("reports.key"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
