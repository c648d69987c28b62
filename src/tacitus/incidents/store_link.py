"""Keeping the incidents of a store up to date with its reports and judgements."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from tacitus.incidents.assemble import build_incident
from tacitus.incidents.episodes import LinkableReport
from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.link import Linked, link
from tacitus.incidents.link_judged import Judged
from tacitus.store import Store
from tacitus.store.incidents import MadeIncident, drop_incidents, put_incidents, read_made_of
from tacitus.store.links import (
    LinkState,
    keep_linkables,
    linked_state,
    present_state,
    read_linkables,
    report_keys,
    set_linked,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_PAGE = 16

Watch = Callable[[int, int], None]
"""Called with the number of incidents made so far and of those that have to be made."""


@dataclass(frozen=True, slots=True)
class LinkedStore:
    """What linking did: ``incidents`` there are now, of which ``made`` are new or other than before; ``gone`` ones."""

    incidents: int
    made: int
    gone: int


@dataclass(frozen=True, slots=True)
class _Basis:
    """What the store held when linking began."""

    state: LinkState
    keys: dict[str, int]
    voices: dict[str, str]
    linkables: dict[int, str]
    judged: tuple[Judged, ...]
    made_of: dict[str, str]


def is_linked(store: Store) -> bool:
    """Whether the store's incidents are made of all reports and judgements that it holds."""
    with store.reading() as connection:
        return linked_state(connection) == present_state(connection, _program())


def link_store(store: Store, *, anew: bool = False, watch: Watch | None = None) -> LinkedStore:
    """Bring a store's incidents up to date: link all its reports, and make those incidents that are not as before.

    The result depends on the reports and judgements alone, not on what was linked before; ``anew`` also reads every
    report and makes every incident anew. All is written in one transaction at the end; if somebody else wrote reports
    or judgements in the meantime, linking starts over.

    Raises:
        StoreError: the store cannot be read or written.
    """
    if not anew and is_linked(store):
        return LinkedStore(store.count_incidents(), 0, 0)
    while True:
        basis = _read(store, anew=anew)
        linked, read = _link(store, basis)
        stamps = {one.id: _stamp(one, basis) for one in linked}
        changed = [one for one in linked if anew or basis.made_of.get(one.id) != stamps[one.id]]
        made = list(_build(store, changed, basis, watch))
        stale = basis.made_of.keys() - (stamps.keys() - {one.id for one in changed})
        if _write(store, basis, read, stale=sorted(stale), made=made):
            return LinkedStore(len(linked), len(made), len(basis.made_of.keys() - stamps.keys()))


def _read(store: Store, *, anew: bool) -> _Basis:
    with store.reading() as connection:
        state = present_state(connection, _program())
        before = linked_state(connection)
        known = not anew and before is not None and before.program == state.program
        basis = _Basis(
            state=state,
            keys=report_keys(connection),
            voices={},
            linkables=read_linkables(connection) if known else {},
            judged=(),
            made_of=read_made_of(connection),
        )
        if not known:
            basis = replace(basis, made_of=dict.fromkeys(basis.made_of, ""))
    judged = tuple(
        Judged(one.one, one.other, same=one.verdict == "same")
        for one in store.judgements()
        if one.verdict in ("same", "different")
    )
    voices = {report: voice.id for voice in store.voices() for report in voice.reports}
    return replace(basis, judged=judged, voices=voices)


def _link(store: Store, basis: _Basis) -> tuple[list[Linked], dict[int, str]]:
    """The incidents, and what was read of reports for the first time."""
    adapter = _json()
    held = [adapter.validate_json(content) for content in basis.linkables.values()]
    lacking = [report for report, key in basis.keys.items() if key not in basis.linkables]
    fresh = [linkable(coding) for coding in store.codings(ids=lacking)] if lacking else []
    read = {basis.keys[report.id]: _to_json(report) for report in fresh}
    return link([*held, *fresh], basis.judged), read


def _build(store: Store, changed: list[Linked], basis: _Basis, watch: Watch | None) -> Iterator[MadeIncident]:
    done = 0
    while some := changed[done : done + _PAGE]:
        wanted = {report for one in some for report in one.reports}
        codings = {coding.report.id: coding for coding in store.codings(ids=wanted)}
        for one in some:
            voices = len({basis.voices[report] for report in one.reports})
            yield MadeIncident(build_incident(one, codings, voices=voices), _stamp(one, basis))
        done += len(some)
        if watch is not None:
            watch(done, len(changed))


def _write(
    store: Store, basis: _Basis, read: Mapping[int, str], *, stale: Iterable[str], made: Iterable[MadeIncident]
) -> bool:
    """Write what was made, unless the store holds more by now than it was made of."""
    with store.writing() as connection:
        if present_state(connection, basis.state.program) != basis.state:
            return False
        drop_incidents(connection, stale)
        put_incidents(connection, made, basis.keys)
        keep_linkables(connection, read, current=basis.keys.values())
        set_linked(connection, basis.state)
    return True


def _stamp(one: Linked, basis: _Basis) -> str:
    """A hash of all that an incident is made of."""
    reports = [(report, basis.keys[report], basis.voices[report]) for report in one.reports]
    parts = (one.id, one.background, one.events, one.figures, reports, one.main_reports, one.summary)
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def _program() -> str:
    from tacitus import __version__

    return __version__


@cache
def _json() -> TypeAdapter[LinkableReport]:
    from pydantic import TypeAdapter  # takes its time: not before there is something to link

    return TypeAdapter(LinkableReport)


def _to_json(report: LinkableReport) -> str:
    """The same text for the same report: sets are written in order."""
    return json.dumps(report, default=_fields, ensure_ascii=False, separators=(",", ":"))


def _fields(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value, key=repr)
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(value)
