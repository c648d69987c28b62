"""Truces: which are there, between whom, by whom, since when, and whether they hold."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.coder import code
from tacitus.extract.ceasefires import DraftCeasefire, draft_ceasefires
from tacitus.model import Ceasefire, Report
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


def coded(text: str) -> Ceasefire:
    """The truce of a whole coding, where what its events tell counts too."""
    (found,) = code(Report(id="r", text=text, title=None, published=PUBLISHED, outlet=None)).ceasefires
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
        "Egypt appealed for a halt to the fighting before the year ends.",
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
        ("Hours after a truce between Armenia and Azerbaijan collapsed, shells fell on the town.", "collapsed"),
        ("Armenia declared the 1994 ceasefire over.", "collapsed"),
        ("The truce, signed on Monday, lasted one night.", "collapsed"),
        ("The truce signed in 1994 still holds on paper.", "violated"),
        ("A ceasefire took effect on Monday. It was violated within hours, residents said.", "violated"),
        ("A truce was announced on Monday. It collapsed on Tuesday.", "collapsed"),
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


def test_pronoun_of_a_truce_tells_who_broke_it() -> None:
    found = truce(_WAR + "A truce was signed on Monday. Both sides accuse each other of breaking it.")
    assert {(item.by, item.alleged_by) for item in found.violations} == {("ARM", "AZE"), ("AZE", "ARM")}


def test_pronoun_of_something_else_is_no_truce() -> None:
    found = truce(_WAR + "A truce took effect on Monday. The dam was old and it was broken.")
    assert (found.status, found.violations) == ("in_force", ())


def test_party_that_tells_of_a_breach_by_nobody_named_means_the_other() -> None:
    found = truce(_WAR + "A ceasefire took effect on Monday. Azerbaijan said the ceasefire had been violated at dawn.")
    assert [(item.by, item.alleged_by) for item in found.violations] == [("ARM", "AZE")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A ceasefire took effect on Monday. On Tuesday Armenian troops shelled Azerbaijani posts.", "violated"),
        ("A ceasefire took effect on Tuesday. On Monday Armenian troops shelled Azerbaijani posts.", "in_force"),
        (
            "On Monday Azerbaijan shelled an Armenian town. A ceasefire that took effect on Tuesday is holding.",
            "in_force",
        ),
    ],
)
def test_fighting_of_the_parties_after_it_breaks_it(text: str, status: str) -> None:
    assert coded(_WAR + text).status == status


def test_what_a_party_did_after_it_is_alleged_by_the_other() -> None:
    text = "A ceasefire took effect on Monday. Azerbaijan said Armenian troops shelled its posts on Tuesday."
    found = coded(_WAR + text)
    assert {(item.by, item.alleged_by) for item in found.violations} == {("ARM", "AZE")}


def test_truce_that_failed_stands_beside_the_one_that_holds() -> None:
    text = (
        "A ceasefire took effect on Tuesday and was holding. An earlier ceasefire, announced by Russia, collapsed "
        "within minutes on Monday."
    )
    later, earlier = truces(_WAR + text)
    assert (later.date, later.status, later.mediators) == (date(2022, 9, 13), "in_force", ())
    assert (earlier.date, earlier.status, earlier.mediators) == (date(2022, 9, 12), "collapsed", ("RUS",))
    assert set(later.parties) == set(earlier.parties) == {"ARM", "AZE"}


def test_new_truce_after_one_that_collapsed() -> None:
    text = "A truce agreed on Sunday collapsed within hours. A new ceasefire took effect on Tuesday."
    assert [(found.date, found.status) for found in truces(_WAR + text)] == [
        (date(2022, 9, 13), "in_force"),
        (date(2022, 9, 11), "collapsed"),
    ]


def test_earlier_truce_of_weeks_ago_is_history() -> None:
    text = "A ceasefire took effect on Tuesday and was holding. A previous truce, agreed on 2 August, collapsed."
    found = truce(_WAR + text)
    assert (found.date, found.status) == (date(2022, 9, 13), "in_force")


def test_new_truce_without_an_old_one_is_one_truce() -> None:
    assert truce(_WAR + "A new ceasefire took effect on Tuesday. The truce was holding.").status == "in_force"


@pytest.mark.parametrize(
    "text",
    [
        "A truce agreed on Sunday collapsed within hours. The truce took effect at noon on Monday.",
        "A truce announced on Sunday collapsed. Officials said a new ceasefire had been signed.",
        "The first ceasefire of the war took effect on Tuesday. The ceasefire was holding.",
    ],
)
def test_days_and_stages_of_one_truce_are_one_truce(text: str) -> None:
    assert len(truces(_WAR + text)) == 1


def test_side_that_agrees_to_stop_its_own_raids_is_the_only_party() -> None:
    text = (
        "Israel bombed Tyre and Hezbollah fired rockets at Israeli towns. Israel agreed on Tuesday to suspend air "
        "raids over southern Lebanon, the US State Department said."
    )
    found = truce(text)
    assert (found.parties, found.mediators) == (("ISR",), ("USA",))


def test_group_fights_the_state_that_hosts_it_rather_than_one_named_more() -> None:
    text = (
        "French officials met in Paris. France said French soldiers had stayed in their camp, and the French minister "
        "urged calm. In Bamako the Malian army and MNLA fighters exchanged fire. A truce took effect on Tuesday."
    )
    assert set(truce(text).parties) == {"MLI", "MNLA"}


def test_state_that_stands_behind_a_side_is_not_its_enemy() -> None:
    text = (
        "Syrian troops and rebels fought in Aleppo. Russia said Russian jets had struck the rebels, and Moscow said "
        "Syria was right. The rebels shelled the Syrian army, and Syrian rebels attacked a road. A truce began on "
        "Tuesday."
    )
    assert set(truce(text).parties) == {"SYR", "Syrian rebels"}


def test_truce_of_the_past_is_left_out_where_nobody_of_it_is_named() -> None:
    assert truces(_WAR + "\n\nResidents fled.\n\nThe war of 1988 ended with a ceasefire in May 1994.") == []


def test_truce_of_the_past_with_its_mediator_is_background() -> None:
    text = "\n\nResidents fled.\n\nThe war of 1988 ended with a ceasefire mediated by Russia in May 1994."
    found = truce(_WAR + text)
    assert (found.background, found.mediators) == (True, ("RUS",))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Armenia and Azerbaijan agreed on Monday to a truce from Tuesday.", date(2022, 9, 13)),
        ("The two sides announced on Monday that they would cease fire on Tuesday.", date(2022, 9, 13)),
        ("Three soldiers have died since the truce of 12 September, the army said on Tuesday.", date(2022, 9, 12)),
    ],
)
def test_day_of_effect_rather_than_of_word(text: str, day: date) -> None:
    assert truce(_WAR + text).date == day


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
