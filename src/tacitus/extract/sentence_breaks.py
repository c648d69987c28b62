"""Where sentences end, by punctuation alone: for checks, which read a text and its figures without a parse."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_END = re.compile(r"[.!?][”\"'’)]*\s+(?=[\"“‘'(]?[A-Z0-9])|\n\s*\n|\n(?=[-•*])")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Za-z]\.)+$|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Brig|Sgt|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$"
)
_LONGEST = 12  # characters of an abbreviation


@dataclass(frozen=True, slots=True)
class SentenceBreaks:
    """The offsets at which sentences end, ascending."""

    text: str
    ends: tuple[int, ...]

    def number(self, offset: int) -> int:
        """The number of the sentence that a character lies in, from 0."""
        return bisect_right(self.ends, offset)

    def start(self, offset: int) -> int:
        """Where the sentence that a character lies in begins."""
        number = self.number(offset)
        return self.ends[number - 1] if number else 0

    def end(self, offset: int) -> int:
        """Where the sentence that a character lies in ends."""
        number = self.number(offset)
        return self.ends[number] if number < len(self.ends) else len(self.text)

    def words(self, offset: int) -> str:
        """The sentence that a character lies in."""
        return self.text[self.start(offset) : self.end(offset)]

    def before(self, offset: int, *, reach: int | None = None) -> str:
        """What stands before a character in its sentence, of it at most the last ``reach`` characters."""
        start = self.start(offset)
        return self.text[start if reach is None else max(start, offset - reach) : offset]


def sentence_breaks(text: str) -> SentenceBreaks:
    """Find the sentence ends of a text; initials, titles and months in short end none."""
    ends = []
    for found in _END.finditer(text):
        full_stop = found.start() + 1
        if text[found.start()] != "." or not _ABBREVIATED.search(text[max(0, full_stop - _LONGEST) : full_stop]):
            ends.append(found.end())
    return SentenceBreaks(text, tuple(ends))
