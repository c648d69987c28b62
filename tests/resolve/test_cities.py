from __future__ import annotations

import pytest

from tacitus.resolve.cities import state_of_town


@pytest.mark.parametrize(
    ("name", "among", "state"),
    [
        ("Goris", {"ARM", "AZE"}, "ARM"),
        ("Kharkiv", set(), "UKR"),
        ("KHARKIV", set(), "UKR"),
        ("Goma", {"COD", "RWA"}, "COD"),
        ("Bogotá", set(), "COL"),
        ("Bogota", set(), "COL"),
    ],
)
def test_a_town_lies_in_its_state(name: str, among: set[str], state: str) -> None:
    assert state_of_town(name, among=frozenset(among)) == state


def test_the_states_that_a_report_names_decide_between_namesakes() -> None:
    assert state_of_town("Tripoli", among=frozenset(("LBN", "ISR"))) == "LBN"
    assert state_of_town("Tripoli", among=frozenset(("LBY", "EGY"))) == "LBY"


def test_a_small_town_counts_only_where_its_state_is_named() -> None:
    assert state_of_town("Goris", among=frozenset()) is None
    assert state_of_town("Goris", among=frozenset(("FRA",))) is None


@pytest.mark.parametrize("name", ["Nowhereville", "", "the ridge"])
def test_an_unknown_place_lies_in_no_state(name: str) -> None:
    assert state_of_town(name, among=frozenset(("ARM",))) is None
