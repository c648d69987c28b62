"""The report that started the project, coded in full. It is no part of the project: it is read where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tacitus import Coding, code
from tacitus.ingest import read_sources
from tacitus.model import Bounds, Claim, Event, Figure, Report, Span, Stance

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
TELLS = ("Pashinyan", "Eyvazov", "Cavusoglu")
ALMOST_A_HUNDRED = Bounds(90, 100, 100)
THOUSANDS = Bounds(2000, 2000, None)
NEARLY_TWO_THOUSAND = Bounds(1800, 2000, 2000)


@pytest.fixture(scope="module")
def coding() -> Coding:
    files = sorted(SEEDS.glob("*.txt"))
    if not files:
        pytest.skip(f"the report is not there: no *.txt in {SEEDS}")
    for found in read_sources([str(file) for file in files]):
        if isinstance(found, Report) and all(name in found.text for name in TELLS):
            return code(found)
    pytest.fail(f"none of the reports in {SEEDS} tells of {', '.join(TELLS)}")


def figures(coding: Coding, *bounds: Bounds) -> list[Figure]:
    found = [figure for figure in coding.figures if figure.bounds in bounds]
    assert found, f"no figure of {bounds}"
    return found


def exactly(number: int) -> Bounds:
    return Bounds(number, number, number)


def words(spans: tuple[Span, ...], coding: Coding) -> str:
    return " ".join(" ".join(span.words(coding.report.text).split()) for span in spans).replace("’", "'")


class TestFigures:
    @pytest.mark.parametrize(("number", "side", "name"), [(49, "ARM", "Pashinyan"), (50, "AZE", "ministry")])
    def test_each_side_admits_its_own_dead(self, coding: Coding, number: int, side: str, name: str) -> None:
        (figure,) = figures(coding, exactly(number))
        by = coding.actor(figure.by)
        assert (figure.kind, figure.group.side, figure.group.type) == ("killed", side, "military")
        assert not figure.background
        assert not figure.denied
        assert by is not None
        assert (by.side, name in by.name) == (side, True)
        (claim,) = [claim for claim in coding.claims if claim.id == figure.claim]
        assert claim.speaker == figure.by
        assert any(content.contains(figure.span) for content in claim.content)

    def test_the_total_counts_both_sides_in_nobodys_name(self, coding: Coding) -> None:
        totals = figures(coding, ALMOST_A_HUNDRED)
        assert {(total.kind, total.group.side, total.by) for total in totals} == {("killed", None, None)}
        assert "military" in {total.group.type for total in totals}
        assert not any(total.background for total in totals)

    def test_the_total_agrees_with_its_parts(self, coding: Coding) -> None:
        numbers = {figure.id: figure.bounds for figure in coding.figures}
        assert {check.verdict for check in coding.checks} == {"consistent"}
        assert any(
            numbers[check.figure] == ALMOST_A_HUNDRED
            and {numbers[part] for part in check.parts} == {exactly(49), exactly(50)}
            for check in coding.checks
        )

    def test_the_dead_of_2020_are_history(self, coding: Coding) -> None:
        (figure,) = figures(coding, THOUSANDS)
        assert (figure.kind, figure.group.side, figure.by, figure.background) == ("killed", None, None, True)

    def test_the_peacekeepers_are_deployed_not_dead(self, coding: Coding) -> None:
        (figure,) = figures(coding, NEARLY_TWO_THOUSAND)
        assert (figure.kind, figure.group.side, figure.group.type) == ("deployed", "RUS", "peacekeeper")
        assert figure.by is None

    def test_no_other_number_is_a_figure(self, coding: Coding) -> None:
        known = {exactly(49), exactly(50), ALMOST_A_HUNDRED, THOUSANDS, NEARLY_TWO_THOUSAND}
        assert [words((figure.span,), coding) for figure in coding.figures if figure.bounds not in known] == []


@dataclass(frozen=True, slots=True)
class Expected:
    """A claim to be found: ``first`` and ``last`` are words that its content must hold, and so all between them."""

    speaker: str
    side: str
    stances: tuple[Stance, ...]
    first: str
    last: str


CLAIMS = [
    Expected("Pashinyan", "ARM", ("assert", "admit"), "49 of its soldiers", "overnight clashes"),
    Expected("Pashinyan", "ARM", ("assert", "accuse"), "intensity of hostilities has decreased", "continue"),
    Expected("ministry", "AZE", ("assert", "admit"), "50 of its servicemen", "killed"),
    Expected("Eyvazov", "AZE", ("assert", "accuse"), "military movements", "military provocation"),
    Expected("Macron", "FRA", ("urge",), "return to", "the ceasefire"),
    Expected("Blinken", "USA", ("urge",), "come to", "further fighting"),
    Expected("Blinken", "USA", ("promise", "assert", "urge"), "push", "peace settlement"),
    Expected("Peskov", "RUS", ("assert",), "Putin was", "mediating"),
    Expected("Peskov", "RUS", ("assert",), "making every effort", "at the border"),
    Expected("Cavusoglu", "TUR", ("urge",), "Armenia should cease", "peace negotiations"),
    Expected("Russia", "RUS", ("assert",), "brokered a ceasefire", "latest outbreak"),
    Expected("Armenia", "ARM", ("assert",), "fighting had calmed", "ended completely"),
    Expected("Armenia", "ARM", ("assert", "accuse"), "several towns", "responded"),
    Expected("Azerbaijan", "AZE", ("assert", "accuse"), "completed its objectives", "neighbour"),
    Expected("Azerbaijan", "AZE", ("assert", "accuse"), "its infrastructure", "under attack first"),
    Expected("Azerbaijan", "AZE", ("assert", "accuse"), "its servicemen died", "large-scale provocation"),
    Expected("Azerbaijan", "AZE", ("accuse",), "violating a ceasefire", "by Russia"),
    Expected("Moscow", "RUS", ("assert",), "negotiated a rapid ceasefire", "Tuesday morning"),
]


def spoken_by(expected: Expected, claim: Claim, coding: Coding) -> bool:
    speaker = coding.actor(claim.speaker)
    if speaker is None or speaker.side != expected.side:
        return False
    named = [speaker.name, *(mention.words(coding.report.text) for mention in speaker.mentions)]
    return any(expected.speaker in name for name in named)


class TestClaims:
    @pytest.mark.parametrize("expected", CLAIMS, ids=lambda expected: f"{expected.speaker}: {expected.first}")
    def test_it_is_found_with_its_speaker_its_side_and_its_words(self, coding: Coding, expected: Expected) -> None:
        holding = [
            claim
            for claim in coding.claims
            if expected.first in (content := words(claim.content, coding)) and expected.last in content
        ]
        assert holding, "no claim has these words"
        spoken = [claim for claim in holding if spoken_by(expected, claim, coding)]
        assert spoken, f"said by {[coding.actor(claim.speaker) for claim in holding]}"
        assert {claim.stance for claim in spoken} <= set(expected.stances)

    def test_the_quotations_are_marked(self, coding: Coding) -> None:
        quoted = [words(claim.content, coding) for claim in coding.claims if claim.quoted]
        for part in ("intensity of hostilities", "making every effort", "should cease its provocations"):
            assert any(part in content for content in quoted), part


def test_every_span_is_whole_words_of_the_report(coding: Coding) -> None:
    text = coding.report.text
    spans = [
        *(mention for actor in coding.actors for mention in actor.mentions),
        *(part for claim in coding.claims for part in (*claim.content, claim.source, claim.cue) if part is not None),
        *(figure.span for figure in coding.figures),
    ]
    assert len(spans) > len(CLAIMS)
    for span in spans:
        found = span.words(text)
        assert found == found.strip() != ""
        assert len(found) == span.end - span.start
        assert not (found[0].isalnum() and text[span.start - 1 : span.start].isalnum())
        assert not (found[-1].isalnum() and text[span.end : span.end + 1].isalnum())


def happenings(coding: Coding, words_in_evidence: str) -> list[Event]:
    found = [
        event
        for event in coding.events
        if any(words_in_evidence in words((span,), coding) for span in (event.evidence, *event.also))
    ]
    assert found, f"no event told by {words_in_evidence!r}"
    return found


def parties(coding: Coding, event: Event) -> tuple[set[str | None], set[str | None]]:
    def sides(ids: tuple[str, ...]) -> set[str | None]:
        return {actor.side for number in ids if (actor := coding.actor(number)) is not None}

    return sides(event.actors), sides(event.recipients)


class TestHappenings:
    def test_the_fighting_is_of_both_sides(self, coding: Coding) -> None:
        fighting = happenings(coding, "Fighting between Armenia and Azerbaijan on Monday night")[0]
        assert (fighting.type, fighting.background) == ("ASSAULT", False)
        assert parties(coding, fighting)[0] == {"ARM", "AZE"}

    def test_each_blames_the_other(self, coding: Coding) -> None:
        blame = [event for event in happenings(coding, "blame each other") if event.type == "ACCUSE"]
        assert sorted(parties(coding, event) for event in blame) == [({"ARM"}, {"AZE"}), ({"AZE"}, {"ARM"})]

    @pytest.mark.parametrize(
        ("told", "side"), [("shelled by its neighbour", "ARM"), ("came under attack first", "AZE")]
    )
    def test_what_each_alleges_carries_its_claim(self, coding: Coding, told: str, side: str) -> None:
        told_there = happenings(coding, told)
        assert {event.type for event in told_there} <= {"ASSAULT", "ACCUSE"}
        (attack,) = (event for event in told_there if event.type == "ASSAULT")
        speakers = {coding.actor(claim.speaker) for claim in coding.claims if claim.id in attack.claims}
        assert {actor.side for actor in speakers if actor} == {side}

    def test_the_infrastructure_was_azerbaijans(self, coding: Coding) -> None:
        assert parties(coding, happenings(coding, "came under attack first")[0]) == ({"ARM"}, {"AZE"})

    @pytest.mark.parametrize(("told", "side"), [("Macron spoke", "FRA"), ("Blinken made personal phone calls", "USA")])
    def test_the_calls(self, coding: Coding, told: str, side: str) -> None:
        call = happenings(coding, told)[0]
        assert call.type == "CONSULT"
        assert side in parties(coding, call)[0]

    def test_the_wars_before_are_kept_apart(self, coding: Coding) -> None:
        assert all(event.background for event in happenings(coding, "full-scale war in the 1980s"))

    def test_the_truce_and_its_alleged_violation(self, coding: Coding) -> None:
        (truce,) = coding.ceasefires
        assert (set(truce.parties), truce.mediators, truce.status) == ({"ARM", "AZE"}, ("RUS",), "violated")
        assert [(breach.by, breach.alleged_by) for breach in truce.violations] == [("ARM", "AZE")]


class TestSettings:
    def test_borders_against_population(self, coding: Coding) -> None:
        (land,) = (told for told in coding.territories if told.place == "Nagorno-Karabakh")
        assert (land.recognised_part_of, land.populated_by) == ("AZE", "ethnic Armenians")

    @pytest.mark.parametrize("relation", [("RUS", "ARM", "close"), ("TUR", "AZE", "close")])
    def test_ties(self, coding: Coding, relation: tuple[str, str, str]) -> None:
        assert relation in {(told.a, told.b, told.kind) for told in coding.relations}

    def test_russia_keeps_the_peace(self, coding: Coding) -> None:
        assert "RUS" in {told.a for told in coding.relations if told.kind == "peacekeeping"}

    def test_dates_of_the_wars(self, coding: Coding) -> None:
        assert {"1991-12-31", "198X", "199X", "2020"} <= {told.edtf for told in coding.dates}

    def test_relative_days_stay_open_without_a_day_of_publication(self, coding: Coding) -> None:
        assert coding.report.published is None
        assert coding.warnings
