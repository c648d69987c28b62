"""Codings of a set of reports against their gold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.ceasefires_score import CeasefireScore, score_ceasefires
from tacitus.evaluate.claims_score import ClaimScore, score_claims
from tacitus.evaluate.dates_score import DateScore, score_dates
from tacitus.evaluate.events_score import EventScore, score_events
from tacitus.evaluate.figures_score import FigureScore, score_figures
from tacitus.evaluate.places_score import PlaceScore, score_places
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.model import Coding


@dataclass(frozen=True, slots=True)
class Score:
    """Micro-averaged scores over ``reports`` reports; adds up."""

    reports: int = 0
    claims: ClaimScore = ClaimScore()
    figures: FigureScore = FigureScore()
    events: EventScore = EventScore()
    dates: DateScore = DateScore()
    places: PlaceScore = PlaceScore()
    ceasefires: CeasefireScore = CeasefireScore()

    def __add__(self, other: Score) -> Score:
        return Score(
            reports=self.reports + other.reports,
            claims=self.claims + other.claims,
            figures=self.figures + other.figures,
            events=self.events + other.events,
            dates=self.dates + other.dates,
            places=self.places + other.places,
            ceasefires=self.ceasefires + other.ceasefires,
        )

    def found(self) -> list[tuple[str, PRF]]:
        """The scores of what was to be found, each with its name."""
        return [
            ("claims", self.claims.match),
            ("claims, content only", self.claims.content),
            ("figures", self.figures.match),
            ("figures, kind and number only", self.figures.number),
            ("events", self.events.match),
            ("events, type and words only", self.events.type),
            ("dates", self.dates.match),
            ("dates, words only", self.dates.words),
            ("places within 25 km", self.places.match),
            ("places, country", self.places.country),
            ("places, words only", self.places.words),
            ("ceasefires", self.ceasefires.match),
            ("ceasefires, parties only", self.ceasefires.parties),
        ]

    def given_match(self) -> list[tuple[str, Accuracy]]:
        """The shares that are right of what was matched, each with its name."""
        return [
            ("claim speaker, given content", self.claims.speaker),
            ("claim stance, given match", self.claims.stance),
            ("figure bounds, given kind and number", self.figures.bounds),
            ("figure group type, given kind and number", self.figures.group_type),
            ("figure background, given kind and number", self.figures.background),
            ("event actors, given type and words", self.events.actors),
            ("event recipients, given type and words", self.events.recipients),
            ("event background, given type and words", self.events.background),
            ("event denied or not, given type and words", self.events.denied),
            ("place within 25 km, given words", self.places.near),
            ("place country, given words", self.places.state),
            ("ceasefire date, given match", self.ceasefires.date),
            ("ceasefire status, given match", self.ceasefires.status),
            ("ceasefire alleged violators, given match", self.ceasefires.violators),
        ]


def score_codings(pairs: Iterable[tuple[Gold, Coding]]) -> Score:
    """The scores of codings, each beside the gold of its report.

    A report that was not coded is scored as an empty ``Coding``, so that all of its gold counts as missed.
    """
    return sum((score_coding(gold, coding) for gold, coding in pairs), Score())


def score_coding(gold: Gold, coding: Coding) -> Score:
    """The scores of one report."""
    return Score(
        reports=1,
        claims=score_claims(gold, coding),
        figures=score_figures(gold, coding),
        events=score_events(gold, coding),
        dates=score_dates(gold, coding),
        places=score_places(gold, coding),
        ceasefires=score_ceasefires(gold, coding),
    )
