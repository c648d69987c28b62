"""What reviewers judged, as pairs of episodes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tacitus.incidents.cluster import Bonds, Pair
from tacitus.incidents.episodes import Episode
from tacitus.incidents.link_summary import incident_id


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision that two things are the ``same`` or are not.

    ``one`` and ``other`` are event mentions ("report#event", "report@version#event") or incidents (their ids).
    """

    one: str
    other: str
    same: bool


def read_bonds(judgements: Iterable[Judged], episodes: Iterable[Episode]) -> Bonds:
    """The pairs of episodes that judgements bind or hold apart.

    An incident is named after its first main episode, so that its name stands for that episode whatever else is linked
    to it later. A judgement on something that is not there counts for nothing; of two that contradict each other, the
    one that holds apart counts.
    """
    judgements = tuple(judgements)
    if not judgements:
        return Bonds()
    named: dict[str, str] = {}
    for episode in episodes:
        named[incident_id(episode)] = episode.id
        named.update((f"{episode.report}#{event}", episode.id) for event in episode.events)
    must: set[Pair] = set()
    cannot: set[Pair] = set()
    for judged in judgements:
        one, other = named.get(_plain(judged.one)), named.get(_plain(judged.other))
        if one is not None and other is not None and one != other:
            (must if judged.same else cannot).add((min(one, other), max(one, other)))
    return Bonds(frozenset(must - cannot), frozenset(cannot))


def _plain(name: str) -> str:
    """The name of a mention without the version of its report."""
    report, hash_sign, event = name.rpartition("#")
    if not hash_sign:
        return name
    plain, at, version = report.rpartition("@")
    return f"{plain}#{event}" if at and version.isdecimal() else name
