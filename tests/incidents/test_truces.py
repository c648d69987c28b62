"""The timeline of a truce from several reports."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.incidents.tolls_scope import Scope
from tacitus.incidents.truces import incident_ceasefire, truce_account
from tacitus.incidents.truces_steps import truce_reports
from tacitus.model import CeasefireStatus
from tacitus.model.incident import IncidentCeasefire
from tests.dispatches import Dispatch

SCOPE = Scope(sides=("ARM", "AZE"), start=date(2022, 9, 12), end=date(2022, 9, 14))


def on(day: int) -> date:
    return date(2022, 9, day)


def timeline(*reports: Dispatch, main: bool = True) -> IncidentCeasefire | None:
    names = {report.id for report in reports} if main else set()
    return incident_ceasefire(truce_reports([report.coding for report in reports], scope=SCOPE, main=names))


def steps(truce: IncidentCeasefire | None) -> list[tuple[str, date | None]]:
    assert truce is not None
    return [(step.kind, step.day) for step in truce.steps]


def announced(id: str = "r1", day: int = 13, effect: int | None = 13) -> Dispatch:
    report = Dispatch(id, "A ceasefire brokered by Russia was declared.", on(day))
    return report.truce("A ceasefire", mediators=("RUS",), day=None if effect is None else on(effect))


def broken(id: str = "r2", day: int = 14) -> Dispatch:
    report = Dispatch(id, "ARM accused AZE of breaking the ceasefire.", on(day))
    report.says("ARM", "AZE of breaking the ceasefire", stance="accuse", cue="accused")
    return report.truce("the ceasefire", day=on(13), status="violated", violations=(("AZE", "ARM"),))


def test_none_without_a_truce() -> None:
    assert timeline(Dispatch("r1", "They fought on.", on(13))) is None


def test_declared_in_effect_and_violated() -> None:
    truce = timeline(announced(), broken())
    assert truce is not None
    assert steps(truce) == [("declared", on(13)), ("in_effect", on(13)), ("violation", on(14))]
    assert (truce.parties, truce.mediators) == (("ARM", "AZE"), ("RUS",))
    assert (truce.declared, truce.in_effect, truce.ended, truce.status) == (on(13), on(13), None, "violated")
    (violation,) = truce.violations
    assert (violation.by, violation.against, violation.source.report) == ("ARM", "AZE", "r2")


def test_the_order_of_arrival_does_not_matter() -> None:
    assert timeline(announced(), broken()) == timeline(broken(), announced())


def test_a_step_told_twice_is_one() -> None:
    assert steps(timeline(announced(), announced("r2"))) == [("declared", on(13)), ("in_effect", on(13))]


def test_the_event_that_declares_it_gives_the_day() -> None:
    report = announced(day=14)
    report.happens("declared", type="AGREE", actors=("ARM", "AZE"), day=on(12))
    assert steps(timeline(report))[0] == ("declared", on(12))


def test_a_later_day_of_effect_after_a_violation_renews_it() -> None:
    truce = timeline(announced(), broken(), announced("r3", day=16, effect=15))
    assert ("renewed", on(15)) in steps(truce)


def test_an_end_stands_unless_it_was_renewed() -> None:
    collapsed = Dispatch("r4", "The truce collapsed.", on(15)).truce("The truce", day=on(13), status="collapsed")
    truce = timeline(announced(), collapsed)
    assert truce is not None
    assert (truce.ended, truce.status) == (on(15), "collapsed")
    renewed = timeline(announced(), collapsed, announced("r5", day=18, effect=17))
    assert renewed is not None
    assert renewed.ended is None
    assert renewed.status == "announced"


def test_an_end_told_twice_is_one() -> None:
    ends = [
        Dispatch(f"r{day}", "The truce collapsed.", on(day)).truce("The truce", day=on(13), status="collapsed")
        for day in (15, 16)
    ]
    assert [step for step in steps(timeline(announced(), *ends)) if step[0] == "ended"] == [("ended", on(15))]


def test_the_status_is_that_of_the_truce_in_effect_last() -> None:
    report = Dispatch("r9", "One truce lasted minutes; another began on Wednesday.", on(16))
    report.truce("One truce", day=on(13), status="collapsed").truce("another", day=on(14), status="in_force")
    truce = timeline(report)
    assert truce is not None
    assert truce.status == "in_force"


@pytest.mark.parametrize("status", ["announced", "in_force", "violated", "collapsed", "denied"])
def test_the_last_report_leaves_the_status(status: CeasefireStatus) -> None:
    last = Dispatch("r9", "The ceasefire is spoken of.", on(20)).truce("The ceasefire", status=status)
    truce = timeline(announced(), last)
    assert truce is not None
    assert truce.status == status


def test_background_truces_and_those_of_others_stay_out() -> None:
    old = Dispatch("r1", "The 2020 truce held.", on(13)).truce("The 2020 truce", background=True)
    others = Dispatch("r2", "A truce in Tigray.", on(13)).truce("A truce", parties=("ETH", "TPLF"))
    assert timeline(old, others) is None


@pytest.mark.parametrize(("day", "found"), [(on(13), True), (date(2020, 11, 10), False)])
def test_a_report_on_something_else_must_tell_of_the_days(day: date, found: bool) -> None:
    report = Dispatch("r1", "A truce was agreed.", on(20)).truce("A truce", day=day, status="in_force")
    assert (timeline(report, main=False) is not None) == found


class TestAccount:
    def reports(self, *more: Dispatch) -> dict[str, Dispatch]:
        return {report.id: report for report in (announced(), broken(), *more)}

    def contested(self, *more: Dispatch) -> bool:
        reports = self.reports(*more)
        codings = {id: report.coding for id, report in reports.items()}
        account = truce_account(timeline(*reports.values()), codings)
        assert account is not None
        return account.contested

    def test_one_allegation_is_uncontested(self) -> None:
        assert not self.contested()

    def test_the_accused_denies(self) -> None:
        denial = Dispatch("r3", "AZE denied any breach of it. The ceasefire holds.", on(14))
        denial.says("AZE", "any breach of it", stance="deny", cue="denied")
        denial.truce("The ceasefire", day=on(13), status="violated", violations=(("AZE", "ARM"),))
        assert self.contested(denial)

    def test_who_deny_it_together_deny_it_each(self) -> None:
        denial = Dispatch("r3", "Both sides denied any breach of it. The ceasefire holds.", on(14))
        denial.several("both sides", "ARM", "AZE").says("both sides", "any breach of it", stance="deny", cue="denied")
        denial.truce("The ceasefire", day=on(13), status="violated", violations=(("AZE", "ARM"), ("ARM", "AZE")))
        truce = timeline(denial)
        assert truce is not None
        assert [(step.by, step.source) for step in truce.steps if step.kind == "denied"] == [
            ("ARM", truce.steps[-1].source),
            ("AZE", truce.steps[-1].source),
        ]

    def test_a_truce_denied_by_both(self) -> None:
        report = Dispatch("r1", "Both sides denied that a truce had been agreed.", on(13))
        report.several("both sides", "ARM", "AZE").says("both sides", "a truce had been agreed", stance="deny")
        truce = timeline(report.truce("a truce had been agreed", status="denied"))
        assert truce is not None
        assert [(step.kind, step.by) for step in truce.steps] == [("denied", "ARM"), ("denied", "AZE")]

    def test_each_accuses_the_other(self) -> None:
        counter = Dispatch("r3", "AZE said ARM broke the ceasefire.", on(14)).says("AZE", "ARM broke the ceasefire")
        counter.truce("the ceasefire", day=on(13), status="violated", violations=(("ARM", "AZE"),))
        assert self.contested(counter)

    def test_nobody_alleges(self) -> None:
        assert truce_account(timeline(announced()), {"r1": announced().coding}) is None
        assert truce_account(None, {}) is None

    def test_the_very_words(self) -> None:
        codings = {id: report.coding for id, report in self.reports().items()}
        account = truce_account(timeline(announced(), broken()), codings)
        assert account is not None
        assert account.positions[0].says == "accused AZE of breaking the ceasefire"


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2020, 11, 10), False), (date(2022, 11, 10), False), (date(2022, 9, 17), True), (date(2022, 8, 20), True)],
)
def test_a_truce_of_another_time_is_no_step_of_this_one(day: date, found: bool) -> None:
    report = Dispatch("r1", "The agreement of 10 November sent peacekeepers there.", on(16))
    truce = timeline(report.truce("The agreement", day=day, status="in_force"))
    assert (truce is not None) == found


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("The truce came into force at night. An earlier ceasefire collapsed within minutes.", "An earlier ceasefire"),
        ("The truce came into force at night. The two sides fought on.", None),
        ("The truce lasted minutes.", "The truce lasted"),
        ("The truce came into force at night. The roof of a school collapsed.", None),
    ],
)
def test_an_end_rests_on_words_that_tell_it(text: str, ended: str | None) -> None:
    report = Dispatch("r1", text, on(15)).truce("The truce", day=on(13), status="collapsed")
    truce = timeline(report)
    assert truce is not None
    words = [step.source.span.words(text) for step in truce.steps if step.kind == "ended"]
    assert [one.startswith(ended) for one in words if ended is not None] == ([] if ended is None else [True])
    assert bool(words) == (ended is not None)
