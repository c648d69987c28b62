from __future__ import annotations

from datetime import date

import pytest

from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.link_summary import incident_title, summarize
from tests.stories import Told, story

DAY = date(2022, 9, 13)


def titled(*told: Told) -> str:
    return summarize(linkable(story("r1", DAY, "News", *told)).episodes[:1]).title


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (
            Told(words="They fought", actors=("AZE", "ARM"), at="Jermuk", on=DAY),
            "Fighting between Armenia and Azerbaijan at Jermuk, 13 September 2022",
        ),
        (
            Told(words="Guns opened up", actors=("AZE",), recipients=("ARM",), mode="heavy-weapons", at="Jermuk"),
            "Shelling by Azerbaijan on Armenia at Jermuk",
        ),
        (
            Told(words="Gunmen came", actors=("M23",), recipients=("COD",), on=DAY),
            "Attack by M23 on DR Congo, 13 September 2022",
        ),
        (Told(words="They marched", type="PROTEST", actors=("SRB",)), "Protest: Serbia"),
        (Told(words="It happened"), "Attack"),
    ],
)
def test_a_title_tells_what_who_where_and_when(told: Told, title: str) -> None:
    assert titled(told) == title


def test_days_and_place_are_those_that_most_tellings_share() -> None:
    reports = [
        story(f"r{n}", DAY, "News", Told(words="They fought", actors=("AZE", "ARM"), at=place, on=date(2022, 9, day)))
        for n, (place, day) in enumerate((("Jermuk", 13), ("Jermuk", 13), ("Jermuk", 12), ("Vardenis", 13)))
    ]
    summary = summarize([linkable(report).episodes[0] for report in reports])
    assert summary.place is not None
    assert summary.place.name == "Jermuk"
    assert (summary.start, summary.end) == (DAY, DAY)
    assert summary.sides == ("ARM", "AZE")
    assert summary.types == ("ASSAULT",)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2025, 1, 27), date(2025, 2, 5), ", 27 January 2025"),
        (date(2025, 2, 1), date(2025, 2, 28), ", February 2025"),
        (date(2025, 1, 1), date(2025, 2, 5), ", January to February 2025"),
        (date(2024, 12, 1), date(2025, 1, 31), ", December 2024 to January 2025"),
    ],
)
def test_days_that_fill_a_month_are_told_by_month(first: date, last: date, told: str) -> None:
    title = incident_title((), sides=(), place=None, days=(first, last))
    assert title == f"Events{told}"


def test_what_no_report_tells_stays_unknown() -> None:
    summary = summarize(linkable(story("r1", None, "Nothing")).episodes)
    assert (summary.start, summary.end, summary.place, summary.sides) == (None, None, None, ())
