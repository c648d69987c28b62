"""What a coder would write down of ordinary sentences, coded with the shipped weights."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tacitus import Coding, Report, code
from tacitus.model import Bounds, Stance


@dataclass(frozen=True, slots=True)
class Said:
    """A claim in words: its speaker's name and side, its stance and its content."""

    name: str | None
    side: str | None
    stance: Stance
    content: str


def coded(text: str, *, outlet: str | None = None) -> Coding:
    return code(Report(id="r", text=text, outlet=outlet))


def said(coding: Coding) -> list[Said]:
    found = []
    for claim in coding.claims:
        actor = coding.actor(claim.speaker)
        content = " … ".join(span.words(coding.report.text) for span in claim.content)
        found.append(Said(actor.name if actor else None, actor.side if actor else None, claim.stance, content))
    return found


PREMIER = (
    "Armenia's Prime Minister Nikol Pashinyan said on Tuesday that 49 soldiers had been killed. "
    "Mr Pashinyan said the fighting went on. He accused Azerbaijan of shelling towns.\n\n"
    "Later Pashinian told lawmakers that talks had failed."
)


class TestWho:
    def test_a_person_is_one_actor_however_called(self) -> None:
        coding = coded(PREMIER)
        assert {(claim.name, claim.side) for claim in said(coding)} == {("Nikol Pashinyan", "ARM")}
        (person,) = [actor for actor in coding.actors if actor.kind == "person"]
        words = [span.words(PREMIER) for span in person.mentions]
        assert (person.sector, person.role) == ("GOV", "Armenia's Prime Minister")
        assert {"Armenia's Prime Minister Nikol Pashinyan", "Mr Pashinyan", "He", "Pashinian"} <= set(words)

    def test_the_ministry_is_the_one_named_before(self) -> None:
        coding = coded(
            "Azerbaijan's defence ministry said its positions had been shelled overnight. "
            "The ministry added that 50 of its servicemen had died."
        )
        first, second = coding.claims
        assert second.speaker == first.speaker
        assert [claim.side for claim in said(coding)] == ["AZE", "AZE"]

    def test_a_capital_and_a_seat_of_power_speak_for_their_state(self) -> None:
        coding = coded("Moscow said it had brokered a truce. The Kremlin said talks would follow next week.")
        first, second = coding.claims
        assert first.speaker == second.speaker
        speaker = coding.actor(first.speaker)
        assert speaker is not None
        assert (speaker.kind, speaker.side) == ("state", "RUS")

    def test_officials_are_of_the_people_named_before_them(self) -> None:
        (claim,) = said(coded("Ukrainian officials said Russian troops had shelled a hospital in Kharkiv."))
        assert (claim.side, claim.content) == ("UKR", "Russian troops had shelled a hospital in Kharkiv")

    @pytest.mark.parametrize(
        ("text", "name", "sector"),
        [
            ("Residents said they had heard explosions through the night.", "Residents", "CVL"),
            ("Two witnesses said the soldiers had opened fire on the crowd.", "Two witnesses", "CVL"),
            ("A senior security official said the raid had failed.", "A senior security official", "GOV"),
        ],
    )
    def test_sources_without_a_name_are_actors(self, text: str, name: str, sector: str) -> None:
        coding = coded(text)
        (claim,) = coding.claims
        actor = coding.actor(claim.speaker)
        assert actor is not None
        assert (actor.name, actor.sector, actor.side) == (name, sector, None)

    def test_a_relative_clause_does_not_hide_who_speaks(self) -> None:
        (claim,) = said(coded("Germany, which chairs the group, called for an immediate ceasefire."))
        assert (claim.side, claim.stance, claim.content) == ("DEU", "urge", "an immediate ceasefire")

    def test_a_statement_is_its_issuers(self) -> None:
        coding = coded(
            "The army denied the attack. In a statement, it said no soldier had crossed the border. "
            "The statement said three soldiers had been wounded."
        )
        assert {claim.name for claim in said(coding)} == {"The army"}

    def test_a_quotation_that_goes_on_keeps_its_speaker(self) -> None:
        coding = coded(
            "“They came before dawn and burned the houses,” said Amina Yusuf, a farmer from the village.\n\n"
            "“Then they took the cattle and left toward the river.”"
        )
        claims = said(coding)
        assert {claim.name for claim in claims} == {"Amina Yusuf"}
        whole = " ".join(claim.content for claim in claims)
        assert "burned the houses" in whole
        assert "left toward the river" in whole
        assert all(claim.quoted for claim in coding.claims)


class TestClaims:
    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("The health ministry said that 12 civilians were killed.", "12 civilians were killed"),
            ("Twelve civilians were killed, the health ministry said.", "Twelve civilians were killed"),
            ("According to the health ministry, 12 civilians were killed.", "12 civilians were killed"),
            ("“Twelve civilians were killed,” the health ministry said.", "Twelve civilians were killed"),
            (
                "“Our clinics are full,” the health ministry said, “and the medicine is gone.”",
                "Our clinics are full … and the medicine is gone",
            ),
        ],
    )
    def test_attribution_before_after_and_within(self, text: str, content: str) -> None:
        (claim,) = said(coded(text))
        assert claim.content == content
        assert claim.name is not None
        assert claim.name.casefold() == "the health ministry"

    def test_the_reports_own_voice_claims_nothing(self) -> None:
        coding = coded("Shelling resumed on Monday near the river. The road to the north was closed.")
        assert coding.claims == ()

    @pytest.mark.parametrize(
        ("text", "stance"),
        [
            ("The army said the road was open to all traffic.", "assert"),
            ("The army denied that its forces had opened fire.", "deny"),
            ("The rebels accused the government of breaking the ceasefire.", "accuse"),
            ("The army admitted that it had lost 20 soldiers.", "admit"),
            ("The United Nations urged both sides to stop the fighting.", "urge"),
            ("The president promised to rebuild every house in the town.", "promise"),
            ("The president vowed to punish the rebels without mercy.", "threaten"),
        ],
    )
    def test_the_stance_of_a_claim(self, text: str, stance: Stance) -> None:
        assert [claim.stance for claim in said(coded(text))] == [stance]

    def test_a_claim_within_a_claim_keeps_its_chain(self) -> None:
        coding = coded("Israel said Hamas had admitted that its fighters fired first.")
        outer, inner = coding.claims
        assert (outer.chain, inner.chain) == ((outer.speaker,), (outer.speaker, inner.speaker))
        assert [claim.side for claim in said(coding)] == ["ISR", "Hamas"]
        assert inner.stance == "admit"


class TestFigures:
    def test_soldiers_of_its_are_those_of_the_speaker(self) -> None:
        text = (
            "Armenia said 49 of its soldiers were killed. Azerbaijan said 50 of its soldiers were killed. "
            "On both sides almost 100 soldiers were killed."
        )
        coding = coded(text)
        first, second, total = coding.figures
        assert [figure.group.side for figure in (first, second)] == ["ARM", "AZE"]
        assert [figure.claim for figure in coding.figures] == ["c1", "c2", None]
        assert total.bounds == Bounds(90, 100, 100)
        assert [figure.span.words(text) for figure in (first, second)] == ["49 of its soldiers", "50 of its soldiers"]
        (check,) = coding.checks
        assert (check.figure, check.parts, check.verdict) == (total.id, (first.id, second.id), "consistent")

    def test_parts_are_of_the_kind_and_side_of_their_total_and_are_checked(self) -> None:
        coding = coded("Ukraine said 50 of its soldiers were killed: 42 from the army and eight border guards.")
        assert [figure.bounds.best for figure in coding.figures] == [50, 42, 8]
        assert {(figure.kind, figure.group.side) for figure in coding.figures} == {("killed", "UKR")}
        assert [check.verdict for check in coding.checks] == ["consistent"]

    def test_parts_that_make_more_than_their_total_are_told(self) -> None:
        coding = coded("Ukraine said 50 of its soldiers were killed: 48 from the army and eight border guards.")
        assert [check.verdict for check in coding.checks] == ["inconsistent"]

    def test_a_toll_tells_what_it_was_before(self) -> None:
        coding = coded("The death toll rose from 627 to 935, the health ministry said on Friday.")
        assert [(figure.bounds.best, figure.revises) for figure in coding.figures] == [(627, None), (935, 627)]

    def test_a_number_that_is_denied_is_not_stated(self) -> None:
        (figure,) = coded("The army denied that 60 of its soldiers had been killed.").figures
        assert (figure.denied, figure.bounds.best) == (True, 60)

    def test_hedges_are_bounds(self) -> None:
        coding = coded("At least 30 people were killed and dozens wounded when a bomb hit a market, police said.")
        assert [(figure.kind, figure.bounds) for figure in coding.figures] == [
            ("killed", Bounds(30, 30, None)),
            ("wounded", Bounds(24, 24, None)),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Colonel Ivan Petrov, 45, said in 2020 that the town lay 30 km from the border.",
            "The town lost 20 percent of its homes and repairs will cost $5 million.",
            "The 3rd Brigade lost 12 tanks and 7 helicopters on Sept. 13.",
            "Resolution 1701 of 2006 ended a war that had lasted 34 days.",
        ],
    )
    def test_other_numbers_count_nobody(self, text: str) -> None:
        assert coded(text).figures == ()
