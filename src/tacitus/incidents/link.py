"""Linking: which event mentions of many reports tell of one incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tacitus.incidents.block import Blocks
from tacitus.incidents.cluster import Bonds, Cluster, Edge, Pair, cluster
from tacitus.incidents.episodes import Episode, LinkableReport
from tacitus.incidents.link_history import best_first, partners, past_groups, told_of
from tacitus.incidents.link_judged import Judged, read_bonds
from tacitus.incidents.link_score import score_likely, score_pair, score_value, strongest
from tacitus.incidents.link_summary import Summary, incident_id, summarize
from tacitus.model.sign import Sign

Told = tuple[Episode, str | None]
"""History, and the news (its id) that it was matched by, where that is known."""

Key = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class Join:
    """Why two reports' tellings were joined: their score in log-odds and the signs, the weightiest first."""

    one: str
    other: str
    score: float
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """The mentions, reports and figures of one incident.

    ``events`` and ``figures`` are pairs of a report's id and the id of the event or figure in its coding. ``reports``
    are all that tell of it, by day of publication, ``main_reports`` those whose main news it is. ``background`` marks
    history that no report has for its news.
    """

    id: str
    background: bool
    events: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str], ...]
    reports: tuple[str, ...]
    main_reports: tuple[str, ...]
    summary: Summary
    episodes: tuple[Episode, ...]
    joined: tuple[Pair, ...]

    def joins(self) -> tuple[Join, ...]:
        """Why its tellings are held for one, in the order of the reports."""
        named = {episode.id: episode for episode in self.episodes}
        return tuple(_explain(named[one], named[other]) for one, other in self.joined)


def link(reports: Iterable[LinkableReport], judgements: Iterable[Judged] = ()) -> list[Linked]:
    """Link a set of reports; neither the order of the reports nor that of the judgements matters.

    The incidents come by the day and id of their first report, history that no report has for its news last.

    Raises:
        ValueError: two reports have one id.
    """
    episodes = _episodes(reports)
    bonds = read_bonds(judgements, episodes)
    ties = find_ties(episodes)
    scores = Scores((tie.one.id, tie.other.id, tie.score) for tie in ties)
    news = {episode.id: episode for episode in episodes if not episode.background}
    edges = [tie for tie in ties if not tie.one.background]
    groups = cluster(news.values(), edges, scores.of, bonds=bonds)
    home = {member.id: group for group in groups for member in group.members}
    told, left = _attach([one for one in episodes if one.background], ties, home, bonds)
    main = [linked_group(group, told[group.key], background=False) for group in groups]
    return main + [linked_group(group, (), background=True) for group in past_groups(left)]


def _episodes(reports: Iterable[LinkableReport]) -> list[Episode]:
    seen: set[str] = set()
    found: list[Episode] = []
    for report in reports:
        if report.id in seen:
            raise ValueError(f"two reports have the id {report.id!r}")
        seen.add(report.id)
        found += report.episodes
    return found


def find_ties(episodes: Iterable[Episode]) -> list[Edge]:
    """All pairs that may tell of one happening, in any order; of history and news, history comes first."""
    blocks = Blocks()
    ties = []
    for episode in episodes:
        ties += [tie for other in blocks.near(episode) if (tie := tie_of(episode, other)) is not None]
        blocks.enter(episode)
    return ties


def tie_of(one: Episode, other: Episode) -> Edge | None:
    """The tie of two episodes; ``None`` where they are unlike, both history, or told apart by one report."""
    if one.report == other.report or (one.background and other.background):
        return None
    score = score_likely(one, other)
    if score is None:
        return None
    first, second = sorted((one, other), key=lambda episode: (not episode.background, episode.key))
    return Edge(first, second, score.value, strongest(score.signs))


class Scores:
    """The scores of pairs of episodes, each made once."""

    def __init__(self, known: Iterable[tuple[str, str, float]] = ()) -> None:
        self._known: dict[Pair, float] = {_in_order(one, other): score for one, other, score in known}

    def of(self, one: Episode, other: Episode) -> float:
        """The score of a pair."""
        pair = _in_order(one.id, other.id)
        score = self._known.get(pair)
        if score is None:
            score = self._known[pair] = score_value(one, other)
        return score


def _in_order(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _attach(
    history: Iterable[Episode], ties: Iterable[Edge], home: Mapping[str, Cluster], bonds: Bonds
) -> tuple[defaultdict[Key, list[Told]], list[Episode]]:
    """History by the group of news that it tells of (its key); and what is left."""
    matches: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for tie in ties:
        if tie.one.background:
            matches[tie.one.id].append((tie.other.id, tie.score))
    bound = partners(bonds)
    told: defaultdict[Key, list[Told]] = defaultdict(list)
    left = []
    for episode in history:
        held = [partner for partner in bound.get(episode.id, ()) if partner in home]
        found = told_of(episode, held or best_first(matches[episode.id]), lambda news: home[news].members, bonds)
        if found is None:
            left.append(episode)
        else:
            told[home[found].key].append((episode, found))
    return told, left


def linked_group(group: Cluster, told: Iterable[Told], *, background: bool) -> Linked:
    """The incident of a group of news, or of history, with the history that is ``told`` of it."""
    told = sorted(told, key=lambda one: one[0].key)
    episodes = sorted([*group.members, *(episode for episode, _ in told)], key=lambda episode: episode.key)
    first = next((episode for episode in group.members if episode.main), group.members[0])
    return Linked(
        id=incident_id(first),
        background=background,
        events=tuple((episode.report, event) for episode in episodes for event in episode.events),
        figures=tuple((episode.report, figure) for episode in episodes for figure in episode.figures),
        reports=tuple(dict.fromkeys(episode.report for episode in episodes)),
        main_reports=tuple(episode.report for episode in group.members if episode.main),
        summary=summarize(group.members),
        episodes=tuple(episodes),
        joined=(*group.joins, *((found, episode.id) for episode, found in told if found is not None)),
    )


def _explain(one: Episode, other: Episode) -> Join:
    found = score_pair(one, other)
    return Join(one.id, other.id, found.value, strongest(found.signs))
