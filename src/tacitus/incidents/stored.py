"""The incidents of a store, up to date."""

from __future__ import annotations

from tacitus.errors import TacitusError
from tacitus.incidents.store_link import link_store
from tacitus.model.incident import Incident
from tacitus.store import IncidentChoice, Store


def stored_incidents(store: Store, choice: IncidentChoice | None = None) -> list[Incident]:
    """The chosen incidents, all for ``None``, after linking what was not yet linked.

    Raises:
        StoreError: the store cannot be read; or it is not up to date and cannot be written.
    """
    link_store(store)
    return store.incidents(choice)


def stored_incident(store: Store, incident_id: str) -> Incident:
    """The incident of that id, after linking what was not yet linked.

    Raises:
        TacitusError: there is none.
        StoreError: as for ``stored_incidents``.
    """
    for incident in stored_incidents(store, IncidentChoice(ids=[incident_id])):
        return incident
    raise TacitusError(f"the store holds no incident {incident_id!r}")
