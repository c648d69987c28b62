"""Which incidents of a store come out otherwise after reports and judgements came, and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tacitus.incidents.cluster import Cluster, cluster
from tacitus.incidents.episodes import Episode
from tacitus.incidents.link import Key, Linked, Scores, Told, linked_group
from tacitus.incidents.link_history import Telling, best_first, partners, past_groups, past_key, told_of
from tacitus.incidents.store_bonds import NearbyBonds
from tacitus.incidents.store_nearby import Nearby
from tacitus.store.episodes import EpisodeHead, Placing, report_key


@dataclass(frozen=True, slots=True)
class Change:
    """What came: episodes to start from (keys), those that are ``gone``, versions (row keys) whose voice may differ."""

    seeds: Collection[int]
    gone: Sequence[EpisodeHead]
    voiced: Collection[int]


@dataclass(frozen=True, slots=True)
class Relinked:
    """The incidents that may be other than before; ``before`` are the ids that the store has in their stead.

    ``reports`` are the row keys of their reports by id; ``placings`` tell where fresh episodes belong and those that
    belong elsewhere than before.
    """

    linked: tuple[Linked, ...]
    reports: Mapping[str, int]
    before: frozenset[str]
    placings: tuple[Placing, ...]


@dataclass(slots=True)
class _Attached:
    """Where history goes: to groups of news made anew (by key), to other incidents (by id), or it is ``left``."""

    told: defaultdict[Key, list[Told]]
    joined: defaultdict[str, list[Told]]
    left: list[Episode]


def relink(nearby: Nearby, bonds: NearbyBonds, change: Change) -> Relinked:
    """Link anew what hangs together with what came.

    News is grouped anew in all that ties and judgements connect with it; history, where it may tell of such news. What
    an incident is made of besides stays as it is. The result is that of linking all reports from the start.
    """
    news, history = set[int](), set[int]()
    for key in change.seeds:
        (history if nearby.episodes[key].background else news).add(key)
    news = _connected(nearby, bonds, news, history)
    groups = _grouped(nearby, bonds, news)
    history |= nearby.history_of([*news, *(head.key for head in change.gone)])
    attached = _attach(nearby, bonds, groups, history)
    linked = [linked_group(group, attached.told[group.key], background=False) for group in groups]
    moved = [*change.gone, *nearby.heads(history)]
    regrouped = {head.incident for head in (*change.gone, *nearby.heads(news)) if not head.background}
    others = {head.incident for head in (*moved, *nearby.of_versions(change.voiced))} | attached.joined.keys()
    heads = nearby.in_incidents(id for id in others - regrouped if id is not None)
    linked += _standing(nearby, heads, history, attached)
    past = nearby.in_past({head.past for head in (*moved, *heads)} | set(map(past_key, attached.left)))
    linked += _past(nearby, past, history, attached.left)
    before = regrouped | others | {head.incident for head in past}
    return Relinked(
        linked=tuple(linked),
        reports={one.report: report_key(nearby.keys[one.id]) for incident in linked for one in incident.episodes},
        before=frozenset(id for id in before if id is not None),
        placings=tuple(_placings(nearby, linked, attached.left)),
    )


def _connected(nearby: Nearby, bonds: NearbyBonds, seeds: set[int], history: set[int]) -> set[int]:
    """All news that ties and judgements connect with the seeds; ``history`` gets that which judgements bind to it."""
    news: set[int] = set()
    frontier = seeds
    while frontier:
        news |= frontier
        bound = bonds.bound(nearby.load(frontier))
        past = {key for key in bound if nearby.episodes[key].background}
        history |= past
        frontier = (nearby.ties(frontier) | (bound - past)) - news
    return news


def _grouped(nearby: Nearby, bonds: NearbyBonds, news: Collection[int]) -> list[Cluster]:
    edges = nearby.edges(news)
    scores = Scores((edge.one.id, edge.other.id, edge.score) for edge in edges)
    return cluster(nearby.load(news), edges, scores.of, bonds=bonds.bonds)


def _attach(nearby: Nearby, bonds: NearbyBonds, groups: Iterable[Cluster], history: Collection[int]) -> _Attached:
    episodes = sorted(nearby.load(history), key=lambda episode: episode.key)
    bonds.bound(episodes)
    home = {member.id: group for group in groups for member in group.members}
    matches, elsewhere = _matches(nearby, bonds, episodes, home)
    members: defaultdict[str, list[Telling]] = defaultdict(list)
    for head in nearby.in_incidents(set(elsewhere.values())):
        if not head.background:
            members[head.incident or ""].append(head)

    def fellows(news: str) -> Sequence[Telling]:
        return home[news].members if news in home else members[elsewhere[news]]

    attached = _Attached(defaultdict(list), defaultdict(list), [])
    for episode in episodes:
        found = told_of(episode, matches[episode.id], fellows, bonds.bonds)
        if found is None:
            attached.left.append(episode)
        elif found in home:
            attached.told[home[found].key].append((episode, found))
        else:
            attached.joined[elsewhere[found]].append((episode, found))
    return attached


def _matches(
    nearby: Nearby, bonds: NearbyBonds, history: Iterable[Episode], home: Collection[str]
) -> tuple[Mapping[str, Sequence[str]], Mapping[str, str]]:
    """For each piece of history the news that it may tell of, best first; the incident of news that has no new home."""
    keys = {episode.id: nearby.keys[episode.id] for episode in history}
    scored = nearby.news_of(keys.values())
    bound = {id: [nearby.keys[partner] for partner in held] for id, held in partners(bonds.bonds).items()}
    held = {id: [key for key in bound.get(id, ()) if not nearby.episodes[key].background] for id in keys}
    there = {nearby.keys[id] for id in home}
    wanted = {key for id in keys for key in (*held[id], *scored[keys[id]])}
    heads = nearby.heads(wanted - there)
    names = {key: nearby.episodes[key].id for key in wanted & there} | {head.key: head.id for head in heads}
    matches = {
        id: [names[news] for news in held[id]]
        or best_first((names[news], score) for news, score in scored[key].items())
        for id, key in keys.items()
    }
    return matches, {head.id: head.incident for head in heads if head.incident is not None}


def _standing(
    nearby: Nearby, heads: Iterable[EpisodeHead], history: Collection[int], attached: _Attached
) -> list[Linked]:
    """The incidents whose news stays as it was, of whose episodes these are the heads."""
    held: defaultdict[str, list[EpisodeHead]] = defaultdict(list)
    for head in heads:
        held[head.incident or ""].append(head)
    nearby.load(head.key for head in heads)
    linked = []
    for id, members in held.items():
        news = nearby.load(head.key for head in members if not head.background)
        if news:
            told = nearby.load(head.key for head in members if head.background and head.key not in history)
            group = Cluster(sorted(news, key=lambda episode: episode.key))
            linked.append(linked_group(group, [*((one, None) for one in told), *attached.joined[id]], background=False))
    return linked


def _past(
    nearby: Nearby, heads: Iterable[EpisodeHead], history: Collection[int], left: Iterable[Episode]
) -> list[Linked]:
    """History that no report has for its news: what is ``left`` now, and what was before in the same groups."""
    staying = nearby.load(head.key for head in heads if head.key not in history)
    return [linked_group(group, (), background=True) for group in past_groups([*left, *staying])]


def _placings(nearby: Nearby, linked: Iterable[Linked], left: Iterable[Episode]) -> list[Placing]:
    places = {nearby.keys[episode.id]: Placing(nearby.keys[episode.id], None, None) for episode in left}
    for one in linked:
        for episode in one.episodes:
            key = nearby.keys[episode.id]
            places[key] = Placing(key, one.id, past_key(episode) if one.background else None)
    held = {head.key: Placing(head.key, head.incident, head.past) for head in nearby.heads(places)}
    return [place for key, place in places.items() if held.get(key) != place]
