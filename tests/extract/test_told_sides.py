"""Whose people a number counts where the report's own words or sums tell it."""

from __future__ import annotations

import pytest

from tacitus.extract.told_sides import with_told_sides
from tests.dispatches import Dispatch

BOTH = "Armenia said 105 of its men died. Azerbaijan said it lost 71. "


def both(text: str) -> Dispatch:
    report = Dispatch("r1", BOTH + text)
    return report.counts("105", 105, side="ARM", by="ARM").counts("71", 71, side="AZE", by="AZE")


def sides(report: Dispatch) -> list[str | None]:
    coding = report.coding
    return [figure.group.side for figure in with_told_sides(coding.report.text, coding.figures, coding.actors)]


@pytest.mark.parametrize(
    ("text", "words", "best"),
    [
        ("At least 176 soldiers are known to have died.", "176 soldiers", 176),
        ("That brings the combined toll to more than 200.", "200", 200),
        ("In all 300 people were killed on both sides.", "300 people", 300),
    ],
)
def test_a_total_over_the_sides_counts_the_people_of_neither(text: str, words: str, best: int) -> None:
    assert sides(both(text).counts(words, best, side="ARM")) == ["ARM", "AZE", None]


@pytest.mark.parametrize(
    ("text", "words", "best"),
    [
        ("Doctors count 140 Armenian soldiers.", "140 Armenian soldiers", 140),
        ("Another 90 Armenian soldiers died in May.", "90 Armenian soldiers", 90),
    ],
)
def test_a_number_that_is_no_sum_keeps_its_side(text: str, words: str, best: int) -> None:
    assert sides(both(text).counts(words, best, side="ARM")) == ["ARM", "AZE", "ARM"]


def test_a_sum_that_a_side_itself_gives_is_its_own() -> None:
    assert sides(both("Armenia later spoke of 176.").counts("176", 176, side="ARM", by="ARM"))[2] == "ARM"


def test_its_own_toll_is_that_of_whoever_says_it() -> None:
    text = "Armenia lost many. Azerbaijan's ministry raised its own toll to 77, and said 60 of the enemy fell."
    report = (
        Dispatch("r1", text).counts("77", 77, side="ARM", by="AZE").counts("60 of the enemy", 60, side="ARM", by="AZE")
    )
    assert sides(report) == ["AZE", "ARM"]
