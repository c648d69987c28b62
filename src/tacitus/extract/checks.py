"""Checks: a total that the report gives against the parts it gives."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from tacitus.model import Actor, Bounds, Check, Figure

_MOST_PARTS = 4


def _text(bounds: Bounds, words: str) -> str:
    return words if bounds.best is None or bounds.low != bounds.high else f"{bounds.best:,}"


def _agrees(total: Bounds, parts: Sequence[Bounds]) -> bool:
    """Whether some sum that the parts allow is one that the total allows."""
    low = sum(part.low or 0 for part in parts)
    high = None if any(part.high is None for part in parts) else sum(part.high or 0 for part in parts)
    under = total.high is not None and low > total.high
    over = total.low is not None and high is not None and high < total.low
    return not under and not over


def _comparable(part: Figure, total: Figure) -> bool:
    return part.kind == total.kind and part.background == total.background and not part.denied and part.id != total.id


def _sides_parts(total: Figure, figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    """For a total of all sides: one figure a side, each what that side or the report says of its people."""
    by_side: dict[str, Figure] = {}
    for figure in figures:
        if _comparable(figure, total) and figure.group.side is not None:
            by_side.setdefault(figure.group.side, figure)
    return [tuple(by_side.values())] if 2 <= len(by_side) <= _MOST_PARTS else []


def _is_total(total: Figure, parts: Sequence[Figure]) -> bool:
    best = total.bounds.best or 0
    return total.group.side is None and all((part.bounds.best or 0) < best for part in parts)


def _detail(text: str, total: Figure, parts: Sequence[Figure], agrees: bool) -> str:
    total_words = total.span.words(text)
    terms = [_text(part.bounds, part.span.words(text)) for part in parts]
    amount = sum(part.bounds.best or 0 for part in parts)
    verdict = "within" if agrees else "not within"
    return f"{' + '.join(terms)} = {amount:,}: {verdict} ‘{total_words}’"


def check_totals(text: str, figures: Sequence[Figure], actors: Sequence[Actor]) -> tuple[Check, ...]:
    """Compare every total over all sides with the figures of the sides, and every sum in a sentence with its parts.

    A total is a figure of no one side that is larger than each part; the parts are the first figure of each side of the
    same kind. Bounds are minded: "almost 100" allows 90 to 100.
    """
    checks = []
    for total in figures:
        if total.bounds.best is None or total.denied:
            continue
        for parts in [*_sides_parts(total, figures), *_listed_parts(text, total, figures)]:
            if not _is_total(total, parts) and parts not in _listed_parts(text, total, figures):
                continue
            agrees = _agrees(total.bounds, [part.bounds for part in parts])
            checks.append(
                Check(
                    "total",
                    total.id,
                    tuple(part.id for part in parts),
                    "consistent" if agrees else "inconsistent",
                    _detail(text, total, parts, agrees),
                )
            )
    return tuple(dict.fromkeys(checks))


_PART_WORDS = ("including", "comprising", "among them", "of them", "of whom", "made up of", "namely", ":")


def _listed_parts(text: str, total: Figure, figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    """Parts named right behind a total in its sentence ("50 servicemen: 42 of the army and eight border guards")."""
    near = [
        figure
        for figure in figures
        if _comparable(figure, total) and figure.span.start > total.span.end and figure.by == total.by
        and "." not in text[total.span.end : figure.span.start].replace("U.S.", "US")
    ]
    found = []
    for size in range(2, _MOST_PARTS + 1):
        for parts in combinations(near[: _MOST_PARTS + 1], size):
            opening = text[total.span.end : parts[0].span.start].casefold()
            if any(mark in opening for mark in _PART_WORDS) and size == len(near):
                found.append(parts)
    return found
