from __future__ import annotations

import pytest

from tacitus.resolve.roles import role_of

# https://parusanalytics.com/eventdata/data.dir/PLOVER_MANUAL.pdf: what the actors' codes mean
SECTORS = frozenset("GOV MIL COP JUD SPY REB OPP CVL MED EDU NGO BUS".split())


@pytest.mark.parametrize(
    ("noun", "sector", "body"),
    [
        ("ministry", "GOV", True),
        ("spokesman", "GOV", False),
        ("army", "MIL", True),
        ("soldiers", "MIL", False),
        ("police", "COP", True),
        ("prosecutor", "JUD", False),
        ("rebels", "REB", False),
        ("residents", "CVL", False),
        ("surgeon", "CVL", False),
        ("correspondent", "MED", False),
        ("charity", "NGO", True),
        ("analyst", "EDU", False),
    ],
)
def test_a_noun_tells_the_sector_and_whether_it_is_a_body(noun: str, sector: str, body: bool) -> None:
    role = role_of(noun)
    assert role is not None
    assert (role.sector, role.body) == (sector, body)
    assert role.sector in SECTORS


@pytest.mark.parametrize("noun", ["Ministry", "MINISTRY", "ministers", "Officials"])
def test_capitals_and_a_plural_change_nothing(noun: str) -> None:
    role = role_of(noun)
    assert role is not None
    assert role.sector == "GOV"


def test_the_longer_noun_is_asked_first() -> None:
    police, company = role_of("state media", "media"), role_of("shipping company", "company")
    assert police is not None
    assert company is not None
    assert (police.sector, company.sector) == ("MED", "BUS")


def test_a_noun_further_on_is_asked_where_the_first_is_unknown() -> None:
    role = role_of("tall minister", "minister")
    assert role is not None
    assert role.sector == "GOV"


def test_bodies_of_a_state_are_at_home_and_rebels_and_civilians_are_not() -> None:
    home = {noun: role.home for noun in ("ministry", "army", "rebels", "residents") if (role := role_of(noun))}
    assert home == {"ministry": True, "army": True, "rebels": False, "residents": False}


@pytest.mark.parametrize("noun", ["", "mountain", "Pashinyan", "s"])
def test_other_words_tell_no_role(noun: str) -> None:
    assert role_of(noun) is None
    assert role_of() is None
