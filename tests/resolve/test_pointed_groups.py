"""Bodies that no list holds are sides where the language model takes them for such."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tacitus.language.reading import PointerScores, Reading
from tacitus.resolve.pointed_groups import find_pointed_groups
from tacitus.resolve.syntax import Syntax
from tests.parses import blank_reading, syntax_of, tokens_of

TEXT = (
    (
        "The|DET|det|3 Hill|PROPN|compound|3 Wolves|PROPN|nsubj|4 lost|VERB|root|0 nine|NUM|nummod|6 men|NOUN|obj|4 "
        "and|CCONJ|cc|8 freed|VERB|conj|4 two|NUM|nummod|10 boys|NOUN|obj|8 .|PUNCT|punct|4"
    ),
    (
        "Six|NUM|nummod|2 men|NOUN|nsubj|5 of|ADP|case|4 them|PRON|nmod|2 died|VERB|root|0 ,|PUNCT|punct|5 "
        "the|DET|det|9 Hill|PROPN|compound|9 Wolves|PROPN|nsubj|10 said|VERB|parataxis|5 .|PUNCT|punct|5"
    ),
)
NUMBERS = ("nine", "two", "Six")


def wolves(kind: str) -> Syntax:
    return syntax_of(*TEXT, names={"Hill Wolves": kind})


def pointing(syntax: Syntax, share: float) -> Reading:
    """A reading whose numbers give ``share`` of their pointer to the word "Wolves", the rest to themselves."""
    size = len(syntax.words)
    reading = blank_reading(syntax)
    scores = np.where(np.eye(size, dtype=bool), 0.0, -30.0)
    for number in NUMBERS:
        at = tokens_of(syntax, number)[0]
        reading.kind[at] = 0
        reading.kind[at, 1] = 1
        scores[at, at] = np.log(1 - share)
        scores[at, tokens_of(syntax, "Wolves")[0]] = np.log(share)
    pointer = PointerScores(np.arange(size), scores.astype(np.float32))
    return replace(reading, _pointers={**reading._pointers, "side": (pointer,)})


@pytest.mark.parametrize(("kind", "side_kind"), [("MILITARY", "group"), ("ORG", "organization")])
def test_a_body_that_numbers_point_to_is_a_side_wherever_it_is_named(kind: str, side_kind: str) -> None:
    syntax = wolves(kind)
    found = find_pointed_groups(syntax, frozenset(), reading=pointing(syntax, 0.9))
    assert [syntax.phrase(group.tokens) for group in found] == ["Hill Wolves", "Hill Wolves"]
    assert {(group.name.side, group.name.kind) for group in found} == {("Hill Wolves", side_kind)}


def test_a_name_that_few_words_point_to_is_none() -> None:
    syntax = wolves("ORG")
    assert find_pointed_groups(syntax, frozenset(), reading=pointing(syntax, 0.4)) == []


def test_persons_and_places_are_none() -> None:
    for kind in ("PERSON", "PLACE"):
        syntax = wolves(kind)
        assert find_pointed_groups(syntax, frozenset(), reading=pointing(syntax, 0.9)) == []


def test_listed_names_are_left_alone_and_without_a_reading_there_are_none() -> None:
    syntax = wolves("ORG")
    first, second = (set(range(*tokens_of(syntax, "Hill Wolves", occurrence=time))) for time in (1, 2))
    assert find_pointed_groups(syntax, frozenset(first | second), reading=pointing(syntax, 0.9)) == []
    assert find_pointed_groups(syntax, frozenset(), reading=None) == []
