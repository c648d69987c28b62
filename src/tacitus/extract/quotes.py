"""Quotation marks: which stretches of a report are somebody's very words."""

from __future__ import annotations

import re
from bisect import bisect_right

from tacitus.model import Span

_OPENING = "“„«"
_CLOSING = "”»"
_MARK = re.compile(r"[\"“”„«»]|\n\s*\n")


def quoted_spans(text: str) -> tuple[Span, ...]:
    """The stretches between double quotation marks, marks left out, in order.

    A paragraph that opens a quotation and does not close it runs to its end (the next paragraph opens anew), as
    newspapers set a quotation of several paragraphs.
    """
    spans: list[Span] = []
    opened: int | None = None
    for match in [*_MARK.finditer(text), None]:
        mark = match.group() if match else "\n\n"
        at = match.start() if match else len(text)
        if mark.strip() == "":
            if opened is not None and opened < at and at - opened < 1500:
                spans.append(Span(opened, at))
            opened = None
        elif mark in _OPENING or (mark == '"' and opened is None):
            opened = at + 1
        elif opened is not None and (mark in _CLOSING or mark == '"'):
            if opened < at:
                spans.append(Span(opened, at))
            opened = None
    return tuple(spans)


def is_quoted(span: Span, quotes: tuple[Span, ...]) -> bool:
    """Whether most of a span lies inside quotation marks."""
    inside = 0
    first = bisect_right([quote.end for quote in quotes], span.start)
    for quote in quotes[first:]:
        if quote.start >= span.end:
            break
        inside += min(quote.end, span.end) - max(quote.start, span.start)
    return inside * 2 > span.end - span.start
