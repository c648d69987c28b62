from __future__ import annotations

from datetime import date, timedelta

import pytest

from tacitus.resolve import calendar_relative as relative
from tacitus.resolve.calendar_periods import day, month, year
from tacitus.resolve.calendar_relative import Unit

WEDNESDAY = date(2022, 9, 14)
SOON = timedelta(days=60)


@pytest.mark.parametrize(
    ("number", "strictly", "found"),
    [(0, False, date(2022, 9, 12)), (2, False, WEDNESDAY), (2, True, date(2022, 9, 7)), (3, False, date(2022, 9, 8))],
)
def test_the_weekday_before(number: int, strictly: bool, found: date) -> None:
    assert relative.weekday_before(WEDNESDAY, number, strictly=strictly) == found


@pytest.mark.parametrize(
    ("number", "strictly", "found"),
    [(4, False, date(2022, 9, 16)), (2, False, WEDNESDAY), (2, True, date(2022, 9, 21))],
)
def test_the_weekday_after(number: int, strictly: bool, found: date) -> None:
    assert relative.weekday_after(WEDNESDAY, number, strictly=strictly) == found


@pytest.mark.parametrize(
    ("month_number", "number", "reach", "found"),
    [
        (9, 13, SOON, date(2022, 9, 13)),
        (9, 20, SOON, date(2022, 9, 20)),
        (9, 20, timedelta(0), date(2021, 9, 20)),
        (12, 15, SOON, date(2021, 12, 15)),
        (12, 15, timedelta(days=183), date(2022, 12, 15)),
        (2, 29, SOON, None),
    ],
)
def test_a_day_without_a_year(month_number: int, number: int, reach: timedelta, found: date | None) -> None:
    assert relative.day_of_year_near(month_number, number, WEDNESDAY, reach=reach) == found


@pytest.mark.parametrize(
    ("number", "ahead", "edtf"),
    [(9, False, "2022-09"), (10, False, "2021-10"), (10, True, "2022-10"), (2, True, "2023-02")],
)
def test_a_month_without_a_year(number: int, ahead: bool, edtf: str) -> None:
    assert relative.month_near(number, WEDNESDAY, ahead=ahead).edtf == edtf


@pytest.mark.parametrize(
    ("number", "ahead", "found"),
    [
        (14, False, WEDNESDAY),
        (16, False, date(2022, 8, 16)),
        (16, True, date(2022, 9, 16)),
        (31, False, date(2022, 8, 31)),
    ],
)
def test_a_day_told_by_its_number(number: int, ahead: bool, found: date) -> None:
    assert relative.day_of_month_near(number, WEDNESDAY, ahead=ahead) == found


@pytest.mark.parametrize(
    ("count", "unit", "edtf"),
    [
        (-2, "day", "2022-09-12"),
        (1, "fortnight", "2022-09-28"),
        (-3, "week", "2022-08-24"),
        (48, "hour", "2022-09-16"),
        (3, "hour", "2022-09-14"),
        (-9, "month", "2021-12"),
        (-2, "decade", "2002"),
    ],
)
def test_units_counted_from_a_day(count: int, unit: Unit, edtf: str) -> None:
    found = relative.counted_from(day(WEDNESDAY), count, unit)
    assert found is not None
    assert found.edtf == edtf


def test_days_cannot_be_counted_from_a_month_nor_months_from_a_year() -> None:
    assert relative.counted_from(month(2022, 9), 2, "day") is None
    assert relative.counted_from(year(2022), 2, "month") is None


@pytest.mark.parametrize(
    ("count", "unit", "edtf"),
    [
        (-24, "hour", "2022-09-13/2022-09-14"),
        (-2, "week", "2022-08-31/2022-09-14"),
        (1, "month", "2022-09-14/2022-10-14"),
        (-1, "year", "2021-09-14/2022-09-14"),
    ],
)
def test_time_that_reaches_to_a_day(count: int, unit: Unit, edtf: str) -> None:
    found = relative.reach(WEDNESDAY, count, unit)
    assert found is not None
    assert found.edtf == edtf


def test_the_same_day_of_a_shorter_month() -> None:
    assert relative.add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)


@pytest.mark.parametrize(("ahead", "edtf"), [(False, "2022-21"), (True, "2023-21")])
def test_a_season_without_a_year(ahead: bool, edtf: str) -> None:
    found = relative.season_near("spring", WEDNESDAY, ahead=ahead)
    assert found is not None
    assert found.edtf == edtf
