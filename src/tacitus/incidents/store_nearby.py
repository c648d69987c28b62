"""The episodes around those that are linked anew: read from the store as they are asked for, joined by fresh ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection

from tacitus.incidents.block import sought_under
from tacitus.incidents.cluster import Edge
from tacitus.incidents.episodes import Episode
from tacitus.incidents.episodes_json import episode_from_json
from tacitus.incidents.link import find_ties, tie_of
from tacitus.store.episodes import (
    EpisodeHead,
    Tie,
    read_blocked,
    read_contents,
    read_heads,
    read_tells,
    read_ties,
)


class Nearby:
    """Fresh episodes (by key) among those that the store holds; those that are ``gone`` from it are not seen.

    ``connection`` is ``None`` where all is linked from the start: then there are none but the fresh.
    """

    def __init__(self, connection: Connection | None, fresh: Mapping[int, Episode], gone: Collection[int]) -> None:
        self._connection = connection
        self._gone = frozenset(gone)
        self.fresh = fresh
        self.episodes = dict(fresh)
        self.keys = {episode.id: key for key, episode in fresh.items()}
        self.by_report: defaultdict[str, list[int]] = defaultdict(list)
        for key, episode in fresh.items():
            self.by_report[episode.report].append(key)
        self._heads: dict[int, EpisodeHead] = {}
        self.new_ties: list[Tie] = []
        self.new_tells: list[Tie] = []
        self._ties: defaultdict[int, dict[int, float]] = defaultdict(dict)
        self._news_of: defaultdict[int, dict[int, float]] = defaultdict(dict)
        self._history_of: defaultdict[int, set[int]] = defaultdict(set)
        self._compare()

    def load(self, keys: Iterable[int]) -> list[Episode]:
        """These episodes, those that are gone left out."""
        wanted = [key for key in dict.fromkeys(keys) if key not in self._gone]
        lacking = [key for key in wanted if key not in self.episodes]
        if self._connection is not None and lacking:
            for key, content in read_contents(self._connection, lacking).items():
                self.episodes[key] = episode = episode_from_json(content)
                self.keys[episode.id] = key
        return [self.episodes[key] for key in wanted if key in self.episodes]

    def heads(self, keys: Iterable[int]) -> list[EpisodeHead]:
        """Where the store has these episodes; fresh ones have no place yet and are left out."""
        wanted = [key for key in dict.fromkeys(keys) if key not in self._gone and key not in self.fresh]
        lacking = [key for key in wanted if key not in self._heads]
        if self._connection is not None and lacking:
            self._keep_heads(read_heads(self._connection, "key", lacking))
        return [self._heads[key] for key in wanted if key in self._heads]

    def in_incidents(self, incidents: Iterable[str]) -> list[EpisodeHead]:
        """All that the store has in these incidents."""
        return self._found(read_heads(self._connection, "incident", incidents)) if self._connection else []

    def in_past(self, groups: Iterable[str | None]) -> list[EpisodeHead]:
        """All that the store has in these groups of history."""
        named = [group for group in groups if group is not None]
        return self._found(read_heads(self._connection, "past", named)) if self._connection else []

    def named(self, names: Iterable[str]) -> list[EpisodeHead]:
        """Those after which incidents of these ids are named."""
        return self._found(read_heads(self._connection, "name", names)) if self._connection else []

    def of_versions(self, keys: Iterable[int]) -> list[EpisodeHead]:
        """The episodes of these versions of reports (row keys)."""
        return self._found(read_heads(self._connection, "report", keys)) if self._connection else []

    def ties(self, news: Iterable[int]) -> set[int]:
        """The news that these may be of one happening with."""
        news = list(news)
        if self._connection is not None:
            for tie in read_ties(self._connection, (key for key in news if key not in self.fresh)):
                if tie.other not in self._gone:
                    self._ties[tie.one][tie.other] = tie.score
        return {other for key in news for other in self._ties.get(key, ())}

    def history_of(self, news: Iterable[int]) -> set[int]:
        """The history that may tell of these."""
        news = list(news)
        found = {one for key in news for one in self._history_of.get(key, ())}
        if self._connection is not None:
            told = read_tells(self._connection, "news", (key for key in news if key not in self.fresh))
            found.update(tie.one for tie in told if tie.one not in self._gone)
        return found

    def news_of(self, history: Iterable[int]) -> dict[int, dict[int, float]]:
        """The news that each of these may tell of, with their scores."""
        history = list(history)
        if self._connection is not None:
            for tie in read_tells(self._connection, "history", (key for key in history if key not in self.fresh)):
                if tie.other not in self._gone:
                    self._news_of[tie.one][tie.other] = tie.score
        return {key: self._news_of[key] for key in history}

    def edges(self, news: Collection[int]) -> list[Edge]:
        """All ties between these, which are loaded and whose ``ties`` were asked for."""
        found = []
        for key in news:
            for other, score in self._ties.get(key, {}).items():
                one, two = self.episodes[key], self.episodes[other]
                if one.key < two.key:
                    found.append(Edge(one, two, score))
        return found

    def _found(self, heads: Iterable[EpisodeHead]) -> list[EpisodeHead]:
        kept = [head for head in heads if head.key not in self._gone and head.key not in self.fresh]
        self._keep_heads(kept)
        return kept

    def _keep_heads(self, heads: Iterable[EpisodeHead]) -> None:
        self._heads.update((head.key, head) for head in heads)

    def _compare(self) -> None:
        for edge in [*find_ties(self.fresh.values()), *self._held_ties()]:
            one, other = self.keys[edge.one.id], self.keys[edge.other.id]
            if edge.one.background:
                self.new_tells.append(Tie(one, other, edge.score, edge.signs))
                self._news_of[one][other] = edge.score
                self._history_of[other].add(one)
            else:
                self.new_ties.append(Tie(one, other, edge.score, edge.signs))
                self._ties[one][other] = self._ties[other][one] = edge.score

    def _held_ties(self) -> Iterable[Edge]:
        """The ties of fresh episodes with those that the store holds in the same blocks."""
        if self._connection is None:
            return
        seekers: defaultdict[str, list[int]] = defaultdict(list)
        for key, episode in self.fresh.items():
            for block in sought_under(episode):
                seekers[block].append(key)
        pairs = {
            (key, found)
            for block, found in read_blocked(self._connection, seekers)
            if found not in self._gone
            for key in seekers[block]
        }
        self.load({found for _, found in pairs})
        for key, found in pairs:
            tie = tie_of(self.fresh[key], self.episodes[found])
            if tie is not None:
                yield tie
