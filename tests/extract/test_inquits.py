from __future__ import annotations

import pytest

from tacitus.extract.claims import draft_claims
from tacitus.extract.inquits import with_inquits
from tacitus.language.reading import Attribution, Range
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import read_sides
from tacitus.resolve.syntax import Syntax
from tests.parses import syntax_of

# 0 The 1 town 2 , 3 she 4 alleged 5 , 6 had 7 been 8 shelled 9 .
ALLEGED = (
    "The|DET|det|2 town|NOUN|nsubj:pass|9 ,|PUNCT|punct|5 she|PRON|nsubj|5 alleged|VERB|parataxis|9 ,|PUNCT|punct|5 "
    "had|AUX|aux|9 been|AUX|aux:pass|9 shelled|VERB|root|0 .|PUNCT|punct|9"
)


@pytest.fixture
def syntax() -> Syntax:
    return syntax_of(ALLEGED)


def untold(*content: Range, confidence: float = 0.8) -> Attribution:
    return Attribution(None, None, content, confidence)


@pytest.mark.parametrize(
    "given",
    [
        [untold((0, 9))],
        [untold((0, 5)), untold((6, 9))],
        [untold((0, 2)), untold((3, 7)), untold((7, 9))],
    ],
    ids=["inside", "at the end", "at the opening"],
)
def test_an_aside_tells_who_speaks(syntax: Syntax, given: list[Attribution]) -> None:
    (told,) = with_inquits(syntax, given)
    assert (told.source, told.cue) == ((3, 4), (4, 5))
    said = [word for start, end in told.content for word in syntax.words[start:end]]
    assert said == "The town had been shelled".split()


@pytest.mark.parametrize(
    "given",
    [
        Attribution((3, 4), (4, 5), ((0, 2), (6, 9)), 0.8),
        Attribution(None, (4, 5), ((6, 9),), 0.8),
        untold((6, 9)),
    ],
    ids=["told by the model", "with a cue", "no aside"],
)
def test_what_is_told_stays(syntax: Syntax, given: Attribution) -> None:
    assert with_inquits(syntax, [given]) == [given]


def test_words_that_nothing_attributes_are_a_claim_only_where_they_are_sure(syntax: Syntax) -> None:
    book = ActorBook(syntax, None, read_sides(syntax, None))
    counts = [len(draft_claims(syntax, None, (untold((6, 9), confidence=sure),), book)) for sure in (0.6, 0.9)]
    assert counts == [0, 1]
