"""Codings and gold made by hand, from words instead of offsets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from tacitus.evaluate.annotation import Gold, GoldClaim, GoldFigure
from tacitus.model import Actor, Bounds, Claim, Coding, Figure, Group, Report, Span

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
        cue=None,
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
        report_id: str = "r1",
    ) -> Coding:
        return Coding(
            report=Report(id=report_id, text=text),
            actors=tuple(make_actor(text, spec) for spec in actors),
            claims=tuple(make_claim(text, n, spec) for n, spec in enumerate(claims, 1)),
            figures=tuple(make_figure(text, n, spec) for n, spec in enumerate(figures, 1)),
        )

    return make


@pytest.fixture
def make_gold() -> Callable[..., Gold]:
    """Gold of a text from its claims and figures."""

    def make(
        text: str = TEXT,
        *,
        claims: Sequence[GoldClaim] = (),
        figures: Sequence[GoldFigure] = (),
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
        )

    return make
