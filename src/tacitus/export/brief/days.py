"""Days and spells as a report writes them: ``13 September 2022``, ``from 3 to 6 September``, ``in the 1990s``."""

from __future__ import annotations

from datetime import date, timedelta

from tacitus.model import Event

_DECADE = 10


def day_text(day: date, *, year: int | None = None) -> str:
    """``13 September 2022``, without the year where it is ``year``, which the reader knows."""
    return f"{day.day} {day:%B}" if day.year == year else f"{day.day} {day:%B} {day.year}"


def on_days(first: date, last: date | None = None, *, year: int | None = None) -> str:
    """Day or days with their preposition: ``on 13 September 2022``, ``on 13 and 14 September``, ``from ... to ...``."""
    if last is None or last <= first:
        return f"on {day_text(first, year=year)}"
    end = day_text(last, year=year)
    same_month = (first.year, first.month) == (last.year, last.month)
    begin = str(first.day) if same_month else day_text(first, year=year if year is not None else last.year)
    if same_month and last - first == timedelta(days=1):
        return f"on {begin} and {end}"
    return f"from {begin} to {end}"


def spell_of(event: Event) -> str | None:
    """When an event was, as coarse as it is told: ``in 2020``, ``in the 1990s``, ``from 1988 to 1994``."""
    first, last = event.start, event.end
    if first is None or last is None:
        return f"from {first.year} on" if first else f"until {last.year}" if last else None
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years:
        return _years(first.year, last.year)
    next_day = last + timedelta(days=1) if last < date.max else last
    if first.day == 1 and next_day.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"in {first:%B} {first.year}"
    return on_days(first, last)


def _years(first: int, last: int) -> str:
    if first == last:
        return f"in {first}"
    if first % _DECADE == 0 and last - first == _DECADE - 1:
        return f"in the {first}s"
    return f"from {first} to {last}"
