"""From characters to words."""

from __future__ import annotations

from bisect import bisect_left

from tacitus.model import Span


def word_range(span: Span, starts: list[int], ends: list[int]) -> tuple[int, int]:
    """The half-open range of words that a character span touches.

    ``starts`` and ``ends`` are the offsets of all words, in order; a span that touches none gets the next one.
    """
    first = bisect_left(ends, span.start + 1)
    return first, max(bisect_left(starts, span.end), first + 1)
