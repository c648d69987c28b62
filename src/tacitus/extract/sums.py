"""Sums of figures with their bounds, and whether a total allows them."""

from __future__ import annotations

from collections.abc import Sequence

from tacitus.model import Bounds, Figure


def sum_of(parts: Sequence[Figure]) -> Bounds:
    """The bounds of the sum: open above where one part is; a part that is open below counts from nothing."""
    highs = [part.bounds.high for part in parts]
    return Bounds(
        sum(part.bounds.low or 0 for part in parts),
        sum(part.bounds.best or 0 for part in parts),
        None if None in highs else sum(high or 0 for high in highs),
    )


def below(bounds: Bounds, other: Bounds) -> bool:
    """Whether every number that ``bounds`` allows is smaller than every one that ``other`` allows."""
    return bounds.high is not None and other.low is not None and bounds.high < other.low


def agree(bounds: Bounds, other: Bounds) -> bool:
    """Whether some number is allowed by both."""
    return not below(bounds, other) and not below(other, bounds)


def near(bounds: Bounds, other: Bounds, *, share: float) -> bool:
    """Whether the best values lie within ``share`` (0..1) of the second one."""
    if bounds.best is None or other.best is None:
        return False
    return abs(bounds.best - other.best) <= share * other.best


def _words_of(bounds: Bounds) -> str:
    low, best, high = bounds.low or 0, bounds.best or 0, bounds.high
    if high is None:
        return f"at least {low:,}"
    if low == high:
        return f"{best:,}"
    return f"up to {high:,}" if low == 0 else f"{low:,} to {high:,}"


def sum_in_words(text: str, total: Figure, parts: Sequence[Figure]) -> str:
    """The comparison for a reader: "at least 49 + 50 = at least 99: within 'almost 100'"."""
    whole = sum_of(parts)
    terms = " + ".join(_words_of(part.bounds) for part in parts)
    verdict = "within" if agree(whole, total.bounds) else "not within"
    result = f" = {_words_of(whole)}" if len(parts) > 1 else ""
    return f"{terms}{result}: {verdict} '{total.span.words(text)}'"
