"""The words of a text as numbers are sought in them: cheap tokens, finer than a tagger's, with their characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Digits with separators stay one token ("12,000", "12 000", "9.30", "10:45"), abbreviations with dots too ("a.m.").
_TOKEN = re.compile(
    r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|(?<![\d.,] )[1-9]\d{0,2}(?: \d{3})+(?![ .,-]?\d)"
    r"|\d+(?:[.,:]\d+)*"
    r"|(?:[A-Za-z]\.){2,}"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\n[^\S\n]*\n"
    r"|\S"
)
QUOTES = frozenset("\"'“”‘’«»„`")
HYPHENS = frozenset("-‐‑–")
CLOSERS = frozenset(".,;:!?)]…—")
PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of ``text``: ``lower`` their words in lower case, ``starts`` and ``ends`` their characters.

    An empty line is a token of its own (``PARAGRAPH``), so that no expression runs from one paragraph into the next.
    """

    text: str
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.lower)

    def at(self, index: int) -> str:
        """The token there in lower case, or the empty string outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return 0 < index < len(self.lower) and self.ends[index - 1] == self.starts[index]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= index < len(self.lower) and self.text[self.starts[index]].isupper()

    def digits(self, index: int) -> bool:
        """Whether the token is a number in digits."""
        return self.at(index)[:1].isdigit()

    def hyphen(self, index: int) -> bool:
        """Whether the token is a hyphen or short dash that joins two tokens."""
        return self.at(index) in HYPHENS and self.glued(index) and self.glued(index + 1)

    def skip_quotes(self, index: int, step: int = 1) -> int:
        """The first index from ``index`` on, in the direction of ``step``, that is no quotation mark."""
        while self.at(index) in QUOTES:
            index += step
        return index


def read_words(text: str) -> Words:
    """The tokens of ``text``; offsets are characters."""
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        lower.append(PARAGRAPH if token[0] == "\n" else token.lower())
        starts.append(match.start())
        ends.append(match.end())
    return Words(text, tuple(lower), tuple(starts), tuple(ends))
