"""History: which incident a background mention tells of, and what is left that none has for its news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Protocol

from tacitus.incidents.block import when
from tacitus.incidents.cluster import Bonds, Cluster
from tacitus.incidents.episodes import Episode


class Telling(Protocol):
    """An episode, as far as its name and its report go."""

    @property
    def id(self) -> str:
        """Its name among all episodes."""

    @property
    def report(self) -> str:
        """The id of its report."""


def partners(bonds: Bonds) -> Mapping[str, Sequence[str]]:
    """By the id of an episode those that reviewers hold for the same, in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in sorted(bonds.must):
        found[one].append(other)
        found[other].append(one)
    return found


def told_of(
    history: Telling, wanted: Iterable[str], members: Callable[[str], Collection[Telling]], bonds: Bonds
) -> str | None:
    """The first of the ``wanted`` news (ids) whose incident may have ``history``; ``members`` are that incident's."""
    return next((news for news in wanted if not _barred(history, members(news), bonds)), None)


def best_first(matches: Iterable[tuple[str, float]]) -> list[str]:
    """The ids of news that a piece of history may tell of, given with their scores, the likeliest first."""
    return [news for news, _ in sorted(matches, key=lambda match: (-match[1], match[0]))]


def _barred(history: Telling, members: Collection[Telling], bonds: Bonds) -> bool:
    """Whether a reviewer forbids it."""
    pairs = {pair for member in members for pair in ((history.id, member.id), (member.id, history.id))}
    return not pairs.isdisjoint(bonds.cannot)


def past_key(history: Episode) -> str | None:
    """What history of the same days and sides has in common; ``None`` for undated, which stays with its report."""
    if when(history) is None:
        return None
    told = (history.days, sorted(set(history.sides)))
    return blake2b(repr(told).encode(), digest_size=8).hexdigest()


def past_groups(left: Iterable[Episode]) -> list[Cluster]:
    """The groups of history that is left."""
    groups: dict[str, Cluster] = {}
    for episode in sorted(left, key=lambda one: one.key):
        key = past_key(episode)
        if key is None:
            continue
        known = groups.setdefault(key, Cluster([]))
        if known.members:
            known.joins.append((known.members[0].id, episode.id))
        known.members.append(episode)
    return sorted(groups.values(), key=lambda group: group.key)
