from __future__ import annotations

import pytest

from tacitus.resolve.gazetteer_entry import GazetteerPlace
from tacitus.resolve.gazetteer_index import gazetteer
from tacitus.resolve.place_choice import PlaceName, choose_places


def _chosen(*names: PlaceName | str, **states: int) -> list[GazetteerPlace | None]:
    asked = [PlaceName(name, name) if isinstance(name, str) else name for name in names]
    return choose_places(asked, states=states, index=gazetteer())


def _country(*names: PlaceName | str, **states: int) -> str | None:
    place = _chosen(*names, **states)[0]
    return None if place is None else place.country


def test_the_states_of_the_report_decide_between_namesakes() -> None:
    assert _country("Tripoli", LBN=5, ISR=2) == "LBN"
    assert _country("Tripoli", LBY=5, EGY=1) == "LBY"


def test_the_place_said_beside_decides_against_fame() -> None:
    (place,) = _chosen(PlaceName("Glasgow", "Glasgow", inside=("Kentucky",)))
    assert place is not None
    assert place.admin1 == "Kentucky"


def test_other_places_of_the_report_draw_a_name_to_them() -> None:
    place = _chosen("Alexandria", "Woodworth", "Pineville", "Ball", USA=1)[0]
    assert place is not None
    assert place.admin1 == "Louisiana"


def test_without_signs_the_great_city_is_meant() -> None:
    assert _country("Paris", BIH=9, USA=1) == "FRA"
    assert _country("Naples", BIH=9, USA=2) == "ITA"


@pytest.mark.parametrize("name", ["Stepanakert", "Khankendi"])
def test_both_names_of_a_town_are_one_place(name: str) -> None:
    (place,) = _chosen(name, ARM=3, AZE=3)
    assert place is not None
    assert (round(place.lat, 1), round(place.lon, 1)) == (39.8, 46.8)


def test_the_word_beside_tells_region_from_town() -> None:
    town, region = _chosen("Zaporizhzhia", PlaceName("Zaporizhzhia", "Zaporizhzhia region", "region"), UKR=4)
    assert town is not None
    assert region is not None
    assert (town.precision, region.precision) == ("settlement", "region")


@pytest.mark.parametrize(
    "name",
    [
        PlaceName("Nowherevillage", "Nowherevillage"),
        PlaceName("Goris", "Goris"),  # small, and its state is not named
        PlaceName("Independence", "Independence Hospital", "base"),
        PlaceName("San Carlos", "San Carlos Water", "area"),
    ],
)
def test_a_name_that_the_report_does_not_place_stays_open(name: PlaceName) -> None:
    assert _chosen(name, UKR=5) == [None]


def test_a_famous_city_is_meant_before_a_village_of_a_state_that_is_named_more() -> None:
    assert _country("Stuttgart", USA=4, NER=7, DEU=1) == "DEU"


def test_names_for_places_near_one_another_bear_each_other_out() -> None:
    assert [
        place and place.country for place in _chosen("Goose Green", "Mount Longdon", "Fanning Head", GBR=5, ARG=5)
    ] == ["FLK"] * 3


def test_another_spelling_is_not_looked_for_far_from_the_rest() -> None:
    southern = "Snihuriwka"  # Snihurivka lies 400 km from Kupiansk
    assert [place and place.country for place in _chosen(southern, UKR=9)] == ["UKR"]
    assert [place and place.country for place in _chosen(southern, "Kupiansk", "Balakliia", UKR=9)] == [
        None,
        "UKR",
        "UKR",
    ]


def test_a_capital_is_the_great_city_of_its_state() -> None:
    name = PlaceName("Tehran", "Tehran", inside=("IRN",), capital=True)
    place = _chosen(name, "Najafabad", "Isfahan", IRN=5)[0]
    assert place is not None
    assert place.population > 1_000_000


def test_a_quarter_of_a_city_is_not_the_state_with_such_a_short_name() -> None:
    place = _chosen(PlaceName("Sadr", "Sadr City", "settlement"), IRQ=5)[0]
    assert place is None or place.country == "IRQ"


def test_nothing_asked_nothing_chosen() -> None:
    assert choose_places([], states={}, index=gazetteer()) == []
