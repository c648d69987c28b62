"""One incident as a page for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from tacitus.export.incident_page.accounts import accounts_section
from tacitus.export.incident_page.estimates import estimates_section
from tacitus.export.incident_page.joins import joins_section
from tacitus.export.incident_page.sources import Sources
from tacitus.export.incident_page.timeline import timeline_section
from tacitus.export.incident_page.tolls import tolls_section
from tacitus.export.incident_page.truce import truce_section
from tacitus.export.incident_page.wording import count_text, days_text, place_text, sides_text, types_text
from tacitus.export.sections.layout import parted
from tacitus.export.wording import plain
from tacitus.incidents.link import Join
from tacitus.model import Coding
from tacitus.model.incident import Incident


def incident_page(
    incident: Incident, codings: Mapping[str, Coding], *, undated: bool = False, joins: Sequence[Join] = ()
) -> RenderableType:
    """A page that fits any width from 60 columns on; ``codings`` are those of the incident's reports, by id.

    ``undated`` also shows events of which no report tells the day; ``joins`` tell why its reports are held for one.

    Raises:
        KeyError: the coding of a report is missing.
    """
    return Group(*parted(_sections(incident, Sources(incident, codings), undated=undated, joins=joins)))


def _sections(
    incident: Incident, sources: Sources, *, undated: bool, joins: Sequence[Join]
) -> Iterator[Iterable[RenderableType]]:
    yield (_head(incident),)
    yield estimates_section(incident, sources)
    yield tolls_section(incident.figures, sources)
    yield accounts_section(incident.accounts, sources)
    yield truce_section(incident.ceasefire, sources)
    yield timeline_section(incident, sources, undated=undated)
    yield joins_section(joins, sources)
    yield sources.section()


def _head(incident: Incident) -> Text:
    told = count_text(len(incident.reports), "report")
    if incident.voices < len(incident.reports):
        told += f" ({count_text(incident.voices, 'voice')})"
    history = "told only as history" if incident.background else ""
    facts = [
        incident.id,
        days_text(incident),
        place_text(incident),
        sides_text(incident),
        types_text(incident),
        told,
        history,
    ]
    head = Text(plain(incident.title), style="bold")
    return head.append("\n" + " · ".join(fact for fact in facts if fact), style="not bold dim")
