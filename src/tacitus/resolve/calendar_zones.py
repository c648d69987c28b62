"""Hours as "HH:MM" with the offset from UTC of the zone that a report names."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def told_hour(hour: int, minute: int, *, zone: str | None, when: date | None) -> str:
    """An hour as told, with its offset on that day ("09:00+03:00").

    ``zone`` is a name of the IANA time zone database or a fixed offset such as "+01:00". The offset is left out where
    the zone is unknown to the machine, or depends on a day that is unknown.
    """
    plain = f"{hour:02}:{minute:02}"
    if zone is None:
        return plain
    if zone[0] in "+-":
        return plain + zone
    if when is None:
        return plain
    try:
        place = ZoneInfo(zone)
    except ZoneInfoNotFoundError:
        return plain
    offset = datetime.combine(when, time(hour, minute), place).strftime("%z")
    return f"{plain}{offset[:3]}:{offset[3:5]}"
