from __future__ import annotations

import pytest

from tacitus.extract.quotes import is_quoted, quoted_spans
from tacitus.model import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “We left.” Then “We came.”", ["We left.", "We came."]),
        ('He said: "We left," and "came".', ["We left,", "came"]),
        ("«We» and „you” came", ["We", "you"]),
        ("Nobody spoke; it's quiet.", []),
        ("“”", []),
        ("A ” without an opening", []),
    ],
)
def test_words_between_marks(text: str, expected: list[str]) -> None:
    assert [span.words(text) for span in quoted_spans(text)] == expected


def test_a_quotation_of_several_paragraphs_opens_each_anew() -> None:
    text = "“They came at dawn.\n\n“They left at dusk,” he said.\n\nNothing more."
    assert [span.words(text) for span in quoted_spans(text)] == ["They came at dawn.", "They left at dusk,"]


def test_an_opening_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "He began: “We will\n\nThe rest is told."
    assert [span.words(text) for span in quoted_spans(text)] == ["We will"]


def test_a_stray_mark_does_not_quote_a_page() -> None:
    assert quoted_spans("“" + "word " * 400 + "\n\nend") == ()


def test_mostly_quoted_is_quoted() -> None:
    text = "He said the raid was “a grave mistake and a crime”."
    quotes = quoted_spans(text)
    whole, half = Span(8, len(text) - 1), Span(8, text.index("grave"))
    assert is_quoted(whole, quotes)
    assert not is_quoted(half, quotes)
    assert not is_quoted(Span(0, 7), quotes)
    assert not is_quoted(whole, ())


def test_several_quotations_add_up() -> None:
    text = "“one two” and “three four”"
    assert is_quoted(Span(0, len(text)), quoted_spans(text))
