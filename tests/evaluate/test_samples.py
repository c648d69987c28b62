"""The samples' own gold, coded as it stands, has full marks: what the scorers ask for can be given."""

from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.evaluate.annotation import Gold, GoldEvent, GoldPlace
from tacitus.evaluate.gold import gold_reports
from tacitus.evaluate.quote_spans import quote_spans
from tacitus.evaluate.score import score_codings
from tacitus.model import Actor, Ceasefire, Coding, DateExpression, Event, Place, Span, Violation

SAMPLES = gold_reports(Path(__file__).parents[2] / "samples")


def coded_event(gold: Gold, number: int, event: GoldEvent) -> Event:
    words = quote_spans(event.quote, gold.text)[0]
    return Event(
        id=f"e{number}",
        type=event.type,
        mode=None,
        actors=event.actors,
        recipients=event.recipients,
        place=None,
        date=None,
        start=None,
        end=None,
        aspect="denied" if event.denied else "actual",
        background=event.background,
        claims=(),
        trigger=Span(words.start, words.start + 1),
        evidence=words,
        also=(),
        rule="",
        confidence=1.0,
    )


def coded_place(gold: Gold, number: int, place: GoldPlace) -> Place:
    spans = quote_spans(place.quote, gold.text)
    return Place(f"p{number}", place.quote, place.country, None, place.lat, place.lon, None, "settlement", spans)


def as_coded(gold: Gold) -> Coding:
    names = {name for event in gold.events for name in (*event.actors, *event.recipients)}
    truces = [
        Ceasefire(
            id=f"t{number}",
            parties=truce.parties,
            mediators=truce.mediators,
            date=truce.date,
            hour=None,
            status=truce.status,
            violations=tuple(Violation(by, None, None) for by in truce.alleged_violators),
            background=False,
            evidence=Span(0, 1),
        )
        for number, truce in enumerate(gold.ceasefires)
    ]
    return Coding(
        report=gold.report,
        actors=tuple(Actor(name, name, "organization", name, None, None, ()) for name in sorted(names)),
        events=tuple(coded_event(gold, number, event) for number, event in enumerate(gold.events)),
        places=tuple(coded_place(gold, number, place) for number, place in enumerate(gold.places)),
        dates=tuple(
            DateExpression(quote_spans(day.quote, gold.text)[0], None, day.start, day.end, "day") for day in gold.dates
        ),
        ceasefires=tuple(truces),
    )


def test_every_sample_has_every_part_annotated() -> None:
    assert [gold.id for gold in SAMPLES if gold.absent] == []
    assert all(gold.events and gold.dates and gold.places for gold in SAMPLES)
    assert sum(len(gold.ceasefires) for gold in SAMPLES) > 0


@pytest.mark.parametrize("gold", SAMPLES, ids=[gold.id for gold in SAMPLES])
def test_gold_has_full_marks_against_itself(gold: Gold) -> None:
    score = score_codings([(gold, as_coded(gold))])
    found = [prf for name, prf in score.found() if not name.startswith(("claims", "figures"))]
    assert all(prf.fp == prf.fn == 0 for prf in found)
    given = [share for name, share in score.given_match() if not name.startswith(("claim ", "figure "))]
    assert all(share.right == share.count for share in given)
    assert score.events.match.tp > 0


def test_gold_of_one_sample_scores_little_against_another() -> None:
    first, second = SAMPLES[0], SAMPLES[9]
    borrowed = Coding(report=first.report, actors=as_coded(second).actors, events=as_coded(second).events)
    assert score_codings([(first, borrowed)]).events.match.f1 < 0.1
