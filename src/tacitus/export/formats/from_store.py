"""What a store holds, as the material of an export."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from tacitus.incidents.stored import stored_incidents
from tacitus.model import Coding
from tacitus.model.incident import Incident
from tacitus.store import IncidentChoice, KnownActor, KnownActorChoice, Store


class StoreMaterial:
    """Incidents as the store's reports and judgements make them, linked first, the codings of the reports, and actors.

    With a ``choice`` these are the chosen incidents, the reports that tell of them, and the actors whom those name.
    """

    def __init__(self, store: Store, choice: IncidentChoice | None = None) -> None:
        self._store = store
        self._choice = None if choice == IncidentChoice() else choice

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self._choice is None

    def incidents(self) -> list[Incident]:
        """The incidents.

        Raises:
            StoreError: the store cannot be read; or its incidents are not up to date and it cannot be written.
        """
        return stored_incidents(self._store, self._choice)

    def codings(self, *, ids: Collection[str] | None = None) -> Iterator[Coding]:
        """The codings of the reports of these ids, of all for ``None``."""
        return self._store.codings(ids=self._reports if ids is None else ids)

    def known_actors(self) -> list[KnownActor]:
        """The known actors, told of these reports alone."""
        return self._store.known_actors(KnownActorChoice(reports=self._reports))

    @cached_property
    def _reports(self) -> frozenset[str] | None:
        if self._choice is None:
            return None
        return frozenset(report for incident in self.incidents() for report in incident.reports)
