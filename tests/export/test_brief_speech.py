"""How the words of a claim begin, and what verb takes them in."""

from __future__ import annotations

import pytest

from tacitus.export.brief.speech_shapes import Shape, shape_of


@pytest.mark.parametrize(
    ("words", "shape"),
    [
        ("to go on seeking a settlement", "to"),
        ("having signed anything", "doing"),
        ("deliberately striking homes and hotels", "doing"),
        ("nothing of the kind", "thing"),
        ("it had fired on civilians", "clause"),
        ("Ankara would continue to stand by Baku", "clause"),
        ("reports by the other side that settlements had come under fire", "thing"),
        ("both parties to spare civilians", "asked"),
        ("an immediate end to the hostilities", "thing"),
        ("the army of killing civilians in raids", "charged"),
        ("We hold 50 posts", "own"),
        ("an unprovoked attack on towns", "thing"),
    ],
)
def test_how_words_begin(words: str, shape: Shape) -> None:
    assert shape_of(words) == shape
