"""How an incident's values read on a page."""

from __future__ import annotations

import re
from datetime import date

from tacitus.export.wording import bounds_text, plain
from tacitus.model import Bounds
from tacitus.model.incident import Incident, SideRange, UcdpEstimate
from tacitus.resolve.state_names import state_name

UNKNOWN = "not told"
REPORT_VOICE = "report"
_MOST_TYPES = 3
_CODE = re.compile(r"\b[A-Z]{3}\b")


def side_text(side: str | None) -> str:
    """A side by the state's usual name, else as it is called."""
    return UNKNOWN if side is None else plain(state_name(side) or side)


def reason_text(why: str, incident: Incident) -> str:
    """The reason of a codebook, which calls sides by their codes, with the names of the incident's sides."""
    tolls = incident.figures
    codes = {*incident.sides, *(toll.side for toll in tolls), *(toll.by for toll in tolls)}
    return _CODE.sub(lambda code: side_text(code[0]) if code[0] in codes else code[0], plain(why))


def voice_text(by: str) -> str:
    """Who says something: a side, a name, or the reports themselves."""
    return "the reports" if by == REPORT_VOICE else side_text(by)


def days_text(incident: Incident) -> str:
    """``2022-09-13``, ``2022-09-13 to 2022-09-14``, or that no report tells."""
    first, last = incident.start, incident.end
    if first is None or last is None:
        return "day not told"
    return first.isoformat() if first == last else f"{first} to {last}"


def day_text(day: date | None) -> str:
    """An ISO day, or that there is none."""
    return "day unknown" if day is None else day.isoformat()


def sides_text(incident: Incident) -> str:
    """The sides, by name."""
    return ", ".join(map(side_text, incident.sides))


def types_text(incident: Incident) -> str:
    """The event types, the most frequent ones by name."""
    most, rest = incident.types[:_MOST_TYPES], incident.types[_MOST_TYPES:]
    return ", ".join(most) + (f" and {len(rest)} more" if rest else "")


def place_text(incident: Incident) -> str:
    """The place with its country and its point, empty where no report tells."""
    place = incident.place
    if place is None:
        return ""
    country = f", {side_text(place.country)}" if place.country and place.precision != "country" else ""
    point = f" ({place.lat:.2f}, {place.lon:.2f})" if place.lat is not None and place.lon is not None else ""
    return plain(f"{place.name}{country}{point}")


def killed_text(estimate: UcdpEstimate | None) -> str:
    """``105``, ``105 (49–155)``, ``105 (49 or more)``; a dash where no report tells of dead."""
    if estimate is None:
        return "–"
    return range_text(estimate.low, estimate.best, estimate.high)


def side_range_text(one: SideRange) -> str:
    """A side with its dead: ``Armenia 105 (49–155)``."""
    return f"{side_text(one.side)} {range_text(one.low, one.best, one.high)}"


def range_text(low: int, best: int, high: int | None) -> str:
    """A best estimate with its low and high in brackets where they differ."""
    if low == best == high:
        return f"{best:,}"
    return f"{best:,} ({low:,}–{high:,})" if high is not None else f"{best:,} ({low:,} or more)"


def stated_text(low: int | None, best: int | None, high: int | None) -> str:
    """A number as it was stated: ``49``, ``≥ 7,000``, ``90–100``."""
    return bounds_text(Bounds(low, best, high))


def count_text(number: int, one: str) -> str:
    """``1 report``, ``6 reports``."""
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"
