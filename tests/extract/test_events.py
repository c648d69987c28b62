from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.coder import code, code_many
from tacitus.evaluate.gold import gold_reports
from tacitus.model import Coding, Event, Report

Told = tuple[str, frozenset[str], frozenset[str]]


def told(coding: Coding) -> set[Told]:
    """Type, sides of the actors and sides of the recipients of every event."""
    sides = {actor.id: actor.side for actor in coding.actors}

    def of(ids: tuple[str, ...]) -> frozenset[str]:
        return frozenset(side for number in ids if (side := sides[number]) is not None)

    return {(event.type, of(event.actors), of(event.recipients)) for event in coding.events}


def event(kind: str, actors: str, recipients: str) -> Told:
    return kind, frozenset(actors.split()), frozenset(recipients.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israeli jets bombed Lebanese army posts on Monday.", event("ASSAULT", "ISR", "LBN")),
        ("Lebanese army posts were bombed by Israeli jets on Monday.", event("ASSAULT", "ISR", "LBN")),
        ("Fighting between Armenia and Azerbaijan resumed on Tuesday.", event("ASSAULT", "ARM AZE", "")),
        ("Azerbaijan accused Armenia of large-scale provocations.", event("ACCUSE", "AZE", "ARM")),
        ("The United Nations appealed to Sudan to open the border.", event("REQUEST", "UN", "SDN")),
        ("Turkey rejected Greek demands for talks.", event("REJECT", "TUR", "GRC")),
    ],
)
def test_who_does_what_to_whom(text: str, expected: Told) -> None:
    assert expected in told(code(Report("r", text)))


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Russian forces shelled Ukrainian positions near Kharkiv on Friday.", "actual"),
        ("Russia denied that its forces had shelled Ukrainian positions near Kharkiv.", "denied"),
    ],
)
def test_aspect_of_an_attack(text: str, aspect: str) -> None:
    attacks = [event for event in code(Report("r", text)).events if event.type == "ASSAULT"]
    assert [event.aspect for event in attacks] == [aspect]


def test_a_claimed_event_carries_its_claim() -> None:
    coding = code(Report("r", "Armenia's defence ministry said Azerbaijani troops had shelled the town of Jermuk."))
    (attack,) = (event for event in coding.events if event.type == "ASSAULT")
    assert attack.claims == (coding.claims[0].id,)


def test_fighting_has_both_of_those_at_war() -> None:
    text = "Fighting along the border between Armenia and Azerbaijan left almost 100 soldiers dead on Tuesday."
    coding = code(Report("r", text))
    sides = {actor.id: actor.side for actor in coding.actors}
    fighting = next(event for event in coding.events if "Fighting" in event.evidence.words(text))
    assert {sides[actor] for actor in fighting.actors} == {"ARM", "AZE"}


def test_soldiers_with_an_owner_are_not_those_told_of_before() -> None:
    text = (
        "Armenia said 49 of the country's servicemen had been killed.\n\n"
        "Azerbaijan's defence ministry said 50 of its servicemen had died."
    )
    coding = code(Report("r", text))
    sides = {actor.id: actor.side for actor in coding.actors}
    died = next(event for event in coding.events if "died" in event.evidence.words(text))
    assert {sides[number] for number in died.recipients} == {"AZE"}


def test_what_is_asked_for_is_no_actor() -> None:
    coding = code(
        Report("r", "Armenian troops shelled Azerbaijani posts. Russia urged restraint and called for talks.")
    )
    assert not {"restraint", "talks", "posts"} & {actor.name for actor in coding.actors}


def test_history_is_background() -> None:
    text = (
        "Azerbaijani troops shelled Armenian positions on Tuesday, Armenia's defence ministry said.\n\n"
        "The two countries fought a six-week war in 2020."
    )
    by_words = {event.evidence.words(text): event for event in code(Report("r", text)).events}
    war = next(event for words, event in by_words.items() if "war" in words or "fought" in words)
    shelling = next(event for words, event in by_words.items() if "shelled" in words)
    assert (war.background, shelling.background) == (True, False)


@pytest.fixture(scope="module")
def every_event(repository: Path) -> list[tuple[Coding, Event]]:
    samples = [gold.report for gold in gold_reports(repository / "samples")]
    return [(coding, event) for coding in code_many(samples) for event in coding.events]


def test_who_tells_of_an_attack_accuses_the_attacker(every_event: list[tuple[Coding, Event]]) -> None:
    found = [
        (coding, event)
        for coding, event in every_event
        if event.type == "ACCUSE" and "Azerbaijani troops opened fire" in event.evidence.words(coding.report.text)
    ]
    assert found
    for coding, event in found:
        sides = {actor.id: actor.side for actor in coding.actors}
        assert [sides[event.actors[0]], sides[event.recipients[0]]] == ["ARM", "AZE"]


def test_words_of_events_lie_in_the_text_and_hold_the_trigger(every_event: list[tuple[Coding, Event]]) -> None:
    assert every_event
    for coding, found in every_event:
        assert found.evidence.overlaps(found.trigger)
        assert found.trigger.end <= len(coding.report.text)
        assert found.rule
        assert 0 <= found.confidence <= 1


def test_nobody_is_twice_in_a_role(every_event: list[tuple[Coding, Event]]) -> None:
    for _, found in every_event:
        assert len(set(found.actors)) == len(found.actors)
        assert len(set(found.recipients)) == len(found.recipients)


def test_places_claims_and_actors_of_events_exist(every_event: list[tuple[Coding, Event]]) -> None:
    for coding, found in every_event:
        assert found.place is None or found.place in {place.id for place in coding.places}
        assert set(found.claims) <= {claim.id for claim in coding.claims}
        assert {*found.actors, *found.recipients} <= {actor.id for actor in coding.actors}
