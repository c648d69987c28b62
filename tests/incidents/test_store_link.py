"""Linking report by report gives what linking all from the start gives, whatever comes and in which order."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.link import link
from tacitus.incidents.link_judged import Judged
from tacitus.incidents.store_link import link_store
from tacitus.model import Coding
from tacitus.store import JudgementVerdict, Store
from tacitus.store.schema_derived import INCIDENT_EVENTS, INCIDENT_SIDES, INCIDENT_TYPES, INCIDENTS, LINKED
from tacitus.store.schema_episodes import LINKING
from tests.stories import POINTS, Told, story

DERIVED = (INCIDENTS, INCIDENT_EVENTS, INCIDENT_SIDES, INCIDENT_TYPES, LINKED, *LINKING)
SIDES = (("THA", "KHM"), ("RSF", "SDN"), ("ARM", "AZE"))
DEEDS = ("Troops shelled hamlets", "Fighters stormed the market", "Soldiers fought over a bridge", "Jets hit a depot")
FIRST_DAY = date(2011, 4, 1)
VERDICTS: tuple[JudgementVerdict, ...] = ("same", "different", "unsure")
SEEDS = range(12)


def told(chance: random.Random, day: int, *, background: bool) -> Told:
    """Something that happened on about that day, in a world so small that much seems alike."""
    sides, place = chance.choice(SIDES), chance.choice(sorted(POINTS))
    on = FIRST_DAY + timedelta(days=day - chance.randrange(20 if background else 4))
    return Told(
        words=f"{chance.choice(DEEDS)} near {place} at dawn {chance.randrange(10**9)}",
        actors=sides[: chance.choice((1, 2))],
        recipients=sides[1:],
        at=place,
        on=on if chance.random() < 0.9 else None,
        background=background,
        killed=chance.choice((None, 3, 12, 40)),
    )


def report(chance: random.Random, id: str) -> Coding:
    day = chance.randrange(12)
    news = [told(chance, day, background=False) for _ in range(chance.choice((0, 1, 1, 1, 2, 3)))]
    history = [told(chance, day, background=True) for _ in range(chance.choice((0, 0, 1, 2)))]
    return story(id, FIRST_DAY + timedelta(days=day), f"News of {id}", *news, *history)


def reports(seed: int, count: int) -> list[Coding]:
    """Some are near-copies of others."""
    chance = random.Random(seed)
    made: list[Coding] = []
    for n in range(count):
        coding = report(chance, f"r{n}")
        if made and chance.random() < 0.15:
            source = chance.choice(made)
            coding = replace(source, report=replace(source.report, id=f"r{n}", title=f"News of r{n}"))
        made.append(coding)
    return made


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.reading() as connection:
        return {
            table.name: [
                tuple(row) for row in connection.execute(select(table).order_by(*(table.primary_key or table).columns))
            ]
            for table in DERIVED
        }


def batches(chance: random.Random, codings: Sequence[Coding]) -> Iterator[Sequence[Coding]]:
    at = 0
    while at < len(codings):
        size = chance.choice((1, 1, 2, 5))
        yield codings[at : at + size]
        at += size


def change(chance: random.Random, store: Store) -> None:
    """A new version of an article, which tells of other things."""
    old = chance.choice(list(store.codings()))
    new = report(chance, old.report.id)
    assert [one.status for one in store.add([new])] in (["changed"], ["known"])


def judge(chance: random.Random, store: Store) -> None:
    mentions = [f"{coding.report.id}#{event.id}" for coding in store.codings() for event in coding.events]
    incidents = [incident.id for incident in store.incidents()]
    names = chance.choice((mentions, incidents))
    if len(names) > 1:
        one, other = chance.sample(names, 2)
        store.judge(one, other, chance.choice(VERDICTS), who=chance.choice(("ana", "bo")))


def judged(store: Store) -> list[Judged]:
    return [
        Judged(one.one, one.other, same=one.verdict == "same") for one in store.judgements() if one.verdict != "unsure"
    ]


def assert_as_from_the_start(store: Store) -> None:
    expected = link(map(linkable, store.codings()), judged(store))
    found = sorted((one.id, one.background, one.events, one.reports, one.main_reports) for one in store.incidents())
    assert found == sorted((one.id, one.background, one.events, one.reports, one.main_reports) for one in expected)


@pytest.mark.parametrize("seed", SEEDS)
def test_report_by_report_as_from_the_start(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Store(str(tmp_path / "store.db")) as store:
        for batch in batches(chance, reports(seed, 24)):
            store.add(batch)
            for act in (change, judge, judge):
                if chance.random() < 0.35:
                    act(chance, store)
            link_store(store)
            assert_as_from_the_start(store)
        held = dump(store)
        link_store(store, anew=True)
        assert dump(store) == held


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_arrival_does_not_matter(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    found = []
    for name in ("one", "other"):
        codings = reports(seed, 20)
        chance.shuffle(codings)
        with Store(str(tmp_path / name)) as store:
            for batch in batches(chance, codings):
                store.add(batch)
                link_store(store)
            found.append(store.incidents())
    assert found[0] == found[1]


def test_the_world_is_small_enough() -> None:
    """Or the tests above would tell little: there are incidents of several reports, and history of both kinds."""
    found = [incident for seed in SEEDS for incident in link(map(linkable, reports(seed, 24)))]
    assert sum(len(incident.main_reports) > 1 for incident in found) > 20
    assert (
        sum(not incident.background and set(incident.reports) > set(incident.main_reports) for incident in found) > 20
    )
    assert sum(incident.background for incident in found) > 20


def test_only_what_hangs_together_is_made_anew(tmp_path: Path) -> None:
    def fasher(id: str, day: int) -> Coding:
        on = FIRST_DAY + timedelta(days=day)
        attack = Told(
            words=f"Fighters stormed El Fasher {id}", actors=("RSF",), recipients=("SDN",), at="El Fasher", on=on
        )
        return story(id, on, f"El Fasher stormed, {id}", attack)

    with Store(str(tmp_path / "store.db")) as store:
        store.add([fasher(f"r{day}", day) for day in range(0, 200, 50)])
        assert link_store(store).made == 4
        store.add([fasher("s", 50)])
        assert link_store(store).made == 1
        assert [incident.reports for incident in store.incidents()] == [("r0",), ("r50", "s"), ("r100",), ("r150",)]
