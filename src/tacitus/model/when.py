"""Dates: expressions of time and the days that they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from tacitus.model.span import Span

DatePrecision = Literal["hour", "part_of_day", "day", "week", "month", "season", "year", "decade", "interval"]
DATE_PRECISIONS: tuple[DatePrecision, ...] = get_args(DatePrecision)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """An expression of a day or of more, and what it means.

    ``edtf`` is the Extended Date/Time Format string (ISO 8601-2:2019, level 1), ``start`` and ``end`` its first and
    last day, ``None`` where the interval is open or where a relative expression cannot be resolved for want of a
    published date (then ``edtf`` is ``None`` too). ``time`` is the hour as told, "HH:MM" with the zone's UTC offset
    where it is known ("09:00+03:00").
    """

    span: Span
    edtf: str | None
    start: date | None
    end: date | None
    precision: DatePrecision
    time: str | None = None
