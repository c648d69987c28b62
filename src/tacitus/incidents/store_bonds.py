"""Judgements on the episodes that are linked anew, and on no others."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from tacitus.incidents.cluster import Bonds
from tacitus.incidents.episodes import Episode
from tacitus.incidents.link_history import partners
from tacitus.incidents.link_judged import Judged, read_bonds
from tacitus.incidents.link_summary import incident_id
from tacitus.incidents.store_nearby import Nearby
from tacitus.store.judgements import JudgedPair, judged_on
from tacitus.store.links import read_current, read_versions
from tacitus.store.mention_id import MentionId, split_mention


class NearbyBonds:
    """What judgements bind and hold apart, of the episodes that were asked about; ``judged`` tells there are any."""

    def __init__(self, connection: Connection, nearby: Nearby, *, judged: bool) -> None:
        self._connection = connection
        self._nearby = nearby
        self._judged = judged
        self._pairs: set[JudgedPair] = set()
        self.bonds = Bonds()

    def bound(self, episodes: Iterable[Episode]) -> set[int]:
        """The episodes (their keys) that reviewers hold for the same as any of these."""
        episodes = list(episodes)
        self.ask(names_of(self._connection, episodes) if self._judged else ())
        held = partners(self.bonds)
        return {self._nearby.keys[partner] for episode in episodes for partner in held.get(episode.id, ())}

    def ask(self, names: Iterable[str]) -> set[int]:
        """Read what was judged on these mentions and incidents; gives the episodes (their keys) judged with them."""
        if not self._judged:
            return set()
        found = set(judged_on(self._connection, names))
        keys = self.named({name for pair in found for name in (pair.one, pair.other)})
        if not found <= self._pairs:
            self._pairs |= found
            judged = (Judged(pair.one, pair.other, same=pair.same) for pair in self._pairs)
            self.bonds = read_bonds(judged, self._nearby.episodes.values())
        return keys

    def named(self, names: Iterable[str]) -> set[int]:
        """The episodes (their keys), now loaded, that mentions and incidents of these names stand for."""
        mentions = {name: split_mention(name) for name in names}
        reports = {mention[0] for mention in mentions.values() if mention is not None}
        incidents = {name for name, mention in mentions.items() if mention is None}
        keys = {head.key for head in self._nearby.named(incidents)}
        keys.update(head.key for head in self._nearby.of_versions(read_current(self._connection, reports)))
        keys.update(key for report in reports for key in self._nearby.by_report.get(report, ()))
        self._nearby.load(keys)
        keys.update(key for key, episode in self._nearby.fresh.items() if incident_id(episode) in incidents)
        return keys


def names_of(connection: Connection, episodes: Iterable[Episode]) -> set[str]:
    """All names under which these may have been judged: their mentions in any version, and their incidents."""
    episodes = list(episodes)
    versions = read_versions(connection, {episode.report for episode in episodes})
    names = {incident_id(episode) for episode in episodes}
    for episode in episodes:
        for version in range(1, versions[episode.report] + 1):
            names.update(str(MentionId(episode.report, version, event)) for event in episode.events)
    return names
