from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tacitus.evaluate.annotation import Gold, GoldPlace
from tacitus.evaluate.places_score import PlaceScore, score_places
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.evaluate.setting_differences import place_differences
from tacitus.model import Coding
from tacitus.resolve.place_distance import distance_km

TEXT = "TRIPOLI (Wire) - Guns fell silent in Tripoli. Jermuk was shelled from Armenia's neighbor. Goris was spared."
JERMUK = GoldPlace("Jermuk", "ARM", 39.84, 45.67)
CODED = {"mentions": ["Jermuk"], "country": "ARM", "point": (39.842, 45.669)}


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [
        ((0.0, 0.0), (0.0, 1.0), 111.195),
        ((51.5, 0.0), (51.5, 0.0), 0.0),
        ((52.52, 13.405), (48.857, 2.352), 877.5),
        ((10.0, 179.9), (10.0, -179.9), 21.9),
        ((90.0, 0.0), (-90.0, 0.0), 20015.1),
    ],
)
def test_distances_on_the_globe(one: tuple[float, float], other: tuple[float, float], kilometres: float) -> None:
    assert distance_km(one, other) == pytest.approx(kilometres, rel=1e-3)


@pytest.mark.parametrize(
    ("change", "match", "country", "words"),
    [
        pytest.param({}, 1, 1, 1, id="right"),
        pytest.param({"point": (40.06, 45.67)}, 1, 1, 1, id="24.5 km away"),
        pytest.param({"point": (40.07, 45.67)}, 0, 1, 1, id="25.6 km away"),
        pytest.param({"point": (None, None)}, 0, 1, 1, id="no point"),
        pytest.param({"country": "AZE"}, 1, 0, 1, id="country"),
        pytest.param({"country": None}, 1, 0, 1, id="no country"),
        pytest.param({"mentions": ["Goris"]}, 0, 0, 0, id="other words"),
        pytest.param({"mentions": ["Goris", "Jermuk was"]}, 1, 1, 1, id="one of several mentions"),
        pytest.param({"precision": "country"}, 1, 1, 1, id="precision does not matter"),
    ],
)
def test_what_a_place_needs(
    make_gold: Callable[..., Gold],
    make_coding: Callable[..., Coding],
    change: dict[str, Any],
    match: int,
    country: int,
    words: int,
) -> None:
    score = score_places(make_gold(TEXT, places=[JERMUK]), make_coding(TEXT, places=[{**CODED, **change}]))
    assert (score.match.tp, score.country.tp, score.words.tp) == (match, country, words)
    assert (score.near, score.state) == (Accuracy(match * words, words), Accuracy(country * words, words))
    assert score.match.gold == score.country.gold == 1


def test_a_place_in_two_spellings_is_asked_for_once_where_it_is_coded_as_one(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    gold = make_gold(TEXT, places=[GoldPlace("TRIPOLI", "LBY", 32.89, 13.19), GoldPlace("Tripoli", "LBY", 32.9, 13.2)])
    both = {"mentions": ["TRIPOLI", "Tripoli"], "country": "LBY", "point": (32.89, 13.19)}
    assert score_places(gold, make_coding(TEXT, places=[both])).match == PRF(tp=1)
    one = {**both, "mentions": ["Tripoli"]}
    assert score_places(gold, make_coding(TEXT, places=[one])).match == PRF(tp=1, fn=1)


def test_a_country_is_not_extra_but_another_place_is(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    state = {"mentions": ["Armenia"], "country": "ARM", "point": (40.0, 45.0), "precision": "country"}
    town = {"mentions": ["Goris"], "country": "ARM", "point": (39.51, 46.34)}
    score = score_places(make_gold(TEXT, places=[JERMUK]), make_coding(TEXT, places=[state, town, CODED]))
    assert score.match == score.country == score.words == PRF(tp=1, fp=1)


def test_the_nearer_of_two_codings_of_one_name_is_taken(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    far = {**CODED, "country": "USA", "point": (30.0, -90.0)}
    score = score_places(make_gold(TEXT, places=[JERMUK]), make_coding(TEXT, places=[far, CODED]))
    assert (score.near, score.state) == (Accuracy(1, 1), Accuracy(1, 1))


def test_places_that_were_not_annotated_are_not_scored(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    assert score_places(make_gold(TEXT, absent=["places"]), make_coding(TEXT, places=[CODED])) == PlaceScore()


def test_differences_tell_point_and_country_apart(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    tripoli = GoldPlace("Tripoli", "LBY", 32.89, 13.19)
    lebanon = {"mentions": ["Tripoli"], "country": "LBN", "point": (34.44, 35.83)}
    state = {"mentions": ["Armenia"], "country": "ARM", "precision": "country"}
    goris = {"mentions": ["Goris"]}
    gold = make_gold(TEXT, places=[tripoli, JERMUK])
    wrong, missed, extra = place_differences(gold, make_coding(TEXT, places=[lebanon, state, goris]))
    assert (wrong.problem, wrong.gold) == ("wrong point, country", "LBY 32.89, 13.19: Tripoli")
    assert wrong.coded == "LBN 34.44, 35.83, settlement: Tripoli"
    assert (missed.problem, missed.gold) == ("missed", "ARM 39.84, 45.67: Jermuk")
    assert (extra.problem, extra.coded) == ("extra", "no country no point, settlement: Goris")
