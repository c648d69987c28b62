"""Plain text as a report: the text is kept as it is, a headline is told from the first paragraph."""

from __future__ import annotations

import re

TITLE_CHARACTERS = 200
_FIRST_LINE = re.compile(r"\s*(?P<line>\S[^\r\n]*)\r?\n[ \t]*\r?\n\s*\S")
_HEADING = re.compile(r"#{1,6}\s+|\s+#+$")
_CLOSING = "\"'”’»)] "


def title_of(text: str) -> str | None:
    """The headline: a first line with a blank line after it, without a final full stop, under 200 characters.

    Marks of a Markdown heading are not part of it. ``None`` where the text begins with its first paragraph.
    """
    match = _FIRST_LINE.match(text)
    if match is None:
        return None
    line = _HEADING.sub("", match["line"].strip()).strip()
    if not line or len(line) >= TITLE_CHARACTERS or line.rstrip(_CLOSING).endswith("."):
        return None
    return line
