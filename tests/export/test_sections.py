from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tacitus.model import Ceasefire, Coding, Relation, RelationKind, Territory, Violation
from tests.export.rendering import render

CELLS = re.compile(r"\s{2,}")


def section(head: str, coding: Coding) -> list[list[str]]:
    text = render(coding)
    lines = text[text.index(f"\n{head}\n") + 1 :].partition("\n\n")[0].splitlines()
    return [CELLS.split(line.strip()) for line in lines[1:]]


def truce_lines(coding: Coding, truce: Ceasefire) -> list[str]:
    return [" ".join(cells) for cells in section("Ceasefires", replace(coding, ceasefires=(truce,)))]


def test_a_ceasefire_has_its_parties_brokers_hour_and_status(full: Coding) -> None:
    assert truce_lines(full, full.ceasefires[0]) == [
        "violated: ARM and AZE, brokered by RUS, from 2022-09-13 09:00+03:00",
        "Russia brokered a truce",
        "violated by ARM, says AZE: Armenian forces had broken the ceasefire",
        "violated by a side not told, says the report",
    ]


def test_a_ceasefire_of_which_little_is_told(full: Coding) -> None:
    truce = replace(
        full.ceasefires[0],
        parties=(),
        mediators=(),
        date=None,
        hour=None,
        status="in_force",
        violations=(),
        background=True,
    )
    assert truce_lines(full, truce)[0] == "in force: parties not told, background"
    assert (
        truce_lines(full, replace(truce, hour="09:00"))[0]
        == "in force: parties not told, from 09:00, day not told, background"
    )


def test_a_violation_whose_claim_is_not_known_has_no_words(full: Coding) -> None:
    truce = replace(full.ceasefires[0], violations=(Violation("AZE", "ARM", None),))
    assert truce_lines(full, truce)[-1] == "violated by AZE, says ARM"


def test_places_named_most_often_come_first(full: Coding) -> None:
    assert section("Places", full) == [
        ["place", "in", "point", "precision", "named"],
        ["Jermuk", "Vayots Dzor, ARM", "39.84 N", "45.67 E", "settlement", "2"],
        ["Nagorno-Karabakh", "AZE", "39.82 N", "46.75 E", "area", "1"],
        ["Arax", "–", "not known", "area", "1"],
    ]


def test_south_and_west(full: Coding) -> None:
    place = replace(full.places[0], lat=-4.32, lon=-58.38)
    assert section("Places", replace(full, places=(place,)))[1][2:4] == ["4.32 S", "58.38 W"]


def test_a_point_on_the_equator_is_known(full: Coding) -> None:
    place = replace(full.places[0], lat=0.0, lon=0.0)
    assert section("Places", replace(full, places=(place,)))[1][2:4] == ["0.00 N", "0.00 E"]


def test_territory_and_relations_have_a_line_each_with_their_words(full: Coding) -> None:
    assert section("Territory and relations", full) == [
        [
            "Nagorno-Karabakh: recognised as part of AZE, populated by Armenians, claimed by ARM and AZE",
            "home to ethnic Armenians",
        ],
        ["TUR backs AZE", "Turkey backs Azerbaijan"],
    ]


def test_who_controls_a_territory(full: Coding) -> None:
    territory = Territory("Goma", None, None, None, "M23", (), full.territories[0].evidence)
    assert (
        section("Territory and relations", replace(full, territories=(territory,)))[0][0] == "Goma: controlled by M23"
    )


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("close", "TUR is close to AZE"),
        ("allied", "TUR is allied with AZE"),
        ("hostile", "TUR is hostile to AZE"),
        ("mediates", "TUR mediates with AZE"),
        ("peacekeeping", "TUR keeps the peace for AZE"),
    ],
)
def test_relations_in_words(full: Coding, kind: RelationKind, line: str) -> None:
    tie = Relation("TUR", "AZE", kind, full.relations[0].evidence)
    assert section("Territory and relations", replace(full, territories=(), relations=(tie,)))[0][0] == line


def test_warnings_stand_below_the_head(full: Coding) -> None:
    lines = render(full).splitlines()
    assert lines[3] == "! warning  'overnight' has no day to count from"
    assert "warning" not in render(replace(full, warnings=()))


def test_what_is_not_there_has_no_section(full: Coding) -> None:
    bare = render(replace(full, ceasefires=(), places=(), territories=(), relations=(), checks=()))
    assert not {"Ceasefires", "Places", "Territory and relations", "Checks"} & set(bare.splitlines())
