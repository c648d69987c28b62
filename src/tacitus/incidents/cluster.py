"""From scored pairs to groups: average linkage, so that a chain of likenesses does not join what is unlike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from tacitus.incidents.episodes import Episode
from tacitus.model.sign import Sign

Pair = tuple[str, str]
_SAMPLE = 6
_MOST, _LEAST = 4.0, -4.0
_LONGEST = {"ASSAULT": 45, "PROTEST": 30, "COERCE": 30}
_LONGEST_OTHER = 14


@dataclass(frozen=True, slots=True)
class Bonds:
    """What reviewers decided of pairs of episodes (by id): ``must`` be one, ``cannot`` be one."""

    must: frozenset[Pair] = frozenset()
    cannot: frozenset[Pair] = frozenset()


@dataclass(slots=True)
class Cluster:
    """Episodes of one happening, in order; ``joins`` are the pairs by which they came together."""

    members: list[Episode]
    joins: list[Pair] = field(default_factory=list)

    @property
    def key(self) -> tuple[int, str, int]:
        """That of its first member."""
        return self.members[0].key


@dataclass(frozen=True, slots=True)
class Edge:
    """Two episodes, the first in order before the other, and their score; the ``signs`` where it was made just now."""

    one: Episode
    other: Episode
    score: float
    signs: tuple[Sign, ...] = ()


def cluster(
    episodes: Iterable[Episode],
    edges: Iterable[Edge],
    score: Callable[[Episode, Episode], float],
    *,
    bonds: Bonds,
) -> list[Cluster]:
    """Group the episodes of a set; neither their order nor that of the edges matters.

    The likeliest pairs come first. Two groups become one where their members score even odds or better on average and
    in half of the pairs (one telling of two happenings must not join them all), the happening does not grow longer
    than its type allows, and no reviewer forbids it. At last the groups of what reviewers hold for one become one.
    """
    home = {episode.id: Cluster([episode]) for episode in episodes}
    for edge in sorted(edges, key=lambda edge: (-edge.score, edge.one.key, edge.other.key)):
        left, right = home[edge.one.id], home[edge.other.id]
        if left is not right and _fit(left, right, score, bonds):
            _join(home, edge.one.id, edge.other.id)
    for one, other in sorted(bonds.must):
        if one in home and other in home:
            _join(home, one, other)
    return sorted({id(group): group for group in home.values()}.values(), key=lambda group: group.key)


def _join(home: dict[str, Cluster], one: str, other: str) -> None:
    left, right = home[one], home[other]
    if left is right:
        return
    if len(left.members) < len(right.members):
        left, right = right, left
    left.members = sorted([*left.members, *right.members], key=lambda episode: episode.key)
    left.joins += [*right.joins, (one, other)]
    for episode in right.members:
        home[episode.id] = left


def _fit(left: Cluster, right: Cluster, score: Callable[[Episode, Episode], float], bonds: Bonds) -> bool:
    if bonds.cannot and _forbidden(left, right, bonds.cannot):
        return False
    if not _short_enough(left.members, right.members):
        return False
    pairs = product(_sample(left.members), _sample(right.members))
    scores = [min(_MOST, max(_LEAST, score(one, other))) for one, other in pairs]
    return sum(scores) >= 0 and 2 * sum(one >= 0 for one in scores) >= len(scores)


def _forbidden(left: Cluster, right: Cluster, cannot: frozenset[Pair]) -> bool:
    ids, others = ({episode.id for episode in group.members} for group in (left, right))
    return any((one in ids and other in others) or (one in others and other in ids) for one, other in cannot)


def _short_enough(members: Sequence[Episode], others: Sequence[Episode]) -> bool:
    """Whether one happening may last from the first to the last day told.

    It may always be as long as the longest of its tellings has it.
    """
    told = [episode for episode in (*members, *others) if episode.days]
    if not told:
        return True
    lasts = max(episode.days[-1] for episode in told) - min(episode.days[0] for episode in told)
    longest = max(episode.days[-1] - episode.days[0] for episode in told)
    return lasts <= max(longest, *(_allowed(episode) for episode in told))


def _allowed(episode: Episode) -> int:
    return max((_LONGEST.get(kind, _LONGEST_OTHER) for kind, _ in episode.types), default=_LONGEST_OTHER)


def _sample(members: Sequence[Episode]) -> Sequence[Episode]:
    """Some members, spread over all, where there are many."""
    if len(members) <= _SAMPLE:
        return members
    step = (len(members) - 1) / (_SAMPLE - 1)
    return [members[round(n * step)] for n in range(_SAMPLE)]
