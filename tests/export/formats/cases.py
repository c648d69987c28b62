"""Incidents made by hand, and what a format writes of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TextIO

from tacitus.export.formats.case import Case
from tacitus.model import Actor, Coding, Event, EventType, Report, Span
from tacitus.model.incident import (
    Account,
    AcledEstimate,
    Estimates,
    Incident,
    IncidentCeasefire,
    IncidentPlace,
    Position,
    RangeEstimate,
    SideRange,
    Source,
    StatedFigure,
    Toll,
    TruceStep,
    UcdpEstimate,
)
from tacitus.store import Alias, KnownActor, Sighting
from tests.codings import NEWS, full_coding

JERMUK = IncidentPlace("Jermuk", "ARM", 39.84, 45.67, "settlement")


def words(told: str) -> Source:
    """Words of the report, as a source."""
    start = full_coding().report.text.index(told)
    return Source("r2", Span(start, start + len(told)))


SHELLED = words("shelling the town of Jermuk")


def estimates(best: int, *, high: int | None = None) -> Estimates:
    """The dead of one side, ``best`` by every codebook."""
    armenians = SideRange("ARM", best, best, high)
    return Estimates(
        UcdpEstimate(best, best, high, (armenians,), "at least; as Armenia says", (SHELLED,), (armenians,)),
        AcledEstimate(best, "as Armenia says", (SHELLED,)),
        RangeEstimate(best, high, "weak", "one source", (SHELLED,)),
    )


def truce() -> IncidentCeasefire:
    """A truce that both sides declare and one is said to break."""
    declared = TruceStep("declared", NEWS, "RUS", None, words("Russia brokered a truce"))
    broken = TruceStep("violation", NEWS, "AZE", "ARM", words("broken the ceasefire"))
    return IncidentCeasefire(("ARM", "AZE"), ("RUS",), NEWS, NEWS, None, "violated", (broken,), (declared, broken))


def shelling() -> Incident:
    """The shelling of a town, with a toll, an account and a truce."""
    stated = StatedFigure(date(2022, 9, 14), 49, 49, None, False, False, "r2", Span(26, 33))
    return Incident(
        id="i1",
        title="Shelling at Jermuk",
        types=("ASSAULT", "ACCUSE"),
        start=NEWS,
        end=NEWS,
        place=JERMUK,
        sides=("ARM", "AZE"),
        reports=("r2", "gone"),
        main_reports=("r2",),
        voices=1,
        events=(("r2", "e1"), ("r2", "e2"), ("r2", "e4"), ("gone", "e9")),
        background=False,
        figures=(Toll("killed", "ARM", "military", "ARM", "own", (stated,)),),
        estimates=estimates(49),
        accounts=(Account("who fired first", (Position("ARM", "Azerbaijan", "r2", Span(34, 44)),), True),),
        ceasefire=truce(),
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """What a store holds, in memory."""

    all_incidents: tuple[Incident, ...]
    all_codings: tuple[Coding, ...]

    def incidents(self) -> Iterator[Incident]:
        return iter(self.all_incidents)

    @property
    def whole(self) -> bool:
        return True

    def known_actors(self) -> Iterator[KnownActor]:
        seen = Sighting("r2", NEWS, "a1", 2)
        yield KnownActor("k1", "Armenia", "state", "ARM", "GOV", None, (Alias("Armenia", 2),), (seen,))

    def codings(self, *, ids: Collection[str] | None = None) -> Iterator[Coding]:
        return (coding for coding in self.all_codings if ids is None or coding.report.id in ids)


def written(write: Callable[[Iterable[Case], TextIO], None], *cases: Case) -> list[dict[str, str]]:
    """The rows of a CSV file by column."""
    stream = io.StringIO()
    write(cases, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


def told(
    case: Case,
    *,
    kind: EventType = "ASSAULT",
    mode: str | None = None,
    actors: tuple[Actor, ...] = (),
    recipients: tuple[Actor, ...] = (),
    report: str = "r2",
) -> Case:
    """The incident as if one event of one report told of it, with these actors and recipients."""
    event = Event(
        "e1", kind, mode, tuple(a.id for a in actors), tuple(a.id for a in recipients), "p1", None, None, None,
        "actual", False, (), Span(0, 5), Span(0, 5), (), "", 1.0,
    )  # fmt: skip
    known = tuple(dict.fromkeys((*actors, *recipients)))
    coding = Coding(Report(report, "words enough for a span", outlet="Post"), actors=known, events=(event,))
    return Case(replace(case.incident, reports=(report,), events=((report, "e1"),)), {report: coding})


def someone(id: str, side: str | None, sector: str | None = None) -> Actor:
    """An organisation of that side, or civilians of it."""
    kind = "population" if sector == "CVL" else "organization"
    return Actor(id, side or id, kind, side, sector, None, (Span(0, 5),))
