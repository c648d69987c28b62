from __future__ import annotations

import random
from datetime import date

import pytest

from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.link import Linked, link
from tacitus.incidents.link_judged import Judged
from tacitus.model import Coding
from tests.stories import Told, story

FRIDAY, SATURDAY, TUESDAY, WEDNESDAY = (date(2011, 4, day) for day in (22, 23, 26, 27))


def krabei(**changes: object) -> Told:
    told: dict[str, object] = {
        "words": "Thai and Cambodian soldiers fought around the temple of Ta Krabei",
        "actors": ("THA", "KHM"),
        "at": "Ta Krabei",
        "on": FRIDAY,
    }
    return Told(**{**told, **changes})  # type: ignore[arg-type]


def vihear(**changes: object) -> Told:
    told: dict[str, object] = {
        "words": "Shells fell on the hamlets below Preah Vihear as the armies clashed",
        "actors": ("THA", "KHM"),
        "at": "Preah Vihear",
        "on": TUESDAY,
    }
    return Told(**{**told, **changes})  # type: ignore[arg-type]


REPORTS = (
    story("r1", FRIDAY, "Thai and Cambodian troops trade shells near Ta Krabei", krabei(killed=6)),
    story("r2", SATURDAY, "Second day of shelling at Ta Krabei", krabei(on=SATURDAY, killed=11), krabei()),
    story(
        "r3",
        WEDNESDAY,
        "Border battle spreads to Preah Vihear",
        vihear(killed=5),
        krabei(words="The guns had fallen silent at Ta Krabei after two days", background=True),
    ),
    story("r4", WEDNESDAY, "Preah Vihear hamlets count their burnt houses", vihear(words="Guns hit Preah Vihear")),
    story(
        "r5",
        date(2023, 12, 17),
        "Two fronts in one weekend",
        *(
            Told(words=f"The two forces fought {n} at {place}", actors=("RSF", "SDN"), at=place, on=date(2023, 12, 16))
            for place in ("Wad Madani", "El Fasher")
            for n in (1, 2)
        ),
    ),
    story(
        "r6",
        date(2023, 12, 16),
        "Paramilitaries attack Wad Madani",
        Told(
            words="Paramilitaries attacked Wad Madani",
            actors=("RSF",),
            recipients=("SDN",),
            at="Wad Madani",
            on=date(2023, 12, 16),
        ),
    ),
    story(
        "r7",
        date(2023, 12, 17),
        "Shells hit El Fasher",
        Told(
            words="Shells hit the market of El Fasher",
            actors=("RSF", "SDN"),
            at="El Fasher",
            on=date(2023, 12, 16),
            killed=22,
        ),
    ),
)


def linked(reports: tuple[Coding, ...] = REPORTS, *judgements: Judged) -> list[Linked]:
    return link(map(linkable, reports), judgements)


def groups(found: list[Linked]) -> list[tuple[str, ...]]:
    return [incident.main_reports for incident in found if not incident.background]


def test_clashes_of_the_same_sides_on_other_days_or_elsewhere_stay_apart() -> None:
    assert ("r1", "r2") in groups(linked())
    assert ("r3", "r4") in groups(linked())


def test_a_report_of_two_clashes_tells_of_both_and_is_the_main_news_of_one() -> None:
    found = {incident.main_reports: incident for incident in linked()}
    assert found["r6", "r5"].reports == ("r6", "r5")
    assert found[("r7",)].reports == ("r5", "r7")


def test_a_background_mention_joins_the_older_incident_and_opens_none() -> None:
    found = linked()
    older = next(incident for incident in found if "r1" in incident.main_reports)
    assert ("r3", "e2") in older.events
    assert "r3" in older.reports
    assert "r3" not in older.main_reports


def test_history_that_no_report_has_for_its_news_is_marked() -> None:
    war = Told(words="The war of spring", actors=("AZE", "ARM"), on=date(2016, 4, 2), background=True)
    found = linked((story("r1", date(2022, 9, 14), "Jermuk shelled", krabei(), war),))
    assert [(incident.background, incident.main_reports) for incident in found] == [(False, ("r1",)), (True, ())]


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_arrival_does_not_matter(seed: int) -> None:
    shuffled = list(REPORTS)
    random.Random(seed).shuffle(shuffled)
    assert linked(tuple(shuffled)) == linked()


def test_ids_stay_when_later_reports_arrive() -> None:
    before = {incident.id for incident in linked(REPORTS[:2]) if not incident.background}
    after = {incident.id for incident in linked() if not incident.background}
    assert before < after


def test_a_reviewer_joins_and_parts() -> None:
    joined = linked(REPORTS, Judged("r1#e1", "r3@1#e1", same=True))
    assert ("r1", "r2", "r3", "r4") in groups(joined)
    parted = linked(REPORTS, Judged("r1#e1", "r2#e1", same=False))
    assert {("r1",), ("r2",)} <= set(groups(parted))


def test_a_judgement_on_incidents_holds_whatever_else_is_linked() -> None:
    one, other = (incident.id for incident in linked() if incident.main_reports in (("r1", "r2"), ("r3", "r4")))
    assert ("r1", "r2", "r3", "r4") in groups(linked(REPORTS, Judged(other, one, same=True)))
    assert groups(linked(REPORTS[4:], Judged(other, one, same=True))) == groups(linked(REPORTS[4:]))


def test_every_join_has_its_reasons() -> None:
    incident = next(incident for incident in linked() if incident.main_reports == ("r1", "r2"))
    reasons = {sign.name: sign.reason for join in incident.joins() for sign in join.signs}
    assert reasons["days"] == "both on 2011-04-22"
    assert reasons["place"] == "both at Ta Krabei"
    assert reasons["sides"] == "KHM, THA in both"


def test_events_and_figures_of_other_incidents_are_left_out() -> None:
    fighting = next(incident for incident in linked() if incident.main_reports == ("r3", "r4"))
    assert fighting.events == (("r3", "e1"), ("r4", "e1"))
    assert fighting.figures == (("r3", "f1"),)


def test_a_report_without_events_is_an_incident_of_its_own() -> None:
    found = linked((*REPORTS, story("r0", None, "Nothing")))
    assert ("r0",) in groups(found)


def test_no_report_is_taken_twice() -> None:
    with pytest.raises(ValueError, match="r1"):
        linked((REPORTS[0], REPORTS[0]))
