"""Every value of every sample's coding points to the very words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tacitus import Coding, code_many
from tacitus.evaluate.gold import gold_reports
from tacitus.model import Span

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
GOLDS = gold_reports(SAMPLES)


@dataclass(frozen=True, slots=True)
class Located:
    """A span and whose it is."""

    of: str
    span: Span


def located(coding: Coding) -> Iterator[Located]:
    for actor in coding.actors:
        for mention in actor.mentions:
            yield Located(actor.id, mention)
    for claim in coding.claims:
        for name, span in (("source", claim.source), ("cue", claim.cue)):
            if span is not None:
                yield Located(f"{claim.id} {name}", span)
        for span in claim.content:
            yield Located(f"{claim.id} content", span)
    for figure in coding.figures:
        yield Located(figure.id, figure.span)


@pytest.fixture(scope="module")
def codings() -> dict[str, Coding]:
    return {coding.report.id: coding for coding in code_many(gold.report for gold in GOLDS)}


@pytest.fixture(params=[gold.id for gold in GOLDS])
def coding(request: pytest.FixtureRequest, codings: dict[str, Coding]) -> Coding:
    return codings[request.param]


def test_there_are_samples() -> None:
    assert len(GOLDS) >= 5


def test_every_span_holds_words_and_begins_and_ends_with_one(coding: Coding) -> None:
    text = coding.report.text
    found = list(located(coding))
    assert found
    for item in found:
        words = item.span.words(text)
        assert len(words) == item.span.end - item.span.start, item.of
        assert words == words.strip() != "", item.of


def test_no_span_cuts_a_word(coding: Coding) -> None:
    text = coding.report.text
    for item in located(coding):
        words = item.span.words(text)
        assert not (words[0].isalnum() and text[: item.span.start][-1:].isalnum()), f"{item.of}: {words}"
        assert not (words[-1].isalnum() and text[item.span.end :][:1].isalnum()), f"{item.of}: {words}"


def test_everything_is_located(coding: Coding) -> None:
    assert all(actor.mentions for actor in coding.actors)
    assert all(claim.content for claim in coding.claims)
    assert coding.claims
    assert coding.figures


def test_a_figure_holds_its_number_and_a_claim_with_it_holds_the_figure(coding: Coding) -> None:
    claims = {claim.id: claim for claim in coding.claims}
    for figure in coding.figures:
        if figure.claim is not None:
            assert any(content.overlaps(figure.span) for content in claims[figure.claim].content)
            assert claims[figure.claim].speaker == figure.by


def test_the_words_that_name_a_speaker_are_a_mention_of_the_speaker(coding: Coding) -> None:
    for claim in coding.claims:
        actor = coding.actor(claim.speaker)
        if actor is not None and claim.source is not None:
            assert any(mention.overlaps(claim.source) for mention in actor.mentions), claim.id


def test_mentions_are_in_the_order_of_the_text_and_told_once(coding: Coding) -> None:
    for actor in coding.actors:
        assert list(actor.mentions) == sorted(set(actor.mentions)), actor.id


def test_no_content_begins_or_ends_with_a_quotation_mark(coding: Coding) -> None:
    for claim in coding.claims:
        for span in claim.content:
            words = span.words(coding.report.text)
            assert not set(words[0] + words[-1]) & set('"“”«»„'), words
