from __future__ import annotations

import pytest

from tacitus.resolve.gazetteer_index import gazetteer


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Jermuk", "ARM", 39.84, 45.67),
        ("Djermuk", "ARM", 39.84, 45.67),
        ("Kiev", "UKR", 50.45, 30.52),
        ("KYIV", "UKR", 50.45, 30.52),
        ("Khankendi", "AZE", 39.82, 46.75),
        ("Stepanakert", "AZE", 39.82, 46.75),
        ("Najaf", "IRQ", 32.03, 44.35),
        ("el-Fasher", "SDN", 13.63, 25.35),
    ],
)
def test_a_place_is_found_by_any_of_its_names(name: str, country: str, lat: float, lon: float) -> None:
    places = [*gazetteer().find(name), *(place for _, place in gazetteer().find_alike(name, among=[country]))]
    assert any(
        place.country == country and abs(place.lat - lat) < 0.1 and abs(place.lon - lon) < 0.1 for place in places
    )


def test_the_most_populous_comes_first() -> None:
    first, *others = gazetteer().find("Glasgow")
    assert first.country == "GBR"
    assert {place.country for place in others} >= {"USA"}
    assert any(place.admin1 == "Kentucky" for place in others)


def test_a_province_of_a_federal_state_is_found_by_its_short_name() -> None:
    (kentucky,) = (place for place in gazetteer().find("Ky.") if place.kind == "region")
    assert (kentucky.name, kentucky.country, kentucky.precision) == ("Kentucky", "USA", "region")


def test_a_country_is_found_by_its_code() -> None:
    assert [place.name for place in gazetteer().find("ARM") if place.kind == "country"] == ["Armenia"]


def test_other_spellings_are_looked_for_in_the_states_named_only() -> None:
    index = gazetteer()
    assert [place.name for _, place in index.find_alike("Djermukh", among=["ARM"])][:1] == ["Jermuk"]
    assert index.find_alike("Djermukh", among=["FRA"]) == ()
    assert index.find_alike("Djermukh", among=[]) == ()


@pytest.mark.parametrize("name", ["Nowherevillage", "", " ", "'"])
def test_what_no_place_is_called_is_not_found(name: str) -> None:
    assert gazetteer().find(name) == ()
    assert gazetteer().find_alike(name, among=["ARM", "SYR"]) == ()


def test_a_disputed_place_tells_whose_it_is() -> None:
    (place,) = (place for place in gazetteer().find("Nagorno-Karabakh") if place.dispute is not None)
    assert place.dispute is not None
    assert place.dispute.recognised == "AZE"
    assert "Artsakh" in [hold.side for hold in place.dispute.controlled]
    assert hash(place)
