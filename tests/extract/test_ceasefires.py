"""Truces: which are there, between whom, by whom, since when, and whether they hold."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.extract.ceasefires import DraftCeasefire, draft_ceasefires
from tests.readings import PUBLISHED, read_text

_WAR = (
    "Armenian and Azerbaijani troops fought on the border. Armenia said Azerbaijan had shelled three towns, and "
    "Azerbaijan accused Armenia of attacking its posts. "
)


def truces(text: str) -> list[DraftCeasefire]:
    read = read_text(text)
    return draft_ceasefires(read.syntax, read.book, read.claims, read.dates, PUBLISHED)


def truce(text: str) -> DraftCeasefire:
    (found,) = truces(text)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations called for an immediate ceasefire.",
        "Russia urged both sides to accept a truce.",
        "There was no ceasefire on Tuesday.",
        "Armenia rejected a ceasefire.",
        "Diplomats held talks on a ceasefire.",
        "Villagers fled across the ceasefire line.",
        "The two ministers signed a trade agreement.",
        "France demanded that they stop fighting.",
    ],
)
def test_what_is_only_wished_for_is_no_truce(text: str) -> None:
    assert truces(_WAR + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A ceasefire took effect on Tuesday.",
        "Armenia and Azerbaijan agreed on Tuesday to stop fighting.",
        "The two sides signed a truce on Tuesday.",
        "A humanitarian pause began on Tuesday.",
        "They reached a deal on Tuesday to end the fighting.",
        "The cessation of hostilities took effect on Tuesday.",
    ],
)
def test_truce_of_the_two_sides_at_war(text: str) -> None:
    found = truce(_WAR + text)
    assert set(found.parties) == {"ARM", "AZE"}
    assert (found.mediators, found.date, found.background) == ((), date(2022, 9, 13), False)


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        ("A ceasefire brokered by Russia took effect on Tuesday.", {"RUS"}),
        ("A truce mediated by Egypt and Qatar was holding.", {"EGY", "QAT"}),
        ("The Russian-brokered ceasefire was holding.", {"RUS"}),
        ("The truce that Russia brokered last week has held.", {"RUS"}),
        ("Moscow said it had negotiated a ceasefire.", {"RUS"}),
        ("A ceasefire under the auspices of the United Nations began on Tuesday.", {"UN"}),
    ],
)
def test_who_brokered_it(text: str, mediators: set[str]) -> None:
    found = truce(_WAR + text)
    assert set(found.mediators) == mediators
    assert set(found.parties) == {"ARM", "AZE"}


def test_named_parties_come_before_those_named_more() -> None:
    text = "Russia, Russian officers and Moscow praised it. A ceasefire between Armenia and Azerbaijan was announced."
    assert set(truce(text).parties) == {"ARM", "AZE"}


def test_group_and_the_state_that_it_fights() -> None:
    text = (
        "Israel bombed Gaza and Hamas fired rockets at Israeli towns. Palestinian medics counted the dead in Gaza. "
        "A truce mediated by Egypt began on Tuesday."
    )
    found = truce(text)
    assert (set(found.parties), found.mediators) == ({"ISR", "Hamas"}, ("EGY",))


def test_whoever_declares_it_alone_is_its_only_party() -> None:
    assert truce(_WAR + "Azerbaijan declared a unilateral ceasefire on Tuesday.").parties == ("AZE",)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The ceasefire collapsed on Tuesday.", "collapsed"),
        ("The truce lasted less than two hours.", "collapsed"),
        ("Azerbaijan scrapped the truce on Tuesday.", "collapsed"),
        ("The ceasefire brokered by Russia was holding.", "in_force"),
        ("A ceasefire took effect on Tuesday.", "in_force"),
        ("Armenian gunners violated the ceasefire on Tuesday.", "violated"),
        ("The truce did not hold.", "violated"),
        ("A ceasefire was announced on Wednesday.", "announced"),
    ],
)
def test_what_the_report_leaves_it_at(text: str, status: str) -> None:
    assert truce(_WAR + text).status == status


def test_alleged_violation_with_whoever_alleges_it() -> None:
    found = truce(_WAR + "A ceasefire took effect on Tuesday. Azerbaijan accused Armenia of violating the ceasefire.")
    (violation,) = found.violations
    assert (violation.by, violation.alleged_by) == ("ARM", "AZE")
    assert found.status == "violated"


def test_each_side_accuses_the_other() -> None:
    found = truce(_WAR + "The two sides accused each other of breaking the ceasefire.")
    assert {(item.by, item.alleged_by) for item in found.violations} == {("ARM", "AZE"), ("AZE", "ARM")}


def test_truce_of_the_past_is_background() -> None:
    found = truce(_WAR + "About 30,000 people died in a war that ended with a ceasefire in May 1994.")
    assert found.background


def test_old_truce_that_ends_now_is_news() -> None:
    found = truce(_WAR + "Armenia said on Tuesday that the 1994 ceasefire had collapsed.")
    assert (found.background, found.status) == (False, "collapsed")


def test_evidence_is_the_sentence_that_tells_when_it_begins() -> None:
    text = _WAR + "The ceasefire was welcomed. A ceasefire brokered by Russia took effect on Tuesday."
    assert truce(text).evidence.words(text) == "A ceasefire brokered by Russia took effect on Tuesday."


def test_several_mentions_are_one_truce() -> None:
    text = "A truce was announced on Monday. The truce took effect on Tuesday. The truce was holding."
    assert len(truces(_WAR + text)) == 1
