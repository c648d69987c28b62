"""Places against gold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tacitus.evaluate.annotation import Gold, GoldPlace
from tacitus.evaluate.matching import Merit, best_first
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.evaluate.quote_spans import overlap, quote_spans
from tacitus.model import Coding, Place
from tacitus.resolve.place_distance import distance_km

NEAR_KM = 25.0
"""The distance within which two points are the same place."""

Agreement = Callable[[GoldPlace, Place], bool]


@dataclass(frozen=True, slots=True)
class PlaceScore:
    """Scores of places, all of those whose words overlap.

    ``match``: the point lies within ``NEAR_KM``. ``country``: the country agrees. ``words``: nothing else is asked;
    of these pairs, the share whose point (``near``) and whose country (``state``) are right. A country that is coded
    as a place is not counted as extra: gold lists what is smaller. Nor is a place asked for twice that gold lists in
    two spellings and that is coded as one with the mentions of both.
    """

    match: PRF = PRF()
    country: PRF = PRF()
    words: PRF = PRF()
    near: Accuracy = Accuracy()
    state: Accuracy = Accuracy()

    def __add__(self, other: PlaceScore) -> PlaceScore:
        return PlaceScore(
            match=self.match + other.match,
            country=self.country + other.country,
            words=self.words + other.words,
            near=self.near + other.near,
            state=self.state + other.state,
        )


def score_places(gold: Gold, coding: Coding) -> PlaceScore:
    """The places of one report; nothing is scored where the gold has none annotated."""
    if "places" in gold.absent:
        return PlaceScore()
    pairs = [(gold.places[i], coding.places[j]) for i, j in match_place_words(gold, gold.places, coding.places)]
    return PlaceScore(
        match=_counts(gold, coding, is_near),
        country=_counts(gold, coding, same_country),
        words=_counts(gold, coding, lambda *_: True),
        near=Accuracy(sum(is_near(*pair) for pair in pairs), len(pairs)),
        state=Accuracy(sum(same_country(*pair) for pair in pairs), len(pairs)),
    )


def match_places(gold: Gold, wanted: Sequence[GoldPlace], coded: Sequence[Place]) -> list[tuple[int, int]]:
    """Pairs whose words overlap and whose points lie within ``NEAR_KM``, those in one country first."""
    return _match(gold, wanted, coded, is_near)


def match_place_words(gold: Gold, wanted: Sequence[GoldPlace], coded: Sequence[Place]) -> list[tuple[int, int]]:
    """Pairs whose words overlap, those nearby and in one country first."""
    return _match(gold, wanted, coded, lambda *_: True)


def listed_again(gold: Gold, coding: Coding, pairs: Sequence[tuple[int, int]], place: GoldPlace) -> bool:
    """Whether ``place`` names again a place that was matched, at words that the coded place mentions as well."""
    spans = quote_spans(place.quote, gold.text)
    return any(_same_place(gold.places[i], place) and overlap(spans, coding.places[j].mentions) for i, j in pairs)


def is_near(gold: GoldPlace, coded: Place) -> bool:
    """Whether the coded point lies within ``NEAR_KM`` of the gold's; no point lies near none."""
    if coded.lat is None or coded.lon is None:
        return False
    return distance_km((gold.lat, gold.lon), (coded.lat, coded.lon)) <= NEAR_KM


def same_country(gold: GoldPlace, coded: Place) -> bool:
    """Whether both lie in one country, or both in none."""
    return gold.country == coded.country


def _same_place(left: GoldPlace, right: GoldPlace) -> bool:
    return left.country == right.country and distance_km((left.lat, left.lon), (right.lat, right.lon)) <= NEAR_KM


def _match(gold: Gold, wanted: Sequence[GoldPlace], coded: Sequence[Place], asked: Agreement) -> list[tuple[int, int]]:
    def merit(left: GoldPlace, right: Place) -> Merit | None:
        shared = overlap(quote_spans(left.quote, gold.text), right.mentions) if asked(left, right) else 0.0
        return (is_near(left, right), same_country(left, right), shared) if shared else None

    return best_first(wanted, coded, merit)


def _counts(gold: Gold, coding: Coding, asked: Agreement) -> PRF:
    pairs = _match(gold, gold.places, coding.places, asked)
    wanted, found = {i for i, _ in pairs}, {j for _, j in pairs}
    again = sum(listed_again(gold, coding, pairs, place) for i, place in enumerate(gold.places) if i not in wanted)
    extra = sum(place.precision != "country" for j, place in enumerate(coding.places) if j not in found)
    return PRF.of(matched=len(pairs), gold=len(gold.places) - again, coded=len(pairs) + extra)
