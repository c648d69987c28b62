"""Places where somebody writes or speaks are none where something happened."""

from __future__ import annotations

import pytest

from tacitus.incidents.episodes_speakers import places_of_news
from tests.dispatches import Dispatch


@pytest.mark.parametrize(
    ("text", "place", "news"),
    [
        ("BRUSSELS (Wire) - Shells fell on Goris.", "BRUSSELS", False),
        ("NEW YORK/BRUSSELS - Governments welcomed the lull.", "BRUSSELS", False),
        ("Goris - Shells fell on Goris, and houses burned.", "Goris", False),
        ("A minister told reporters in Kyiv that the line held.", "Kyiv", False),
        ("In Paris, the president's office said it would bring the matter up.", "Paris", False),
        ("In Goris, three houses burned down after a night of shelling.", "Goris", True),
        ("Shells fell on Goris after midnight.", "Goris", True),
        ("The army said shells had hit Goris.", "Goris", True),
    ],
)
def test_a_place_of_news(text: str, place: str, news: bool) -> None:
    coding = Dispatch("r1", text).at("p1", place, 40.0, 46.0).coding
    assert bool(places_of_news(coding)) == news


def test_one_mention_elsewhere_is_enough() -> None:
    report = Dispatch("r1", "A minister told reporters in Kyiv that he would stay. At dawn drones struck Kyiv.")
    report.at("p1", "Kyiv", 50.4, 30.5)
    (place,) = report.places
    again = report.text.rindex("Kyiv")
    mentions = (*place.mentions, type(place.mentions[0])(again, again + 4))
    report.places[0] = type(place)(**{**{name: getattr(place, name) for name in place.__slots__}, "mentions": mentions})
    assert places_of_news(report.coding)
