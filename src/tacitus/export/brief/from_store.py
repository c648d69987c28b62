"""The incident to write up, out of the store."""

from __future__ import annotations

from tacitus.errors import TacitusError
from tacitus.export.brief.compose import brief
from tacitus.export.brief.document import Brief
from tacitus.incidents.assemble import build_incident
from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.link import link
from tacitus.incidents.link_judged import Judged
from tacitus.store import Store


def brief_of(store: Store, incident_id: str) -> Brief:
    """Write up an incident of the store.

    Raises:
        TacitusError: the store's reports tell of no incident of that id.
        StoreError: the store cannot be read.
    """
    judged = [
        Judged(one.one, one.other, same=one.verdict == "same")
        for one in store.judgements()
        if one.verdict in ("same", "different")
    ]
    found = next((one for one in link(map(linkable, store.codings()), judged) if one.id == incident_id), None)
    if found is None:
        raise TacitusError(f"the store holds no incident {incident_id!r}")
    codings = {coding.report.id: coding for coding in store.codings(ids=found.reports)}
    voices = sum(not codings.keys().isdisjoint(voice.reports) for voice in store.voices())
    return brief(build_incident(found, codings, voices=voices), codings)
