"""The tables of what linking found, so that a new report is compared with few and nothing is found twice.

All follows from the codings and the judgements, and is made anew by another version of the package.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Double, ForeignKey, Integer, Table, Text

from tacitus.store.schema import METADATA

_KEY = BigInteger().with_variant(Integer, "sqlite")  # there INTEGER is of 64 bits, and as a key costs no index

# What current versions tell, a happening a row. ``key`` is of the report's key and of the number in the report.
# ``name`` is the id of an incident that is named after it, ``incident`` the one that it is told in, ``past`` the group
# of history that it is in (of the same days and sides) where no incident's news is what it tells.
EPISODES = Table(
    "episodes",
    METADATA,
    Column("key", _KEY, primary_key=True, autoincrement=False),
    Column("report", Integer, ForeignKey("reports.key"), nullable=False, index=True),
    Column("background", Boolean, nullable=False),
    Column("name", Text, nullable=False, index=True),
    Column("incident", Text, index=True),
    Column("past", Text, index=True),
    Column("content", Text, nullable=False),
)

# Where their like is looked up: a side, or a square of the map, and a stretch of days.
EPISODE_BLOCKS = Table(
    "episode_blocks",
    METADATA,
    Column("block", Text, primary_key=True),
    Column("episode", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# News that may be of one happening, each pair both ways, with its score in log-odds.
EPISODE_TIES = Table(
    "episode_ties",
    METADATA,
    Column("episode", BigInteger, primary_key=True, autoincrement=False),
    Column("other", BigInteger, primary_key=True, autoincrement=False),
    Column("score", Double, nullable=False),
    sqlite_with_rowid=False,
)

# History, and the news that it may tell of.
EPISODE_TELLS = Table(
    "episode_tells",
    METADATA,
    Column("history", BigInteger, primary_key=True, autoincrement=False),
    Column("news", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("score", Double, nullable=False),
    sqlite_with_rowid=False,
)

# Why two episodes of either table are tied, a sign a row: its weighed value, and the reason in words. ``one`` is the
# smaller key. Score and signs are written together; only who asks for the reasons reads the signs.
EPISODE_SIGNS = Table(
    "episode_signs",
    METADATA,
    Column("one", BigInteger, primary_key=True, autoincrement=False),
    Column("other", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("value", Double, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
)

LINKING = (EPISODES, EPISODE_BLOCKS, EPISODE_TIES, EPISODE_TELLS, EPISODE_SIGNS)
