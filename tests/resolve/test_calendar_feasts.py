from __future__ import annotations

from datetime import date, timedelta

import pytest

from tacitus.resolve.calendar_feasts import easter, feast_in, feast_near, orthodox_easter


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (1999, date(1999, 4, 4), date(1999, 4, 11)),
        (2022, date(2022, 4, 17), date(2022, 4, 24)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
        (2025, date(2025, 4, 20), date(2025, 4, 20)),
    ],
)
def test_easter(year: int, western: date, eastern: date) -> None:
    assert (easter(year), orthodox_easter(year)) == (western, eastern)


@pytest.mark.parametrize(
    ("name", "year", "seen"),
    [
        ("eid_al_fitr", 2024, date(2024, 4, 10)),
        ("eid_al_adha", 2023, date(2023, 6, 28)),
        ("ashura", 2022, date(2022, 8, 8)),
        ("ramadan", 2012, date(2012, 7, 20)),
    ],
)
def test_islamic_feasts_come_within_a_day_of_where_the_moon_was_seen(name: str, year: int, seen: date) -> None:
    (found,) = feast_in(name, year)
    assert abs(found.start - seen) <= timedelta(days=1)
    assert "~" in found.edtf


def test_an_islamic_feast_can_fall_twice_in_a_year() -> None:
    assert [found.start.month for found in feast_in("ramadan", 2030)] == [1, 12]


def test_good_friday_is_counted_from_easter() -> None:
    assert [found.start for found in feast_in("good_friday", 1998)] == [date(1998, 4, 10)]


def test_a_feast_is_the_last_unless_the_next_lies_within_reach() -> None:
    september = date(2022, 9, 14)
    last = feast_near("12-25", september, reach=timedelta(days=60))
    coming = feast_near("12-25", september, reach=timedelta(days=183))
    assert last is not None
    assert coming is not None
    assert (last.start.year, coming.start.year) == (2021, 2022)


def test_an_unknown_feast_is_refused() -> None:
    with pytest.raises(KeyError):
        feast_in("michaelmas", 2022)
