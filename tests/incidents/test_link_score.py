from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from tacitus.incidents.episodes import Episode
from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.features import day_sign, figures_sign, headline_sign, place_sign, sides_sign, wording_sign
from tacitus.incidents.link_score import score_pair, score_value, strongest
from tacitus.language.sentence_vectors import default_vectors
from tests.stories import Told, story

DAY = date(2022, 9, 13)


def told(
    id: str = "r1",
    *,
    day: int | None = 13,
    at: str | None = "Jermuk",
    actors: tuple[str, ...] = ("AZE", "ARM"),
    title: str = "News",
    killed: int | None = None,
) -> Episode:
    on = None if day is None else date(2022, 9, day)
    event = Told(words=f"Near {at} they fought hard and for long", actors=actors, at=at, on=on, killed=killed)
    published = date(2022, 9, max(13, day or 13))
    return linkable(story(id, published, title, event)).episodes[0]


@pytest.mark.parametrize(
    ("day", "value", "reason"),
    [
        (13, 1.0, "both on 2022-09-13"),
        (14, 0.567, "1 day apart"),
        (16, -0.1, "3 days apart"),
        (20, -1.0, "7 days apart"),
        (None, 0.6, "both on 2022-09-13"),
    ],
)
def test_days_speak_for_or_against(day: int | None, value: float, reason: str) -> None:
    sign = day_sign(told(), told("r2", day=day))
    assert (sign.value, sign.reason) == (pytest.approx(value, abs=0.001), reason)


def test_a_battle_may_go_on_where_an_attack_is_over() -> None:
    raid, later = told(), told("r2", day=18)
    assert day_sign(replace(raid, lasted=5), later).value > 0 > day_sign(raid, later).value


@pytest.mark.parametrize(("at", "value"), [("Jermuk", 1.0), ("Vardenis", 0.04), ("Preah Vihear", -1.0)])
def test_places_speak_for_or_against(at: str, value: float) -> None:
    assert place_sign(told(), told("r2", at=at)).value == pytest.approx(value, abs=0.02)


def test_a_place_that_the_other_text_names_speaks_less_against() -> None:
    elsewhere = told("r2", at="Preah Vihear")
    assert place_sign(told(), replace(elsewhere, foremost=elsewhere.foremost | {"jermuk"})).value == pytest.approx(-0.4)
    assert place_sign(replace(told(), wide=True), elsewhere).value == pytest.approx(-0.4)


def test_an_unknown_point_speaks_neither_way() -> None:
    assert place_sign(told(), told("r2", at="Nowhere")).value == 0.0
    assert place_sign(told(), told("r2", at=None)).value == 0.0
    assert place_sign(told(at="Nowhere"), told("r2", at="Nowhere")).value == 1.0


@pytest.mark.parametrize(
    ("actors", "value"),
    [(("ARM", "AZE"), 1.0), (("ARM",), 0.6), (("ARM", "RUS"), 0.3), (("ISR", "IRN"), -2.0), ((), 0.0)],
)
def test_sides_speak_for_or_against(actors: tuple[str, ...], value: float) -> None:
    assert sides_sign(told(), told("r2", actors=actors)).value == pytest.approx(value)


def test_odd_numbers_tell_more_than_round_ones() -> None:
    odd, round_, small = (figures_sign(told(killed=n), told("r2", killed=n)).value for n in (149, 100, 4))
    assert odd > round_ > small > 0
    assert figures_sign(told(killed=149), told("r2", killed=150)).value == 0.0


def test_names_of_a_title_are_looked_for_in_the_other_text() -> None:
    with_name = told(title="Jermuk shelled")
    assert headline_sign(with_name, told("r2")).value == 1.0
    assert headline_sign(with_name, told("r2", at="Vardenis")).value == -0.5
    assert headline_sign(told(), told("r2")).value == 0.0


def worded(episode: Episode, passage: str) -> Episode:
    return replace(episode, gist=default_vectors().gist(passage))


SHELLED = "Artillery shells fell on the village at dawn, killing three soldiers."
BOMBARDED = "Troops died when the hamlet was bombarded by howitzers in the morning."
FISHED = "The ministers signed an accord on fishing quotas and customs duties."


def test_wording_speaks_for_or_against() -> None:
    one = worded(told(), SHELLED)
    alike, unlike = wording_sign(one, worded(told("r2"), BOMBARDED)), wording_sign(one, worded(told("r2"), FISHED))
    assert (alike.name, unlike.name) == ("wording", "wording")
    assert alike.value > 0 > unlike.value >= -1
    assert re.fullmatch(r"wording alike \(0\.\d\d\)", alike.reason)
    assert re.fullmatch(r"wording unlike \(-?0\.\d\d\)", unlike.reason)
    same = wording_sign(one, worded(told("r2"), SHELLED))
    assert (same.value, same.reason) == (1.0, "wording alike (1.00)")


def test_without_a_vector_wording_tells_nothing() -> None:
    one, bare = told(), replace(told("r2"), gist="")
    for sign in (wording_sign(one, bare), wording_sign(bare, one), wording_sign(bare, bare)):
        assert (sign.value, sign.reason) == (0.0, "no vector")


def test_a_pair_of_like_wording_scores_above_one_of_unlike() -> None:
    one, other = worded(told(), SHELLED), told("r2")
    alike, unlike = score_pair(one, worded(other, BOMBARDED)), score_pair(one, worded(other, FISHED))
    assert alike.value > score_pair(one, replace(other, gist="")).value > unlike.value
    assert "wording" in {sign.name for sign in strongest(alike.signs)}


def test_the_score_does_not_depend_on_the_order_and_adds_up() -> None:
    one, other = told(), told("r2", day=14, at="Vardenis", killed=12)
    score = score_pair(one, other)
    assert score == score_pair(other, one)
    assert score_value(one, other) == pytest.approx(score.value)
    assert all(sign.value for sign in strongest(score.signs))


def test_one_report_tells_its_happenings_apart() -> None:
    assert score_pair(told(), replace(told(), number=1)).value < 0
