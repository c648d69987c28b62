"""Keeping the incidents of a store up to date with its reports and judgements.

A report that comes is compared with what the store has of the same sides or places at about the same time, and only
those incidents are made anew that hang together with what was found alike. What was found is kept in the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tacitus.incidents.assemble import build_incident
from tacitus.incidents.episodes import Episode
from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.store_basis import Basis, program, read_basis
from tacitus.incidents.store_found import Found, find
from tacitus.store import IncidentChoice, Store
from tacitus.store.episodes import episode_key
from tacitus.store.incidents import MadeIncident, count_incidents, drop_incidents, put_incidents
from tacitus.store.links import linked_state, present_state, set_linked

_PAGE = 16

Watch = Callable[[int, int], None]
"""Called with the number of incidents made so far and of those that have to be made."""


@dataclass(frozen=True, slots=True)
class LinkedStore:
    """What linking did: ``incidents`` there are now, of which ``made`` are new or other than before; ``gone`` ones."""

    incidents: int
    made: int
    gone: int


def is_linked(store: Store) -> bool:
    """Whether the store's incidents are made of all reports and judgements that it holds."""
    with store.reading() as connection:
        return linked_state(connection) == present_state(connection, program())


def link_store(store: Store, *, anew: bool = False, watch: Watch | None = None) -> LinkedStore:
    """Bring a store's incidents up to date: link the reports that came, and make the incidents that are not as before.

    The result depends on the reports and judgements alone, not on what was linked before; ``anew`` also reads every
    report and makes every incident anew. All is written in one transaction at the end; if somebody else wrote reports,
    judgements or incidents in the meantime, linking starts over.

    Raises:
        StoreError: the store cannot be read or written.
    """
    if not anew and is_linked(store):
        return LinkedStore(store.count_incidents(), 0, 0)
    while True:
        with store.reading() as connection:
            basis = read_basis(connection, anew=anew)
        fresh = _fresh(store, basis)
        with store.reading() as connection:
            if not basis.stands(connection):
                continue
            found = find(connection, basis, fresh)
        made = list(_build(store, found, watch))
        linked = _write(store, basis, found, made)
        if linked is not None:
            return linked


def _fresh(store: Store, basis: Basis) -> dict[int, Episode]:
    """The episodes of the reports that came, by key."""
    keys = {one.report: one.key for one in basis.arrived if one.current}
    return {
        episode_key(keys[coding.report.id], episode.number): episode
        for coding in (store.codings(ids=keys) if keys else ())
        for episode in linkable(coding).episodes
    }


def _build(store: Store, found: Found, watch: Watch | None) -> Iterator[MadeIncident]:
    changed, done = found.changed(), 0
    while some := changed[done : done + _PAGE]:
        wanted = {report for one in some for report in one.reports}
        codings = {coding.report.id: coding for coding in store.codings(ids=wanted)}
        for one in some:
            voices = len({found.voices[report] for report in one.reports})
            yield MadeIncident(build_incident(one, codings, voices=voices), found.stamps[one.id])
        done += len(some)
        if watch is not None:
            watch(done, len(changed))


def _write(store: Store, basis: Basis, found: Found, made: list[MadeIncident]) -> LinkedStore | None:
    """Write what was found and made; ``None`` where the store holds more by now than it was made of."""
    with store.writing() as connection:
        if not basis.stands(connection):
            return None
        drop_incidents(connection, found.stale())
        put_incidents(connection, made, found.keys)
        found.kept.write(connection, anew=basis.before is None)
        set_linked(connection, basis.state)
        incidents = count_incidents(connection, IncidentChoice())
    return LinkedStore(incidents, len(made), found.gone())
