from __future__ import annotations

import pytest

from tacitus.store import Store
from tacitus.store.episodes import (
    EpisodeHead,
    NewEpisode,
    Placing,
    Tie,
    drop_all_episodes,
    drop_episodes,
    episode_key,
    place_episodes,
    put_episodes,
    put_ties,
    read_blocked,
    read_contents,
    read_heads,
    read_tells,
    read_ties,
    report_key,
)
from tests.stored import coded, plain_report

FIRST, SECOND, PAST = (episode_key(*pair) for pair in ((1, 0), (2, 0), (2, 1)))
BLOCKS = ("n:THA:7", "n:KHM:7")


def kept(key: int, *, background: bool = False, past: str | None = None) -> NewEpisode:
    return NewEpisode(Placing(key, f"i{report_key(key)}", past), background, f"name{key}", f"told {key}", BLOCKS)


@pytest.fixture
def filled(store: Store) -> Store:
    store.add(coded([plain_report(1), plain_report(2)]))
    with store.writing() as connection:
        put_episodes(connection, [kept(FIRST), kept(SECOND), kept(PAST, background=True, past="war")])
        put_ties(connection, [Tie(FIRST, SECOND, 1.25)], [Tie(PAST, FIRST, 0.5)])
    return store


def test_keys_tell_the_version_and_sort_by_arrival() -> None:
    assert [report_key(key) for key in (FIRST, SECOND, PAST)] == [1, 2, 2]
    assert FIRST < SECOND < PAST


def test_what_is_kept_is_found(filled: Store) -> None:
    report = plain_report(2).id
    with filled.reading() as connection:
        assert read_heads(connection, "past", ["war"]) == [EpisodeHead(PAST, report, 1, True, "i2", "war")]
        assert [head.id for head in read_heads(connection, "incident", ["i2"])] == [f"{report}/0", f"{report}/1"]
        assert [head.key for head in read_heads(connection, "name", [f"name{FIRST}", "nobody"])] == [FIRST]
        assert read_contents(connection, [FIRST]) == {FIRST: f"told {FIRST}"}
        assert sorted(read_blocked(connection, ["n:THA:7", "n:THA:8"])) == [
            ("n:THA:7", key) for key in (FIRST, SECOND, PAST)
        ]


def test_ties_are_found_from_both_ends(filled: Store) -> None:
    with filled.reading() as connection:
        assert read_ties(connection, [FIRST]) == [Tie(FIRST, SECOND, 1.25)]
        assert read_ties(connection, [SECOND]) == [Tie(SECOND, FIRST, 1.25)]
        assert read_tells(connection, "news", [FIRST]) == read_tells(connection, "history", [PAST])


def test_more_than_one_statement_can_ask_for(filled: Store) -> None:
    with filled.reading() as connection:
        assert len(read_heads(connection, "key", range(200_000))) == 3


def test_episodes_are_put_elsewhere(filled: Store) -> None:
    with filled.writing() as connection:
        place_episodes(connection, [Placing(PAST, "i1", None)])
    with filled.reading() as connection:
        assert [(head.incident, head.past) for head in read_heads(connection, "key", [SECOND, PAST])] == [
            ("i2", None),
            ("i1", None),
        ]


def test_what_goes_leaves_no_ties(filled: Store) -> None:
    with filled.writing() as connection:
        drop_episodes(connection, [(block, FIRST) for block in BLOCKS], [FIRST])
    with filled.reading() as connection:
        assert read_contents(connection, [FIRST, SECOND, PAST]).keys() == {SECOND, PAST}
        assert not read_ties(connection, [FIRST, SECOND])
        assert not read_tells(connection, "history", [PAST])
        assert {key for _, key in read_blocked(connection, BLOCKS)} == {SECOND, PAST}


def test_all_can_go(filled: Store) -> None:
    with filled.writing() as connection:
        drop_all_episodes(connection)
    with filled.reading() as connection:
        assert not read_contents(connection, [FIRST, SECOND, PAST])
        assert not list(read_blocked(connection, BLOCKS))
