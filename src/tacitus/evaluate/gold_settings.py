"""When and where the events of a gold annotation took place: the day and the place nearest to their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from tacitus.evaluate.annotation import Gold, GoldDate
from tacitus.evaluate.quote_spans import quote_spans
from tacitus.model import Place, Span

Told = TypeVar("Told")

_SENTENCE_END = re.compile(r"(?<=[.!?:])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n+")
_DATELINE = re.compile(r"[A-Z][^\n:–—]{1,60}?(?:\([^)\n]{2,40}\)\s*[-–—:]|\s[-–—]\s|:\s)")
"""Where a report was sent from, at the start of its text: "KINSHASA (Agence Fleuve) -"."""
_SAID = r"(?:said|says|told|announced|acknowledged|accused|defended|denied|warned|reported|put|ordered|condemned)"
_SPOKEN = re.compile(rf"\b{_SAID}\b(?:\s+\w+){{0,2}}\s+$", re.IGNORECASE)
_SPEAKS = re.compile(rf"\s+{_SAID}\b", re.IGNORECASE)
_REACH = 40  # characters before a day in which the verb may stand
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|St|Sept|Oct|Nov|Dec|Jan|Feb|Aug)\.$")


@dataclass(frozen=True, slots=True)
class Passages:
    """The sentences of a text with its dates and places."""

    text: str
    sentences: tuple[Span, ...]
    dates: tuple[tuple[Span, GoldDate], ...]
    places: tuple[tuple[Span, str], ...]

    def date_of(self, words: Span) -> GoldDate | None:
        """The date that stands nearest to the words in their sentence, unless it is one on which somebody spoke."""
        found = self._nearest(words, [(span, (span, date)) for span, date in self.dates])
        return None if found is None or self._is_of_speech(found[0], words) else found[1]

    def place_of(self, words: Span) -> str | None:
        """The id of the place that stands nearest to the words in their sentence."""
        return self._nearest(words, self.places)

    def _is_of_speech(self, day: Span, words: Span) -> bool:
        if words.overlaps(day):
            return False
        before = self.text[max(0, day.start - _REACH) : day.start]
        return bool(_SPOKEN.search(before) or _SPEAKS.match(self.text, day.end))

    def _nearest(self, words: Span, told: Sequence[tuple[Span, Told]]) -> Told | None:
        inside = [one for one in self.sentences if one.overlaps(words)]
        near = [(_apart(words, span), n, value) for n, (span, value) in enumerate(told) if _within(span, inside)]
        return min(near, key=lambda found: found[:2])[2] if near else None


def read_passages(gold: Gold, places: Sequence[Place]) -> Passages:
    """The passages of an annotated report; neither a state nor a dateline is where something happened."""
    dates = [(span, date) for date in gold.dates for span in quote_spans(date.quote, gold.text)]
    opening = _DATELINE.match(gold.text)
    sent = 0 if opening is None else opening.end()
    named = [
        (mention, place.id)
        for place in places
        if place.precision != "country"
        for mention in place.mentions
        if mention.end > sent
    ]
    return Passages(gold.text, _sentences(gold.text), tuple(sorted(dates, key=_start)), tuple(sorted(named)))


def _start(item: tuple[Span, object]) -> Span:
    return item[0]


def _sentences(text: str) -> tuple[Span, ...]:
    cuts = [0]
    for match in _SENTENCE_END.finditer(text):
        if "\n" in match.group() or not _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start()]):
            cuts.append(match.end())
    ends = [*cuts[1:], len(text)]
    return tuple(Span(start, end) for start, end in zip(cuts, ends, strict=True) if start < end)


def _within(span: Span, sentences: Sequence[Span]) -> bool:
    return any(sentence.overlaps(span) for sentence in sentences)


def _apart(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)
