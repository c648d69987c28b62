"""An incident written up from what the store holds: by templates, every sentence with its sources."""

from __future__ import annotations

from collections.abc import Mapping

from tacitus.export.brief.accounts import accounts_section, contested_section
from tacitus.export.brief.document import Brief
from tacitus.export.brief.doubts import doubts_section
from tacitus.export.brief.history import background_section
from tacitus.export.brief.lead import headline, lead_section
from tacitus.export.brief.material import Material
from tacitus.export.brief.sources import Sources
from tacitus.export.brief.third_parties import third_parties_section
from tacitus.export.brief.tolls import dead_section, others_section
from tacitus.export.brief.truce import truce_section
from tacitus.model import Coding
from tacitus.model.incident import Incident

NOTES = (
    "Each sentence names who says so or which report it rests on; the numbers lead to the words.",
    "Words in quotation marks are the report's; “as reported” marks those that it does not give as a quotation.",
    "A day after “as reported on” is that of publication, where the report does not tell when something was said.",
)


def brief(incident: Incident, codings: Mapping[str, Coding]) -> Brief:
    """Write an incident up as a careful reporter would: nothing that a side claims is told as fact.

    ``codings`` are those of the incident's reports, by report id.

    Raises:
        KeyError: the incident cites a report whose coding is not given.
    """
    sources = Sources(codings)
    material = Material(incident, codings, sources)
    sections = (
        lead_section(material),
        dead_section(material),
        others_section(material),
        contested_section(material),
        accounts_section(material),
        truce_section(material),
        third_parties_section(material),
        doubts_section(material),
        background_section(material),
    )
    return Brief(
        incident=incident.id,
        headline=headline(incident),
        sections=tuple(section for section in sections if section is not None),
        sources=sources.entries(),
        notes=NOTES,
    )
