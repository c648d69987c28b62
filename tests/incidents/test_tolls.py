"""Tolls over several reports: whose count, in which order, what stands, and how the claimant stands to the dead."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from tacitus.incidents.tolls import TollReport, tolls
from tacitus.incidents.tolls_claimants import Fronts, claimant_of, read_fronts
from tacitus.incidents.tolls_scope import Scope
from tacitus.model import DateExpression
from tacitus.model.incident import Toll
from tests.dispatches import OPEN, Dispatch

SEPTEMBER = [date(2022, 9, day) for day in range(1, 31)]
SCOPE = Scope(sides=("ARM", "AZE"), start=date(2022, 9, 12), end=date(2022, 9, 14))
FRONTS = Fronts(frozenset({("ARM", "AZE"), ("AZE", "ARM")}))


def made(*reports: Dispatch, fronts: Fronts = FRONTS) -> tuple[Toll, ...]:
    held = [TollReport(report.coding, {figure.id for figure in report.figures}) for report in reports]
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
    report = Dispatch("r1", "Nine soldiers and two villagers died, five soldiers were hurt.", date(2022, 9, 13))
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
    held = TollReport(report.coding, set())
    assert tolls([held], scope=SCOPE, fronts=FRONTS) == ()


@pytest.mark.parametrize(("day", "found"), [(date(2022, 9, 13), 1), (date(2020, 11, 9), 0)])
def test_history_counts_only_where_it_tells_of_the_days(day: date, found: int) -> None:
    report = Dispatch("r20", "On that day 105 soldiers were killed.", date(2022, 10, 20))
    report.counts("105 soldiers", 105, side="ARM", background=True)
    coding = report.coding
    dated = DateExpression(report.span("On that day"), day.isoformat(), day, day, "day")
    told = TollReport(type(coding)(coding.report, figures=coding.figures, dates=(dated,)), set())
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
    claimant = claimant_of(coding, coding.figures[0])
    assert FRONTS.standing(claimant, "ARM") == "third_party"
    assert FRONTS.standing(claimant, None) == "third_party"
