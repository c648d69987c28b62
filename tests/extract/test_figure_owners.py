"""Whose people a number counts where the grammar tells, over parses made by hand."""

from __future__ import annotations

import pytest

from tacitus.extract.figure_owners import doer_side, is_of_the_enemy, owner_contexts, owner_side
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import read_sides
from tests.parses import syntax_of, tokens_of

LOST = "Mali|PROPN|nsubj|2 lost|VERB|root|0 50|NUM|nummod|4 men|NOUN|obj|2 .|PUNCT|punct|2"
JOINED = (
    "Mali|PROPN|nsubj|2 attacked|VERB|root|0 and|CCONJ|cc|4 lost|VERB|conj|2 50|NUM|nummod|6 men|NOUN|obj|4 "
    ".|PUNCT|punct|2"
)
ADMITTED = (
    "Mali|PROPN|nsubj|2 admitted|VERB|root|0 the|DET|det|4 loss|NOUN|obj|2 of|ADP|case|7 50|NUM|nummod|7 "
    "men|NOUN|nmod|4 .|PUNCT|punct|2"
)
KILLED = "Mali|PROPN|nsubj|2 killed|VERB|root|0 50|NUM|nummod|4 men|NOUN|obj|2 .|PUNCT|punct|2"
KILLED_BY = (
    "50|NUM|nummod|2 men|NOUN|nsubj:pass|4 were|AUX|aux:pass|4 killed|VERB|root|0 by|ADP|case|6 "
    "Mali|PROPN|obl:agent|4 .|PUNCT|punct|4"
)
WE_LOST = "We|PRON|nsubj|2 lost|VERB|root|0 50|NUM|nummod|4 men|NOUN|obj|2 .|PUNCT|punct|2"
ENEMY = "The|DET|det|2 enemy|NOUN|nsubj|3 lost|VERB|root|0 50|NUM|nummod|5 men|NOUN|obj|3 .|PUNCT|punct|3"


def book_of(sentence: str) -> ActorBook:
    syntax = syntax_of(sentence)
    return ActorBook(syntax, None, read_sides(syntax, None))


def men(book: ActorBook) -> int:
    return tokens_of(book.syntax, "men")[0]


@pytest.mark.parametrize("sentence", [LOST, JOINED, ADMITTED])
def test_whoever_loses_people_has_lost_its_own(sentence: str) -> None:
    book = book_of(sentence)
    assert owner_side(book.syntax, book, men(book), None) == "MLI"


@pytest.mark.parametrize("sentence", [KILLED, KILLED_BY])
def test_whoever_kills_people_is_no_owner_but_the_doer(sentence: str) -> None:
    book = book_of(sentence)
    assert owner_side(book.syntax, book, men(book), None) is None
    assert doer_side(book.syntax, book, men(book)) == "MLI"


def test_nobody_does_what_the_losers_suffer() -> None:
    book = book_of(LOST)
    assert doer_side(book.syntax, book, men(book)) is None


def test_we_are_the_speakers_own() -> None:
    syntax = syntax_of(LOST, WE_LOST)
    book = ActorBook(syntax, None, read_sides(syntax, None))
    counted = tokens_of(syntax, "men", occurrence=2)[0]
    assert owner_side(syntax, book, counted, None) is None
    assert owner_side(syntax, book, counted, book.at(0)) == "MLI"


def test_nouns_and_words_for_an_enemy_are_hints() -> None:
    syntax = syntax_of(ENEMY)
    assert set(owner_contexts(syntax, 4, 3, None)) == {"noun men", "enemy"}
    syntax = syntax_of(LOST)
    assert owner_contexts(syntax, 3, 2, None) == ("noun men",)


@pytest.mark.parametrize(
    ("sentence", "enemy"),
    [
        ("They|PRON|nsubj|2 killed|VERB|root|0 50|NUM|obj|2 of|ADP|case|6 the|DET|det|6 enemy|NOUN|nmod|3", True),
        ("They|PRON|nsubj|2 counted|VERB|root|0 50|NUM|nummod|5 enemy|NOUN|compound|5 dead|NOUN|obj|2", True),
        ("The|DET|det|2 enemy|NOUN|nsubj|3 killed|VERB|root|0 50|NUM|nummod|5 men|NOUN|obj|3", False),
    ],
)
def test_the_enemy_is_who_is_counted_not_who_counts(sentence: str, enemy: bool) -> None:
    syntax = syntax_of(sentence)
    token = tokens_of(syntax, "50")[0]
    noun = token if syntax.upos[token + 1] == "ADP" else token + 2 if "dead" in syntax.lower else token + 1
    assert is_of_the_enemy(syntax, noun, token) is enemy
