"""Codings made by hand for the tests of what is made of many reports: a dispatch, and what it says in its own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tacitus.model import (
    Actor,
    Aspect,
    Bounds,
    Ceasefire,
    CeasefireStatus,
    Claim,
    Coding,
    Event,
    EventType,
    Figure,
    FigureKind,
    Group,
    GroupType,
    Place,
    Report,
    Span,
    Stance,
    Violation,
)

OPEN = -1
"""In place of an upper bound: there is none."""


@dataclass
class Dispatch:
    """A report with what it says, each part marked by its words: the first place where they stand."""

    id: str
    text: str
    published: date | None = None
    actors: dict[str, Actor] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    ceasefires: list[Ceasefire] = field(default_factory=list)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def actor(self, name: str) -> str:
        """A side by its code or short name; a name with a blank in it, or in lower case, has no side."""
        side = None if " " in name or name.islower() else name
        known = self.actors.setdefault(
            name, Actor(f"a{len(self.actors) + 1}", name, "organization", side, None, None, ())
        )
        return known.id

    def several(self, name: str, *members: str) -> Dispatch:
        """An actor that stands for several others, of which it tells the members or none."""
        ids = tuple(map(self.actor, members))
        self.actors[name] = Actor(f"a{len(self.actors) + 1}", name, "organization", None, None, None, (), ids)
        return self

    def counts(
        self,
        words: str,
        best: int,
        *,
        low: int | None = None,
        high: int | None = None,
        side: str | None = None,
        type: GroupType = "military",
        by: str | None = None,
        kind: FigureKind = "killed",
        background: bool = False,
        denied: bool = False,
        event: str | None = None,
        revises: int | None = None,
    ) -> Dispatch:
        """A figure; exact unless bounds are given (``OPEN``: none above)."""
        bounds = Bounds(best if low is None else low, best, None if high == OPEN else best if high is None else high)
        self.figures.append(
            Figure(
                id=f"f{len(self.figures) + 1}",
                kind=kind,
                bounds=bounds,
                group=Group(side, type, None),
                by=None if by is None else self.actor(by),
                claim=None,
                event=event,
                background=background,
                denied=denied,
                revises=revises,
                span=self.span(words),
                confidence=1.0,
            )
        )
        return self

    def says(self, by: str, words: str, *, stance: Stance = "assert", cue: str | None = None) -> Dispatch:
        """A claim by an actor."""
        spoken = None if cue is None else self.span(cue)
        self.claims.append(
            Claim(
                f"c{len(self.claims) + 1}",
                self.actor(by),
                None,
                (),
                spoken,
                stance,
                None,
                False,
                (self.span(words),),
                1.0,
            )
        )
        return self

    def happens(
        self,
        words: str,
        *,
        type: EventType = "ASSAULT",
        actors: tuple[str, ...] = (),
        recipients: tuple[str, ...] = (),
        day: date | None = None,
        place: str | None = None,
        aspect: Aspect = "actual",
        background: bool = False,
    ) -> Dispatch:
        """An event; the claims that hold its words tell of it."""
        span = self.span(words)
        self.events.append(
            Event(
                id=f"e{len(self.events) + 1}",
                type=type,
                mode=None,
                actors=tuple(map(self.actor, actors)),
                recipients=tuple(map(self.actor, recipients)),
                place=place,
                date=None if day is None else day.isoformat(),
                start=day,
                end=day,
                aspect=aspect,
                background=background,
                claims=tuple(claim.id for claim in self.claims if claim.content[0].contains(span)),
                trigger=span,
                evidence=span,
                also=(),
                rule="by hand",
                confidence=1.0,
            )
        )
        return self

    def at(self, id: str, name: str, lat: float, lon: float) -> Dispatch:
        """A settlement."""
        self.places.append(Place(id, name, None, None, lat, lon, None, "settlement", (self.span(name),)))
        return self

    def truce(
        self,
        words: str,
        *,
        parties: tuple[str, ...] = ("ARM", "AZE"),
        mediators: tuple[str, ...] = (),
        day: date | None = None,
        status: CeasefireStatus = "announced",
        violations: tuple[tuple[str, str | None], ...] = (),
        background: bool = False,
    ) -> Dispatch:
        """A ceasefire; violations are pairs of the side accused and the side that says so, told by its last claim."""
        told = []
        for by, alleged_by in violations:
            said = [claim.id for claim in self.claims if alleged_by and claim.speaker == self.actor(alleged_by)]
            told.append(Violation(by, alleged_by, said[-1] if said else None))
        self.ceasefires.append(
            Ceasefire(
                f"t{len(self.ceasefires) + 1}",
                parties,
                mediators,
                day,
                None,
                status,
                tuple(told),
                background,
                self.span(words),
            )
        )
        return self

    @property
    def coding(self) -> Coding:
        """What the dispatch says, as a coding."""
        return Coding(
            report=Report(self.id, self.text, None, self.published),
            actors=tuple(self.actors.values()),
            claims=tuple(self.claims),
            events=tuple(self.events),
            figures=tuple(self.figures),
            places=tuple(self.places),
            ceasefires=tuple(self.ceasefires),
        )
