"""An incident with the codings of the reports that it rests on: what every format is written from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from tacitus.model import Coding, Event, Place
from tacitus.model.incident import Incident

ReadCodings = Callable[[Collection[str]], Iterable[Coding]]
"""Gives the codings of the reports of these ids."""

Item = TypeVar("Item")
_PAGE = 16


@dataclass(frozen=True, slots=True)
class Mention:
    """An event of a report, and the report's coding."""

    coding: Coding
    event: Event


@dataclass(frozen=True, slots=True)
class Case:
    """An incident and the codings of its reports, by report id."""

    incident: Incident
    codings: Mapping[str, Coding]

    def mentions(self) -> Iterator[Mention]:
        """The incident's event mentions, in its order."""
        events = {(name, event.id): event for name, coding in self.codings.items() for event in coding.events}
        for report, event_id in self.incident.events:
            event = events.get((report, event_id))
            if event is not None:
                yield Mention(self.codings[report], event)

    def happened(self) -> Iterator[Mention]:
        """The mentions that tell of something that happened: not planned, possible, requested or denied."""
        return (mention for mention in self.mentions() if mention.event.aspect == "actual")

    def place(self) -> Place | None:
        """The place as a report names it, which tells the province."""
        where = self.incident.place
        if where is None:
            return None
        named = (place for coding in self.codings.values() for place in coding.places)
        spot = (where.name, where.lat, where.lon)
        return next((place for place in named if (place.name, place.lat, place.lon) == spot), None)


def gather(incidents: Iterable[Incident], read: ReadCodings, *, page: int = _PAGE) -> Iterator[Case]:
    """Incidents with their codings, ``page`` incidents at a time in memory."""
    for some in in_pages(incidents, page=page):
        wanted = {report for incident in some for report in incident.reports}
        codings = {coding.report.id: coding for coding in read(wanted)}
        for incident in some:
            yield Case(incident, {report: codings[report] for report in incident.reports if report in codings})


def in_pages(items: Iterable[Item], *, page: int = _PAGE) -> Iterator[list[Item]]:
    """Items ``page`` at a time, the last of fewer."""
    source = iter(items)
    while some := list(islice(source, page)):
        yield some


def stable_number(incident_id: str) -> int:
    """A number for an incident, the same in every export; of 15 digits, which any reader of numbers keeps exactly.

    Two of a million incidents share one with a chance of 1 in 2,000.
    """
    return int.from_bytes(hashlib.sha256(incident_id.encode()).digest()[:8]) % 10**15
