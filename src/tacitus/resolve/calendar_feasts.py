"""Feasts and months of fasting, computed for a year of the Gregorian calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tacitus.resolve.calendar_periods import Period, day

_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()
_RAMADAN, _SHAWWAL, _DHU_AL_HIJJA, _MUHARRAM = 9, 10, 12, 1
_ISLAMIC = {
    "eid_al_fitr": (_SHAWWAL, 1),
    "eid_al_adha": (_DHU_AL_HIJJA, 10),
    "ashura": (_MUHARRAM, 10),
}
_FROM_EASTER = {"maundy_thursday": -3, "good_friday": -2, "holy_saturday": -1, "easter": 0, "easter_monday": 1}
_FROM_EASTER |= {"palm_sunday": -7, "ascension": 39, "pentecost": 49}


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the algorithm of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches, in the Gregorian calendar (Meeus; right from 1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    f = d + e + 114
    return date(year, f // 31, f % 31 + 1) + timedelta(days=13)


def islamic_day(year: int, month: int, number: int) -> date:
    """A day of the tabular Islamic calendar (civil epoch); the day observed can differ by one."""
    days_before = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
    return date.fromordinal(_ISLAMIC_EPOCH + days_before + number - 1)


def feast_in(name: str, year: int) -> list[Period]:
    """What a feast means in a year of our calendar; an Islamic one can fall twice in it.

    ``name`` is "easter" and the days counted from it, "orthodox_easter", "ramadan", "eid_al_fitr", "eid_al_adha",
    "ashura", or "MM-DD" for a fixed day. Islamic feasts are marked approximate, for the moon is sighted.

    Raises:
        KeyError: there is no such feast.
    """
    if name[:1].isdecimal():
        return [day(date(year, int(name[:2]), int(name[3:])))]
    if name == "orthodox_easter":
        return [day(orthodox_easter(year))]
    if name in _FROM_EASTER:
        return [day(easter(year) + timedelta(days=_FROM_EASTER[name]))]
    return [period for period in _islamic(name, year) if period.start.year == year]


def _islamic(name: str, year: int) -> Iterator[Period]:
    first = (year - 622) * 33 // 32
    for islamic_year in range(first - 1, first + 2):
        if name == "ramadan":
            start, end = islamic_day(islamic_year, _RAMADAN, 1), islamic_day(islamic_year, _RAMADAN, 30)
            yield Period(start, end, f"{start.isoformat()}~/{end.isoformat()}~", "interval")
        else:
            when = islamic_day(islamic_year, *_ISLAMIC[name])
            yield Period(when, when, f"{when.isoformat()}~", "day")


def feast_near(name: str, anchor: date, *, reach: timedelta) -> Period | None:
    """The last feast of that name that begins no later than ``reach`` after ``anchor``."""
    found = [period for offset in (-1, 0, 1) for period in feast_in(name, anchor.year + offset)]
    return max(
        (period for period in found if period.start <= anchor + reach), key=lambda period: period.start, default=None
    )
