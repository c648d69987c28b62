"""Coding as a whole: order, laziness, the published form, and texts of any kind. Runs the shipped weights."""

from __future__ import annotations

import json
from collections.abc import Iterator

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tacitus import Coding, Report, code, code_many
from tacitus.coder import CodeOptions
from tacitus.export.schema import coding_schema
from tacitus.model import Span

TEXTS = (
    "Armenia said on Tuesday that 49 of its soldiers had been killed.",
    "Azerbaijan's defence ministry said 50 of its servicemen had died. Moscow urged both sides to hold their fire.",
    "",
    "The road to Jermuk was closed.",
    "Medics in Goris counted nine wounded civilians. “We need blood,” said a doctor at the hospital.",
)
REPORTS = [Report(id=f"r{number}", text=text) for number, text in enumerate(TEXTS)]
REACH = st.text(max_size=200)
NEWS = st.lists(
    st.sampled_from(
        "Armenia Baku said that 49 of its soldiers were killed , “ ” \" 's . \n\n the ministry he they U.S. almost 100 "
        "\u00a0 \u200b \ufeff \U0001f600 e\u0301 $ 5 % 1994 - — ( ) wounded M23 denied . . .".split(" ")
    ),
    max_size=40,
).map(" ".join)


def spans(coding: Coding) -> Iterator[Span]:
    """Every span of a coding."""
    for actor in coding.actors:
        yield from actor.mentions
    for claim in coding.claims:
        yield from (span for span in (claim.source, claim.cue, *claim.content) if span is not None)
    yield from (figure.span for figure in coding.figures)


@pytest.fixture(scope="module")
def codings() -> list[Coding]:
    return list(code_many(REPORTS))


def test_many_are_coded_in_order_and_as_one_by_one(codings: list[Coding]) -> None:
    assert [coding.report for coding in codings] == REPORTS
    assert codings == [code(report) for report in REPORTS]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Armenia and Azerbaijan met in Brussels. Both sides said the talks had failed.", ["Armenia", "Azerbaijan"]),
        ("Armenia and Azerbaijan said on Monday that they had failed.", ["Armenia", "Azerbaijan"]),
        ("Thai and Cambodian troops fought. Officials on both sides said 12 had died.", ["Thailand", "Cambodia"]),
        ("The foreign ministers of Iran and Pakistan said they had agreed.", ["Iran", "Pakistan"]),
        ("Israel bombed Hamas in Gaza on Friday. Rain fell. Both sides said the truce was over.", ["Israel", "Hamas"]),
    ],
)
def test_speakers_named_together_have_members(text: str, members: list[str]) -> None:
    coding = code(Report(id="r", text=text))
    speaker = coding.actor(coding.claims[-1].speaker)
    assert speaker is not None
    named = [actor.name for one in speaker.members if (actor := coding.actor(one)) is not None]
    assert (sorted(named), speaker.side) == (sorted(members), None)


@pytest.mark.parametrize("batch", [1, 2, 50])
def test_how_many_are_read_together_changes_nothing(codings: list[Coding], batch: int) -> None:
    assert list(code_many(REPORTS, options=CodeOptions(batch=batch))) == codings


def test_reports_are_taken_only_as_they_are_needed() -> None:
    taken: list[str] = []

    def reports() -> Iterator[Report]:
        for report in REPORTS:
            taken.append(report.id)
            yield report

    found = code_many(reports(), options=CodeOptions(batch=2))
    assert taken == []
    next(found)
    assert taken == ["r0", "r1"]
    next(found)
    assert taken == ["r0", "r1"]
    next(found)
    assert taken == ["r0", "r1", "r2", "r3"]


def test_no_reports_give_no_codings() -> None:
    assert list(code_many([])) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n\t \u00a0\n", "\u2028"])
def test_a_text_without_words_gives_an_empty_coding(text: str) -> None:
    report = Report(id="empty", text=text)
    assert code(report) == Coding(report)


def test_a_coding_takes_the_published_form_and_survives_json(codings: list[Coding]) -> None:
    validator = jsonschema.Draft202012Validator(coding_schema(), format_checker=jsonschema.FormatChecker())
    for coding in codings:
        if coding.report.text:
            data = coding.to_dict()
            validator.validate(data)
            assert json.loads(json.dumps(data)) == data


def test_ids_are_in_the_order_of_the_text(codings: list[Coding]) -> None:
    for coding in codings:
        for name, found in (("a", coding.actors), ("c", coding.claims), ("f", coding.figures)):
            assert [item.id for item in found] == [f"{name}{number}" for number in range(1, len(found) + 1)]
        mentioned = [actor.mentions[0] for actor in coding.actors]
        assert mentioned == sorted(mentioned)
        counted = [figure.span.start for figure in coding.figures]
        assert counted == sorted(counted)


def test_every_id_that_is_pointed_to_is_there(codings: list[Coding]) -> None:
    for coding in codings:
        actors, claims = ({item.id for item in found} for found in (coding.actors, coding.claims))
        for claim in coding.claims:
            assert {claim.speaker, *claim.chain} - {None} <= actors
        for figure in coding.figures:
            assert {figure.by, figure.group.actor} - {None} <= actors
            assert figure.claim is None or figure.claim in claims


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(REACH, NEWS))
def test_any_text_is_coded_and_every_span_lies_within_it(text: str) -> None:
    for span in spans(code(Report(id="any", text=text))):
        assert 0 <= span.start < span.end <= len(text)
        assert span.words(text).strip()
