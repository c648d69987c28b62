"""Codings and gold made by hand, from words instead of offsets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from tacitus.evaluate.annotation import (
    Gold,
    GoldCeasefire,
    GoldClaim,
    GoldDate,
    GoldEvent,
    GoldFigure,
    GoldPlace,
    OptionalPart,
)
from tacitus.model import (
    Actor,
    Bounds,
    Ceasefire,
    Claim,
    Coding,
    DateExpression,
    Event,
    Figure,
    Group,
    Place,
    Report,
    Span,
    Violation,
)

TEXT = (
    "Armenia's Prime Minister Nikol Pashinyan said 49 soldiers were killed overnight. "
    "Azerbaijan's defence ministry denied shelling any town. "
    "Residents of Jermuk said the shelling went on until dawn. "
    "A U.N. spokesman urged both sides to step back."
)


def span_of(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def make_actor(text: str, spec: dict[str, Any]) -> Actor:
    mentions = tuple(span_of(words, text) for words in spec.get("mentions", ()))
    return Actor(
        id=spec["id"],
        name=spec["name"],
        kind=spec.get("kind", "person"),
        side=spec.get("side"),
        sector=None,
        role=spec.get("role"),
        mentions=mentions,
    )


def make_claim(text: str, number: int, spec: dict[str, Any]) -> Claim:
    content = spec["content"]
    parts: Sequence[str] = [content] if isinstance(content, str) else content
    return Claim(
        id=f"c{number}",
        speaker=spec["speaker"],
        source=span_of(spec["source"], text) if "source" in spec else None,
        chain=(),
        cue=span_of(spec["cue"], text) if "cue" in spec else None,
        stance=spec.get("stance", "assert"),
        said=None,
        quoted=False,
        content=tuple(span_of(part, text) for part in parts),
        confidence=1.0,
    )


def make_figure(text: str, number: int, spec: dict[str, Any]) -> Figure:
    return Figure(
        id=f"f{number}",
        kind=spec.get("kind", "killed"),
        bounds=Bounds(*spec["bounds"]),
        group=Group(side=spec.get("side"), type=spec.get("type", "military"), actor=None),
        by=spec.get("by"),
        claim=None,
        event=None,
        background=spec.get("background", False),
        denied=spec.get("denied", False),
        revises=None,
        span=span_of(spec["words"], text),
        confidence=1.0,
    )


def make_event(text: str, number: int, spec: dict[str, Any]) -> Event:
    evidence = span_of(spec["words"], text)
    return Event(
        id=spec.get("id", f"e{number}"),
        type=spec.get("type", "ASSAULT"),
        mode=None,
        actors=tuple(spec.get("actors", ())),
        recipients=tuple(spec.get("recipients", ())),
        place=None,
        date=None,
        start=None,
        end=None,
        aspect=spec.get("aspect", "actual"),
        background=spec.get("background", False),
        claims=tuple(spec.get("claims", ())),
        trigger=span_of(spec["trigger"], text) if "trigger" in spec else evidence,
        evidence=evidence,
        also=tuple(span_of(words, text) for words in spec.get("also", ())),
        rule="shell: active",
        confidence=spec.get("confidence", 1.0),
    )


def make_place(text: str, number: int, spec: dict[str, Any]) -> Place:
    lat, lon = spec.get("point", (None, None))
    return Place(
        id=f"p{number}",
        name=spec["mentions"][0],
        country=spec.get("country"),
        admin1=None,
        lat=lat,
        lon=lon,
        geonames_id=None,
        precision=spec.get("precision", "settlement"),
        mentions=tuple(span_of(words, text) for words in spec["mentions"]),
    )


def make_date(text: str, spec: dict[str, Any]) -> DateExpression:
    start, end = (None if day is None else date.fromisoformat(day) for day in spec["days"])
    return DateExpression(span=span_of(spec["words"], text), edtf=None, start=start, end=end, precision="day")


def make_ceasefire(text: str, number: int, spec: dict[str, Any]) -> Ceasefire:
    return Ceasefire(
        id=f"t{number}",
        parties=tuple(spec.get("parties", ())),
        mediators=tuple(spec.get("mediators", ())),
        date=None if spec.get("date") is None else date.fromisoformat(spec["date"]),
        hour=None,
        status=spec.get("status", "announced"),
        violations=tuple(Violation(by, None, None) for by in spec.get("violators", ())),
        background=spec.get("background", False),
        evidence=span_of(spec["words"], text),
    )


@pytest.fixture
def text() -> str:
    return TEXT


@pytest.fixture
def make_coding() -> Callable[..., Coding]:
    """A coding of a text; spans are given by their words, the first place where they stand is meant."""

    def make(
        text: str = TEXT,
        *,
        actors: Sequence[dict[str, Any]] = (),
        claims: Sequence[dict[str, Any]] = (),
        figures: Sequence[dict[str, Any]] = (),
        events: Sequence[dict[str, Any]] = (),
        places: Sequence[dict[str, Any]] = (),
        dates: Sequence[dict[str, Any]] = (),
        ceasefires: Sequence[dict[str, Any]] = (),
        report_id: str = "r1",
    ) -> Coding:
        return Coding(
            report=Report(id=report_id, text=text),
            actors=tuple(make_actor(text, spec) for spec in actors),
            claims=tuple(make_claim(text, n, spec) for n, spec in enumerate(claims, 1)),
            figures=tuple(make_figure(text, n, spec) for n, spec in enumerate(figures, 1)),
            events=tuple(make_event(text, n, spec) for n, spec in enumerate(events, 1)),
            places=tuple(make_place(text, n, spec) for n, spec in enumerate(places, 1)),
            dates=tuple(make_date(text, spec) for spec in dates),
            ceasefires=tuple(make_ceasefire(text, n, spec) for n, spec in enumerate(ceasefires, 1)),
        )

    return make


@pytest.fixture
def make_gold() -> Callable[..., Gold]:
    """Gold of a text from its parts."""

    def make(
        text: str = TEXT,
        *,
        claims: Sequence[GoldClaim] = (),
        figures: Sequence[GoldFigure] = (),
        events: Sequence[GoldEvent] = (),
        dates: Sequence[GoldDate] = (),
        places: Sequence[GoldPlace] = (),
        ceasefires: Sequence[GoldCeasefire] = (),
        absent: Sequence[OptionalPart] = (),
        report_id: str = "r1",
    ) -> Gold:
        return Gold(
            id=report_id,
            text=text,
            title=None,
            outlet=None,
            published=None,
            group=None,
            claims=tuple(claims),
            figures=tuple(figures),
            events=tuple(events),
            dates=tuple(dates),
            places=tuple(places),
            ceasefires=tuple(ceasefires),
            absent=frozenset(absent),
        )

    return make
