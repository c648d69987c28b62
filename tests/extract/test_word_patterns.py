from __future__ import annotations

import re

import pytest

from tacitus.extract.word_patterns import any_of

PATTERN = re.compile(any_of(["at least", "at", "including", "&", "U.N. men"]), re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 people, including 3 children", "including"),
        ("at least 12", "at least"),
        ("At\n least 12", "At\n least"),
        ("at the leaster", "at"),
        ("3 men&2 boys", "&"),
        ("two U.N. men", "U.N. men"),
        ("two UNO men", None),
        ("a flat includes", None),
    ],
)
def test_whole_words_the_longest_first(text: str, found: str | None) -> None:
    match = PATTERN.search(text)
    assert (match and match.group()) == found
