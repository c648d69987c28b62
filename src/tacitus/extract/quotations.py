"""Stretches of text in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.extract.parse_view import ParseView
from tacitus.language.reading import Range

_PAIRS = {"“": "”", "„": "”", "«": "»", "‘": "’", '"': '"', "``": "''", "'": "'"}
_CLOSERS = frozenset(_PAIRS.values())
QUOTE_MARKS = frozenset(_PAIRS) | _CLOSERS


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens from the opening mark to the closing one, both within; ``closed`` is false where the paragraph ends it."""

    start: int
    end: int
    closed: bool

    @property
    def range(self) -> Range:
        """The half-open range of tokens."""
        return self.start, self.end


def quotations(view: ParseView) -> list[Quotation]:
    """The quotations of a document in order, none inside another.

    A mark that is not closed within its paragraph runs to the paragraph's end, as is the custom where speech goes on
    in the next; single straight marks count only where white space stands on the outer side.
    """
    found: list[Quotation] = []
    opened: int | None = None
    closer = ""
    for token in range(len(view.doc)):
        if opened is not None and view.paragraphs[token] != view.paragraphs[opened]:
            _add(found, view, opened, token, closed=False)
            opened = None
        text = view.doc[token].text
        if opened is not None and text == closer and _closes(view, token):
            _add(found, view, opened, token + 1, closed=True)
            opened = None
        elif opened is None and text in _PAIRS and _opens(view, token):
            opened, closer = token, _PAIRS[text]
    if opened is not None:
        _add(found, view, opened, len(view.doc), closed=False)
    return found


def _add(found: list[Quotation], view: ParseView, start: int, end: int, *, closed: bool) -> None:
    # An apostrophe or inch mark that nothing closes opens no quotation.
    if closed or view.doc[start].text in ("“", "„", "«", '"'):
        while view.pos[end - 1] == "SPACE":
            end -= 1
        if end - start > 1:
            found.append(Quotation(start, end, closed))


def _opens(view: ParseView, token: int) -> bool:
    return view.doc[token].text != "'" or token == 0 or bool(view.doc[token - 1].whitespace_)


def _closes(view: ParseView, token: int) -> bool:
    """An apostrophe after a word may be a genitive; a closing mark has a blank or a mark behind it."""
    if view.doc[token].text not in ("'", "’"):
        return True
    last = token + 1 == len(view.doc)
    return view.pos[token] != "PART" and (
        last or bool(view.doc[token].whitespace_) or view.pos[token + 1] in ("PUNCT", "SPACE")
    )
