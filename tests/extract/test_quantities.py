"""Numbers of people in running text: what is found, and with which bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.extract.quantities import Quantity, quantities
from tacitus.model import Bounds


def found(text: str) -> list[str]:
    return [quantity.span.words(text) for quantity in quantities(text)]


def values(text: str) -> list[int | None]:
    return [quantity.bounds.best for quantity in quantities(text)]


def only(text: str) -> Quantity:
    (quantity,) = quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They lost 7,000 men.", 7000),
        ("They lost 12 000 men.", 12000),
        ("They lost 12\u202f000 men.", 12000),
        ("They lost 12\u00a0men.", 12),
        ("There were 1.2 million refugees.", 1200000),
        ("There were 1.2m refugees.", 1200000),
        ("There were 200k refugees.", 200000),
        ("There were 300 thousand refugees.", 300000),
        ("There were two and a half million refugees.", 2500000),
        ("There were a million and a half refugees.", 1500000),
        ("There were half a million refugees.", 500000),
        ("There were a quarter of a million refugees.", 250000),
        ("Forty-nine soldiers fell.", 49),
        ("FORTY-NINE SOLDIERS FELL.", 49),
        ("A hundred and twenty soldiers fell.", 120),
        ("Three hundred thousand fled.", 300000),
        ("One thousand two hundred and six fled.", 1206),
        ("A million two hundred thousand fled.", 1200000),
        ("A score of soldiers fell.", 20),
        ("A dozen soldiers fell.", 12),
        ("Two dozen soldiers fell.", 24),
        ("Half a dozen soldiers fell.", 6),
        ("A half-dozen soldiers fell.", 6),
        ("A couple of soldiers fell.", 2),
        ("A pair of gunmen fell.", 2),
        ("Zero casualties were reported.", 0),
    ],
)
def test_numerals_are_read_to_integers(text: str, value: int) -> None:
    assert only(text).bounds == Bounds(value, value, value)


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("Tens", 20),
        ("Dozens", 24),
        ("Scores", 40),
        ("Hundreds", 200),
        ("Several hundred", 200),
        ("A few dozen", 24),
        ("Thousands", 2000),
        ("Many thousands", 2000),
        ("Tens of thousands", 20000),
        ("Several hundred thousand", 200000),
        ("Hundreds of thousands", 200000),
        ("Millions", 2000000),
    ],
)
def test_vague_numbers_mean_at_least_two_of_them(words: str, low: int) -> None:
    quantity = only(f"{words} of people fled.")
    assert (quantity.form, quantity.bounds) == ("vague", Bounds(low, low, None))


@pytest.mark.parametrize(
    ("phrase", "bounds"),
    [
        ("49", Bounds(49, 49, 49)),
        ("exactly 49", Bounds(49, 49, 49)),
        ("a total of 49", Bounds(49, 49, 49)),
        ("at least 49", Bounds(49, 49, None)),
        ("at least two dozen", Bounds(24, 24, None)),
        ("AT LEAST 49", Bounds(49, 49, None)),
        ("no fewer than 49", Bounds(49, 49, None)),
        ("not less than 49", Bounds(49, 49, None)),
        ("a minimum of 49", Bounds(49, 49, None)),
        ("more than 49", Bounds(49, 49, None)),
        ("well over 49", Bounds(49, 49, None)),
        ("far more than 49", Bounds(49, 49, None)),
        ("upwards of 49", Bounds(49, 49, None)),
        ("in excess of 49", Bounds(49, 49, None)),
        ("at least “49", Bounds(49, 49, None)),
        ("more than the 49", Bounds(49, 49, None)),
        ("at least another 49", Bounds(49, 49, None)),
        (">49", Bounds(49, 49, None)),
        ("nearly 49", Bounds(45, 49, 49)),
        ("almost 100", Bounds(90, 100, 100)),
        ("close to 50", Bounds(45, 50, 50)),
        ("just under 50", Bounds(45, 50, 50)),
        ("approaching 50", Bounds(45, 50, 50)),
        ("about 35", Bounds(31, 35, 39)),
        ("around 50", Bounds(45, 50, 55)),
        ("some 1,500", Bounds(1350, 1500, 1650)),
        ("an estimated 50", Bounds(45, 50, 55)),
        ("in the region of 50", Bounds(45, 50, 55)),
        ("about a dozen", Bounds(10, 12, 14)),
        ("~50", Bounds(45, 50, 55)),
        ("up to 50", Bounds(0, 50, 50)),
        ("as many as 50", Bounds(0, 50, 50)),
        ("perhaps as many as 50", Bounds(0, 50, 50)),
        ("up to about 50", Bounds(0, 50, 50)),
        ("no more than 50", Bounds(0, 50, 50)),
        ("fewer than 50", Bounds(0, 50, 50)),
        ("50 or so", Bounds(45, 50, 55)),
        ("50-odd", Bounds(45, 50, 55)),
        ("50 or more", Bounds(50, 50, None)),
        ("50-plus", Bounds(50, 50, None)),
        ("50+", Bounds(50, 50, None)),
        ("20 to 30", Bounds(20, 25, 30)),
        ("20-30", Bounds(20, 25, 30)),
        ("20–30", Bounds(20, 25, 30)),
        ("between 50 and 55", Bounds(50, 52, 55)),
        ("somewhere between 50 and 60", Bounds(50, 55, 60)),
        ("anywhere from 20 to 30", Bounds(20, 25, 30)),
        ("from 20 to 30", Bounds(20, 25, 30)),
        ("six or seven", Bounds(6, 6, 7)),
        ("two or three hundred", Bounds(200, 250, 300)),
        ("1.5 to 2 million", Bounds(1500000, 1750000, 2000000)),
        ("up to 20 or 30", Bounds(0, 30, 30)),
        ("40, perhaps 50,", Bounds(40, 45, 50)),
    ],
)
def test_the_hedge_sets_the_bounds(phrase: str, bounds: Bounds) -> None:
    text = f"The shelling killed {phrase} soldiers."
    quantity = only(text)
    assert quantity.bounds == bounds
    assert quantity.span.words(text) == phrase.rstrip(",")


def test_the_number_is_told_apart_from_its_hedge() -> None:
    text = "At least two dozen soldiers died."
    quantity = only(text)
    assert (quantity.span.words(text), quantity.number.words(text)) == ("At least two dozen", "two dozen")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll rose from 627 to 935.", ["627", "935"]),
        ("It raised the number of dead from 27 to 44 soldiers.", ["27", "44"]),
        ("He spoke of more than 100 and possibly as many as 150 dead.", ["more than 100", "possibly as many as 150"]),
        ("Hundreds, perhaps thousands, fled.", ["Hundreds", "perhaps thousands"]),
        ("The toll climbed up to 13.", ["13"]),
        ("The toll had passed 2,000.", ["passed 2,000"]),
        ("The convoy passed 20 bodies.", ["20"]),
        ("They quarrelled over two soldiers.", ["two"]),
        ("He denied claims about “400 corpses”.", ["400"]),
        ("It killed 12, at least nine of them children.", ["12", "at least nine"]),
        ("Twelve died, three of them children.", ["Twelve", "three"]),
        ("The first 12 were freed and 14 of the 20 fell.", ["12", "14", "20"]),
        ("Both pilots were captured; both sides claimed it.", ["Both"]),
        ("Its soldiers number 3,664.", ["3,664"]),
        ("Killed/wounded: 12 killed/34 wounded", ["12", "34"]),
        ("A 200-strong force and a 20-man crew", ["200", "20"]),
        ("In May 12 soldiers were killed.", ["12"]),
        ("Some 2000 people fled.", ["Some 2000"]),
        ("It killed 1500 and wounded 300.", ["1500", "300"]),
        ("Two tank crewmen and three police officers died.", ["Two", "three"]),
        ("Five coffins, 60 bodies, 200 lives.", ["Five", "60", "200"]),
        ("TOLL: 12 DEAD, 30 WOUNDED", ["12", "30"]),
        ("- 19 wounded\n- No group has admitted it", ["19"]),
        ("The crew of 14 is missing.", ["14"]),
    ],
)
def test_each_number_of_people_is_found_once(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Danish peacekeeper was killed.", "A Danish peacekeeper"),
        ("They shot an officer.", "an officer"),
        ("Fire killed another villager.", "another villager"),
        ("Police said an eight-year-old girl was killed.", "an eight-year-old girl"),
        ("Two fell, and a Uruguayan was hurt.", "a Uruguayan"),
        ("A girl of 11 died.", "A girl"),
        ("The blast killed a 5-year-old.", "a 5-year-old"),
        ("It killed a police officer.", "a police officer"),
        ("A body was found.", "A body"),
        ("It killed a local intelligence chief.", "a local intelligence chief"),
        ("Two fell and a third died later.", "a third"),
        ("It killed one person and wounded another.", "another"),
    ],
)
def test_an_article_and_a_person_count_one(text: str, expected: str) -> None:
    quantity = quantities(text)[-1]
    assert quantity.span.words(text) == expected
    assert quantity.number.words(text).lower() in ("a", "an", "another")
    assert (quantity.form, quantity.bounds) == ("article", Bounds(1, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "It hit a police station and an army truck.",
        "It began a major offensive.",
        "A spokesman said so.",
        "A resident of the town told the agency so.",
        "According to a witness it was so.",
        "He told a reporter so.",
        "He served as a soldier.",
        "A body of clerics met.",
        "A group of soldiers left.",
    ],
)
def test_an_article_before_a_thing_or_a_source_counts_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody was killed.", "Nobody"),
        ("No one was hurt.", "No one"),
        ("No-one was hurt.", "No-one"),
        ("None of its regulars fell.", "None"),
        ("No Russian soldiers fell.", "No Russian soldiers"),
        ("There were no casualties.", "no casualties"),
        ("It said no Americans were hurt.", "no Americans"),
        ("Not one corpse came in.", "Not one corpse"),
        ("Not a single soldier fell.", "Not a single soldier"),
        ("It landed without causing injury.", "without causing injury"),
        ("They withdrew without loss.", "without loss"),
    ],
)
def test_nobody_counts_zero(text: str, expected: str) -> None:
    quantity = only(text)
    assert quantity.span.words(text) == expected
    assert (quantity.form, quantity.bounds) == ("none", Bounds(0, 0, 0))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One child died.", 1),
        ("One of them was freed.", 1),
        ("One of the four, aged 19, drowned", 2),
        ("It lost one of their own.", 1),
        ("It killed two, wounding one.", 2),
        ("One was captured.", 1),
        ("One South African died.", 1),
        ("One of the worst attacks", 0),
        ("One of the rockets fell short.", 0),
        ("One day it stopped.", 0),
        ("They fought one another.", 0),
        ("That one was denied.", 0),
        ("One rocket fell.", 0),
    ],
)
def test_one_counts_only_where_it_is_a_person(text: str, count: int) -> None:
    assert len(quantities(text)) == count


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "Nothing here.", "“”", "-", "12:", "a", "no", "one", "between", "no."]
)
def test_short_texts_are_read_without_error(text: str) -> None:
    assert values(text) in ([], [12])


_PIECES = [
    "between",
    "from",
    "to",
    "and",
    "or",
    ",",
    ".",
    "(",
    ")",
    "“",
    "”",
    "-",
    "–",
    "/",
    "+",
    "a",
    "an",
    "the",
    "no",
    "not",
    "one",
    "none",
    "nobody",
    "without",
    "both",
    "of",
    "about",
    "at",
    "least\nmore",
    "than",
    "up",
    "two",
    "dozen",
    "hundred",
    "thousand",
    "million",
    "half",
    "score",
    "hundreds",
    "tens",
    "several",
    "few",
    "couple",
    "12",
    "7,000",
    "1.5",
    "2020",
    "6",
    "May\nsoldiers",
    "soldier",
    "tanks",
    "tank",
    "wounded",
    "police",
    "old",
    "year",
    "people",
    "was",
    "said",
    "them",
    "%",
    "$",
    "km",
    "odd",
    "so",
    "\n\n",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=12), st.sampled_from([" ", ""]))
def test_whatever_the_words_spans_are_ordered_and_hold_their_numbers(pieces: list[str], joint: str) -> None:
    text, end = joint.join(pieces), 0
    for quantity in quantities(text):
        assert quantity.span.contains(quantity.number)
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        assert (quantity.bounds.low or 0) <= (quantity.bounds.best or 0)
        end = quantity.span.end


def test_a_hedge_in_quotation_marks_is_read() -> None:
    text = "It killed “more than” 49 soldiers."
    assert only(text).bounds == Bounds(49, 49, None)


def test_numbers_do_not_join_across_paragraphs() -> None:
    assert values("They lost 12\n\n3 soldiers fled.") == [12, 3]
