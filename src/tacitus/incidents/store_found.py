"""What linking finds: the incidents that are other than before, and what is kept for the next time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from sqlalchemy import Connection

from tacitus.incidents.block import found_under
from tacitus.incidents.episodes import Episode
from tacitus.incidents.episodes_json import episode_from_json, episode_to_json
from tacitus.incidents.link import Linked
from tacitus.incidents.link_summary import incident_id
from tacitus.incidents.store_basis import Basis
from tacitus.incidents.store_bonds import NearbyBonds, names_of
from tacitus.incidents.store_nearby import Nearby
from tacitus.incidents.store_relinked import Change, Relinked, relink
from tacitus.store.copies import copies_of, voices_of
from tacitus.store.episodes import (
    NewEpisode,
    Placing,
    Tie,
    drop_all_episodes,
    drop_episodes,
    place_episodes,
    put_episodes,
    put_ties,
    read_contents,
    read_heads,
)
from tacitus.store.incidents import read_made_of
from tacitus.store.judgements import judged_after


@dataclass(frozen=True, slots=True)
class Kept:
    """What linking keeps for the next time: fresh episodes and ties; those that moved; those that are to go."""

    fresh: Sequence[NewEpisode]
    ties: Sequence[Tie]
    tells: Sequence[Tie]
    moved: Sequence[Placing]
    gone: Collection[int]
    gone_blocks: Sequence[tuple[str, int]]

    def write(self, connection: Connection, *, anew: bool) -> None:
        """Write it; ``anew`` in the place of all that was kept before."""
        if anew:
            drop_all_episodes(connection)
        else:
            drop_episodes(connection, self.gone_blocks, self.gone)
        put_episodes(connection, self.fresh)
        put_ties(connection, self.ties, self.tells)
        place_episodes(connection, self.moved)


@dataclass(frozen=True, slots=True)
class Found:
    """The incidents that may be other than before, ``made_of`` what the store has in their stead (hashes by id).

    ``stamps`` are hashes of what they are made of now, ``keys`` and ``voices`` of their reports by id.
    """

    linked: Sequence[Linked]
    stamps: Mapping[str, str]
    made_of: Mapping[str, str]
    keys: Mapping[str, int]
    voices: Mapping[str, str]
    kept: Kept

    def changed(self) -> list[Linked]:
        """The incidents that the store does not have as they are now."""
        return [one for one in self.linked if self.made_of.get(one.id) != self.stamps[one.id]]

    def stale(self) -> list[str]:
        """The ids of those that the store has and that are gone or other now."""
        return sorted(id for id, made_of in self.made_of.items() if self.stamps.get(id) != made_of)

    def gone(self) -> int:
        """How many of those in the store are no more."""
        return len(self.made_of.keys() - self.stamps.keys())


def find(connection: Connection, basis: Basis, fresh: Mapping[int, Episode]) -> Found:
    """Link ``fresh`` episodes (by key) and what else the store got since it was linked."""
    before = basis.before
    nearby = Nearby(connection if before else None, fresh, basis.outdated)
    bonds = NearbyBonds(connection, nearby, judged=basis.state.last_judgement > 0)
    gone = {key: episode_from_json(told) for key, told in read_contents(connection, basis.outdated).items()}
    change = Change(seeds=tuple(fresh), gone=(), voiced=())
    if before is not None:
        tied = nearby.ties(gone) | bonds.ask(names_of(connection, gone.values()))
        judged = bonds.named(judged_after(connection, before.last_judgement))
        nearby.load(tied)
        change = Change(
            seeds=tuple({*fresh, *tied, *judged}),
            gone=read_heads(connection, "key", gone),
            voiced=copies_of(connection, {one.report for one in basis.arrived}),
        )
    relinked = relink(nearby, bonds, change)
    return _found(connection, basis, _kept(nearby, relinked, gone), relinked)


def _kept(nearby: Nearby, relinked: Relinked, gone: Mapping[int, Episode]) -> Kept:
    placings = {place.key: place for place in relinked.placings}
    return Kept(
        fresh=[_new(placings[key], episode) for key, episode in nearby.fresh.items()],
        ties=nearby.new_ties,
        tells=nearby.new_tells,
        moved=[place for key, place in placings.items() if key not in nearby.fresh],
        gone=tuple(gone),
        gone_blocks=[(block, key) for key, episode in gone.items() for block in found_under(episode)],
    )


def _new(placing: Placing, episode: Episode) -> NewEpisode:
    return NewEpisode(
        placing=placing,
        background=episode.background,
        name=incident_id(episode),
        content=episode_to_json(episode),
        blocks=found_under(episode),
    )


def _found(connection: Connection, basis: Basis, kept: Kept, relinked: Relinked) -> Found:
    linked, keys = relinked.linked, relinked.reports
    voices = voices_of(connection, keys)
    if basis.before is None:
        made_of = dict.fromkeys(read_made_of(connection), "")
    else:
        made_of = read_made_of(connection, sorted({*relinked.before, *(one.id for one in linked)}))
    return Found(
        linked=linked,
        stamps={one.id: _stamp(one, keys, voices) for one in linked},
        made_of=made_of,
        keys=keys,
        voices=voices,
        kept=kept,
    )


def _stamp(one: Linked, keys: Mapping[str, int], voices: Mapping[str, str]) -> str:
    """A hash of all that an incident is made of."""
    reports = [(report, keys[report], voices[report]) for report in one.reports]
    parts = (one.id, one.background, one.events, one.figures, reports, one.main_reports, one.summary)
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()
