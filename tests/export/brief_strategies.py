"""Incidents as hypothesis makes them up: any numbers, days, sides and claimants, told in three reports."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tacitus.model.event import EVENT_TYPES
from tacitus.model.figure import FIGURE_KINDS, GROUP_TYPES
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
from tacitus.model.place import PLACE_PRECISIONS
from tests.export.brief_made import made_incident, span_of

WORDS = ("Officials spoke of 49", "105", "A minister denied it", "We hold 50 posts", "Dozens died", "Talks began")
SIDES = ("ARM", "AZE", "USA", "NLD", "GBR", "YUG", "RSF", "UN", "M23", "Houthis", "Hamas", "Joint Forces", "Boko Haram")
CLAIMANTS = (*SIDES, "residents", "hospital officials", "Sudan Doctors Network", "Aram Petrosyan", "report")
REPORTS = ("r1", "r2", "r3")
TITLES = ("Border clash", "Attack by Sudan on the RSF at el-Fasher, 26 October 2025", "Fighting at St. Petersburg.", "")

days = st.dates(date(1970, 1, 1), date(2030, 12, 31))
spans = st.sampled_from(WORDS).map(span_of)
sources = st.builds(Source, st.sampled_from(REPORTS), spans)
sides = st.sampled_from(SIDES)
numbers = st.one_of(st.integers(0, 12), st.integers(0, 200), st.integers(0, 3_000_000))


@st.composite
def bounds(draw: st.DrawFn) -> tuple[int | None, int | None, int | None]:
    """Low, best and high in this order, ends open at times."""
    low, best, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    if draw(st.booleans()):
        low = best = high
    return (
        draw(st.sampled_from([low, low, None])),
        draw(st.sampled_from([best, best, None])),
        draw(st.sampled_from([high, high, None])),
    )


@st.composite
def figures(draw: st.DrawFn) -> StatedFigure:
    low, best, high = draw(bounds())
    published = draw(st.none() | days)
    superseded, denied, part = (draw(st.booleans()) for _ in range(3))
    words = draw(st.sampled_from(WORDS))
    report = draw(st.sampled_from(REPORTS))
    return StatedFigure(published, low, best, high, superseded, denied, report, span_of(words), words, part=part)


@st.composite
def tolls(draw: st.DrawFn) -> Toll:
    by = draw(st.sampled_from(CLAIMANTS))
    side = draw(st.none() | sides)
    standing = "report" if by == "report" else "own" if by == side else draw(st.sampled_from(["enemy", "third_party"]))
    kind, group_type = draw(st.sampled_from(FIGURE_KINDS)), draw(st.sampled_from(GROUP_TYPES))
    history = tuple(draw(st.lists(figures(), max_size=5)))
    return Toll(kind, side, group_type, by, standing, history)  # type: ignore[arg-type]


@st.composite
def estimates(draw: st.DrawFn) -> Estimates:
    low, best, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    rest = tuple(draw(st.lists(sources, max_size=3)))
    whose = draw(st.lists(st.none() | sides, max_size=3, unique=True))
    ranges = tuple(SideRange(side, low, best, high) for side in whose)
    why = draw(st.sampled_from(["", "Civilians of ARM: 3 by AZE. Others differ.", "one number"]))
    top = draw(st.sampled_from([high, None]))
    grade = draw(st.sampled_from(["confirmed", "fair", "weak", "contested", "discounted"]))
    return Estimates(
        draw(st.sampled_from([None, UcdpEstimate(low, best, top, ranges, why, rest)])),
        draw(st.sampled_from([None, AcledEstimate(low, why, rest)])),
        draw(st.sampled_from([None, RangeEstimate(low, top, grade, why, rest)])),  # type: ignore[arg-type]
    )


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    told = draw(
        st.lists(st.tuples(st.sampled_from(CLAIMANTS), st.sampled_from(REPORTS), st.sampled_from(WORDS)), max_size=4)
    )
    positions = tuple(Position(by, words, report, span_of(words)) for by, report, words in told)
    return Account(
        draw(st.sampled_from(["Who attacked first?", "where did it happen"])), positions, draw(st.booleans())
    )


@st.composite
def truces(draw: st.DrawFn) -> IncidentCeasefire:
    kinds = st.sampled_from(["declared", "in_effect", "violation", "denied", "ended", "renewed"])
    step = st.builds(
        TruceStep, kinds, st.none() | days, st.none() | st.sampled_from(CLAIMANTS), st.none() | sides, sources
    )
    steps = tuple(draw(st.lists(step, max_size=6)))
    parties, mediators = (tuple(draw(st.lists(sides, max_size=3, unique=True))) for _ in range(2))
    status = draw(st.sampled_from(["announced", "in_force", "violated", "collapsed", "denied", "ended"]))
    return IncidentCeasefire(parties, mediators, None, None, None, status, (), steps)  # type: ignore[arg-type]


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    """An incident of three reports in which anything may be told or not."""
    first, last = sorted(draw(st.tuples(days, days)))
    place = IncidentPlace(
        draw(st.sampled_from(["Jermuk", "GOMA", "Armenia", "Arax"])),
        draw(st.sampled_from(["ARM", "USA", None])),
        None,
        None,
        draw(st.sampled_from(PLACE_PRECISIONS)),
    )
    return made_incident(
        title=draw(st.sampled_from(TITLES)),
        types=tuple(draw(st.lists(st.sampled_from(EVENT_TYPES), max_size=3))),
        start=draw(st.sampled_from([first, None])),
        end=draw(st.sampled_from([last, None])),
        place=draw(st.sampled_from([place, None])),
        sides=tuple(draw(st.lists(sides, max_size=4, unique=True))),
        voices=draw(st.integers(1, 3)),
        figures=tuple(draw(st.lists(tolls(), max_size=5))),
        estimates=draw(estimates()),
        accounts=tuple(draw(st.lists(accounts(), max_size=3))),
        ceasefire=draw(st.none() | truces()),
    )
