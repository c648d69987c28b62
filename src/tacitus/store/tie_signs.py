"""Why episodes are tied: the signs of every tie, kept as they were when it was scored, words and all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from sqlalchemy import Connection, bindparam, delete, insert, select

from tacitus.model.sign import Sign
from tacitus.store.pages import pages
from tacitus.store.schema_episodes import EPISODE_SIGNS

Ends = tuple[int, int]
"""The keys of two tied episodes."""


def put_signs(connection: Connection, found: Iterable[tuple[Ends, Sequence[Sign]]]) -> None:
    """Keep the signs of new ties, each sign of a tie under a name of its own."""
    for some in pages(chain.from_iterable(_rows(ends, signs) for ends, signs in found)):
        connection.execute(insert(EPISODE_SIGNS), some)


def read_signs(connection: Connection, pairs: Iterable[Ends]) -> dict[Ends, tuple[Sign, ...]]:
    """The signs of these ties, by name; those of no sign left out."""
    wanted = {_in_order(ends): ends for ends in pairs}
    found: defaultdict[Ends, list[Sign]] = defaultdict(list)
    query = select(EPISODE_SIGNS).order_by(EPISODE_SIGNS.c.name)
    for some in pages({one for one, _ in wanted}):
        for row in connection.execute(query.where(EPISODE_SIGNS.c.one.in_(some))):
            ends = wanted.get((row.one, row.other))
            if ends is not None:
                found[ends].append(Sign(row.name, row.value, row.reason))
    return {ends: tuple(signs) for ends, signs in found.items()}


def drop_signs(connection: Connection, pairs: Iterable[Ends]) -> None:
    """Take out the signs of these ties."""
    here = (EPISODE_SIGNS.c.one == bindparam("from")) & (EPISODE_SIGNS.c.other == bindparam("to"))
    for some in pages(set(map(_in_order, pairs))):
        connection.execute(delete(EPISODE_SIGNS).where(here), [{"from": one, "to": other} for one, other in some])


def _rows(ends: Ends, signs: Sequence[Sign]) -> Iterator[dict[str, object]]:
    one, other = _in_order(ends)
    for sign in signs:
        yield {"one": one, "other": other, "name": sign.name, "value": sign.value, "reason": sign.reason}


def _in_order(ends: Ends) -> Ends:
    return min(ends), max(ends)
