"""The incident to write up, out of the store."""

from __future__ import annotations

from tacitus.export.brief.compose import brief
from tacitus.export.brief.document import Brief
from tacitus.incidents.stored import stored_incident
from tacitus.store import Store


def brief_of(store: Store, incident_id: str) -> Brief:
    """Write up an incident of the store.

    Raises:
        TacitusError: the store's reports tell of no incident of that id.
        StoreError: the store cannot be read; or its incidents are not up to date and it cannot be written.
    """
    incident = stored_incident(store, incident_id)
    return brief(incident, {coding.report.id: coding for coding in store.codings(ids=incident.reports)})
