from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.resolve import gazetteer_build
from tacitus.resolve.gazetteer_build import build_gazetteer
from tacitus.resolve.gazetteer_index import Gazetteer
from tacitus.resolve.gazetteer_towns import Town, towns

_LIST = b"""
[[place]]
name = "Hollow Front"
aliases = ["the Hollow", "Dolina"]
kind = "front"
lat = 50.5
lon = 30.5
recognised = "UKR"
controlled = [{ side = "DPR", from = "2014", to = "2022-10-01" }, { side = "UKR", from = "2022-10-01" }]
claimed = ["UKR", "RUS"]

[[place]]
name = "Upper Oblast"
kind = "region"
lat = 50.0
lon = 30.0
country = "UKR"

[[place]]
name = "Long River"
kind = "area"
lat = 50.0
lon = 31.0
between = ["UKR", "BLR"]

[[place]]
name = "Riverton"
kind = "settlement"
lat = 50.01
lon = 30.01
country = "UKR"
"""


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Gazetteer:
    """A gazetteer of three towns and four listed places."""
    found = [
        Town("Riverton", ["Riverton", "Richkove"], "UA", "07", 50.0, 30.0, 1, 9000),
        Town("Al Wadi", ["Al Wadi"], "SY", "02", 35.0, 38.0, 2, 700),
        Town("Riverton", ["Riverton"], "US", "WY", 43.0, -108.4, 3, 10_000),
    ]
    monkeypatch.setattr(gazetteer_build, "towns", lambda: iter(found))
    path = tmp_path / "made.sqlite"
    build_gazetteer(path, lists={"list.toml": _LIST})
    return Gazetteer(path)


def test_a_listed_place_has_all_its_names(index: Gazetteer) -> None:
    for name in ("Hollow Front", "The Hollow", "dolina"):
        (place,) = index.find(name)
        assert (place.name, place.country, place.precision, place.listed) == ("Hollow Front", "UKR", "area", True)
    assert index.listed_keys() >= {"hollow front", "hollow", "dolina"}


def test_it_tells_who_held_it_when(index: Gazetteer) -> None:
    dispute = index.find("Dolina")[0].dispute
    assert dispute is not None
    assert [(hold.side, hold.since, hold.until) for hold in dispute.controlled] == [
        ("DPR", "2014", "2022-10-01"),
        ("UKR", "2022-10-01", None),
    ]
    assert dispute.claimed == ("UKR", "RUS")


def test_it_tells_between_which_states_a_place_lies(index: Gazetteer) -> None:
    assert [(place.country, place.between) for place in index.find("Long River")] == [(None, ("UKR", "BLR"))]
    assert index.find("Dolina")[0].between == ()


def test_a_town_lies_in_the_listed_province_round_it(index: Gazetteer) -> None:
    assert [place.admin1 for place in index.find("Richkove")] == ["Upper Oblast"]


def test_a_listed_town_takes_over_what_geonames_knows(index: Gazetteer) -> None:
    here, there = index.find("Riverton")
    assert (here.lat, here.geonames_id, here.population, here.admin1) == (50.01, 1, 9000, "Upper Oblast")
    assert (there.country, there.admin1) == ("USA", "Wyoming")


def test_the_arabic_article_may_be_left_out(index: Gazetteer) -> None:
    assert index.find("Wadi") == index.find("al-Wadi") != ()


def test_every_town_of_the_package_has_a_name_and_a_point() -> None:
    count = 0
    for town in towns():
        assert town.name == town.names[0]
        assert -90 <= town.lat <= 90
        assert -180 <= town.lon <= 180
        count += 1
    assert count > 150_000
