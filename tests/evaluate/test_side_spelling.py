"""Scores compare sides, not how they are spelt."""

from __future__ import annotations

import pytest

from tacitus.evaluate.side_spelling import is_state_code, one_spelling, same_side, side_set


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("African Union", "AU"),
        ("Kurdistan Workers' Party", "PKK"),
        ("contras", "Contras"),
        ("Kivu Monitors", "kivu monitors"),
        (None, None),
    ],
)
def test_names_of_one_side_are_the_same(one: str | None, other: str | None) -> None:
    assert same_side(one, other)
    assert same_side(other, one)


@pytest.mark.parametrize(("one", "other"), [("ARM", "AZE"), ("PKK", "TUR"), ("ARM", None), (None, "PKK")])
def test_other_sides_and_no_side_are_not(one: str | None, other: str | None) -> None:
    assert not same_side(one, other)


def test_state_codes_are_not_taken_for_initials_of_groups() -> None:
    assert [one_spelling(code) for code in ("MDA", "BRA", "ARM")] == ["MDA", "BRA", "ARM"]
    assert is_state_code("MDA")
    assert not any(map(is_state_code, ("M23", "arm", "ARMS")))


def test_a_set_of_sides_leaves_out_those_not_told() -> None:
    assert side_set(["African Union", None, "AU", "ARM"]) == {"AU", "ARM"}
