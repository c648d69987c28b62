"""The registry of actors kept up to date with the current versions of reports, in the transaction of the caller."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, exists, func, insert, select, update

from tacitus.store.known_identity import Identity, identity
from tacitus.store.known_same import same_actors
from tacitus.store.pages import pages
from tacitus.store.schema import REPORTS
from tacitus.store.schema_coding import ACTOR_MEMBERS, ACTORS, MENTIONS
from tacitus.store.schema_known import KNOWN_MENTIONS, KNOWN_NAMES, KNOWN_UP_TO, REGISTRY


@dataclass(frozen=True, slots=True)
class _Named:
    """An actor of a report version by its place ``n`` there, and what it is known by."""

    report: int
    n: int
    mentions: int
    identity: Identity


def enter_known(connection: Connection) -> None:
    """Enter the versions of reports that came since the last time; what they replace goes out."""
    last = connection.scalar(select(KNOWN_UP_TO.c.last_report)) or 0
    arrived = connection.scalars(select(REPORTS.c.key).where(REPORTS.c.key > last).order_by(REPORTS.c.key)).all()
    for some in pages(arrived):
        _leave(connection, some)
        _enter(connection, some)
    if arrived:
        connection.execute(delete(KNOWN_UP_TO))
        connection.execute(insert(KNOWN_UP_TO).values(last_report=arrived[-1]))


def enter_all_known(connection: Connection) -> None:
    """Make the registry anew from the codings."""
    for table in reversed(REGISTRY):
        connection.execute(delete(table))
    enter_known(connection)


def _enter(connection: Connection, reports: Collection[int]) -> None:
    named = list(_named(connection, reports))
    blocks = {one.identity.block for one in named}
    keys = {found: row.key for found, row in _held(connection, blocks).items()}
    new = list(dict.fromkeys(one.identity for one in named if one.identity not in keys))
    first = (connection.scalar(select(func.max(KNOWN_NAMES.c.key))) or 0) + 1
    keys.update((name, key) for key, name in enumerate(new, first))
    for names in pages(new):
        connection.execute(insert(KNOWN_NAMES), [_row(name, keys[name]) for name in names])
    for some in pages(named):
        rows = [{"report": a.report, "n": a.n, "name": keys[a.identity], "mentions": a.mentions} for a in some]
        connection.execute(insert(KNOWN_MENTIONS), rows)
    _settle(connection, {name.block for name in new})


def _leave(connection: Connection, reports: Collection[int]) -> None:
    """Take out the versions that are no longer current of the same reports, and names that nobody bears any more."""
    of = select(REPORTS.c.id).where(REPORTS.c.key.in_(reports), REPORTS.c.version > 1)
    gone = connection.scalars(select(REPORTS.c.key).where(REPORTS.c.id.in_(of), ~REPORTS.c.current)).all()
    for some in pages(gone):
        here = KNOWN_MENTIONS.c.report.in_(some)
        names = set(connection.scalars(select(KNOWN_MENTIONS.c.name).where(here)))
        connection.execute(delete(KNOWN_MENTIONS).where(here))
        _drop_unborne(connection, names)


def _drop_unborne(connection: Connection, names: Iterable[int]) -> None:
    for some in pages(names):
        borne = set(connection.scalars(select(KNOWN_MENTIONS.c.name).where(KNOWN_MENTIONS.c.name.in_(some)).distinct()))
        unborne = KNOWN_NAMES.c.key.in_([name for name in some if name not in borne])
        blocks = set(connection.scalars(select(KNOWN_NAMES.c.block).where(unborne)))
        connection.execute(delete(KNOWN_NAMES).where(unborne))
        _settle(connection, blocks)


def _settle(connection: Connection, blocks: Collection[str]) -> None:
    """Find anew who is one in these blocks."""
    by_block: defaultdict[str, dict[Identity, Row[Any]]] = defaultdict(dict)
    for one, row in _held(connection, blocks).items():
        by_block[row.block][one] = row
    changed = [
        {"at": held[one].key, "to": actor}
        for held in by_block.values()
        for one, actor in same_actors(held).items()
        if held[one].actor != actor
    ]
    if changed:
        to = update(KNOWN_NAMES).where(KNOWN_NAMES.c.key == bindparam("at")).values(actor=bindparam("to"))
        connection.execute(to, changed)


def _held(connection: Connection, blocks: Iterable[str]) -> dict[Identity, Row[Any]]:
    query = select(KNOWN_NAMES)
    return {
        Identity(row.kind, tuple(row.words.split()), row.side, row.sphere, row.office): row
        for some in pages(sorted(blocks))
        for row in connection.execute(query.where(KNOWN_NAMES.c.block.in_(some)))
    }


def _named(connection: Connection, reports: Collection[int]) -> Iterable[_Named]:
    actors = select(ACTORS).join(REPORTS, REPORTS.c.key == ACTORS.c.report)
    actors = actors.where(ACTORS.c.report.in_(reports), REPORTS.c.current).order_by(ACTORS.c.report, ACTORS.c.n)
    member = exists().where(ACTOR_MEMBERS.c.report == ACTORS.c.report, ACTOR_MEMBERS.c.actor == ACTORS.c.id)
    actors = actors.where(~member)  # who is several is nobody of its own
    mentioned = select(MENTIONS.c.report, MENTIONS.c.actor, func.count().label("mentions"))
    mentioned = mentioned.where(MENTIONS.c.report.in_(reports), MENTIONS.c.actor.is_not(None))
    counted = mentioned.group_by(MENTIONS.c.report, MENTIONS.c.actor)
    mentions = {(row.report, row.actor): row.mentions for row in connection.execute(counted)}
    for row in connection.execute(actors):
        found = identity(row.name, row.kind, side=row.side, sector=row.sector, role=row.role)
        if found is not None:
            yield _Named(row.report, row.n, mentions.get((row.report, row.id), 0), found)


def _row(name: Identity, key: int) -> dict[str, object]:
    return {
        "key": key,
        "block": name.block,
        "kind": name.kind,
        "words": " ".join(name.words),
        "side": name.side,
        "sphere": name.sphere,
        "office": name.office,
    }
