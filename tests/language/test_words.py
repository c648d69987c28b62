from __future__ import annotations

import pytest
from spacy.language import Language

from tacitus.language.words import words_of


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("One two", [3, 1]),
        ("One, two", [3, 0, 1]),
        ("One  two", [3, 1]),
        ("One\ttwo", [3, 1]),
        ("One\xa0two", [3, 1]),
        ("One\ntwo", [3, 2]),
        ("One \r\n two", [3, 2]),
        ("One\rtwo", [3, 2]),
        ("One\n\ntwo", [3, 3]),
        ("One\r\n\r\ntwo", [3, 3]),
        ("One\n \t\n\n two", [3, 3]),
        ("\n\nOne", [3]),
    ],
)
def test_spacing_before_each_word(nlp: Language, text: str, gaps: list[int]) -> None:
    assert words_of(nlp.make_doc(text)).sequence.gaps.tolist() == gaps


@pytest.mark.parametrize("text", ["", " ", "\n\n\t ", "\xa0"])
def test_white_space_has_no_words(nlp: Language, text: str) -> None:
    words = words_of(nlp.make_doc(text))
    assert list(words.sequence.words) == []
    assert len(words.tokens) == len(words.sequence.gaps) == 0


def test_words_know_their_tokens(nlp: Language) -> None:
    doc = nlp.make_doc("\nOne  two\n\nthree")
    words = words_of(doc)
    assert [doc[int(number)].text for number in words.tokens] == list(words.sequence.words) == ["One", "two", "three"]


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("He left. She stayed.", ["She"]),
        ("he left. she stayed.", ["she"]),
        ("“He left.” She stayed.", ["She"]),
        ("“He left,” she said.", []),
        ("Lt. Smith of the U.S. Navy left at 9 a.m. on Sept. 13", []),
        ("A headline\nThe text", ["The"]),
    ],
)
def test_windows_may_begin_where_sentences_may(nlp: Language, text: str, breaks: list[str]) -> None:
    sequence = words_of(nlp.make_doc(text)).sequence
    assert [sequence.words[index] for index in sequence.breaks if index] == breaks


@pytest.mark.parametrize("bullet", ["•", "*", "▪"])
def test_a_bullet_opens_a_paragraph(nlp: Language, bullet: str) -> None:
    sequence = words_of(nlp.make_doc(f"Losses:\n{bullet} twelve men")).sequence
    assert sequence.gaps[list(sequence.words).index(bullet)] == 3


def test_one_dash_at_the_start_of_a_line_is_no_bullet(nlp: Language) -> None:
    once = words_of(nlp.make_doc("The general\n- a veteran -\nleft")).sequence
    assert once.gaps.tolist().count(3) == 1
    twice = words_of(nlp.make_doc("Losses:\n- twelve men\n- a tank")).sequence
    assert twice.gaps.tolist().count(3) == 3
