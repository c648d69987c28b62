"""Accounts: who blames whom, where, what was hit, how many; and whether the answers exclude each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from tacitus.incidents.accounts import accounts
from tacitus.incidents.accounts_blame import blames, responsibilities
from tacitus.incidents.accounts_tellings import Telling, claim_words, shortened, tellings
from tacitus.incidents.tolls import TollReport, tolls
from tacitus.incidents.tolls_claimants import Fronts
from tacitus.incidents.tolls_scope import Held, Scope
from tacitus.model import Span, Stance
from tacitus.model.incident import Account, Toll
from tests.dispatches import Dispatch

FIGHTING = frozenset({"ARM", "AZE"})
DAY = date(2022, 9, 13)


def told(*reports: Dispatch) -> list[Telling]:
    return [one for report in reports for one in tellings(report.coding, {event.id for event in report.events})]


def answers(*reports: Dispatch, counted: Sequence[Toll] = ()) -> dict[str, Account]:
    here = told(*reports)
    found = accounts(here, blames(here, fighting=FIGHTING), counted, truce=None)
    return {account.question: account for account in found}


def accusation(by: str, whom: str, words: str, *, id: str = "r1", cue: str = "accused") -> Dispatch:
    report = Dispatch(id, f"{by} {cue} {words}.", DAY)
    report.says(by, words, stance="accuse", cue=cue)
    return report.happens(words, actors=(whom,), recipients=(by,))


class TestBlame:
    def test_mutual_accusations_are_contested(self) -> None:
        found = answers(
            accusation("ARM", "AZE", "its neighbour of shelling Jermuk"),
            accusation("AZE", "ARM", "Armenian troops of laying mines", id="r2"),
        )
        account = found["Who is responsible?"]
        assert account.contested
        assert [(one.by, one.says, one.report) for one in account.positions] == [
            ("ARM", "accused its neighbour of shelling Jermuk", "r1"),
            ("AZE", "accused Armenian troops of laying mines", "r2"),
        ]

    def test_one_accusation_is_not(self) -> None:
        found = answers(accusation("ARM", "AZE", "its neighbour of shelling Jermuk"))
        assert not found["Who is responsible?"].contested

    def test_a_denial_of_the_accused_contests(self) -> None:
        denial = Dispatch("r2", "AZE denied having shelled Jermuk.", DAY)
        denial.says("AZE", "having shelled Jermuk", stance="deny", cue="denied")
        denial.happens("having shelled Jermuk", actors=("AZE",), recipients=("ARM",))
        account = answers(accusation("ARM", "AZE", "its neighbour of shelling Jermuk"), denial)["Who is responsible?"]
        assert account.contested
        assert account.positions[1].says == "denied having shelled Jermuk"

    def test_who_began_is_a_question_of_its_own(self) -> None:
        found = answers(accusation("ARM", "AZE", "its neighbour of an unprovoked attack"))
        assert list(found) == ["Who attacked first?"]

    def test_telling_of_the_enemys_attack_blames_nobody_but_a_third_party_does(self) -> None:
        words = "rockets hit Jermuk"
        for by, count in (("ARM", 0), ("UN", 1)):
            report = Dispatch("r1", f"{words}, {by} said.", DAY).says(by, words)
            report.happens(words, actors=("AZE",), recipients=("ARM",))
            assert len(blames(told(report), fighting=FIGHTING)) == count

    def test_the_report_accuses_nobody(self) -> None:
        report = Dispatch("r1", "Azeri shells hit Jermuk.", DAY)
        report.happens("Azeri shells hit Jermuk", actors=("AZE",), recipients=("ARM",))
        assert blames(told(report), fighting=FIGHTING) == ()

    def test_background_and_plans_tell_of_nothing(self) -> None:
        report = Dispatch("r1", "AZE shelled Shusha in 2020. AZE may strike again.", DAY)
        report.happens("AZE shelled Shusha", actors=("AZE",), background=True)
        report.happens("AZE may strike", actors=("AZE",), aspect="possible")
        assert told(report) == []


class TestTogether:
    """Several who speak as one ("both sides") answer each for itself, with the same words."""

    def both(self, text: str, *members: str) -> Dispatch:
        return Dispatch("r1", text, DAY).several("both sides", *members)

    def test_each_tells_with_the_same_words(self) -> None:
        report = self.both("Shells hit homes, both sides said.", "ARM", "AZE").says("both sides", "Shells hit homes")
        report.happens("Shells hit homes", actors=("AZE",), recipients=("ARM",))
        found = told(report)
        assert [(one.by, one.side) for one in found] == [("ARM", "ARM"), ("AZE", "AZE")]
        assert {one.words for one in found} == {report.span("Shells hit homes")}

    def test_members_that_are_not_known_are_one_voice(self) -> None:
        report = self.both("Shells hit homes, both sides said.").says("both sides", "Shells hit homes")
        report.happens("Shells hit homes", actors=("AZE",), recipients=("ARM",))
        assert [(one.by, one.side) for one in told(report)] == [("both sides", None)]

    def test_who_accuse_each_other_contest(self) -> None:
        report = self.both("Both sides accused each other of opening fire.", "ARM", "AZE")
        report.says("both sides", "opening fire", stance="accuse", cue="accused")
        report.happens("opening fire", type="ACCUSE", actors=("ARM",), recipients=("AZE",))
        report.happens("opening fire", type="ACCUSE", actors=("AZE",), recipients=("ARM",))
        report.happens("opening fire", actors=("both sides",))
        here = told(report)
        assert [(one.by, one.stance, one.blamed) for one in blames(here, fighting=FIGHTING)] == [
            ("ARM", "accuses", "AZE"),
            ("AZE", "accuses", "ARM"),
        ]
        (account,) = answers(report).values()
        assert account.contested
        assert [(one.by, one.says) for one in account.positions] == [
            ("ARM", "accused each other of opening fire"),
            ("AZE", "accused each other of opening fire"),
        ]

    @pytest.mark.parametrize("attackers", [("ARM",), ("AZE",), ("ARM", "AZE"), ("both sides",)])
    def test_nobody_accuses_itself(self, attackers: tuple[str, ...]) -> None:
        report = self.both("Each side claimed that the other had shelled homes.", "ARM", "AZE")
        report.says("both sides", "the other had shelled homes", stance="accuse", cue="claimed")
        found = told(report.happens("shelled homes", actors=attackers))
        assert [(one.by, one.attackers, one.recipients) for one in found] == [
            ("ARM", ("AZE",), ("ARM",)),
            ("AZE", ("ARM",), ("AZE",)),
        ]

    @pytest.mark.parametrize(("stance", "attacker"), [("accuse", "RUS"), ("assert", "ARM")])
    def test_what_both_tell_of_one_is_its_deed(self, stance: Stance, attacker: str) -> None:
        report = self.both("Both sides said that homes had been shelled.", "ARM", "AZE")
        report.says("both sides", "homes had been shelled", stance=stance, cue="said")
        found = told(report.happens("homes had been shelled", actors=(attacker,)))
        assert [(one.by, one.attackers) for one in found] == [("ARM", (attacker,)), ("AZE", (attacker,))]

    def test_a_denial_of_both_contests_what_each_is_accused_of(self) -> None:
        denial = Dispatch("r2", "Both sides denied having shelled Jermuk.", DAY).several("both sides", "ARM", "AZE")
        denial.says("both sides", "having shelled Jermuk", stance="deny", cue="denied")
        denial.happens("having shelled Jermuk", actors=("both sides",))
        account = answers(accusation("ARM", "AZE", "its neighbour of shelling Jermuk"), denial)["Who is responsible?"]
        assert account.contested
        assert [one.by for one in account.positions] == ["ARM", "ARM", "AZE"]

    def test_agreement_on_a_number_is_agreement_of_both(self) -> None:
        report = self.both("Both sides said 60 soldiers of Armenia died.", "ARM", "AZE")
        report.counts("60 soldiers", 60, side="ARM", by="both sides")
        held = [TollReport(report.coding, Held({"f1"}))]
        counted = tolls(held, scope=Scope(sides=(), start=None, end=None), fronts=Fronts(frozenset()))
        account = answers(counted=counted)["How many soldiers of Armenia were killed?"]
        assert not account.contested
        assert [(one.by, one.says) for one in account.positions] == [("ARM", "60 soldiers"), ("AZE", "60 soldiers")]


class TestWords:
    def test_parts_of_one_clause_are_shown_together(self) -> None:
        report = Dispatch("r1", "Baku accused Armenia of shelling its posts.", DAY)
        report.says("AZE", "Armenia", stance="accuse", cue="accused")
        claim = replace(report.claims[0], content=(report.span("Armenia"), report.span("shelling its posts")))
        words = claim_words(report.coding, claim, report.span("Armenia"))
        assert words.words(report.text) == "accused Armenia of shelling its posts"

    def test_a_denial_keeps_its_verb_over_a_day(self) -> None:
        report = Dispatch("r1", "RSF denied on Thursday that its men had massacred patients.", DAY)
        report.says("RSF", "its men had massacred patients", stance="deny", cue="denied")
        words = claim_words(report.coding, report.claims[0], report.span("massacred"))
        assert words.words(report.text).startswith("denied on Thursday")

    def test_a_verb_of_another_sentence_does_not_come_with_it(self) -> None:
        report = Dispatch("r1", "ARM accused AZE. Shells fell on Jermuk.", DAY)
        report.says("ARM", "Shells fell on Jermuk", stance="accuse", cue="accused")
        words = claim_words(report.coding, report.claims[0], report.span("Shells"))
        assert words.words(report.text) == "Shells fell on Jermuk"


class TestResponsibility:
    def admission(self, *, stance: str) -> Dispatch:
        report = Dispatch("r1", "Our jet bombed the house, USA said; 105 civilians died, USA said.", DAY)
        report.says("USA", "Our jet bombed the house", stance=stance)  # type: ignore[arg-type]
        report.happens("Our jet bombed the house", actors=("USA",), recipients=("IRQ",))
        return report

    def admitted(self, report: Dispatch) -> list[str]:
        here = told(report)
        held = TollReport(report.coding, Held({figure.id for figure in report.figures}))
        counted = tolls([held], scope=Scope(sides=(), start=None, end=None), fronts=Fronts(frozenset()))
        found = responsibilities(blames(here, fighting=("USA",)), counted, here)
        return [one.by for one in found if one.stance == "admits"]

    def test_an_admission_accepts_it(self) -> None:
        assert self.admitted(self.admission(stance="admit")) == ["USA"]

    def test_so_does_counting_the_civilians_of_its_own_attack(self) -> None:
        report = self.admission(stance="assert")
        assert self.admitted(report) == []
        report.counts("105 civilians", 105, side="IRQ", type="civilian", by="USA")
        assert self.admitted(report) == ["USA"]


class TestWhere:
    def report(self, id: str, by: str, place: str, lat: float) -> Dispatch:
        words = f"Azeri shells fell on {place}"
        report = Dispatch(id, f"{words}, {by} said.", DAY).at("p1", place, lat, 45.7).says(by, words)
        return report.happens(words, actors=("AZE",), recipients=("ARM",), day=DAY, place="p1")

    @pytest.mark.parametrize(("lat", "contested"), [(39.9, False), (41.5, True)])
    def test_places_far_apart_exclude_each_other(self, lat: float, contested: bool) -> None:
        found = answers(self.report("r1", "ARM", "Jermuk", 39.84), self.report("r2", "UN", "Sotk", lat))
        assert found["Where did it happen?"].contested == contested

    def test_one_voice_answers_nothing(self) -> None:
        assert "Where did it happen?" not in answers(self.report("r1", "ARM", "Jermuk", 39.84))


class TestHit:
    def report(self, by: str, words: str, id: str) -> Dispatch:
        report = Dispatch(id, f"{words}, {by} said.", DAY).says(by, words)
        return report.happens(words, actors=("AZE",), recipients=("ARM",))

    def test_fighters_only_against_homes(self) -> None:
        account = answers(
            self.report("AZE", "we struck artillery positions", "r1"), self.report("ARM", "shells hit homes", "r2")
        )["What did Azerbaijan hit?"]
        assert account.contested
        assert {one.by for one in account.positions} == {"AZE", "ARM"}

    def test_both_tell_of_homes(self) -> None:
        found = answers(self.report("AZE", "a shell hit homes", "r1"), self.report("ARM", "shells hit homes", "r2"))
        assert not found["What did Azerbaijan hit?"].contested

    def test_without_the_attackers_own_words_there_is_no_question(self) -> None:
        found = answers(self.report("UN", "it struck a base", "r1"), self.report("ARM", "shells hit homes", "r2"))
        assert not any("hit" in question for question in found)


class TestHowMany:
    def counted(self, *told: tuple[str, int]) -> tuple[Toll, ...]:
        reports = []
        for number, (by, best) in enumerate(told):
            report = Dispatch(f"r{number}", f"It was {best} soldiers.", DAY)
            reports.append(report.counts(f"{best} soldiers", best, side="ARM", by=by))
        held = [TollReport(report.coding, Held({"f1"})) for report in reports]
        opposed = Fronts(frozenset({("AZE", "ARM")}))
        return tolls(held, scope=Scope(sides=(), start=None, end=None), fronts=opposed)

    def test_claims_that_exclude_each_other(self) -> None:
        account = answers(counted=self.counted(("ARM", 49), ("AZE", 100)))["How many soldiers of Armenia were killed?"]
        assert account.contested
        assert [(one.by, one.says) for one in account.positions] == [("ARM", "49 soldiers"), ("AZE", "100 soldiers")]

    def test_agreement(self) -> None:
        assert not answers(counted=self.counted(("ARM", 49), ("UN", 49)))[
            "How many soldiers of Armenia were killed?"
        ].contested

    def test_a_nurse_who_saw_two_contests_nothing(self) -> None:
        assert not answers(counted=self.counted(("ARM", 49), ("a nurse", 2)))[
            "How many soldiers of Armenia were killed?"
        ].contested

    def test_one_claimant_leaves_no_question(self) -> None:
        assert answers(counted=self.counted(("ARM", 49))) == {}


class TestShortened:
    def test_short_words_stay(self) -> None:
        assert shortened("It hit homes.", Span(0, 12)) == Span(0, 12)

    def test_long_words_end_at_the_edge_of_a_clause(self) -> None:
        text = "The enemy shelled the town all night, " + "and " * 60 + "stopped"
        text = text.replace("all night, ", "all night long from the northern hills above the river and the road, ")
        found = shortened(text, Span(0, len(text)))
        assert found.words(text).endswith("the road")

    def test_words_without_a_clause_end_at_a_blank(self) -> None:
        text = "again " * 80
        found = shortened(text, Span(0, len(text)))
        assert found.end < 181
        assert text[found.end] == " "
