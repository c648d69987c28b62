"""Groups that only the report introduces are sides of their own."""

from __future__ import annotations

import pytest

from tacitus.coder import tokenizer
from tacitus.resolve.named_groups import find_named_groups
from tacitus.resolve.syntax import Syntax


def _syntax(text: str) -> Syntax:
    doc = tokenizer().make_doc(text)
    size = len(doc)
    words = tuple(token.text for token in doc)
    return Syntax(
        text=text,
        words=words,
        lower=tuple(word.lower() for word in words),
        starts=tuple(token.idx for token in doc),
        upos=("X",) * size,
        dep=("dep",) * size,
        head=tuple(range(size)),
        sentence=(0,) * size,
        paragraph=(0,) * size,
        names=(),
    )


def _found(text: str, taken: frozenset[int] = frozenset()) -> list[tuple[str, str, str]]:
    syntax = _syntax(text)
    return [
        (syntax.phrase(group.tokens), group.name.side, group.name.kind) for group in find_named_groups(syntax, taken)
    ]


def test_initials_in_brackets_are_the_short_name_from_then_on() -> None:
    assert _found("Fighters of the Unified Army of the Hills (UAH) fled, and the UAH said nothing.") == [
        ("Unified Army of the Hills", "UAH", "group"),
        ("UAH", "UAH", "group"),
        ("UAH", "UAH", "group"),
    ]


def test_a_body_that_is_no_armed_group_is_an_organisation() -> None:
    assert _found("It was the Valley Relief Committee (VRC) that counted them.")[0] == (
        "Valley Relief Committee",
        "VRC",
        "organization",
    )


def test_a_name_that_ends_in_a_groups_noun_is_one() -> None:
    assert _found("On Monday the Valley Liberation Movement struck again.")[-1][2] == "group"


@pytest.mark.parametrize(
    "text",
    [
        "The front moved north.",
        "The Ministry of Health (aged 34) replied.",
        "The old mill (ABC) burned.",
        "THE LIBERATION FRONT STRUCK AGAIN.",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert _found(text) == []


def test_names_that_a_list_knows_are_left_alone() -> None:
    assert _found("The Valley Front (VF) struck.", taken=frozenset(range(8))) == []
