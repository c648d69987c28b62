"""What an incident is called, when and where it was, and between whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from tacitus.incidents.episodes import Episode, Spot
from tacitus.model import EventType
from tacitus.model.incident import IncidentPlace
from tacitus.resolve.state_names import state_name

_MODES = {
    "aerial": "Air strikes",
    "drone": "Drone attack",
    "heavy-weapons": "Shelling",
    "suicide-attack": "Suicide attack",
    "explosives": "Bombing",
    "firearms": "Shooting",
    "abduct": "Abduction",
    "targeted": "Targeted killing",
    "sexual": "Sexual violence",
    "torture": "Torture",
    "beat": "Beating",
}
_TYPES: dict[EventType, str] = {
    "ASSAULT": "Attack",
    "PROTEST": "Protest",
    "COERCE": "Crackdown",
    "RETREAT": "Withdrawal",
    "MOBILIZE": "Mobilisation",
    "CONSULT": "Talks",
    "AGREE": "Agreement",
    "ACCUSE": "Accusations",
    "REQUEST": "Appeals",
    "SANCTION": "Sanctions",
    "THREATEN": "Threats",
    "AID": "Aid",
}
_MOST_SIDES = 4
_MONTH = 27  # days from the first to the last day of the shortest month
_PRECISE = {"settlement": 0, "district": 1, "region": 2, "area": 3, "country": 4}
_SIDE_SHARE = 0.2
_PLACE_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Summary:
    """Title, days, place, sides and types of an incident; ``None`` and empty where no report tells."""

    title: str
    start: date | None
    end: date | None
    place: IncidentPlace | None
    sides: tuple[str, ...]
    types: tuple[EventType, ...]


def incident_id(first: Episode) -> str:
    """The id of the incident whose first main telling this is: the same whatever other reports are linked to it."""
    mention = f"{first.report}#{first.events[0] if first.events else ''}"
    return "i" + blake2b(mention.encode(), digest_size=6).hexdigest()


def summarize(members: Sequence[Episode]) -> Summary:
    """What the tellings of an incident agree on; those for which it is the main news count, if there are any."""
    chief = [episode for episode in members if episode.main] or list(members)
    days = _days(chief)
    place = _place(chief)
    sides = _sides(chief)
    types = _types(chief)
    return Summary(
        title=incident_title(chief, sides=sides, place=place, days=days),
        start=days[0] if days else None,
        end=days[-1] if days else None,
        place=place,
        sides=sides,
        types=types,
    )


def incident_title(
    members: Iterable[Episode], *, sides: Sequence[str], place: IncidentPlace | None, days: Sequence[date]
) -> str:
    """A title in neutral words: what happened, between whom or against whom, where, when."""
    members = list(members)
    what = _what(members)
    attackers = Counter(side for episode in members for side in episode.attackers)
    acting = [side for side in sides if attackers[side] * 2 > attackers.total() / max(1, len(attackers))]
    suffering = [side for side in sides if side not in acting]
    if len(acting) > 1 and what == "Attack":
        who = f"Fighting between {_list(acting)}"
    elif (acting and suffering and what not in _TYPES.values()) or (
        len(acting) == 1 and suffering and what == "Attack"
    ):
        who = f"{what} by {_list(acting)} on {_list(suffering)}"
    else:
        who = f"{what}: {_list(sides)}" if sides else what
    where = f" at {place.name}" if place is not None else ""
    return who + where + _when(days)


def _when(days: Sequence[date]) -> str:
    """The first day; the months where the days fill one, for then nobody told the day that it began."""
    if not days:
        return ""
    start, end = days[0], days[-1]
    if (end - start).days < _MONTH:
        return f", {start.day} {start:%B %Y}"
    if (start.year, start.month) == (end.year, end.month):
        return f", {start:%B %Y}"
    return f", {start:%B %Y} to {end:%B %Y}" if start.year != end.year else f", {start:%B} to {end:%B %Y}"


def _what(members: Iterable[Episode]) -> str:
    modes: Counter[str] = Counter()
    types: Counter[EventType] = Counter()
    for episode in members:
        modes.update(mode for mode in episode.modes if mode in _MODES)
        types.update(dict(episode.types))
    if types["ASSAULT"]:
        mode, often = max(modes.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        return _MODES[mode] if often * 2 > types["ASSAULT"] else _TYPES["ASSAULT"]
    kinds = sorted(types, key=lambda kind: (list(_TYPES).index(kind) if kind in _TYPES else len(_TYPES), kind))
    return next((_TYPES[kind] for kind in kinds if kind in _TYPES), "Events")


def _list(sides: Sequence[str]) -> str:
    names = [state_name(side) or side for side in sides[:_MOST_SIDES]]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _days(members: Iterable[Episode]) -> list[date]:
    """The first and the last day: those that a third of the tellings with days share, else all."""
    told = Counter(day for episode in members for day in episode.days)
    if not told:
        return []
    often = [day for day, count in told.items() if count * 2 > max(told.values())] or list(told)
    return [date.fromordinal(min(often)), date.fromordinal(max(often))]


def _place(members: Iterable[Episode]) -> IncidentPlace | None:
    """The most precise of the places that carry nearly as much of the telling as the first."""
    weight: Counter[tuple[str, str | None]] = Counter()
    spots: dict[tuple[str, str | None], Spot] = {}
    for episode in members:
        for spot in episode.spots:
            key = (spot.key, spot.country)
            weight[key] += spot.weight  # type: ignore[assignment]
            spots.setdefault(key, spot)
    if not weight:
        return None
    most = max(weight.values())
    heavy = [key for key in weight if weight[key] >= _PLACE_SHARE * most]
    best = spots[min(heavy, key=lambda key: (_PRECISE[spots[key].precision], -weight[key], key[0]))]
    return IncidentPlace(best.name, best.country, best.lat, best.lon, best.precision)


def _sides(members: Sequence[Episode]) -> tuple[str, ...]:
    count = Counter(side for episode in members for side in episode.sides)
    ranked = sorted(count, key=lambda side: (-count[side], side))
    return tuple(side for side in ranked if count[side] >= _SIDE_SHARE * len(members))


def _types(members: Iterable[Episode]) -> tuple[EventType, ...]:
    count: Counter[EventType] = Counter()
    for episode in members:
        count.update(dict(episode.types))
    return tuple(sorted(count, key=lambda kind: (-count[kind], kind)))
