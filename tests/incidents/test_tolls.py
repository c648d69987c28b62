"""Tolls over several reports: whose count, in which order, what stands, and how the claimant stands to the dead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from tacitus.incidents.tolls import TollReport, tolls
from tacitus.incidents.tolls_claimants import Fronts, claimants_of, read_fronts
from tacitus.incidents.tolls_scope import Held, Scope
from tacitus.model import DateExpression
from tacitus.model.incident import Toll
from tests.dispatches import OPEN, Dispatch

SEPTEMBER = [date(2022, 9, day) for day in range(1, 31)]
SCOPE = Scope(sides=("ARM", "AZE"), start=date(2022, 9, 12), end=date(2022, 9, 14))
FRONTS = Fronts(frozenset({("ARM", "AZE"), ("AZE", "ARM")}))


def made(*reports: Dispatch, fronts: Fronts = FRONTS) -> tuple[Toll, ...]:
    held = [TollReport(report.coding, Held({figure.id for figure in report.figures})) for report in reports]
    return tolls(held, scope=SCOPE, fronts=fronts)


def history(toll: Toll) -> list[tuple[int | None, bool]]:
    return [(stated.best, stated.superseded) for stated in toll.history]


def said(day: int, words: str, best: int, by: str | None = "ARM", **more: object) -> Dispatch:
    report = Dispatch(f"r{day}", f"On the day {words} were killed, it was said.", date(2022, 9, day))
    return report.counts(words, best, side="ARM", by=by, **more)  # type: ignore[arg-type]


def test_a_later_number_by_the_same_claimant_supersedes() -> None:
    (toll,) = made(said(13, "49 soldiers", 49), said(14, "105 soldiers", 105))
    assert history(toll) == [(49, True), (105, False)]
    assert toll.current is not None
    assert (toll.current.best, toll.current.report, toll.current.words) == (105, "r14", "105 soldiers")


def test_the_order_of_arrival_does_not_matter() -> None:
    reports = [said(13, "49 soldiers", 49), said(14, "105 soldiers", 105), said(16, "135 soldiers", 135)]
    results = {made(*order) for order in permutations(reports)}
    assert len(results) == 1


def test_claimants_are_kept_apart() -> None:
    found = made(
        said(13, "49 soldiers", 49),
        said(14, "100 soldiers", 100, by="AZE"),
        said(15, "64 soldiers", 64, by="UN"),
        said(16, "70 soldiers", 70, by="a doctor"),
        said(17, "80 soldiers", 80, by=None),
    )
    assert [(toll.by, toll.standing, toll.affiliated) for toll in found] == [
        ("ARM", "own", True),
        ("AZE", "enemy", True),
        ("UN", "third_party", True),
        ("a doctor", "third_party", False),
        ("report", "report", True),
    ]


def test_a_name_is_one_claimant_with_and_without_article() -> None:
    (toll,) = made(said(13, "4 soldiers", 4, by="the Jermuk hospital"), said(14, "6 soldiers", 6, by="Jermuk hospital"))
    assert history(toll) == [(4, True), (6, False)]


def said_together(*members: str, words: str = "60 soldiers", best: int = 60) -> Dispatch:
    report = Dispatch("r20", f"Both sides said that {words} of Armenia had been killed.", date(2022, 9, 20))
    return report.several("both sides", *members).counts(words, best, side="ARM", by="both sides")


def test_several_who_state_a_number_together_are_a_claimant_each() -> None:
    found = made(said_together("ARM", "AZE"))
    assert [(toll.by, toll.standing, history(toll)) for toll in found] == [
        ("ARM", "own", [(60, False)]),
        ("AZE", "enemy", [(60, False)]),
    ]
    own, enemy = (toll.history[0] for toll in found)
    assert (own.report, own.span) == (enemy.report, enemy.span)


def test_what_several_state_goes_on_with_what_each_stated_alone() -> None:
    found = made(said(13, "49 soldiers", 49), said(14, "90 soldiers", 90, by="AZE"), said_together("ARM", "AZE"))
    assert {toll.by: history(toll) for toll in found} == {
        "ARM": [(49, True), (60, False)],
        "AZE": [(90, True), (60, False)],
    }


def test_several_whose_members_are_not_known_stay_one_claimant() -> None:
    (toll,) = made(said_together())
    assert (toll.by, toll.standing, toll.affiliated) == ("both sides", "third_party", False)


def test_what_several_count_side_by_side_has_a_total_for_each() -> None:
    report = Dispatch("r1", "Both sides told of six soldiers and 13 civilians of Armenia.", date(2022, 9, 13))
    report.several("both sides", "ARM", "AZE").counts("six soldiers", 6, side="ARM", by="both sides")
    report.counts("13 civilians", 13, side="ARM", type="civilian", by="both sides")
    found = [(toll.by, toll.current and toll.current.best) for toll in made(report) if toll.group_type == "any"]
    assert found == [("ARM", 19), ("AZE", 19)]


@pytest.mark.parametrize(
    ("text", "best", "current"),
    [
        ("Three soldiers died at Sotk, it said.", 3, 105),
        ("The toll stands at three, it said.", 3, 3),
        ("It lowered its toll to three.", 3, 3),
        ("It spoke of 90 soldiers.", 90, 90),
    ],
)
def test_a_much_smaller_number_is_a_new_count_only_where_the_report_says_so(text: str, best: int, current: int) -> None:
    later = Dispatch("r14", text, date(2022, 9, 14))
    words = next(words for words in ("Three soldiers", "three", "90 soldiers") if words in text)
    (toll,) = made(said(13, "105 soldiers", 105), later.counts(words, best, side="ARM", by="ARM"))
    assert toll.current is not None
    assert toll.current.best == current


def test_kinds_groups_and_sides_are_tolls_of_their_own() -> None:
    report = Dispatch("r1", "Nine soldiers died. So did two villagers, and five soldiers were hurt.", date(2022, 9, 13))
    report.counts("Nine soldiers", 9, side="ARM", by="ARM")
    report.counts("two villagers", 2, side="ARM", type="civilian", by="ARM")
    report.counts("five soldiers", 5, side="ARM", kind="wounded", by="ARM")
    assert [(toll.kind, toll.group_type, toll.history[0].best) for toll in made(report)] == [
        ("killed", "military", 9),
        ("killed", "civilian", 2),
        ("wounded", "military", 5),
    ]


def test_bounds_are_kept() -> None:
    (toll,) = made(said(13, "at least 12 soldiers", 12, high=OPEN))
    assert (toll.history[0].low, toll.history[0].best, toll.history[0].high) == (12, 12, None)


def test_figures_of_other_happenings_stay_out() -> None:
    report = said(13, "49 soldiers", 49)
    held = TollReport(report.coding, Held(()))
    assert tolls([held], scope=SCOPE, fronts=FRONTS) == ()


@pytest.mark.parametrize(("day", "found"), [(date(2022, 9, 13), 1), (date(2020, 11, 9), 0)])
def test_history_counts_only_where_it_tells_of_the_days(day: date, found: int) -> None:
    report = Dispatch("r20", "On that day 105 soldiers were killed.", date(2022, 10, 20))
    report.counts("105 soldiers", 105, side="ARM", background=True)
    coding = report.coding
    dated = DateExpression(report.span("On that day"), day.isoformat(), day, day, "day")
    told = TollReport(type(coding)(coding.report, figures=coding.figures, dates=(dated,)), Held(()))
    result = tolls([told], scope=SCOPE, fronts=FRONTS)
    assert len(result) == found
    assert all(stated.background for toll in result for stated in toll.history)


def test_undated_reports_supersede_nothing() -> None:
    undated = Dispatch("r0", "It said 9 soldiers were killed.").counts("9 soldiers", 9, side="ARM", by="ARM")
    (toll,) = made(said(13, "49 soldiers", 49), undated)
    assert history(toll) == [(9, True), (49, False)]


def test_fronts_are_read_from_assaults() -> None:
    report = Dispatch("r1", "AZE shelled ARM. ARM and RUS shelled AZE.")
    report.happens("AZE shelled ARM", actors=("AZE",), recipients=("ARM",))
    report.happens("ARM and RUS shelled AZE", actors=("ARM", "RUS"), recipients=("AZE",))
    coding = report.coding
    fronts = read_fronts((coding, event) for event in coding.events)
    assert fronts.sides == {"ARM", "AZE", "RUS"}
    assert ("ARM", "RUS") not in fronts.opposed


def test_fighting_of_two_sides_opposes_them() -> None:
    report = Dispatch("r1", "ARM and AZE clashed.").happens("clashed", actors=("ARM", "AZE"))
    coding = report.coding
    assert read_fronts([(coding, coding.events[0])]).opposed == {("ARM", "AZE"), ("AZE", "ARM")}


def test_an_ally_is_a_third_party() -> None:
    coding = said(13, "49 soldiers", 49, by="RUS").coding
    (claimant,) = claimants_of(coding, coding.figures[0])
    assert FRONTS.standing(claimant, "ARM") == "third_party"
    assert FRONTS.standing(claimant, None) == "third_party"


def test_sides_that_fight_each_other_are_opposed_under_one_name_too() -> None:
    report = Dispatch("r1", "Both sides traded fire.", date(2022, 9, 13)).several("both sides", "ARM", "AZE")
    report.happens("traded fire", actors=("both sides",))
    coding = report.coding
    assert read_fronts([(coding, coding.events[0])]) == FRONTS


def test_soldiers_and_civilians_told_side_by_side_have_a_total() -> None:
    report = Dispatch("r1", "It lost 12 policemen, six soldiers and 13 civilians.", date(2022, 9, 13))
    for words, best, type in (("12 policemen", 12, "police"), ("six soldiers", 6, "military")):
        report.counts(words, best, side="ARM", type=type, by="ARM")  # type: ignore[arg-type]
    report.counts("13 civilians", 13, side="ARM", type="civilian", by="ARM")
    found = {toll.group_type: toll.current and (toll.current.best, toll.current.words) for toll in made(report)}
    assert found == {
        "police": (12, "12 policemen"),
        "military": (6, "six soldiers"),
        "civilian": (13, "13 civilians"),
        "any": (31, "12 policemen, six soldiers and 13 civilians"),
    }


def test_a_number_of_another_type_can_take_the_place_of_an_earlier_one() -> None:
    report = Dispatch("r1", "Armenia put its dead at 135. It had spoken of 105 men on Wednesday.", date(2022, 9, 16))
    report.counts("135", 135, side="ARM", type="any", by="ARM").counts("105 men", 105, side="ARM", by="ARM")
    assert {toll.group_type: toll.current and toll.current.best for toll in made(report)} == {
        "any": 135,
        "military": None,
    }


def test_a_number_without_a_noun_goes_on_with_what_its_claimant_counts() -> None:
    (toll,) = made(said(13, "49 soldiers", 49), said(14, "105", 105, type="civilian"))
    assert (toll.group_type, history(toll)) == ("military", [(49, True), (105, False)])


def test_a_number_without_a_noun_keeps_the_type_of_a_noun_before_it() -> None:
    report = Dispatch("r2", "It lost two civilians on Monday and five on Tuesday.", date(2022, 9, 14))
    report.counts("two civilians", 2, side="ARM", type="civilian", by="ARM")
    report.counts("five", 5, side="ARM", type="civilian", by="ARM")
    soldiers = [said(13, "49 soldiers", 49), said(15, "105 soldiers", 105), said(16, "135 soldiers", 135)]
    found = {toll.group_type: toll.current and toll.current.best for toll in made(report, *soldiers)}
    assert found == {"military": 135, "civilian": 5}


@pytest.mark.parametrize(
    ("text", "words", "since", "current"),
    [
        ("It put the enemy's dead since 1 August at 480.", "480", (date(2022, 8, 1), "1 August"), 72),
        ("In three weeks 480 of them were killed.", "480 of them", None, 72),
        ("It has killed 480 of them this year.", "480 of them", None, 72),
        ("It killed 480 of them, the most in three weeks.", "480 of them", None, 480),
        ("In this week's raids 480 of them were killed.", "480 of them", None, 480),
        ("It killed 480, the deadliest day since 1 August.", "480", (date(2022, 8, 1), "1 August"), 480),
    ],
)
def test_a_count_for_a_longer_time_is_not_the_incidents(
    text: str, words: str, since: tuple[date, str] | None, current: int
) -> None:
    raid = Dispatch("r1", "The raid killed 72 men, it said.", date(2022, 9, 13))
    raid.counts("72 men", 72, side="ARM", by="AZE")
    wider = Dispatch("r2", text, date(2022, 9, 15)).counts(words, 480, side="ARM", by="AZE")
    coding = wider.coding
    if since is not None:
        day, told = since
        coding = replace(coding, dates=(DateExpression(wider.span(told), day.isoformat(), day, day, "day"),))
    reports = [TollReport(raid.coding, Held({"f1"})), TollReport(coding, Held({"f1"}))]
    (toll,) = tolls(reports, scope=SCOPE, fronts=FRONTS)
    assert toll.current is not None
    assert toll.current.best == current


def test_the_only_count_is_kept_though_it_is_for_a_longer_time() -> None:
    report = Dispatch("r1", "In three weeks 480 men were killed.", date(2022, 9, 15))
    (toll,) = made(report.counts("480 men", 480, side="ARM", by="AZE"))
    assert toll.current is not None
    assert toll.current.best == 480


@pytest.mark.parametrize(("held", "found"), [({"e1"}, 1), (set(), 0)])
def test_history_goes_on_about_the_event_told_before_it(held: set[str], found: int) -> None:
    text = "It answered the bombing of a convoy. The force now says 40 of its men died there."
    report = Dispatch("r1", text, date(2022, 10, 20))
    report.happens("the bombing of a convoy", recipients=("ARM",), background=True)
    report.counts("40 of its men", 40, side="ARM", by="ARM", background=True)
    result = tolls([TollReport(report.coding, Held((), held))], scope=SCOPE, fronts=FRONTS)
    assert [toll.current and toll.current.best for toll in result] == [40] * found


def test_a_round_number_told_as_history_replaces_no_count() -> None:
    later = Dispatch("r2", "On that day more than 100 men died.", date(2022, 10, 20))
    later.counts("more than 100 men", 100, high=OPEN, side="ARM", by="ARM", background=True)
    day = SEPTEMBER[12]
    dated = DateExpression(later.span("On that day"), day.isoformat(), day, day, "day")
    reports = [
        TollReport(said(13, "105 soldiers", 105).coding, Held({"f1"})),
        TollReport(replace(later.coding, dates=(dated,)), Held(())),
    ]
    (toll,) = tolls(reports, scope=SCOPE, fronts=FRONTS)
    assert toll.current is not None
    assert toll.current.best == 105
