"""Several numbers of one report for one toll: which is the count, which are parts of it, which were replaced."""

from __future__ import annotations

import pytest

from tacitus.extract.sentence_breaks import sentence_breaks
from tacitus.incidents.supersede import Told, read_numbers
from tests.dispatches import Dispatch


def read(text: str, *told: tuple[str, int]) -> tuple[Told, ...]:
    report = Dispatch("r1", text)
    for words, best in told:
        report.counts(words, best, side="ARM", by="ARM")
    return read_numbers(sentence_breaks(text), report.figures)


def standing(told: tuple[Told, ...]) -> list[int]:
    return [one.best for one in told if one.stands]


@pytest.mark.parametrize(
    ("text", "numbers", "count"),
    [
        ("The ministry raised its toll from 49 soldiers to 105.", (("49 soldiers", 49), ("105", 105)), 105),
        (
            "It put the dead at 37 on Monday and at 38 a day later.",
            (("37", 37), ("38", 38)),
            38,
        ),
        (
            "Three guards are dead, it said. Later it corrected itself: two guards were killed, not three.",
            (("Three guards", 3), ("two guards", 2)),
            2,
        ),
        (
            "It first spoke of 12 civilians killed. It has since put the dead at ten.",
            (("12 civilians", 12), ("ten", 10)),
            10,
        ),
        ("Fifty men fell: 42 of the army and eight of the border guard.", (("Fifty men", 50), ("42", 42)), 50),
        (
            "Fourteen men are missing and 12 are dead, the army said. At first it had given the dead as nine.",
            (("12", 12), ("nine", 9)),
            12,
        ),
        (
            "The union, which on Sunday had spoken of 17 dead, on Monday lowered its own count to 14.",
            (("17 dead", 17), ("14", 14)),
            14,
        ),
        (
            "The ministry raised to 20 the number of its dead. Earlier in the day it acknowledged 30.",
            (("20", 20), ("30", 30)),
            20,
        ),
        ("Officials had spoken of 30 dead and then of 27.", (("30 dead", 30), ("27", 27)), 27),
        (
            "The union said it had counted 17 dead at the hospital. Six were seen on the road.",
            (("17 dead", 17), ("Six", 6)),
            17,
        ),
        (
            "It has told of 79 deaths, after 71 last Thursday and 77 a day later.",
            (("79", 79), ("71", 71), ("77", 77)),
            79,
        ),
        ("It said 54 people died, of whom 37 were children.", (("54 people", 54), ("37", 37)), 54),
        ("Eight died at Jermuk. In all 40 soldiers were killed.", (("Eight", 8), ("40 soldiers", 40)), 40),
    ],
)
def test_one_number_stands(text: str, numbers: tuple[tuple[str, int], ...], count: int) -> None:
    assert standing(read(text, *numbers)) == [count]


def test_a_replaced_number_is_superseded_and_a_smaller_one_a_part() -> None:
    told = read(
        "It raised its toll from 49 to 105. Seven of them fell at Sotk.", ("49", 49), ("105", 105), ("Seven", 7)
    )
    assert [(one.best, one.replaced, one.part) for one in told] == [
        (49, True, False),
        (105, False, False),
        (7, False, True),
    ]


def test_numbers_told_side_by_side_are_added() -> None:
    text = "A Danish soldier was killed on Friday and two Czech soldiers on Saturday."
    told = read(text, ("A Danish soldier", 1), ("two Czech soldiers", 2))
    assert standing(told) == [3]
    total = next(one for one in told if one.stands)
    assert total.span.words(text) == "A Danish soldier was killed on Friday and two Czech soldiers"
    assert [one.best for one in told if one.part] == [1, 2]


def test_more_dead_are_added_to_the_number_before_them() -> None:
    text = "The morgue took in 32 bodies, five more victims having died on the table."
    assert standing(read(text, ("32 bodies", 32), ("five more victims", 5))) == [37]


def test_what_the_enemy_is_said_to_have_lost_is_not_added() -> None:
    text = "Asmara listed 22 of its men and said the raiders had buried more than 350."
    assert standing(read(text, ("22 of its men", 22), ("350", 350))) == [350]


def test_no_sum_is_made_where_the_report_has_the_total() -> None:
    text = "Twelve men died on Monday and two more on Tuesday. The toll is 14."
    told = read(text, ("Twelve men", 12), ("two more", 2), ("14", 14))
    assert standing(told) == [14]
    assert len(told) == 3


def test_parts_go_on_in_a_list() -> None:
    text = "More than 320 people were killed, 74 of them women and 51 minors."
    told = read(text, ("320 people", 320), ("74 of them women", 74), ("51 minors", 51))
    assert standing(told) == [320]


def test_a_number_told_twice_is_kept_once() -> None:
    told = read("Nine soldiers died. The nine soldiers were young.", ("Nine soldiers", 9), ("nine soldiers", 9))
    assert [one.best for one in told] == [9]


def test_a_number_that_the_extractor_found_revised_is_replaced() -> None:
    report = Dispatch("r1", "Yerevan spoke of 49 men. Then of 48.")
    report.counts("49 men", 49, side="ARM", by="ARM").counts("48", 48, side="ARM", by="ARM", revises=49)
    assert standing(read_numbers(sentence_breaks(report.text), report.figures)) == [48]


def test_a_denied_number_never_stands() -> None:
    report = Dispatch("r1", "It denied that 70 men had died.")
    report.counts("70 men", 70, side="ARM", by="ARM", denied=True)
    assert standing(read_numbers(sentence_breaks(report.text), report.figures)) == []
