"""Where the verbatim words of the gold stand in the text, and how far two sets of passages overlap."""

from __future__ import annotations

from collections.abc import Sequence

from tacitus.model import Span


def quote_spans(quote: str, text: str) -> tuple[Span, ...]:
    """Every place where ``quote`` stands in ``text``, in order: gold does not tell which of them is meant."""
    found: list[Span] = []
    start = text.find(quote)
    while start >= 0:
        found.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1)
    return tuple(found)


def overlap(gold: Sequence[Span], coded: Sequence[Span]) -> float:
    """The share that the two best-fitting spans have in common of what they cover together; 0 where none overlap."""
    return max((_shared(left, right) for left in gold for right in coded), default=0.0)


def _shared(left: Span, right: Span) -> float:
    common = min(left.end, right.end) - max(left.start, right.start)
    return common / (max(left.end, right.end) - min(left.start, right.start)) if common > 0 else 0.0
