"""Which event mentions of a report tell of one happening.

Violence is grouped by day, place and sides: two mentions are of different happenings where at least two of the three
tell them apart. Everything else (talks, appeals, accusations) belongs to the happening that stands nearest in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tacitus.incidents.episodes_places import apart_km, point
from tacitus.incidents.episodes_speakers import places_of_news
from tacitus.model import Actor, Coding, Event, EventType, Place

CORE: tuple[tuple[EventType, ...], ...] = (("ASSAULT",), ("PROTEST", "COERCE"), ("RETREAT", "MOBILIZE"))
"""The types that a happening consists of: the first of these that a report's news has."""

_LONGEST_DAYS = 45
_OTHER_DAY, _QUITE_ANOTHER_DAY, _OTHER_TIME = 3, 10, 60
_ELSEWHERE_KM = 60.0
_OTHER_AREA_KM = 150.0
_REGION_KM = 100.0
_TWO = 2
_APART = 1.9
_LEAD = 0.25
_IN_LEAD, _IN_TITLE = 3.0, 4.0


@dataclass(frozen=True, slots=True)
class Happening:
    """An event mention with what tells it from others; ``days`` are ordinals, ``None`` where not told to the month."""

    event: Event
    days: tuple[int, int] | None
    sides: frozenset[str]
    attackers: frozenset[str]
    place: Place | None


@dataclass(slots=True)
class Group:
    """Mentions of one happening; ``core`` are those that it was made of."""

    core: list[Happening]
    rest: list[Happening]

    @property
    def all(self) -> list[Happening]:
        """The mentions in the order of the text."""
        return sorted([*self.core, *self.rest], key=lambda one: (one.event.trigger, one.event.id))


@dataclass(frozen=True, slots=True)
class Split:
    """The groups of a report: the main news first, then other news; and those of history."""

    news: tuple[Group, ...]
    history: tuple[Group, ...]


def party(actor: Actor) -> str | None:
    """What an actor counts as: its side, else a group's or an organisation's name."""
    if actor.side is not None:
        return actor.side
    return actor.name.casefold() if actor.kind in ("group", "organization") else None


def happenings(coding: Coding) -> list[Happening]:
    """The event mentions that are told to have happened, or that somebody denies, in the order of the text."""
    actors = {actor.id: actor for actor in coding.actors}
    places = {place.id: place for place in places_of_news(coding)}
    told = [event for event in coding.events if event.aspect in ("actual", "denied")]
    published = coding.report.published
    last = None if published is None else published.toordinal() + 1

    def read(event: Event) -> Happening:
        acting = _parties(actors[id] for id in event.actors)
        sides = acting | _parties(actors[id] for id in event.recipients)
        place = None if event.place is None else places.get(event.place)
        where = None if place is None or place.precision == "country" else place
        return Happening(event, _days(event, last), sides, acting, where)

    return sorted(map(read, told), key=lambda one: (one.event.trigger, one.event.id))


def _parties(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(side for actor in actors if (side := party(actor)) is not None)


def _days(event: Event, last: int | None) -> tuple[int, int] | None:
    if event.start is None or event.end is None:
        return None
    start, end = event.start.toordinal(), event.end.toordinal()
    if end - start >= _LONGEST_DAYS or (last is not None and start > last):
        return None
    return start, end if last is None else min(end, last)


def split(coding: Coding) -> Split:
    """Group the events of a report."""
    told = happenings(coding)
    news = [one for one in told if not one.event.background]
    history = [one for one in told if one.event.background]
    groups = [part for group in _groups(_core(news), _apart) for part in _sections(group)]
    if groups:
        _attach(groups, [one for one in news if not any(one in group.core for group in groups)])
        groups.sort(key=lambda group: -_weight(group, coding))
        groups = _substantial(groups, coding)
    elif news:
        groups = [Group(news, [])]
    dated = [one for one in _core(history) if one.days is not None or one.place is not None]
    return Split(tuple(groups), tuple(_groups(dated, _history_apart)))


def _substantial(groups: list[Group], coding: Coding) -> list[Group]:
    """The main news and the other news that have a place or a number of people; the rest joins the main news."""
    counted = {figure.event for figure in coding.figures}
    main, *others = groups
    kept = [main]
    for group in others:
        if any(one.place is not None or one.event.id in counted for one in group.core):
            kept.append(group)
        else:
            main.rest.extend(group.all)
    return kept


def _core(told: Sequence[Happening]) -> list[Happening]:
    for types in CORE:
        if found := [one for one in told if one.event.type in types]:
            return found
    return []


def _groups(told: Iterable[Happening], apart: Callable[[Happening, Sequence[Happening]], float]) -> list[Group]:
    groups: list[Group] = []
    for one in told:
        far = [apart(one, group.core) for group in groups]
        nearest = min(range(len(groups)), key=lambda n: (far[n], -n), default=None)
        if nearest is not None and far[nearest] < _APART:
            groups[nearest].core.append(one)
        else:
            groups.append(Group([one], []))
    return groups


def _apart(one: Happening, others: Sequence[Happening]) -> float:
    """How far a mention is told apart from a group: by the nearest day, and by places and sides on the whole."""
    days = min((_days_apart(one.days, other.days) for other in others if other.days is not None), default=0.0)
    return days + sum(_places_apart(one, other) + _sides_apart(one, other) for other in others) / len(others)


def _history_apart(one: Happening, others: Sequence[Happening]) -> float:
    """History leaps from war to war: another day, place or side is enough to tell two mentions apart."""
    undated = (one.days is None) != (others[0].days is None)
    return 2 * _apart(one, others) + (_APART if undated else 0)


def _sections(group: Group) -> list[Group]:
    """Two groups where one part of the text tells of one area and the next of another.

    Both areas must be of one state: an exchange of fire between two states is one happening.
    """
    parts: list[list[Happening]] = []
    area: Place | None = None
    for one in group.core:
        here = one.place if one.place is not None and one.place.lat is not None else area
        if parts and (here is None or area is None or _km(here, area) < _OTHER_AREA_KM):
            parts[-1].append(one)
        else:
            parts.append([one])
        area = here
    if len(parts) != _TWO or min(map(len, parts)) < _TWO:
        return [group]
    countries = {one.place.country for one in group.core if one.place is not None and one.place.lat is not None}
    return [group] if len(countries) > 1 else [Group(part, []) for part in parts]


def _km(one: Place, other: Place) -> float:
    """Kilometres that surely lie between two places, 0 where a point is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    rough = sum(_REGION_KM for place in (one, other) if place.precision in ("region", "area"))
    return max(0.0, apart_km(point(one.lat, one.lon), point(other.lat, other.lon)) - rough)


def _days_apart(one: tuple[int, int] | None, other: tuple[int, int] | None) -> float:
    if one is None or other is None:
        return 0.0
    gap = max(one[0] - other[1], other[0] - one[1])
    if gap >= _OTHER_TIME:
        return 2.0
    return 1.5 if gap >= _QUITE_ANOTHER_DAY else 1.0 if gap >= _OTHER_DAY else 0.0


def _places_apart(one: Happening, other: Happening) -> float:
    if one.place is None or other.place is None or one.place.id == other.place.id:
        return 0.0
    if one.place.lat is None or one.place.lon is None or other.place.lat is None or other.place.lon is None:
        return 0.5
    return 1.0 if _km(one.place, other.place) > _ELSEWHERE_KM else 0.0


def _sides_apart(one: Happening, other: Happening) -> float:
    if not one.sides or not other.sides or one.sides == other.sides:
        return 0.0
    return 0.3 if one.sides & other.sides else 1.0


def _attach(groups: list[Group], others: Iterable[Happening]) -> None:
    for one in others:
        _nearest(groups, one).rest.append(one)


def _nearest(groups: Sequence[Group], one: Happening) -> Group:
    """The group with the mention that stands nearest in the text; of two as near, the earlier."""

    def away(group: Group) -> int:
        starts = [abs(other.event.trigger.start - one.event.trigger.start) for other in group.core]
        return min(starts)

    return min(groups, key=away)


def _weight(group: Group, coding: Coding) -> float:
    """How much of the report a group is: its mentions, those of the lead and places of the title counting more."""
    lead = len(coding.report.text) * _LEAD
    title = (coding.report.title or "").casefold()
    weight = 0.0
    for one in group.core:
        weight += 1 + (_IN_LEAD if one.event.trigger.start < lead else 0)
        if one.place is not None and one.place.name.casefold() in title:
            weight += _IN_TITLE
    return weight
