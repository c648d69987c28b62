"""How an event reads on a page: its day, who did it to whom, who tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from tacitus.export.wording import UNNAMED, actor_text, plain
from tacitus.model import Coding, Event, Place, Stance

UNDATED = "day not told"
_NOBODY = "not told"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# A year, a month or a decade reads better than its first and last day.
_WHOLE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_DECADE = re.compile(r"(\d{3})X")


def days_text(event: Event) -> str:
    """``2022-09-13 Tuesday``, ``2020``, ``1980s``, ``1988 to 1994``, ``until 2022-09-13``; else that there is none."""
    if event.start and event.start == event.end:
        return f"{event.start.isoformat()} {event.start:%A}"
    if event.date:
        first, _, last = event.date.partition("/")
        told = _interval(_point(first), _point(last)) if last else _point(first)
        if told:
            return told
    return _interval(*(day.isoformat() if day else "" for day in (event.start, event.end))) or UNDATED


def _interval(first: str | None, last: str | None) -> str | None:
    """An interval, open where an end is empty; ``None`` where an end is ``None`` or both are empty."""
    if first is None or last is None or not (first or last):
        return None
    if first and last:
        return f"{first} to {last}"
    return f"from {first}" if first else f"until {last}"


def _point(edtf: str) -> str | None:
    """A day, month, year or decade as it reads, empty for an open end, ``None`` for what does not read well."""
    if edtf in ("", ".."):
        return ""
    if decade := _DECADE.fullmatch(edtf):
        return f"{decade[1]}0s"
    return edtf if _DAY.fullmatch(edtf) or _WHOLE.fullmatch(edtf) else None


def order_of(event: Event) -> tuple[date, date, int]:
    """Sorts by first day, then last, then place in the text; what has no day comes last."""
    first = event.start or event.end or date.max
    return first, event.end or date.max, event.trigger.start


def years_text(events: Iterable[Event]) -> str:
    """The years that events lie in: ``1988-2020``, ``2020``, empty where none has a day."""
    days = [day for event in events for day in (event.start, event.end) if day]
    if not days:
        return ""
    first, last = min(days).year, max(days).year
    return str(first) if first == last else f"{first}–{last}"


def who_text(event: Event, coding: Coding) -> str:
    """``A → B``, or ``A and B`` where both act; ``?`` where the report does not tell."""
    actors, recipients = (_names(ids, coding) for ids in (event.actors, event.recipients))
    if not recipients:
        return actors or _NOBODY
    return f"{actors or '?'} → {recipients}"


def _names(actor_ids: tuple[str, ...], coding: Coding) -> str:
    return listed([_name(actor_id, coding) for actor_id in dict.fromkeys(actor_ids)])


def _name(actor_id: str, coding: Coding) -> str:
    """An actor's name, with its side in brackets where it is not a state."""
    actor = coding.actor(actor_id)
    return plain(actor.name) if actor and actor.kind == "state" else actor_text(actor_id, coding)


def listed(names: list[str]) -> str:
    """Names as English lists them: ``A``, ``A and B``, ``A, B and C``."""
    *most, last = names or [""]
    return f"{', '.join(most)} and {last}" if most else last


def place_text(place: Place) -> str:
    """A place's name with the state that it lies in."""
    return plain(place.name if place.precision == "country" or not place.country else f"{place.name} ({place.country})")


def where_text(event: Event, coding: Coding) -> str:
    """The event's place, empty where the report does not tell."""
    return next((place_text(place) for place in coding.places if place.id == event.place), "")


def tellers_text(event: Event, coding: Coding) -> str:
    """Who tells of it, and how: ``accuse: Armenia; assert: residents``, empty in the report's own voice."""
    claims = {claim.id: claim for claim in coding.claims}
    told: dict[Stance, dict[str, None]] = {}
    for claim in (claims[claim_id] for claim_id in event.claims if claim_id in claims):
        speaker = _name(claim.speaker, coding) if claim.speaker else UNNAMED
        told.setdefault(claim.stance, {})[speaker] = None
    return "; ".join(f"{stance}: {listed(list(speakers))}" for stance, speakers in told.items())
