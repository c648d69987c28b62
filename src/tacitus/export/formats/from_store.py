"""What a store holds, as the material of an export."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tacitus.incidents.stored import stored_incidents
from tacitus.model import Coding
from tacitus.model.incident import Incident
from tacitus.store import Store


class StoreMaterial:
    """Incidents as the store's reports and judgements make them, linked first, and the codings of the reports."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def incidents(self) -> list[Incident]:
        """All incidents.

        Raises:
            StoreError: the store cannot be read; or its incidents are not up to date and it cannot be written.
        """
        return stored_incidents(self._store)

    def codings(self, *, ids: Collection[str] | None = None) -> Iterator[Coding]:
        """The codings of the reports of these ids, of all for ``None``."""
        return self._store.codings(ids=ids)
