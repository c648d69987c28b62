"""Which figures of a report count the people of an incident."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tacitus.extract.sentence_breaks import SentenceBreaks
from tacitus.model import Coding, Event, Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is known of an incident when its figures are sought: its sides and its first and last day."""

    sides: Collection[str]
    start: date | None
    end: date | None


def figures_of(coding: Coding, breaks: SentenceBreaks, held: Collection[str], scope: Scope) -> tuple[Figure, ...]:
    """The figures of a report that belong to an incident, in the order of the text.

    ``held`` are the ids of those that linking found to tell of it. A figure told as history counts only with a
    background event among them, or where its sentence gives a day of the incident and it counts one of the sides; a
    figure for a war or a year never does.
    """
    events = {event.id: event for event in coding.events}
    found = [
        figure
        for figure in coding.figures
        if (not figure.background and figure.id in held)
        or (figure.background and _tells_of_it(coding, figure, events, breaks, held, scope))
    ]
    return tuple(sorted(found, key=lambda figure: (figure.span, figure.id)))


def _tells_of_it(
    coding: Coding,
    figure: Figure,
    events: dict[str, Event],
    breaks: SentenceBreaks,
    held: Collection[str],
    scope: Scope,
) -> bool:
    if figure.event is not None:
        event = events[figure.event]
        return figure.id in held and event.background
    if figure.group.side is None or figure.group.side not in scope.sides:
        return False
    return _dated(coding, figure, breaks, scope)


def _dated(coding: Coding, figure: Figure, breaks: SentenceBreaks, scope: Scope) -> bool:
    """Whether the days told in the figure's sentence all lie within those of the incident."""
    if scope.start is None or scope.end is None:
        return False
    sentence = breaks.number(figure.span.start)
    days = [day for day in coding.dates if breaks.number(day.span.start) == sentence]
    return bool(days) and all(
        day.start is not None and day.end is not None and scope.start <= day.start and day.end <= scope.end
        for day in days
    )
