"""Who is meant by several at once, over parses made by hand."""

from __future__ import annotations

import pytest

from tacitus.model import Actor
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import read_sides
from tests.parses import syntax_of, tokens_of

JOINED = (
    "Armenia|PROPN|nsubj|4 and|CCONJ|cc|3 Azerbaijan|PROPN|conj|1 met|VERB|root|0 in|ADP|case|6 Moscow|PROPN|obl|4 "
    ".|PUNCT|punct|4"
)
BOTH_SIDES = "Both|DET|det|2 sides|NOUN|nsubj|3 agreed|VERB|root|0 .|PUNCT|punct|3"
BOTH = "Both|PRON|nsubj|2 agreed|VERB|root|0 .|PUNCT|punct|2"
COUNTRIES = "The|DET|det|3 two|NUM|nummod|3 countries|NOUN|nsubj|4 agreed|VERB|root|0 .|PUNCT|punct|4"
GROUPS = "Israel|PROPN|nsubj|4 and|CCONJ|cc|3 Hamas|PROPN|conj|1 fought|VERB|root|0 .|PUNCT|punct|4"
OTHER = "It|PRON|nsubj|2 rained|VERB|root|0 .|PUNCT|punct|2"
THREE = (
    "Norway|PROPN|nsubj|6 ,|PUNCT|punct|3 Britain|PROPN|conj|1 and|CCONJ|cc|5 France|PROPN|conj|1 "
    "protested|VERB|root|0 .|PUNCT|punct|6"
)
PERSONS = (
    "Nikol|PROPN|nsubj|8 Pashinyan|PROPN|flat|1 of|ADP|case|4 Armenia|PROPN|nmod|1 and|CCONJ|cc|6 Ilham|PROPN|conj|1 "
    "Aliyev|PROPN|flat|6 met|VERB|root|0 .|PUNCT|punct|8"
)
ONE_SIDE = "Moscow|PROPN|nsubj|4 and|CCONJ|cc|3 Russia|PROPN|conj|1 protested|VERB|root|0 .|PUNCT|punct|4"
UNKNOWN = "Hamas|PROPN|nsubj|4 and|CCONJ|cc|3 Zorlia|PROPN|conj|1 protested|VERB|root|0 .|PUNCT|punct|4"
THE_TWO = "The|DET|det|3 two|NUM|nummod|3 sides|NOUN|nsubj|4 agreed|VERB|root|0 .|PUNCT|punct|4"


def book_of(*sentences: str, names: dict[str, str] | None = None) -> ActorBook:
    syntax = syntax_of(*sentences, names=names)
    return ActorBook(syntax, None, read_sides(syntax, None))


def actor(book: ActorBook, number: int | None) -> Actor:
    actors, ids = book.actors()
    assert number is not None
    return next(one for one in actors if one.id == ids[number])


def members(book: ActorBook, number: int | None) -> list[str]:
    """The names of an actor's members."""
    names = {one.id: one.name for one in book.actors()[0]}
    return [names[member] for member in actor(book, number).members]


@pytest.mark.parametrize(
    ("before", "sentence", "words", "found"),
    [
        ((JOINED,), BOTH_SIDES, "Both sides", ["Armenia", "Azerbaijan"]),
        ((JOINED,), COUNTRIES, "The two countries", ["Armenia", "Azerbaijan"]),
        ((JOINED,), BOTH, "Both", ["Armenia", "Azerbaijan"]),
        ((GROUPS,), BOTH_SIDES, "Both sides", ["Israel", "Hamas"]),
        ((GROUPS,), COUNTRIES, "The two countries", []),
        ((THREE,), BOTH_SIDES, "Both sides", []),
        ((THREE,), COUNTRIES.replace("two", "three"), "The three countries", ["Norway", "United Kingdom", "France"]),
        ((JOINED, OTHER), BOTH_SIDES, "Both sides", []),
        ((JOINED, GROUPS), BOTH_SIDES, "Both sides", ["Israel", "Hamas"]),
    ],
)
def test_the_sides_named_together_just_before_are_meant(
    before: tuple[str, ...], sentence: str, words: str, found: list[str]
) -> None:
    book = book_of(*before, sentence)
    number = book.resolve(tokens_of(book.syntax, words))
    assert members(book, number) == found
    assert actor(book, number).side is None


def test_both_by_itself_is_called_by_its_members() -> None:
    book = book_of(JOINED, BOTH)
    both = actor(book, book.resolve(tokens_of(book.syntax, "Both")))
    assert (both.name, both.kind, both.role) == ("Armenia and Azerbaijan", "state", None)


def test_both_means_one_met_before_where_nothing_tells_two() -> None:
    book = book_of(ONE_SIDE, BOTH)
    book.speaks(book.resolve(tokens_of(book.syntax, "Russia")) or 0, 0)
    assert actor(book, book.resolve(tokens_of(book.syntax, "Both"))).name == "Russia"


def test_the_same_sides_in_other_words_of_number_are_one_actor() -> None:
    book = book_of(JOINED, BOTH_SIDES, JOINED, THE_TWO)
    first = book.resolve(tokens_of(book.syntax, "Both sides"))
    assert book.resolve(tokens_of(book.syntax, "The two sides")) == first
    assert len(actor(book, first).mentions) == 2


def test_other_sides_are_another_actor() -> None:
    book = book_of(JOINED, BOTH_SIDES, GROUPS, THE_TWO)
    first = book.resolve(tokens_of(book.syntax, "Both sides"))
    assert book.resolve(tokens_of(book.syntax, "The two sides")) != first


@pytest.mark.parametrize(
    ("sentence", "words", "name", "found"),
    [
        (JOINED, "Armenia and Azerbaijan", "Armenia and Azerbaijan", ["Armenia", "Azerbaijan"]),
        (
            THREE,
            "Norway, Britain and France",
            "Norway, United Kingdom and France",
            ["Norway", "United Kingdom", "France"],
        ),
        (GROUPS, "Israel and Hamas", "Israel and Hamas", ["Israel", "Hamas"]),
    ],
)
def test_names_joined_by_and_speak_as_one(sentence: str, words: str, name: str, found: list[str]) -> None:
    book = book_of(sentence)
    number = book.speaker(tokens_of(book.syntax, words))
    assert members(book, number) == found
    assert (actor(book, number).name, actor(book, number).side) == (name, None)


@pytest.mark.parametrize(
    ("sentence", "words", "name"),
    [
        (ONE_SIDE, "Moscow and Russia", "Russia"),
        (UNKNOWN, "Hamas and Zorlia", "Hamas"),
        (JOINED.replace("and", "or"), "Armenia or Azerbaijan", "Armenia"),
    ],
)
def test_what_is_not_two_named_sides_is_the_first(sentence: str, words: str, name: str) -> None:
    book = book_of(sentence)
    number = book.speaker(tokens_of(book.syntax, words))
    assert (actor(book, number).name, members(book, number)) == (name, [])


def test_persons_of_two_sides_are_a_population() -> None:
    names = {"Nikol Pashinyan": "PERSON", "Ilham Aliyev": "PERSON"}
    book = book_of(PERSONS, "Azerbaijan|PROPN|nsubj|2 agreed|VERB|root|0", names=names)
    for entry in book.entries:
        entry.side = {"Ilham Aliyev": "AZE", "Nikol Pashinyan": "ARM"}.get(entry.name, entry.side)
    number = book.speaker(tokens_of(book.syntax, "Nikol Pashinyan of Armenia and Ilham Aliyev"))
    assert actor(book, number).kind == "population"
    assert members(book, number) == ["Nikol Pashinyan", "Ilham Aliyev"]


class TestMembersToldLater:
    def test_they_are_given_by_side(self) -> None:
        book = book_of(JOINED, OTHER, BOTH_SIDES)
        number = book.resolve(tokens_of(book.syntax, "Both sides"))
        assert book.members.open() == [number]
        book.members.give(number or 0, ("AZE", "ARM"))
        assert members(book, number) == ["Azerbaijan", "Armenia"]
        assert book.members.open() == []

    def test_a_side_that_the_report_does_not_name_leaves_them_unknown(self) -> None:
        book = book_of(JOINED, OTHER, BOTH_SIDES)
        number = book.resolve(tokens_of(book.syntax, "Both sides"))
        book.members.give(number or 0, ("ARM", "FRA"))
        assert members(book, number) == []

    def test_who_turns_out_to_be_one_known_already_becomes_that_one(self) -> None:
        book = book_of(JOINED, BOTH_SIDES, OTHER, OTHER, THE_TWO)
        first = book.resolve(tokens_of(book.syntax, "Both sides"))
        later = book.resolve(tokens_of(book.syntax, "The two sides"))
        assert later != first
        book.members.give(later or 0, ("ARM", "AZE"))
        assert actor(book, later) == actor(book, first)
        assert len(actor(book, first).mentions) == 2
        assert [one.name for one in book.actors()[0]].count("Both sides") == 1
