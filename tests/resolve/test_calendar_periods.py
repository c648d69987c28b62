from __future__ import annotations

from datetime import date

import pytest

from tacitus.resolve import calendar_periods as periods
from tacitus.resolve.calendar_periods import Part, Period


@pytest.mark.parametrize(
    ("period", "start", "end", "edtf"),
    [
        (periods.day(date(2022, 9, 13)), date(2022, 9, 13), date(2022, 9, 13), "2022-09-13"),
        (periods.month(2024, 2), date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (periods.year(987), date(987, 1, 1), date(987, 12, 31), "0987"),
        (periods.decade(1990), date(1990, 1, 1), date(1999, 12, 31), "199X"),
        (periods.season("spring", 1941), date(1941, 3, 1), date(1941, 5, 31), "1941-21"),
        (periods.season("winter", 2014), date(2014, 12, 1), date(2015, 2, 28), "2014-12/2015-02"),
        (periods.week_of(date(2022, 9, 14)), date(2022, 9, 12), date(2022, 9, 18), "2022-09-12/2022-09-18"),
        (periods.days(date(2022, 9, 14), date(2022, 9, 13)), date(2022, 9, 13), date(2022, 9, 14), None),
        (periods.night_after(date(2022, 9, 12)), date(2022, 9, 12), date(2022, 9, 13), "2022-09-12/2022-09-13"),
    ],
)
def test_a_period_has_its_days_and_its_edtf(period: Period, start: date, end: date, edtf: str | None) -> None:
    assert (period.start, period.end) == (start, end)
    assert edtf is None or period.edtf == edtf


def test_a_span_keeps_how_exactly_each_end_was_told() -> None:
    found = periods.span(periods.month(1992, 4), periods.year(1995))
    assert found is not None
    assert (found.edtf, found.start, found.end) == ("1992-04/1995", date(1992, 4, 1), date(1995, 12, 31))


def test_no_span_runs_backwards() -> None:
    assert periods.span(periods.year(1995), periods.year(1992)) is None


@pytest.mark.parametrize(
    ("first", "until", "edtf"),
    [
        (periods.month(1992, 4), date(1995, 8, 28), "1992-04/1995-08-28"),
        (periods.decade(1970), date(2017, 6, 29), "1970/2017-06-29"),
        (periods.season("summer", 2014), date(2015, 1, 1), "2014-06/2015-01-01"),
        (periods.year(1991), None, "1991/.."),
        (periods.day(date(2022, 9, 14)), date(2022, 9, 14), "2022-09-14"),
    ],
)
def test_since_runs_to_the_day_known_or_stays_open(first: Period, until: date | None, edtf: str) -> None:
    found = periods.since(first, until)
    assert (found.edtf, found.start, found.end) == (edtf, first.start, until)


@pytest.mark.parametrize(
    ("period", "part", "edtf"),
    [
        (periods.month(2024, 2), "late", "2024-02-21/2024-02-29"),
        (periods.month(2024, 5), "middle", "2024-05-11/2024-05-20"),
        (periods.month(2012, 7), "last_week", "2012-07-25/2012-07-31"),
        (periods.month(2012, 7), "second_half", "2012-07-16/2012-07-31"),
        (periods.year(2021), "late", "2021-10/2021-12"),
        (periods.year(1991), "end", "1991-12-31"),
        (periods.decade(1990), "early", "1990/1993"),
    ],
)
def test_parts_of_periods(period: Period, part: Part, edtf: str) -> None:
    found = periods.part_of(period, part)
    assert found is not None
    assert found.edtf == edtf


def test_an_open_period_has_no_parts() -> None:
    assert periods.part_of(periods.since(periods.year(1991), None), "early") is None
