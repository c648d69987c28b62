"""Places that a text names only because somebody writes or speaks there: no happening of it took place in them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from tacitus.extract.word_patterns import any_of
from tacitus.model import Coding, Place, Span

_DATELINE = re.compile(r"\s*[A-Z][^\n:–—]{1,60}?(?:\([^)\n]{2,40}\)\s*[-–—:.]|\s[-–—]\s|:\s)")
_IN = re.compile(r"(?:(?:In|At|From)\s+)?")
_SENTENCE = re.compile(r"(?:^|[.!?][\"”’]?\s+|\n\s*)$")
_REACH = 40  # characters before a place in which the words may stand
_AHEAD = 110  # characters behind it


def places_of_news(coding: Coding) -> tuple[Place, ...]:
    """The places of a report that stand at least once elsewhere than in its dateline or beside a speaker."""
    text = coding.report.text
    opening = _DATELINE.match(text)
    sent = 0 if opening is None else opening.end()
    return tuple(
        place
        for place in coding.places
        if not place.mentions or any(span.end > sent and not _speaks(text, span) for span in place.mentions)
    )


def _speaks(text: str, place: Span) -> bool:
    opens_with = _IN.match(text, place.start)
    start = place.start if opens_with is None else opens_with.end()
    before, after = text[max(0, start - _REACH) : start], text[place.end : place.end + _AHEAD]
    beside, opens, speaks, itself = _patterns()
    if start == place.start and _SENTENCE.search(before) and itself.match(after):
        return True  # "Bishkek denied ..."
    return beside.search(before) is not None or (opens.search(before) is not None and speaks.match(after) is not None)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    raw = tomllib.loads(files("tacitus.incidents").joinpath("lexicon/places.toml").read_text(encoding="utf-8"))
    before, after = (any_of(raw["speaking"][place]) for place in ("before", "after"))
    return (
        re.compile(rf"{before}(?:\s+\w+){{0,2}}\s+(?:in|at|from)\s+(?:the\s+)?$", re.IGNORECASE),
        re.compile(r"(?:^|[.!?][\"”’]?\s+|\n\s*)(?:In|At|From|Speaking in)\s+$"),
        re.compile(rf",?\s[^.;]{{2,80}}?{after}", re.IGNORECASE),
        re.compile(rf"\s+(?:(?:has|had|also|again|later|\w+ly)\s+){{0,2}}{after}", re.IGNORECASE),
    )
