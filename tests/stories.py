"""Codings of short reports, made from what happens in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tacitus.model import Actor, Bounds, Coding, Event, EventType, Figure, Group, Place, Report, Span

POINTS = {
    "Ta Krabei": ("KHM", 14.35, 103.27),
    "Preah Vihear": ("KHM", 14.39, 104.68),
    "Wad Madani": ("SDN", 14.40, 33.52),
    "El Fasher": ("SDN", 13.63, 25.35),
    "Jermuk": ("ARM", 39.84, 45.67),
    "Vardenis": ("ARM", 40.18, 45.73),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event as a story tells it; ``killed`` is a number of dead of the first recipient (else actor)."""

    words: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    type: EventType = "ASSAULT"
    mode: str | None = None
    at: str | None = None
    on: date | None = None
    background: bool = False
    killed: int | None = None


def story(id: str, published: date | None, title: str, *told: Told) -> Coding:
    """The coding of a report whose text is the words of its events, one paragraph each."""
    text = "\n\n".join(f"{event.words}." for event in told) or "Nothing happened."
    sides = dict.fromkeys(side for event in told for side in (*event.actors, *event.recipients))
    actors = {side: Actor(f"a{n}", side, "state", side, None, None, ()) for n, side in enumerate(sides, 1)}
    names = list(dict.fromkeys(event.at for event in told if event.at is not None))
    places = {name: _place(f"p{n}", name) for n, name in enumerate(names, 1)}
    events, figures, start = [], [], 0
    for n, one in enumerate(told, 1):
        span = Span(start, start + len(one.words))
        start = span.end + 3
        events.append(
            Event(
                id=f"e{n}",
                type=one.type,
                mode=one.mode,
                actors=tuple(actors[side].id for side in one.actors),
                recipients=tuple(actors[side].id for side in one.recipients),
                place=places[one.at].id if one.at is not None else None,
                date=one.on.isoformat() if one.on is not None else None,
                start=one.on,
                end=one.on,
                aspect="actual",
                background=one.background,
                claims=(),
                trigger=span,
                evidence=span,
                also=(),
                rule="story",
                confidence=1.0,
            )
        )
        if one.killed is not None:
            group = Group((*one.recipients, *one.actors)[0], "any", None)
            bounds = Bounds(one.killed, one.killed, one.killed)
            figures.append(
                Figure(f"f{n}", "killed", bounds, group, None, None, f"e{n}", one.background, False, None, span, 1.0)
            )
    report = Report(id, text, title, published)
    return Coding(report, tuple(actors.values()), (), tuple(events), tuple(figures), tuple(places.values()))


def _place(id: str, name: str) -> Place:
    country, lat, lon = POINTS.get(name, (None, None, None))
    return Place(id, name, country, None, lat, lon, None, "settlement", ())
