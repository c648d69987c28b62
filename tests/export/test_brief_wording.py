from __future__ import annotations

from datetime import date

import pytest

from tacitus.export.brief.days import on_days, spell_of
from tacitus.export.brief.names import is_plural, side_text, speaker_text, where_text, whose_people
from tacitus.export.brief.numbers import amount, number_words, range_words
from tacitus.export.brief.source_wording import number_ranges
from tacitus.export.brief.sources import shorten
from tacitus.export.brief.speech import quoted
from tacitus.model import Actor, Bounds, Event, Span
from tacitus.model.incident import IncidentPlace
from tacitus.model.place import PlacePrecision


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "one"), (9, "nine"), (10, "10"), (2570, "2,570"), (1_500_000, "1.5 million"), (3_000_000, "3 million")],
)
def test_numbers_are_words_below_ten(number: int, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ((49, 49, 49), "49"),
        ((0, 0, 0), "no"),
        ((49, 49, None), "at least 49"),
        ((90, 100, 100), "almost 100"),
        ((1800, 2000, 2000), "almost 2,000"),
        ((90, 100, 110), "about 100"),
        ((315, 350, 385), "about 350"),
        ((0, 100, 100), "up to 100"),
        ((None, 100, 100), "up to 100"),
        ((20, 25, 30), "between 20 and 30"),
        ((20, 25, 31), "between 20 and 31"),
        ((3, 4, 9), "between three and nine (most likely four)"),
        ((100, 120, None), "at least 100 (most likely 120)"),
        ((None, None, None), "an unknown number"),
        ((0, 2, 9), "up to nine (most likely two)"),
    ],
)
def test_bounds_read_as_the_hedge_that_they_stand_for(bounds: tuple[int | None, ...], words: str) -> None:
    assert amount(Bounds(*bounds)).text == words


def test_vague_words_stay_vague() -> None:
    assert amount(Bounds(24, 24, None), words="dozens of men").text == "dozens"
    assert amount(Bounds(24, 24, None), words="at least 24 men").text == "at least 24"
    assert amount(Bounds(200, 200, None), words="the hundreds killed").of


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(99, 212, "99 to 212"), (3, None, "three or more"), (5, 5, "five"), (0, 9, "none to nine")],
)
def test_ranges(low: int, high: int | None, words: str) -> None:
    assert range_words(low, high) == words


@pytest.mark.parametrize(
    ("first", "last", "year", "words"),
    [
        ("2022-09-13", None, None, "on 13 September 2022"),
        ("2022-09-13", "2022-09-14", None, "on 13 and 14 September 2022"),
        ("2022-09-13", "2022-09-16", 2022, "from 13 to 16 September"),
        ("2022-08-30", "2022-09-02", None, "from 30 August to 2 September 2022"),
        ("2021-12-30", "2022-01-02", None, "from 30 December 2021 to 2 January 2022"),
        ("2021-12-30", "2022-01-02", 2022, "from 30 December 2021 to 2 January"),
        ("2022-08-31", "2022-09-01", 2022, "from 31 August to 1 September"),
    ],
)
def test_days(first: str, last: str | None, year: int | None, words: str) -> None:
    assert on_days(date.fromisoformat(first), date.fromisoformat(last) if last else None, year=year) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2020-01-01", "2020-12-31", "in 2020"),
        ("1990-01-01", "1999-12-31", "in the 1990s"),
        ("1988-01-01", "1994-12-31", "from 1988 to 1994"),
        ("2021-04-01", "2021-04-30", "in April 2021"),
        ("2020-09-27", "2020-11-10", "from 27 September to 10 November 2020"),
        (None, "1994-12-31", "until 1994"),
        ("1991-01-01", None, "from 1991 on"),
        (None, None, None),
    ],
)
def test_history_is_dated_as_coarsely_as_it_is_told(start: str | None, end: str | None, words: str | None) -> None:
    first, last = (None if day is None else date.fromisoformat(day) for day in (start, end))
    span = Span(0, 1)
    event = Event(
        "e1", "ASSAULT", None, (), (), None, None, first, last, "actual", True, (), span, span, (), "", 1.0
    )  # fmt: skip
    assert spell_of(event) == words


@pytest.mark.parametrize(
    ("side", "words"),
    [
        ("ARM", "Armenia"),
        ("USA", "the United States"),
        ("NLD", "the Netherlands"),
        ("YUG", "Yugoslavia"),
        ("UN", "the UN"),
        ("NATO", "NATO"),
        ("M23", "M23"),
        ("Houthis", "the Houthis"),
        ("Joint Forces", "the Joint Forces"),
        ("Boko Haram", "Boko Haram"),
        ("Israeli military", "the Israeli military"),
        ("Armenia's defence ministry", "Armenia's defence ministry"),
        ("Ministry of Health", "the Ministry of Health"),
        ("doctors", "doctors"),
        ("hospital", "the hospital"),
        ("al-Shabaab", "al-Shabaab"),
        ("each side", "each side"),
        ("two officials", "two officials"),
    ],
)
def test_sides_and_claimants_have_their_article(side: str, words: str) -> None:
    assert side_text(side) == words


def test_people_of_a_side() -> None:
    assert whose_people("COD", "civilians") == "Congolese civilians"
    assert whose_people("RSF", "fighters") == "fighters of the RSF"


def test_what_stands_for_several() -> None:
    assert is_plural("the Houthis")
    assert not is_plural("Hamas")


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        (Actor("a1", "Nikol Pashinyan", "person", "ARM", None, None, ()), "Nikol Pashinyan (Armenia)"),
        (Actor("a1", "Yerevan", "state", "ARM", None, None, ()), "Armenia"),
        (
            Actor("a1", "foreign ministry", "organization", "USA", None, None, ()),
            "the foreign ministry (United States)",
        ),
        (Actor("a1", "Armenian officials", "group", "ARM", None, None, ()), "Armenian officials"),
        (Actor("a1", "residents", "population", None, None, None, ()), "residents"),
    ],
)
def test_speakers_are_told_with_their_side(actor: Actor, words: str) -> None:
    assert speaker_text(actor) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("both sides", "both sides (Armenia and United States)"),
        ("neighbours", "neighbours (Armenia and United States)"),
        ("Nikol Pashinyan and Washington", "Nikol Pashinyan (Armenia) and the United States"),
    ],
)
def test_several_are_told_with_their_members(name: str, words: str) -> None:
    members = (
        Actor("a1", "Nikol Pashinyan", "person", "ARM", None, None, ()),
        Actor("a2", "Washington", "state", "USA", None, None, ()),
    )
    assert speaker_text(Actor("a3", name, "organization", None, None, None, (), ("a1", "a2")), members) == words


@pytest.mark.parametrize(
    ("name", "country", "precision", "words"),
    [
        ("Jermuk", "ARM", "settlement", "in Jermuk, Armenia"),
        ("Armenia", "ARM", "country", "in Armenia"),
        ("GOMA", "COD", "settlement", "in Goma, DR Congo"),
        ("Arax", None, "area", "in the area of Arax"),
    ],
)
def test_places(name: str, country: str | None, precision: PlacePrecision, words: str) -> None:
    assert where_text(IncidentPlace(name, country, None, None, precision)) == words


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("they had left.", "“they had left”"),
        ('a "provocation" near X,', "“a ‘provocation’ near X”"),
        ("“never”,\n he said", "“‘never’, he said”"),
        ("the U.S.", "“the U.S.”"),
    ],
)
def test_words_are_quoted_with_single_marks_within(words: str, shown: str) -> None:
    assert quoted(words) == shown


def test_long_words_are_cut_between_words() -> None:
    assert shorten("one two three", 20) == "one two three"
    assert shorten("one two three", 9) == "one two …"
    assert len(shorten("x" * 50, 20)) <= 20


def test_runs_of_sources_are_drawn_together() -> None:
    assert number_ranges((1, 2, 3, 4, 7, 9, 10)) == "1–4, 7, 9, 10"
