"""What linking keeps in the store: episodes, where their like is looked up, and the pairs that were found alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, Table, bindparam, delete, insert, or_, select, update

from tacitus.model.sign import Sign
from tacitus.store.pages import pages
from tacitus.store.schema import REPORTS
from tacitus.store.schema_episodes import EPISODE_BLOCKS, EPISODE_TELLS, EPISODE_TIES, EPISODES, LINKING
from tacitus.store.tie_signs import drop_signs, put_signs

_NUMBER_BITS = 16
_NUMBERS = (1 << _NUMBER_BITS) - 1


@dataclass(frozen=True, slots=True)
class EpisodeHead:
    """An episode that the store holds: the report's id, its number there, and where it was put when it was linked."""

    key: int
    report: str
    number: int
    background: bool
    incident: str | None
    past: str | None

    @property
    def id(self) -> str:
        """Its name among all episodes."""
        return f"{self.report}/{self.number}"


@dataclass(frozen=True, slots=True)
class Placing:
    """Where an episode belongs: its incident, and its group of history where it is in one."""

    key: int
    incident: str | None
    past: str | None


@dataclass(frozen=True, slots=True)
class NewEpisode:
    """An episode to be kept; ``content`` is its JSON, ``blocks`` are the keys under which it is found."""

    placing: Placing
    background: bool
    name: str
    content: str
    blocks: Collection[str]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two episodes (their keys) that may tell of one happening, and their score; of history and news, history first.

    ``signs`` are why, where the tie is new; those of a tie that the store holds are read apart.
    """

    one: int
    other: int
    score: float
    signs: tuple[Sign, ...] = ()

    @property
    def ends(self) -> tuple[int, int]:
        """The two."""
        return self.one, self.other


def episode_key(report: int, number: int) -> int:
    """The key of an episode of the version of a report that has the row key ``report``."""
    return report << _NUMBER_BITS | number


def report_key(episode: int) -> int:
    """The row key of the version that an episode is of."""
    return episode >> _NUMBER_BITS


def read_heads(
    connection: Connection, by: Literal["key", "report", "name", "incident", "past"], values: Iterable[object]
) -> list[EpisodeHead]:
    """The episodes held that have one of the values in that column."""
    table = EPISODES.c
    query = select(table.key, REPORTS.c.id, table.background, table.incident, table.past).join_from(EPISODES, REPORTS)
    return [
        EpisodeHead(row.key, row.id, row.key & _NUMBERS, row.background, row.incident, row.past)
        for some in pages(values)
        for row in connection.execute(query.where(table[by].in_(some)).order_by(table.key))
    ]


def read_contents(connection: Connection, keys: Iterable[int]) -> dict[int, str]:
    """The JSON of episodes, by key."""
    query = select(EPISODES.c.key, EPISODES.c.content)
    return {
        row.key: row.content
        for some in pages(keys)
        for row in connection.execute(query.where(EPISODES.c.key.in_(some)))
    }


def read_blocked(connection: Connection, blocks: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each of these blocks with each episode that is found there."""
    for some in pages(blocks):
        for row in connection.execute(select(EPISODE_BLOCKS).where(EPISODE_BLOCKS.c.block.in_(some))):
            yield row.block, row.episode


def read_ties(connection: Connection, news: Iterable[int]) -> list[Tie]:
    """The ties of these to other news."""
    query = select(EPISODE_TIES)
    return [
        Tie(row.episode, row.other, row.score)
        for some in pages(news)
        for row in connection.execute(query.where(EPISODE_TIES.c.episode.in_(some)))
    ]


def read_tells(connection: Connection, by: Literal["history", "news"], keys: Iterable[int]) -> list[Tie]:
    """The ties between history and news that have one of these on that side."""
    query = select(EPISODE_TELLS)
    return [
        Tie(row.history, row.news, row.score)
        for some in pages(keys)
        for row in connection.execute(query.where(EPISODE_TELLS.c[by].in_(some)))
    ]


def put_episodes(connection: Connection, episodes: Iterable[NewEpisode]) -> None:
    """Keep episodes that the store does not hold."""
    for some in pages(episodes):
        _insert(connection, EPISODES, map(_row, some))
        blocked = ({"block": block, "episode": one.placing.key} for one in some for block in sorted(one.blocks))
        _insert(connection, EPISODE_BLOCKS, blocked)


def put_ties(connection: Connection, ties: Iterable[Tie], tells: Iterable[Tie]) -> None:
    """Keep new ties between news, each given once, and between history and news, with their signs."""
    ties, tells = list(ties), list(tells)
    both = (pair for tie in ties for pair in ((tie.one, tie.other, tie.score), (tie.other, tie.one, tie.score)))
    _insert(connection, EPISODE_TIES, ({"episode": one, "other": other, "score": score} for one, other, score in both))
    _insert(connection, EPISODE_TELLS, ({"history": tie.one, "news": tie.other, "score": tie.score} for tie in tells))
    put_signs(connection, ((tie.ends, tie.signs) for tie in (*ties, *tells)))


def place_episodes(connection: Connection, placings: Iterable[Placing]) -> None:
    """Put episodes that the store holds elsewhere."""
    rows = [{"at": one.key, "to": one.incident, "among": one.past} for one in placings]
    if rows:
        moved = update(EPISODES).where(EPISODES.c.key == bindparam("at"))
        connection.execute(moved.values(incident=bindparam("to"), past=bindparam("among")), rows)


def drop_episodes(connection: Connection, found: Iterable[tuple[str, int]], keys: Collection[int]) -> None:
    """Take episodes out; ``found`` are all blocks under which they are found, each with the episode's key."""
    rows = [{"under": block, "key": key} for block, key in found]
    if rows:
        here = (EPISODE_BLOCKS.c.block == bindparam("under")) & (EPISODE_BLOCKS.c.episode == bindparam("key"))
        connection.execute(delete(EPISODE_BLOCKS).where(here), rows)
    ties = read_ties(connection, keys)
    tells = [*read_tells(connection, "history", keys), *read_tells(connection, "news", keys)]
    drop_signs(connection, (tie.ends for tie in (*ties, *tells)))
    pairs = [{"from": tie.other, "to": tie.one} for tie in ties]
    if pairs:
        back = (EPISODE_TIES.c.episode == bindparam("from")) & (EPISODE_TIES.c.other == bindparam("to"))
        connection.execute(delete(EPISODE_TIES).where(back), pairs)
    for some in pages(keys):
        told = or_(EPISODE_TELLS.c.history.in_(some), EPISODE_TELLS.c.news.in_(some))
        connection.execute(delete(EPISODE_TELLS).where(told))
        connection.execute(delete(EPISODE_TIES).where(EPISODE_TIES.c.episode.in_(some)))
        connection.execute(delete(EPISODES).where(EPISODES.c.key.in_(some)))


def drop_all_episodes(connection: Connection) -> None:
    """Take out all that linking kept."""
    for table in reversed(LINKING):
        connection.execute(delete(table))


def _row(one: NewEpisode) -> dict[str, object]:
    placing = one.placing
    return {
        "key": placing.key,
        "report": report_key(placing.key),
        "background": one.background,
        "name": one.name,
        "incident": placing.incident,
        "past": placing.past,
        "content": one.content,
    }


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, object]]) -> None:
    for some in pages(rows):
        connection.execute(insert(table), some)
