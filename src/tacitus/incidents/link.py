"""Linking: which event mentions of many reports tell of one incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tacitus.incidents.block import Blocks, when
from tacitus.incidents.cluster import Bonds, Cluster, Edge, Pair, cluster
from tacitus.incidents.episodes import Episode, LinkableReport
from tacitus.incidents.features import Sign
from tacitus.incidents.link_judged import Judged, read_bonds
from tacitus.incidents.link_score import score_pair, score_value, strongest
from tacitus.incidents.link_summary import Summary, incident_id, summarize

EVEN = 0.0
"""The score from which on two tellings are more likely of one happening than not."""


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

    Raises:
        ValueError: two reports have one id.
    """
    linker = Linker(judgements)
    for report in reports:
        linker.add(report)
    return linker.linked()


class Linker:
    """Links reports as they arrive; what it gives is always what ``link`` gives for the reports it has."""

    def __init__(self, judgements: Iterable[Judged] = ()) -> None:
        self._judgements = tuple(judgements)
        self._reports: set[str] = set()
        self._news: dict[str, Episode] = {}
        self._history: dict[str, Episode] = {}
        self._blocks = Blocks()
        self._past = Blocks()
        self._edges: defaultdict[str, dict[str, Edge]] = defaultdict(dict)
        self._tells: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
        self._clusters: dict[str, Cluster] = {}
        self._scores: dict[Pair, float] = {}
        self._changed: set[str] = set()

    def add(self, report: LinkableReport) -> None:
        """Take a report in; what has to be linked anew is left for ``linked``.

        Raises:
            ValueError: there is a report of that id already.
        """
        if report.id in self._reports:
            raise ValueError(f"two reports have the id {report.id!r}")
        self._reports.add(report.id)
        for episode in report.episodes:
            if episode.background:
                self._add_history(episode)
            else:
                self._add_news(episode)

    def _add_news(self, episode: Episode) -> None:
        for other in self._blocks.near(episode):
            score = score_value(episode, other)
            if score >= EVEN:
                first, second = sorted((episode, other), key=lambda one: one.key)
                edge = Edge(first, second, score)
                self._scores[edge.one.id, edge.other.id] = score
                self._edges[episode.id][other.id] = edge
                self._edges[other.id][episode.id] = edge
        for told in self._past.near(episode):
            self._tell(told, episode)
        self._blocks.enter(episode)
        self._news[episode.id] = episode
        self._changed.add(episode.id)

    def _add_history(self, episode: Episode) -> None:
        for other in self._blocks.near(episode):
            self._tell(episode, other)
        self._past.enter(episode)
        self._history[episode.id] = episode

    def _tell(self, history: Episode, news: Episode) -> None:
        if history.report != news.report:
            score = score_value(history, news)
            if score >= EVEN:
                self._tells[history.id].append((score, news.id))

    def linked(self) -> list[Linked]:
        """The incidents of all reports taken in, by the day and id of their first report; history comes last."""
        bonds = read_bonds(self._judgements, (*self._news.values(), *self._history.values()))
        self._recluster(bonds)
        groups = sorted({id(group): group for group in self._clusters.values()}.values(), key=lambda group: group.key)
        told, left = self._attach(bonds)
        news = [_linked(group, told[id(group)], background=False) for group in groups]
        return news + [_linked(group, [], background=True) for group in _past(left)]

    def _recluster(self, bonds: Bonds) -> None:
        """Group anew all that hangs together with what has changed."""
        bound: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in bonds.must:
            if one in self._news and other in self._news:
                bound[one].add(other)
                bound[other].add(one)
        seen: set[str] = set()
        for start in sorted(self._changed):
            if start not in seen:
                part = self._part(start, bound)
                seen |= part
                self._group(part, bonds)
        self._changed.clear()

    def _part(self, start: str, bound: defaultdict[str, set[str]]) -> set[str]:
        part, open_ends = {start}, [start]
        while open_ends:
            at = open_ends.pop()
            further = (self._edges[at].keys() | bound.get(at, set())) - part
            part |= further
            open_ends += further
        return part

    def _group(self, part: set[str], bonds: Bonds) -> None:
        edges = [edge for id in part for edge in self._edges[id].values() if edge.one.id == id]
        for group in cluster((self._news[id] for id in part), edges, self._score, bonds=bonds):
            for episode in group.members:
                self._clusters[episode.id] = group

    def _score(self, one: Episode, other: Episode) -> float:
        pair = (one.id, other.id) if one.key < other.key else (other.id, one.id)
        if pair not in self._scores:
            self._scores[pair] = score_value(one, other)
        return self._scores[pair]

    def _attach(self, bonds: Bonds) -> tuple[defaultdict[int, list[tuple[Episode, str | None]]], list[Episode]]:
        """History by the incident that it tells of, each with the telling that it was matched by; and what is left."""
        told: defaultdict[int, list[tuple[Episode, str | None]]] = defaultdict(list)
        left = []
        held = {pair[0]: pair[1] for pair in bonds.must} | {pair[1]: pair[0] for pair in bonds.must}
        for episode in sorted(self._history.values(), key=lambda one: one.key):
            matches = sorted(self._tells.get(episode.id, ()), key=lambda match: (-match[0], match[1]))
            wanted = [held[episode.id]] if held.get(episode.id) in self._news else [news for _, news in matches]
            found = next((news for news in wanted if not _barred(episode, self._clusters[news], bonds)), None)
            if found is None:
                left.append(episode)
            else:
                told[id(self._clusters[found])].append((episode, found))
        return told, left


def _barred(episode: Episode, group: Cluster, bonds: Bonds) -> bool:
    """Whether a reviewer forbids it, or the report has the incident for its own news."""
    if any(member.report == episode.report for member in group.members):
        return (episode.id, "") in bonds.must
    pairs = {pair for member in group.members for pair in ((episode.id, member.id), (member.id, episode.id))}
    return not pairs.isdisjoint(bonds.cannot)


def _past(left: Iterable[Episode]) -> list[Cluster]:
    """History of the same days and sides is one; undated history stays with its report."""
    groups: dict[tuple[tuple[int, ...], frozenset[str]], Cluster] = {}
    for episode in left:
        if when(episode) is None:
            continue
        known = groups.setdefault((episode.days, frozenset(episode.sides)), Cluster([]))
        if known.members:
            known.joins.append((known.members[0].id, episode.id))
        known.members.append(episode)
    return sorted(groups.values(), key=lambda group: group.key)


def _linked(group: Cluster, told: list[tuple[Episode, str | None]], *, background: bool) -> Linked:
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
