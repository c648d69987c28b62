from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from tacitus.export.event_wording import days_text, listed, tellers_text, where_text, who_text, years_text
from tacitus.export.page_options import PageOptions
from tacitus.model import Coding
from tests.export.rendering import render

CELLS = re.compile(r"\s{2,}")


def cells(words: str, text: str) -> list[str]:
    (line,) = [line for line in text.splitlines() if words in line]
    return CELLS.split(line.strip())


@pytest.mark.parametrize(
    ("edtf", "start", "end", "told"),
    [
        ("2022-09-13", date(2022, 9, 13), date(2022, 9, 13), "2022-09-13 Tuesday"),
        ("2022-09-12/2022-09-13", date(2022, 9, 12), date(2022, 9, 13), "2022-09-12 to 2022-09-13"),
        ("2020", date(2020, 1, 1), date(2020, 12, 31), "2020"),
        ("2020-10", date(2020, 10, 1), date(2020, 10, 31), "2020-10"),
        ("198X", date(1980, 1, 1), date(1989, 12, 31), "1980s"),
        ("198X/199X", date(1980, 1, 1), date(1999, 12, 31), "1980s to 1990s"),
        ("1988/1994", date(1988, 1, 1), date(1994, 12, 31), "1988 to 1994"),
        ("1991-12/..", date(1991, 12, 1), None, "from 1991-12"),
        ("../2022-09-13", None, date(2022, 9, 13), "until 2022-09-13"),
        ("2022-21", date(2022, 3, 1), date(2022, 5, 31), "2022-03-01 to 2022-05-31"),
        ("2022-21/2022-22", date(2022, 3, 1), date(2022, 8, 31), "2022-03-01 to 2022-08-31"),
        (None, None, None, "day not told"),
        ("../..", None, None, "day not told"),
    ],
)
def test_days(full: Coding, edtf: str | None, start: date | None, end: date | None, told: str) -> None:
    assert days_text(replace(full.events[0], date=edtf, start=start, end=end)) == told


@pytest.mark.parametrize(
    ("actors", "recipients", "told"),
    [
        (("a1",), ("a2",), "Armenia → Azerbaijan"),
        (("a1", "a2"), (), "Armenia and Azerbaijan"),
        (("a1", "a2", "a3", "a1"), ("a4",), "Armenia, Azerbaijan and Russia → residents"),
        ((), ("a2",), "? → Azerbaijan"),
        ((), (), "not told"),
    ],
)
def test_who_did_it_to_whom(full: Coding, actors: tuple[str, ...], recipients: tuple[str, ...], told: str) -> None:
    assert who_text(replace(full.events[0], actors=actors, recipients=recipients), full) == told


def test_an_officer_has_his_side_beside_him(full: Coding) -> None:
    minister = replace(full.actors[0], name="Vardan Hakobyan", kind="person")
    assert who_text(full.events[0], replace(full, actors=(minister, *full.actors[1:]))).startswith(
        "Vardan Hakobyan (ARM) →"
    )


def test_where_and_who_tells(full: Coding) -> None:
    accuse, shell, *_ = full.events
    assert (where_text(shell, full), where_text(accuse, full)) == ("Jermuk (ARM)", "")
    assert (tellers_text(shell, full), tellers_text(accuse, full)) == ("accuse: Armenia; assert: residents", "")


@pytest.mark.parametrize(
    ("names", "told"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_lists(names: list[str], told: str) -> None:
    assert listed(names) == told


def test_years_span_all_days(full: Coding) -> None:
    assert years_text(full.events[4:]) == "1988–2020"
    assert years_text(full.events[4:5]) == "2020"
    assert years_text(full.events[3:4]) == ""


def test_an_event_stands_under_its_day_with_who_where_and_words(full: Coding) -> None:
    text = render(full)
    lines = [line.strip() for line in text.splitlines()]
    days = ["2022-09-12 to 2022-09-13", "2022-09-13 Tuesday", "day not told"]
    assert [line for line in lines if line in days] == days
    assert cells("Azerbaijan → Armenia", text) == [
        "ASSAULT",
        "Azerbaijan → Armenia",
        "shelling the town of Jermuk [accuse: Armenia; assert: residents; told 2 times]",
    ]
    assert cells("heavy-weapons", text) == ["heavy-weapons", "in Jermuk (ARM)"]


def test_what_did_not_simply_happen_is_marked(full: Coding) -> None:
    assert cells("denied", render(replace(full, claims=(), ceasefires=()))) == ["denied"]
    assert "actual" not in render(full)


def test_history_is_folded_into_a_line(full: Coding) -> None:
    text = render(full)
    assert "  and 2 earlier events, 1988–2020: --background shows them" in text.splitlines()
    assert "six-week war" not in text
    alone = render(replace(full, events=full.events[4:5]))
    assert "  1 earlier event, 2020: --background shows it" in alone.splitlines()


def test_history_is_shown_on_request_after_the_news(full: Coding) -> None:
    text = render(full, options=PageOptions(background=True))
    assert "earlier event" not in text
    order = ["day not told", "Background", "1988 to 1994", "six-week war"]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)


def test_the_rule_is_shown_on_request(full: Coding) -> None:
    assert "[e2; noun: shelling; confidence 0.90]" in render(full, width=240, options=PageOptions(explain=True))
    assert "noun: shelling" not in render(full)


def test_the_trigger_stands_out_on_a_terminal(full: Coding) -> None:
    assert "Armenia \x1b[1maccused\x1b[0m Azerbaijan" in render(full, terminal=True)


def test_no_events_no_section(full: Coding) -> None:
    assert "Events" not in render(replace(full, events=()))
