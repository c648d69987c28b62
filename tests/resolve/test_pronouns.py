from __future__ import annotations

import pytest

from tacitus.model import ActorKind
from tacitus.resolve.entries import Entries, Entry
from tacitus.resolve.pronouns import Pronouns, fits, is_pronoun
from tacitus.resolve.syntax import Syntax
from tests.parses import blank_reading, syntax_of, tokens_of

NAMED = "Orlova|PROPN|nsubj|2 met|VERB|root|0 Hale|PROPN|obj|2 .|PUNCT|punct|2"
FILLER = "Snow|NOUN|nsubj|2 fell|VERB|root|0 .|PUNCT|punct|2"


def said(pronoun: str) -> str:
    return f"{pronoun}|PRON|nsubj|2 left|VERB|root|0 .|PUNCT|punct|2"


SOLDIERS = (
    "The|DET|det|2 ministry|NOUN|nsubj|3 counted|VERB|root|0 its|PRON|nmod:poss|5 soldiers|NOUN|obj|3 and|CCONJ|cc|9 "
    "Baku|PROPN|nmod:poss|9 's|PART|case|7 guards|NOUN|conj|5"
)


def entry(
    name: str, *, kind: ActorKind = "person", gender: str | None = None, role: str | None = None, plural: bool = False
) -> Entry:
    return Entry((name,), name, kind, None, None, role, gender=gender, plural=plural)


class Book:
    """Orlova (f) and Hale (m), named in the first sentence."""

    def __init__(self, *sentences: str, antecedents: dict[int, int] | None = None) -> None:
        self.syntax: Syntax = syntax_of(NAMED, *sentences)
        self.entries = Entries()
        reading = blank_reading(self.syntax, antecedents=antecedents) if antecedents is not None else None
        self.pronouns = Pronouns(self.syntax, reading, self.entries, self.describe)
        for name, gender in (("Orlova", "f"), ("Hale", "m")):
            number = self.entries.put(entry(name, gender=gender))
            self.entries.claim(number, tokens_of(self.syntax, name))

    def describe(self, head: int) -> int:
        body = self.syntax.lower[head] == "republic"
        kind: ActorKind = "organization" if body else "population"
        return self.entries.put(entry(self.syntax.words[head], kind=kind, plural=not body))

    def meant(self, pronoun: str) -> str | None:
        number = self.pronouns.antecedent(tokens_of(self.syntax, pronoun)[0])
        return None if number is None else self.entries.all[number].name


@pytest.mark.parametrize(
    ("word", "who", "expected"),
    [
        ("he", entry("Hale", gender="m"), True),
        ("he", entry("Hale"), True),
        ("he", entry("Orlova", gender="f"), False),
        ("herself", entry("Orlova", gender="f"), True),
        ("she", entry("Hale", gender="m"), False),
        ("he", entry("Baku", kind="state"), False),
        ("he", entry("an officer", kind="organization", role="an officer"), True),
        ("he", entry("residents", kind="population", role="residents", plural=True), False),
        ("it", entry("Baku", kind="state"), True),
        ("its", entry("Hale"), False),
        ("its", entry("residents", kind="population", plural=True), False),
        ("they", entry("residents", kind="population", plural=True), True),
        ("they", entry("Baku", kind="state"), True),
    ],
)
def test_a_pronoun_minds_person_gender_and_number(word: str, who: Entry, expected: bool) -> None:
    assert fits(word, who) is expected


@pytest.mark.parametrize(("pronoun", "meant"), [("She", "Orlova"), ("He", "Hale"), ("It", None)])
def test_without_a_speaker_the_last_person_who_fits_is_meant(pronoun: str, meant: str | None) -> None:
    assert Book(said(pronoun)).meant(pronoun) == meant


def test_the_last_speaker_is_meant_before_the_last_named() -> None:
    book = Book(said("We"), said("They"))
    assert book.meant("They") is None
    book.pronouns.speaks(0, 0)
    assert book.meant("They") == "Orlova"


def test_a_speaker_further_on_is_not_meant() -> None:
    book = Book(said("They"), FILLER)
    book.pronouns.speaks(0, len(book.syntax.words) - 1)
    assert book.meant("They") is None


def test_after_two_paragraphs_nobody_is_meant() -> None:
    assert Book(f"¶{FILLER}", f"¶{said('He')}").meant("He") == "Hale"
    assert Book(f"¶{FILLER}", f"¶{FILLER}", f"¶{said('He')}").meant("He") is None


def test_antecedents_of_the_language_model_come_first_and_are_followed() -> None:
    assert Book(said("They"), antecedents={}).meant("They") is None
    assert Book(said("They"), antecedents={4: 0}).meant("They") == "Orlova"
    assert Book(said("Others"), said("They"), antecedents={7: 4, 4: 0}).meant("They") == "Orlova"


def test_an_antecedent_that_does_not_fit_is_passed_over() -> None:
    assert Book(said("He"), antecedents={4: 0}).meant("He") == "Hale"


def test_antecedents_that_run_in_a_circle_are_given_up() -> None:
    assert Book(said("It"), antecedents={4: 5, 5: 4}).meant("It") is None


def test_a_resolved_pronoun_is_a_mention() -> None:
    book = Book(said("She"))
    book.meant("She")
    assert book.entries.all[0].mentions == [(0, 1), (4, 5)]
    assert book.entries.at(4) == 0


def test_the_last_speaker_before_a_token() -> None:
    book = Book()
    assert book.pronouns.last_speaker(3) is None
    for number, token in ((0, 0), (1, 2)):
        book.pronouns.speaks(number, token)
    assert [book.pronouns.last_speaker(token) for token in (0, 1, 2, 3)] == [None, 0, 0, 1]


def test_whose_a_noun_is() -> None:
    book = Book(SOLDIERS)
    ministry = book.entries.put(entry("ministry", kind="organization"))
    baku = book.entries.put(entry("Baku", kind="state"))
    book.entries.mention(ministry, tokens_of(book.syntax, "The ministry"))
    book.entries.mention(baku, tokens_of(book.syntax, "Baku"))
    book.pronouns.speaks(ministry, 5)

    def owner(noun: str) -> int | None:
        return book.pronouns.possessor(tokens_of(book.syntax, noun)[0])

    assert (owner("soldiers"), owner("guards"), owner("ministry")) == (ministry, baku, None)


@pytest.mark.parametrize(("word", "expected"), [("its", True), ("ministry", False), ("The", True), ("Baku", False)])
def test_what_is_a_pronoun(word: str, expected: bool) -> None:
    syntax = syntax_of(SOLDIERS)
    assert is_pronoun(syntax, tokens_of(syntax, word)[0]) is expected


def told(subject: str, pronoun: str) -> tuple[str, str]:
    return (
        f"The|DET|det|2 {subject}|NOUN|nsubj|3 rejoiced|VERB|root|0 .|PUNCT|punct|3",
        f"{pronoun}|PRON|nmod:poss|2 chief|NOUN|nsubj|3 spoke|VERB|root|0 .|PUNCT|punct|3",
    )


@pytest.mark.parametrize(
    ("subject", "pronoun", "meant"),
    [("guerrillas", "Their", "guerrillas"), ("republic", "Its", "republic"), ("guerrillas", "Its", None)],
)
def test_without_an_antecedent_it_is_of_whom_the_sentence_before_tells(
    subject: str, pronoun: str, meant: str | None
) -> None:
    assert Book(*told(subject, pronoun)).meant(pronoun) == meant


def test_who_spoke_after_the_subject_comes_first() -> None:
    book = Book(*told("guerrillas", "Their"))
    book.pronouns.speaks(0, tokens_of(book.syntax, "rejoiced")[0])
    assert book.meant("Their") == "Orlova"


def test_nobody_stands_for_nobody_named_before() -> None:
    book = Book("Nobody|PRON|nsubj|2 died|VERB|root|0 .|PUNCT|punct|2")
    book.pronouns.speaks(0, 0)
    assert book.meant("Nobody") is None
