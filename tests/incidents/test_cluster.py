from __future__ import annotations

import itertools
import random
from datetime import date, timedelta

import pytest

from tacitus.incidents.block import Blocks, found_under, sought_under
from tacitus.incidents.cluster import Bonds, Edge, cluster
from tacitus.incidents.episodes import Episode
from tacitus.incidents.episodes_read import linkable
from tests.stories import Told, story

START = date(2022, 9, 1)


def episodes(count: int, *, every: int = 0) -> list[Episode]:
    return [
        linkable(
            story(
                f"r{n}",
                START + timedelta(n * every),
                "News",
                Told(words="They fought", actors=("AZE", "ARM"), at="Jermuk", on=START + timedelta(n * every)),
            )
        ).episodes[0]
        for n in range(count)
    ]


def grouped(
    members: list[Episode], scores: dict[tuple[int, int], float], *, other: float = -3.0, bonds: Bonds | None = None
) -> list[list[str]]:
    number = {episode.id: n for n, episode in enumerate(members)}

    def score(one: Episode, two: Episode) -> float:
        first, second = sorted((number[one.id], number[two.id]))
        return scores.get((first, second), other)

    edges = [Edge(members[one], members[two], value) for (one, two), value in scores.items() if value >= 0]
    random.Random(7).shuffle(edges)
    found = cluster(members, edges, score, bonds=bonds or Bonds())
    return [[episode.report for episode in group.members] for group in found]


def test_likely_pairs_come_together() -> None:
    assert grouped(episodes(3), {(0, 1): 2.0}) == [["r0", "r1"], ["r2"]]


def test_a_chain_of_likenesses_does_not_join_its_ends() -> None:
    chain = {(n, n + 1): 2.0 for n in range(5)}
    assert grouped(episodes(6), chain) == [["r0", "r1"], ["r2", "r3"], ["r4", "r5"]]


def test_one_doubtful_pair_does_not_break_a_group() -> None:
    scores = dict.fromkeys(itertools.combinations(range(4), 2), 3.0) | {(0, 3): -1.0}
    assert grouped(episodes(4), scores) == [["r0", "r1", "r2", "r3"]]


def test_no_attack_goes_on_for_months() -> None:
    everything = dict.fromkeys(itertools.combinations(range(12), 2), 3.0)
    found = grouped(episodes(12, every=10), everything)
    assert len(found) > 1
    assert sorted(itertools.chain.from_iterable(found)) == sorted(f"r{n}" for n in range(12))


def test_reviewers_have_the_last_word() -> None:
    members = episodes(3)
    ids = [episode.id for episode in members]
    scores = {(0, 1): 3.0}
    bonds = Bonds(must=frozenset({(ids[1], ids[2])}), cannot=frozenset({(ids[0], ids[1])}))
    assert grouped(members, scores, bonds=bonds) == [["r0"], ["r1", "r2"]]


def test_blocks_find_what_is_near_in_time_and_side_or_place() -> None:
    held = episodes(10, every=3)
    blocks = Blocks()
    for episode in held:
        blocks.enter(episode)
    elsewhere = linkable(
        story("x", START, "News", Told(words="They fought", actors=("RSF", "SDN"), at="El Fasher", on=START))
    ).episodes[0]
    assert held[1] in blocks.near(held[0])
    assert blocks.near(elsewhere) == []


def test_what_blocks_find_does_not_depend_on_the_order_of_entry() -> None:
    held = episodes(6, every=2)
    forwards, backwards = Blocks(), Blocks()
    for one, other in zip(held, reversed(held), strict=True):
        forwards.enter(one)
        backwards.enter(other)
    assert forwards.near(held[3]) == backwards.near(held[3])


@pytest.mark.parametrize("apart", range(12))
def test_of_two_episodes_each_finds_the_other_or_neither_does(apart: int) -> None:
    for first in range(8):  # wherever the bounds of the stretches of days lie
        one, other = (
            linkable(story(id, day, "News", Told(words="They fought", actors=("RSF",), at=at, on=day))).episodes[0]
            for id, at, day in (
                ("x", "El Fasher", START + timedelta(days=first)),
                ("y", "Wad Madani", START + timedelta(days=first + apart)),
            )
        )
        assert found_under(one).isdisjoint(sought_under(other)) == found_under(other).isdisjoint(sought_under(one))
        assert apart > 4 or not found_under(one).isdisjoint(sought_under(other))
