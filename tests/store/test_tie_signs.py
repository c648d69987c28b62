"""Why episodes are tied: what is kept is what was found, and what is shown is what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import combinations

import pytest
from sqlalchemy import func, select, update

from tacitus.errors import TacitusError
from tacitus.incidents.episodes import Episode
from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.link import Join, link
from tacitus.incidents.link_score import score_pair, strongest
from tacitus.incidents.store_link import link_store
from tacitus.incidents.stored import stored_joins
from tacitus.model import Coding
from tacitus.model.sign import Sign
from tacitus.store import Store
from tacitus.store.schema_episodes import EPISODE_SIGNS, EPISODE_TELLS, EPISODE_TIES
from tacitus.store.tie_signs import drop_signs, put_signs, read_signs
from tests.stories import Told, story

DAYS = Sign("days", 3.2, "both on 2011-04-22")
PLACE = Sign("place", -0.1 - 0.2, "32 km between Ta Krabei and Đồng Văn")


def clash(id: str, day: int, *, background: bool = False, killed: int | None = None) -> Coding:
    fought = Told(
        words=f"Thai and Cambodian troops fought near Ta Krabei, it was {id}",
        actors=("THA", "KHM"),
        at="Ta Krabei",
        on=date(2011, 4, 22),
        background=background,
        killed=killed,
    )
    talks = Told(words=f"Talks on fish went on, {id}", actors=("LAO",), type="CONSULT", on=date(2011, 4, day))
    return story(id, date(2011, 4, day), f"Clash at Ta Krabei, {id}", *((talks, fought) if background else (fought,)))


CLASH = (
    clash("r1", 22, killed=12),
    clash("r2", 23, killed=12),
    clash("r3", 23),
    clash("r4", 27, background=True),
)


def joins(store: Store) -> dict[str, list[Join]]:
    return {incident.id: stored_joins(store, incident.id) for incident in store.incidents()}


def episodes(store: Store) -> Mapping[str, Episode]:
    return {episode.id: episode for coding in store.codings() for episode in linkable(coding).episodes}


def computed(join: Join, told: Mapping[str, Episode]) -> Join:
    score = score_pair(told[join.one], told[join.other])
    return Join(join.one, join.other, score.value, strongest(score.signs))


def test_what_is_kept_is_found_from_both_ends(store: Store) -> None:
    with store.writing() as connection:
        put_signs(connection, [((1, 2), (PLACE, DAYS)), ((9, 2), (DAYS,)), ((1, 9), (PLACE,))])
    with store.reading() as connection:
        assert read_signs(connection, [(2, 1), (9, 2)]) == {(2, 1): (DAYS, PLACE), (9, 2): (DAYS,)}
        assert read_signs(connection, [(1, 3)]) == {}


def test_what_goes_takes_no_other_with_it(store: Store) -> None:
    with store.writing() as connection:
        put_signs(connection, [((1, 2), (PLACE, DAYS)), ((9, 2), (DAYS,)), ((1, 9), (PLACE,))])
        drop_signs(connection, [(2, 1), (1, 2), (2, 9), (5, 6)])
        assert read_signs(connection, [(1, 2), (2, 9), (1, 9)]) == {(1, 9): (PLACE,)}


def test_what_is_shown_equals_what_scoring_finds(store: Store) -> None:
    store.add(CLASH)
    link_store(store)
    found, told = joins(store), episodes(store)
    pairs = [(join.one, join.other) for held in found.values() for join in held]
    assert sorted(pairs) == sorted(
        [*combinations(("r1/0", "r2/0", "r3/0"), 2), *((f"r{n}/0", "r4/1") for n in (1, 2, 3))]
    )
    assert {id: [computed(join, told) for join in held] for id, held in found.items()} == found
    first = next(join for held in found.values() for join in held if (join.one, join.other) == ("r1/0", "r2/0"))
    assert {sign.name: sign.reason for sign in first.signs}["figures"] == "12 killed in both"


def test_the_joins_of_linking_in_memory_are_among_those_kept(store: Store) -> None:
    store.add(CLASH)
    link_store(store)
    kept = joins(store)
    linked = {incident.id: incident.joins() for incident in link(map(linkable, CLASH))}
    assert linked.keys() == kept.keys()
    assert sum(map(len, linked.values())) == 3
    for id, found in linked.items():
        assert set(found) <= set(kept[id])


def test_what_is_shown_is_what_the_store_holds(store: Store) -> None:
    store.add(CLASH)
    link_store(store)
    with store.writing() as connection:
        connection.execute(update(EPISODE_SIGNS).values(reason="as it was put"))
    assert {sign.reason for held in joins(store).values() for join in held for sign in join.signs} == {"as it was put"}


def test_each_tie_has_its_signs_and_a_relink_writes_the_same(store: Store) -> None:
    for coding in CLASH:
        store.add([coding])
        link_store(store)
    held = rows(store)
    link_store(store, anew=True)
    assert rows(store) == held
    with store.reading() as connection:
        ties = connection.scalar(select(func.count()).select_from(EPISODE_TIES)) or 0
        tells = connection.scalar(select(func.count()).select_from(EPISODE_TELLS)) or 0
    assert (ties, tells) == (6, 3)
    assert len({row[:2] for row in held}) == ties // 2 + tells


def test_a_report_that_changes_takes_its_signs_with_it(store: Store) -> None:
    store.add(CLASH)
    link_store(store)
    other = Told(words="RSF fighters stormed El Fasher", actors=("RSF",), at="El Fasher", on=date(2011, 4, 1))
    changed = story("r2", date(2011, 4, 23), "Clash at Ta Krabei, r2", other)
    assert [one.status for one in store.add([changed])] == ["changed"]
    link_store(store)
    held = rows(store)
    pairs = {(join.one, join.other) for found in joins(store).values() for join in found}
    assert pairs == {("r1/0", "r3/0"), ("r1/0", "r4/1"), ("r3/0", "r4/1")}
    assert len({row[:2] for row in held}) == len(pairs)
    link_store(store, anew=True)
    assert rows(store) == held


def test_nothing_is_shown_of_an_incident_that_is_not_there(store: Store) -> None:
    with pytest.raises(TacitusError, match="no incident 'nope'"):
        stored_joins(store, "nope")


def rows(store: Store) -> list[tuple[object, ...]]:
    with store.reading() as connection:
        query = select(EPISODE_SIGNS).order_by(*EPISODE_SIGNS.primary_key.columns)
        return [tuple(row) for row in connection.execute(query)]
