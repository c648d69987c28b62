"""The registry of actors in both databases: what several reports make of it, and what changes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from tacitus.model import Actor, Coding, Report, Span
from tacitus.store import KnownActor, KnownActorChoice, Sighting, Store
from tacitus.store.engine import open_engine
from tacitus.store.location import store_url
from tacitus.store.migrations import SCHEMA_VERSION

SPOKESMAN = "Azerbaijan's defence ministry spokesman"


def actor(
    name: str, side: str | None = "AZE", *, sector: str | None = "GOV", role: str | None = None, mentions: int = 1
) -> Actor:
    spans = tuple(Span(n, n + 3) for n in range(mentions))
    return Actor("", name, "person", side, sector, role, spans)


def report(id: str, day: int | None, *actors: Actor) -> Coding:
    published = date(2022, 9, day) if day else None
    named = tuple(replace(one, id=f"a{n}") for n, one in enumerate(actors, 1))
    return Coding(Report(id, f"What {id} tells, in words of its own: {' '.join(id * 9)}.", published=published), named)


def known(store: Store, **choice: str | int | Iterable[str]) -> list[KnownActor]:
    return store.known_actors(KnownActorChoice(**choice))  # type: ignore[arg-type]


THREE = (
    report("r1", 13, actor("Anar Eyvazov", role=SPOKESMAN, mentions=2), actor("a resident", None, role="a resident")),
    report("r2", 15, actor("Anar Eivazov"), actor("Anar Eyvazov", "ARM")),
    report("r3", None, actor("Eyvazov", role="the ministry's spokesman"), actor("Eyvazov", "ARM")),
)


def test_one_actor_of_several_reports(store: Store) -> None:
    store.add(THREE)
    one, other = known(store)
    assert (one.name, one.side, one.sector, one.role) == ("Anar Eivazov", "AZE", "GOV", SPOKESMAN)
    assert [(alias.name, alias.mentions) for alias in one.aliases] == [
        ("Anar Eyvazov", 2),
        ("Anar Eivazov", 1),
        ("Eyvazov", 1),
    ]
    assert (one.mentions, one.reports) == (4, ("r1", "r2", "r3"))
    assert one.first == Sighting("r1", date(2022, 9, 13), "a1", 2)
    assert one.last == Sighting("r2", date(2022, 9, 15), "a1", 1)
    assert (other.side, other.reports) == ("ARM", ("r2",))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
@pytest.mark.parametrize("batch", [1, 3])
def test_the_order_of_arrival_is_of_no_account(store: Store, order: tuple[int, ...], batch: int) -> None:
    store.add([THREE[at] for at in order], batch=batch)
    found = known(store)
    assert [(one.side, one.reports) for one in found] == [("AZE", ("r1", "r2", "r3")), ("ARM", ("r2",))]
    store.register_anew()
    assert known(store) == found


def test_the_same_report_twice_adds_nothing(store: Store) -> None:
    store.add(THREE)
    before = known(store)
    store.add(THREE)
    assert known(store) == before


class TestAChangedReport:
    def test_replaces_its_share(self, store: Store) -> None:
        store.add(THREE)
        changed = report("r1", 13, actor("Vagif Dargahli", role=SPOKESMAN))
        store.add([replace(changed, report=replace(THREE[0].report, text=THREE[0].report.text + " Corrected."))])
        found = {one.name: one.reports for one in known(store)}
        assert found == {"Anar Eivazov": ("r2",), "Anar Eyvazov": ("r2",), "Vagif Dargahli": ("r1",)}
        before = known(store)
        store.register_anew()
        assert known(store) == before

    def test_of_another_side_parts_who_was_one(self, store: Store) -> None:
        whole, untold = report("r1", 13, actor("Anar Eyvazov")), report("r2", 14, actor("Anar Eyvazov", None))
        store.add([whole, untold])
        (one,) = known(store)
        text = whole.report.text + " Corrected."
        armenian = report("r3", 15, actor("Anar Eyvazov", "ARM"))
        store.add([armenian])
        assert len(known(store)) == 3
        store.add([replace(report("r3", 15), report=replace(armenian.report, text=armenian.report.text + text))])
        assert known(store) == [one]

    def test_that_comes_late_does_not_count(self, store: Store) -> None:
        store.add(THREE)
        before = known(store)
        early = replace(THREE[0].report, text=THREE[0].report.text + " Soon more.", published=date(2022, 9, 12))
        store.add([replace(report("r1", 12, actor("Vagif Dargahli")), report=early)])
        assert known(store) == before


class TestChoice:
    @pytest.fixture(autouse=True)
    def reports(self, store: Store) -> None:
        general = actor("Rustam Muradov", "RUS", sector="MIL")
        store.add([*THREE, report("r4", 16, general, actor("Mara Keel", "MSF", sector="NGO"))])

    @pytest.mark.parametrize(
        ("choice", "names"),
        [
            ({"side": "RUS"}, ["Rustam Muradov"]),
            ({"sector": "NGO"}, ["Mara Keel"]),
            ({"name": "muradov"}, ["Rustam Muradov"]),
            ({"name": "Rustam Muradow"}, ["Rustam Muradov"]),
            ({"name": "Eivazov"}, ["Anar Eivazov", "Anar Eyvazov"]),
            ({"name": "%"}, []),
            ({"reports": ["r4"]}, ["Mara Keel", "Rustam Muradov"]),
            ({"side": "AZE", "name": "muradov"}, []),
            ({"limit": 1}, ["Anar Eivazov"]),
        ],
    )
    def test_filters(self, store: Store, choice: dict[str, str], names: list[str]) -> None:
        assert [one.name for one in known(store, **choice)] == names

    def test_it_is_told_of_the_chosen_reports_alone(self, store: Store) -> None:
        assert [one.reports for one in known(store, side="AZE", reports=["r2"])] == [("r2",)]

    def test_all_are_counted(self, store: Store) -> None:
        assert store.count_known_actors(KnownActorChoice(limit=1)) == 4
        assert store.count_known_actors(KnownActorChoice(side="RUS")) == 1


def test_a_body_that_is_only_described_has_its_states_name(store: Store) -> None:
    told = [
        replace(actor(phrase, "MLI", sector="MIL", role=phrase), kind="organization")
        for phrase in ("the army", "Mali's army", "The Third Motorised Brigade")
    ]
    store.add([report(f"r{n}", n, one) for n, one in enumerate(told, 1)])
    assert {one.name: len(one.reports) for one in known(store)} == {"Army (Mali)": 2, "Third Motorised Brigade": 1}


def test_a_store_of_before_has_its_actors(location: str) -> None:
    with Store(location) as store:
        store.add(THREE)
        found = known(store)
    engine = open_engine(store_url(location), create=False)
    with engine.begin() as connection:
        for table in ("known_mentions", "known_names", "known_up_to", "actor_members", "episode_signs"):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("UPDATE store_schema SET version = 2"))
    engine.dispose()
    assert SCHEMA_VERSION >= 3
    with Store(location, create=False) as store:
        assert known(store) == found


def test_the_tables_of_the_registry(store: Store) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    store.add(THREE)
    actors = store.table("known_actors").to_pylist()
    assert [(row["name"], row["reports"], row["last_day"]) for row in actors] == [
        ("Anar Eivazov", 3, date(2022, 9, 15)),
        ("Anar Eyvazov", 1, date(2022, 9, 15)),
    ]
    mentions = store.table("known_actor_mentions").to_pylist()
    assert {row["known_actor"] for row in mentions} == {row["id"] for row in actors}
    assert sum(row["mentions"] for row in mentions) == 5


def test_who_is_several_is_nobody_of_the_registry(store: Store) -> None:
    hamas = replace(actor("Hamas", "Hamas", sector="REB"), kind="group")
    jihad = replace(actor("Islamic Jihad", "PIJ", sector="REB"), kind="group")
    both = replace(actor("Hamas and Islamic Jihad", None, sector="REB"), kind="group", members=("a1", "a2"))
    store.add([report("r1", 13, hamas, jihad, both)])
    assert {one.name for one in known(store)} == {"Hamas", "Islamic Jihad"}
