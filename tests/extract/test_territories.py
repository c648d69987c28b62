"""Territories: whose a place is said to be."""

from __future__ import annotations

import pytest

from tacitus.extract.territories import draft_territories
from tacitus.model import Territory
from tacitus.resolve.places import read_places
from tests.readings import read_text


def territories(text: str) -> list[Territory]:
    read = read_text(text)
    return draft_territories(read.syntax, read.book, read_places(read.syntax, read.book.sides))


def test_recognition_and_population_of_one_sentence() -> None:
    text = (
        "The war is over the region of Nagorno-Karabakh. It is, by recognised borders, a part of Azerbaijan, but is "
        "populated by ethnic Armenians."
    )
    (found,) = territories(text)
    assert (found.place, found.recognised_part_of, found.populated_by) == (
        "Nagorno-Karabakh",
        "AZE",
        "ethnic Armenians",
    )
    assert found.place_id is not None
    assert "part of Azerbaijan, but is populated by ethnic Armenians" in found.evidence.words(text)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Shells fell on Donetsk, controlled by Russia.", "RUS"),
        ("Two men died in Indian-held Kashmir.", "IND"),
        ("Crimea, annexed by Russia, was hit by drones.", "RUS"),
        ("The town of Lachin is under the control of Azerbaijan.", "AZE"),
    ],
)
def test_who_controls_a_place(text: str, side: str) -> None:
    (found,) = territories(text)
    assert (found.controlled_by, found.recognised_part_of, found.claimed_by) == (side, None, ())


def test_several_sides_claim_a_place() -> None:
    (found,) = territories("Troops shelled Kashmir, claimed by India and Pakistan.")
    assert found.claimed_by == ("IND", "PAK")


def test_breakaway_region_is_part_of_the_state_that_it_left() -> None:
    (found,) = territories("Russian troops moved into Georgia's breakaway region of Abkhazia.")
    assert (found.place, found.recognised_part_of) == ("Abkhazia", "GEO")


@pytest.mark.parametrize(
    "text",
    [
        "Armenia and Azerbaijan were part of the Soviet Union.",
        "Losses are a part of combat, the officer said in Stepanakert.",
        "Donetsk is not controlled by Russia.",
        "He claimed victory in Kashmir.",
    ],
)
def test_what_tells_of_no_territory(text: str) -> None:
    assert territories(text) == []
