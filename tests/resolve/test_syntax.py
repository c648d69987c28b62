from __future__ import annotations

import spacy

from tacitus.model import Span
from tacitus.resolve.syntax import Name, Syntax, read_syntax
from tests.parses import parsed, syntax_of, tokens_of

SAID = (
    "The|DET|det|2 army|NOUN|nsubj|3 said|VERB|root|0 49|NUM|nummod|5 soldiers|NOUN|nsubj|6 died|VERB|ccomp|3 "
    ".|PUNCT|punct|3"
)
FLED = "Villagers|NOUN|nsubj|2 fled|VERB|root|0 .|PUNCT|punct|2"


def syntax() -> Syntax:
    return syntax_of(SAID, FLED, f"¶{FLED}")


def test_words_tags_and_parse_are_taken_over() -> None:
    doc = parsed(SAID, FLED, names={"army": "MILITARY"})
    found = read_syntax(doc)
    assert found.text == "The army said 49 soldiers died. Villagers fled."
    assert found.words[:3] == ("The", "army", "said")
    assert found.lower[:2] == ("the", "army")
    assert [found.text[at : at + len(word)] for at, word in zip(found.starts, found.words, strict=True)] == list(
        found.words
    )
    assert found.upos[3:5] == ("NUM", "NOUN")
    assert found.dep[2] == "root"
    assert (found.head[0], found.head[2]) == (1, 2)
    assert found.names == (Name(1, 2, "MILITARY"),)


def test_sentences_are_numbered() -> None:
    assert syntax().sentence == (*[0] * 7, *[1] * 4, *[2] * 3)


def test_a_blank_line_begins_a_paragraph() -> None:
    found = syntax()
    assert {found.paragraph[index] for index in range(10)} == {0}
    assert {found.paragraph[index] for index in range(11, 14)} == {1}


def test_a_single_line_break_begins_none() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    assert set(read_syntax(nlp("One line\nand the next")).paragraph) == {0}
    assert read_syntax(nlp("One\n \nTwo\n\n\nThree")).paragraph[-1] == 2


def test_a_span_has_no_white_space_at_its_ends() -> None:
    found = syntax()
    gap = found.words.index("\n\n")
    span = found.span((gap - 2, gap + 2))
    assert span.words(found.text) == "fled.\n\nVillagers"
    assert found.span((gap - 1, gap + 1)) == Span(span.start + 4, span.start + 5)
    assert found.phrase((gap, gap + 2)) == "Villagers"


def test_children_are_those_of_the_same_sentence_in_order() -> None:
    found = syntax()
    assert found.children(2) == (1, 5, 6)
    assert found.children(0) == ()
    assert found.children(found.head[2]) == (1, 5, 6), "the root is not its own child"


def test_a_subtree_reaches_over_all_that_hangs_on_a_token() -> None:
    found = syntax()
    assert found.phrase(found.subtree(1)) == "The army"
    assert found.phrase(found.subtree(5)) == "49 soldiers died"
    assert found.subtree(2) == (0, 7)


def test_the_head_of_a_range_hangs_on_a_word_outside_it() -> None:
    found = syntax()
    assert found.head_of(tokens_of(found, "49 soldiers")) == 4
    assert found.head_of(tokens_of(found, "49 soldiers died")) == 5
    assert found.head_of((0, 3)) == 2


def test_nominals_are_preferred_as_head() -> None:
    found = syntax()
    assert found.words[found.head_of(tokens_of(found, "said 49 soldiers"))] == "soldiers"


def test_no_words_make_an_empty_syntax() -> None:
    found = read_syntax(spacy.blank("en")(""))
    assert (found.words, found.names, found.text) == ((), (), "")
