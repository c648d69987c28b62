from __future__ import annotations

from datetime import date

import pytest

from tacitus.incidents.episodes_json import episode_from_json, episode_to_json
from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.episodes_words import name_words, word_bits
from tests.stories import Told, story

DAY = date(2022, 9, 13)


def fought(at: str | None = "Jermuk", day: int | None = 13, **more: object) -> Told:
    on = None if day is None else date(2022, 9, day)
    return Told(**{"words": f"They fought at {at}", "actors": ("AZE", "ARM"), "at": at, "on": on, **more})  # type: ignore[arg-type]


def test_mentions_of_one_day_place_and_pair_of_sides_are_one_episode() -> None:
    (episode,) = linkable(story("r1", DAY, "News", fought(), fought(day=None), fought(at=None, killed=49))).episodes
    assert episode.events == ("e1", "e2", "e3")
    assert episode.figures == ("f3",)
    assert episode.main
    assert episode.sides == ("ARM", "AZE")
    assert episode.days == (DAY.toordinal(),)


@pytest.mark.parametrize(
    ("second", "episodes"),
    [
        (fought(day=12), 1),
        (fought(at="Vardenis", day=8), 1),
        (fought(at="El Fasher", day=8), 2),
        (fought(actors=("RSF", "SDN"), at="El Fasher"), 2),
        (fought(actors=("RSF", "SDN"), at=None, killed=7), 1),
    ],
)
def test_two_of_day_place_and_sides_tell_happenings_apart(second: Told, episodes: int) -> None:
    assert len(linkable(story("r1", DAY, "News", fought(), fought(), second)).episodes) == episodes


def test_the_lead_and_the_title_tell_the_main_news() -> None:
    other = fought(at="El Fasher", actors=("RSF", "SDN"))
    report = linkable(story("r1", DAY, "El Fasher shelled", fought(), other))
    assert [(episode.main, episode.spots[0].name) for episode in report.episodes] == [
        (True, "El Fasher"),
        (False, "Jermuk"),
    ]


def test_talks_belong_to_the_fighting_beside_them() -> None:
    call = Told(words="The two ministers spoke", type="CONSULT", actors=("RUS", "FRA"))
    (episode,) = linkable(story("r1", DAY, "News", fought(), call)).episodes
    assert episode.events == ("e1", "e2")
    assert episode.sides == ("ARM", "AZE")
    assert episode.others == {"RUS", "FRA"}


def test_history_is_kept_apart_and_only_where_it_has_a_day_or_a_place() -> None:
    war = fought(at=None, day=None, background=True)
    dated = fought(at="Vardenis", on=date(2016, 4, 2), background=True)
    report = linkable(story("r1", DAY, "News", fought(), war, dated))
    assert [(episode.background, episode.events) for episode in report.episodes] == [(False, ("e1",)), (True, ("e3",))]


def test_days_to_come_are_no_days_of_a_happening() -> None:
    (episode,) = linkable(story("r1", DAY, "News", fought(day=20))).episodes
    assert episode.days == ()


def test_a_report_of_talks_alone_has_them_for_its_news() -> None:
    call = Told(words="The two ministers met in Geneva", type="CONSULT", actors=("RUS", "USA"), on=DAY)
    (episode,) = linkable(story("r1", DAY, "News", call)).episodes
    assert episode.main
    assert episode.types == (("CONSULT", 1),)


def test_each_happening_has_the_gist_of_its_own_words_which_is_kept_as_it_is() -> None:
    other = fought(at="El Fasher", actors=("RSF", "SDN"), words="Aid trucks were looted and burned")
    episodes = linkable(story("r1", DAY, "News", fought(), other)).episodes
    assert len({episode.gist for episode in episodes} - {""}) == 2
    assert tuple(episode_from_json(episode_to_json(episode)) for episode in episodes) == episodes


def test_names_are_capitals_within_a_sentence_that_name_no_state() -> None:
    text = "Shelling of Jermuk began on Monday. Armenia's Colonel Aram Torosyan blamed Azerbaijani troops of NATO rank."
    assert name_words(text) == {"jermuk", "aram", "torosyan"}


def test_words_are_compared_by_their_stems() -> None:
    assert word_bits("shelling of villages") == word_bits("shelled the village")
    assert word_bits("shelling") != word_bits("truce")
    assert word_bits("said on Tuesday that") == 0
