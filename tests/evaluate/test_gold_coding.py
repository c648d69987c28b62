from __future__ import annotations

from datetime import date

from tacitus.evaluate.annotation import (
    Gold,
    GoldCeasefire,
    GoldClaim,
    GoldDate,
    GoldEvent,
    GoldFigure,
    GoldPlace,
)
from tacitus.evaluate.gold_coding import gold_coding
from tacitus.evaluate.score import score_coding
from tacitus.model import Bounds

TEXT = (
    "YEREVAN - Azerbaijan shelled Jermuk on Tuesday, the ministry in Yerevan said. Baku denied firing at the town.\n\n"
    "Residents said 49 soldiers had died. A truce began on Wednesday. The two fought a war in 2020 near Shushi."
)
GOLD = Gold(
    id="g1",
    text=TEXT,
    title="Jermuk shelled",
    outlet=None,
    published=date(2022, 9, 14),
    group=None,
    claims=(
        GoldClaim(
            "Armenian ministry", "ARM", "accuse", "Azerbaijan shelled Jermuk on Tuesday", source=None, cue="said"
        ),
        GoldClaim("Baku", "AZE", "deny", "firing at the town"),
        GoldClaim("residents", None, "assert", "49 soldiers had died"),
    ),
    figures=(GoldFigure("killed", Bounds(49, 49, 49), "ARM", "military", "residents", False, "49 soldiers"),),
    events=(
        GoldEvent("ASSAULT", ("AZE",), ("ARM",), False, False, "Azerbaijan shelled Jermuk"),
        GoldEvent("ASSAULT", ("AZE",), ("ARM",), False, True, "firing at the town"),
        GoldEvent("ASSAULT", ("AZE",), ("ARM",), False, False, "49 soldiers had died"),
        GoldEvent("ASSAULT", ("AZE", "ARM"), (), True, False, "fought a war in 2020"),
    ),
    dates=(
        GoldDate("on Tuesday", date(2022, 9, 13), date(2022, 9, 13)),
        GoldDate("on Wednesday", date(2022, 9, 14), date(2022, 9, 14)),
        GoldDate("in 2020", date(2020, 1, 1), date(2020, 12, 31)),
    ),
    places=(
        GoldPlace("YEREVAN", "ARM", 40.18, 44.51),
        GoldPlace("Jermuk", "ARM", 39.84, 45.67),
        GoldPlace("Shushi", "AZE", 39.76, 46.75),
    ),
    ceasefires=(GoldCeasefire(("ARM", "AZE"), ("RUS",), date(2022, 9, 14), "in_force", ("AZE",)),),
)
CODING = gold_coding(GOLD)


def test_the_gold_scores_itself_as_perfect() -> None:
    score = score_coding(GOLD, CODING)
    assert {name: prf.f1 for name, prf in score.found() if prf.gold} == {
        name: 1.0 for name, prf in score.found() if prf.gold
    }
    assert all(accuracy.value == 1.0 for _, accuracy in score.given_match() if accuracy.count)


def test_an_event_has_the_day_and_the_place_of_its_sentence() -> None:
    places = {place.id: place.name for place in CODING.places}
    told = [(event.start, event.place and places[event.place]) for event in CODING.events]
    assert told == [
        (date(2022, 9, 13), "Jermuk"),
        (None, None),
        (None, None),
        (date(2020, 1, 1), "Shushi"),
    ]


def test_figures_and_events_know_the_claims_that_tell_them() -> None:
    (figure,) = CODING.figures
    assert (figure.claim, figure.event) == ("c3", "e3")
    speaker = CODING.actor(figure.by)
    assert speaker is not None
    assert (speaker.name, speaker.side) == ("residents", None)
    assert [event.claims for event in CODING.events] == [("c1",), ("c2",), ("c3",), ()]


def test_a_ceasefire_points_to_words_that_name_it() -> None:
    (truce,) = CODING.ceasefires
    assert truce.evidence.words(TEXT) == "truce"
    assert [violation.by for violation in truce.violations] == ["AZE"]
