from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tacitus.export.accusations import accusations
from tacitus.export.page_options import PageOptions
from tacitus.model import Actor, Aspect, Coding, Span
from tests.export.rendering import render

CELLS = re.compile(r"\s{2,}")


def pairs(coding: Coding) -> list[tuple[str | None, str | None]]:
    return [(accusation.by, accusation.of) for accusation in accusations(coding)]


def section(text: str) -> list[list[str]]:
    lines = text[text.index("Who accuses whom") :].partition("\n\n")[0].splitlines()
    return [CELLS.split(line.strip()) for line in lines[1:]]


def test_an_event_and_the_claim_that_it_is_made_of_count_once(full: Coding) -> None:
    assert pairs(replace(full, claims=full.claims[:1])) == [("ARM", "AZE")]


def test_a_claim_accuses_who_acts_in_what_it_alleges(full: Coding) -> None:
    assert pairs(full) == [("ARM", "AZE"), ("AZE", "ARM")]
    assert accusations(full)[1].span == full.claims[1].content[0]


def test_a_claim_that_alleges_nothing_coded_accuses_nobody_known(full: Coding) -> None:
    assert pairs(replace(full, events=())) == [("ARM", None), ("AZE", None)]


def test_nobody_accuses_himself_by_telling_of_his_own_deeds(full: Coding) -> None:
    both = replace(full.events[3], actors=("a1", "a2"))
    assert pairs(replace(full, events=(both,), claims=full.claims[1:2])) == [("AZE", "ARM")]


@pytest.mark.parametrize(("aspect", "background"), [("denied", False), ("possible", False), ("actual", True)])
def test_history_and_what_did_not_happen_is_left_out(full: Coding, aspect: Aspect, background: bool) -> None:
    accuse = replace(full.events[0], aspect=aspect, background=background)
    assert pairs(replace(full, events=(accuse,), claims=full.claims[:1])) == []


def test_a_name_stands_for_who_has_no_side(full: Coding) -> None:
    accuse = replace(full.events[0], actors=("a4",))
    assert pairs(replace(full, events=(accuse,), claims=())) == [("residents", "AZE")]


def test_who_accuse_together_accuse_each(full: Coding) -> None:
    both = Actor("a5", "Armenia and Russia", "state", None, "GOV", None, (Span(0, 1),), ("a1", "a3"))
    claim = replace(full.claims[0], speaker="a5")
    assert pairs(replace(full, actors=(*full.actors, both), events=full.events[1:2], claims=(claim,))) == [
        ("ARM", "AZE"),
        ("RUS", "AZE"),
    ]


def test_several_accused_are_counted_each(full: Coding) -> None:
    accuse = replace(full.events[0], recipients=("a2", "a3"))
    assert pairs(replace(full, events=(accuse,), claims=())) == [("ARM", "AZE"), ("ARM", "RUS")]


def test_the_table_has_accusers_as_rows_and_accused_as_columns(full: Coding) -> None:
    assert section(render(full)) == [["accuser \\ accused", "AZE", "ARM"], ["ARM", "1", "·"], ["AZE", "·", "1"]]


def test_the_words_on_request(full: Coding) -> None:
    rows = section(render(full, options=PageOptions(accusations=True)))
    assert rows[3:] == [
        ["ARM → AZE", "Armenia accused Azerbaijan"],
        ["AZE → ARM", "Armenian forces had broken the ceasefire"],
    ]


def test_more_accused_than_fit_are_summed_up(full: Coding) -> None:
    crowd = tuple(Actor(f"x{n}", f"Militia {n}", "group", f"M{n}", "REB", None, ()) for n in range(9))
    accuse = replace(full.events[0], recipients=tuple(actor.id for actor in crowd))
    rows = section(render(replace(full, actors=(*full.actors, *crowd), events=(accuse,), claims=()), width=80))
    assert rows[0] == ["accuser \\ accused", "M0", "M1", "M2", "M3", "M4", "others"]
    assert rows[1] == ["ARM", "1", "1", "1", "1", "1", "4"]


def test_no_accusation_no_section(full: Coding) -> None:
    assert "accuses" not in render(replace(full, events=full.events[2:3], claims=()))
