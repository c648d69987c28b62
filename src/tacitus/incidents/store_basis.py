"""What a store held when linking began."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from tacitus.store.links import (
    Arrival,
    LinkState,
    linked_state,
    present_state,
    read_arrivals,
    read_outdated,
)


@dataclass(frozen=True, slots=True)
class Basis:
    """What the store held and how far it was linked, ``held``.

    ``before`` is the state to go on from, ``None`` to link all from the start. Since then the versions ``arrived``
    came, so that the episodes ``outdated`` (keys) are of versions that no longer count.
    """

    state: LinkState
    held: LinkState | None
    before: LinkState | None
    arrived: tuple[Arrival, ...]
    outdated: tuple[int, ...]

    def stands(self, connection: Connection) -> bool:
        """Whether nobody wrote reports, judgements or incidents in the meantime."""
        now = present_state(connection, self.state.program)
        return (now, linked_state(connection)) == (self.state, self.held)


def read_basis(connection: Connection, *, anew: bool) -> Basis:
    """What the store holds now; ``anew`` and a store linked by another version of the package start from nothing."""
    state = present_state(connection, program())
    held = linked_state(connection)
    before = held if not anew and held is not None and held.program == state.program else None
    arrived = read_arrivals(connection, after=before.last_report if before else 0)
    outdated = read_outdated(connection, {one.report for one in arrived}) if before else []
    return Basis(state, held, before, tuple(arrived), tuple(outdated))


def program() -> str:
    """The version of the package, which tells what links."""
    from tacitus import __version__

    return __version__
