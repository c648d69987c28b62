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


@dataclass(frozen=True, slots=True)
class Held:
    """The ids of the figures and the events of one report that linking found to tell of an incident."""

    figures: Collection[str]
    events: Collection[str] = ()


def figures_of(coding: Coding, breaks: SentenceBreaks, held: Held, scope: Scope) -> tuple[Figure, ...]:
    """The figures of a report that belong to an incident, in the order of the text.

    A figure told as history counts only with a background event that is held, or where it counts one of the sides and
    its sentence gives a day of the incident or goes on about such an event; a figure for a war or a year never does.
    """
    events = {event.id: event for event in coding.events}
    found = [
        figure
        for figure in coding.figures
        if (not figure.background and figure.id in held.figures)
        or (figure.background and _tells_of_it(coding, figure, events, breaks, held, scope))
    ]
    return tuple(sorted(found, key=lambda figure: (figure.span, figure.id)))


def _tells_of_it(
    coding: Coding,
    figure: Figure,
    events: dict[str, Event],
    breaks: SentenceBreaks,
    held: Held,
    scope: Scope,
) -> bool:
    if figure.event is not None:
        event = events[figure.event]
        return figure.id in held.figures and event.background
    if figure.group.side is None or figure.group.side not in scope.sides:
        return False
    return _dated(coding, figure, breaks, scope) or _goes_on(coding, figure, breaks, held)


def _goes_on(coding: Coding, figure: Figure, breaks: SentenceBreaks, held: Held) -> bool:
    """Whether the violence told last before the figure, in its paragraph, is history that is held, and of no year."""
    sentence = breaks.number(figure.span.start)
    if any(breaks.number(day.span.start) == sentence for day in coding.dates):
        return False
    start = coding.report.text.rfind("\n\n", 0, figure.span.start) + 1
    before = [
        event for event in coding.events if event.type == "ASSAULT" and start <= event.trigger.start < figure.span.start
    ]
    last = max(before, key=lambda event: event.trigger, default=None)
    return last is not None and last.background and last.id in held.events


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
