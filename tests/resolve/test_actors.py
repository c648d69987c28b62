"""Who is meant, over parses made by hand and without the language model."""

from __future__ import annotations

import pytest

from tacitus.resolve.actors import ActorBook, Entry
from tacitus.resolve.belonging import read_sides
from tests.parses import syntax_of, tokens_of

OPENING = (
    "Armenia|PROPN|nmod:poss|4 's|PART|case|1 Prime|PROPN|compound|4 Minister|PROPN|nsubj|7 Nikol|PROPN|flat|4 "
    "Pashinyan|PROPN|flat|4 accused|VERB|root|0 Baku|PROPN|obj|7 .|PUNCT|punct|7"
)
MR = "Mr|PROPN|nsubj|3 Pashinyan|PROPN|flat|1 spoke|VERB|root|0 .|PUNCT|punct|3"
VARIANT = "Pashinian|PROPN|nsubj|2 left|VERB|root|0 .|PUNCT|punct|2"
THE_PM = "The|DET|det|3 prime|ADJ|amod|3 minister|NOUN|nsubj|4 spoke|VERB|root|0 .|PUNCT|punct|4"
MINISTRY = (
    "Azerbaijan|PROPN|nmod:poss|4 's|PART|case|1 defence|NOUN|compound|4 ministry|NOUN|nsubj|5 answered|VERB|root|0 "
    ".|PUNCT|punct|5"
)
THE_MINISTRY = "The|DET|det|2 ministry|NOUN|nsubj|3 denied|VERB|root|0 losses|NOUN|obj|3 .|PUNCT|punct|3"
MOSCOW = (
    "Moscow|PROPN|nsubj|4 and|CCONJ|cc|3 Russia|PROPN|conj|1 urged|VERB|root|0 calm|NOUN|obj|4 ,|PUNCT|punct|9 "
    "the|DET|det|8 Kremlin|PROPN|nsubj|9 said|VERB|parataxis|4 .|PUNCT|punct|4"
)
AZERIS = (
    "Azerbaijanis|PROPN|nsubj|2 met|VERB|root|0 the|DET|det|5 Azerbaijani|ADJ|amod|5 army|NOUN|obj|2 .|PUNCT|punct|2"
)
STATEMENT = (
    "In|ADP|case|3 a|DET|det|3 statement|NOUN|obl|6 ,|PUNCT|punct|3 it|PRON|nsubj|6 blamed|VERB|root|0 "
    "rebels|NOUN|obj|6 .|PUNCT|punct|6"
)
CHAIRS = (
    "Germany|PROPN|nsubj|6 ,|PUNCT|punct|4 which|PRON|nsubj|4 chairs|VERB|acl:relcl|1 ,|PUNCT|punct|4 "
    "called|VERB|root|0 talks|NOUN|obj|6 .|PUNCT|punct|6"
)
WHO = (
    "Nikol|PROPN|nsubj|11 Pashinyan|PROPN|flat|1 ,|PUNCT|punct|6 Armenia|PROPN|nmod:poss|6 's|PART|case|4 "
    "leader|NOUN|appos|1 ,|PUNCT|punct|9 who|PRON|nsubj|9 complained|VERB|acl:relcl|1 ,|PUNCT|punct|9 left|VERB|root|0"
)
SPOKESMAN = (
    "The|DET|det|3 military|ADJ|amod|3 spokesman|NOUN|nsubj|8 Lt|PROPN|flat|3 Col|PROPN|flat|3 Anar|PROPN|flat|3 "
    "Eyvazov|PROPN|flat|3 told|VERB|root|0 a|DET|det|10 doctor|NOUN|obj|8 that|SCONJ|mark|14 Anna|PROPN|nsubj|14 "
    "Orlova|PROPN|flat|12 left|VERB|ccomp|8 .|PUNCT|punct|8"
)
UNNAMED = (
    "Two|NUM|nummod|2 residents|NOUN|nsubj|5 of|ADP|case|4 Jermuk|PROPN|nmod|2 told|VERB|root|0 an|DET|det|8 "
    "Armenian|ADJ|amod|8 official|NOUN|obj|5 ,|PUNCT|punct|5 residents|NOUN|nsubj|11 spoke|VERB|conj|5 .|PUNCT|punct|5"
)
AIDE = (
    "Pashinyan|PROPN|nmod:poss|3 's|PART|case|1 aide|NOUN|nsubj|7 and|CCONJ|cc|6 his|PRON|nmod:poss|6 "
    "spokesman|NOUN|conj|3 spoke|VERB|root|0 .|PUNCT|punct|7"
)
NAMES = {"Nikol Pashinyan": "PERSON", "Mr Pashinyan": "PERSON", "Pashinian": "PERSON", "Pashinyan": "PERSON"}


def book_of(*sentences: str, names: dict[str, str] | None = None) -> ActorBook:
    syntax = syntax_of(*sentences, names=names)
    return ActorBook(syntax, None, read_sides(syntax, None))


def number(book: ActorBook, words: str, occurrence: int = 1) -> int:
    found = book.resolve(tokens_of(book.syntax, words, occurrence=occurrence))
    assert found is not None, f"nobody is meant by {words!r}"
    return found


def named(book: ActorBook, words: str, occurrence: int = 1) -> Entry:
    return book.entries[number(book, words, occurrence)]


def test_title_state_and_name_make_one_actor() -> None:
    book = book_of(OPENING, names=NAMES)
    found = named(book, "Armenia's Prime Minister Nikol Pashinyan")
    assert (found.name, found.kind, found.side, found.sector) == ("Nikol Pashinyan", "person", "ARM", "GOV")
    assert found.role == "Armenia's Prime Minister"


def test_a_person_is_known_again_by_surname_spelling_and_title() -> None:
    book = book_of(OPENING, MR, VARIANT, THE_PM, names=NAMES)
    first = number(book, "Armenia's Prime Minister Nikol Pashinyan")
    assert number(book, "Mr Pashinyan") == first
    assert number(book, "Pashinian") == first
    assert number(book, "The prime minister") == first


def test_every_mention_is_kept() -> None:
    book = book_of(OPENING, MR, THE_PM, names=NAMES)
    number(book, "The prime minister")
    actors, ids = book.actors()
    (person,) = [actor for actor in actors if actor.kind == "person"]
    words = [span.words(book.syntax.text) for span in person.mentions]
    assert words == ["Nikol Pashinyan", "Pashinyan", "The prime minister"]
    assert set(ids.values()) == {actor.id for actor in actors}


@pytest.mark.parametrize("words", ["military spokesman", "military spokesman Lt Col", "Lt Col Anar Eyvazov"])
def test_a_description_that_runs_into_a_name_is_that_person(words: str) -> None:
    book = book_of(SPOKESMAN, names={"Anar Eyvazov": "PERSON", "Anna Orlova": "PERSON"})
    assert named(book, words).name == "Anar Eyvazov"


def test_a_description_with_more_than_titles_before_a_name_is_another() -> None:
    book = book_of(SPOKESMAN, names={"Anar Eyvazov": "PERSON", "Anna Orlova": "PERSON"})
    assert named(book, "a doctor").name == "a doctor"


def test_a_body_is_of_the_state_before_it_and_known_again() -> None:
    book = book_of(OPENING, MINISTRY, THE_MINISTRY)
    found = named(book, "Azerbaijan's defence ministry")
    assert (found.kind, found.side, found.sector) == ("organization", "AZE", "GOV")
    assert named(book, "The ministry") is found


def test_capitals_and_seats_of_power_stand_for_their_state() -> None:
    book = book_of(MOSCOW)
    assert number(book, "Moscow") == number(book, "Russia") == number(book, "Kremlin")
    found = named(book, "Moscow")
    assert (found.kind, found.side, found.sector) == ("state", "RUS", "GOV")


def test_a_people_is_not_its_state() -> None:
    book = book_of(AZERIS)
    people, army = named(book, "Azerbaijanis"), named(book, "the Azerbaijani army")
    assert (people.kind, people.side) == ("population", "AZE")
    assert (army.kind, army.side, army.sector) == ("organization", "AZE", "MIL")
    assert people is not army


def test_a_pronoun_means_the_last_speaker() -> None:
    book = book_of(MINISTRY, STATEMENT)
    ministry = number(book, "Azerbaijan's defence ministry")
    book.speaks(ministry, 0)
    assert number(book, "it") == ministry


def test_a_statement_means_who_issued_it() -> None:
    book = book_of(MINISTRY, STATEMENT)
    ministry = number(book, "Azerbaijan's defence ministry")
    book.speaks(ministry, 0)
    assert number(book, "a statement") == ministry


def test_a_relative_clause_says_something_of_the_noun_before_it() -> None:
    book = book_of(CHAIRS)
    found = named(book, "which")
    assert (found.kind, found.side) == ("state", "DEU")


def test_a_relative_clause_behind_an_apposition_says_something_of_the_person() -> None:
    book = book_of(WHO, names=NAMES)
    found = named(book, "who")
    assert (found.name, found.side) == ("Nikol Pashinyan", "ARM")
    assert book.syntax.phrase(found.mentions[-1]) == "who"


def test_a_relative_pronoun_with_nothing_before_it_means_nobody() -> None:
    book = book_of("Who|PRON|nsubj|2 fired|VERB|root|0 ?|PUNCT|punct|2")
    assert book.resolve((0, 1)) is None


def test_unnamed_people_are_actors_by_what_they_are() -> None:
    book = book_of(UNNAMED)
    residents, official = named(book, "Two residents"), named(book, "an Armenian official")
    assert (residents.name, residents.kind, residents.sector) == ("Two residents", "population", "CVL")
    assert (official.name, official.kind, official.side) == ("an Armenian official", "person", "ARM")


def test_other_unnamed_people_are_other_actors() -> None:
    book = book_of("Officials|NOUN|nsubj|2 left|VERB|root|0", "Officials|NOUN|nsubj|2 came|VERB|root|0")
    assert number(book, "Officials") != number(book, "Officials", occurrence=2)


def test_the_aide_of_a_person_is_another() -> None:
    book = book_of(OPENING, AIDE, names=NAMES)
    premier, aide = named(book, "Nikol Pashinyan"), named(book, "Pashinyan's aide")
    assert aide is not premier
    assert aide.side == "ARM"


@pytest.mark.parametrize(("noun", "owner"), [("aide", "Nikol Pashinyan"), ("spokesman", "Nikol Pashinyan")])
def test_a_possessive_tells_whose_somebody_is(noun: str, owner: str) -> None:
    book = book_of(OPENING, AIDE, names=NAMES)
    found = book.possessor(tokens_of(book.syntax, noun)[0])
    assert found is not None
    assert book.entries[found].name == owner


def test_where_an_actor_is_named_is_known_by_token() -> None:
    book = book_of(OPENING, names=NAMES)
    token = tokens_of(book.syntax, "Nikol Pashinyan")[0]
    found = book.at(token)
    assert found is not None
    assert book.entries[found].name == "Nikol Pashinyan"
    assert book.at(tokens_of(book.syntax, "accused")[0]) is None


def test_only_who_is_not_told_a_side_is_asked_for() -> None:
    book = book_of(MINISTRY, UNNAMED)
    assert named(book, "Azerbaijan's defence ministry").asked is None
    asked = named(book, "Two residents").asked
    assert asked is not None
    assert (book.syntax.words[asked.token], asked.contexts) == ("residents", ("CVL", "noun residents"))


def test_actors_come_in_order_of_the_text() -> None:
    book = book_of(MOSCOW, MINISTRY)
    number(book, "Azerbaijan's defence ministry")
    actors, _ = book.actors()
    assert [actor.id for actor in actors] == [f"a{n}" for n in range(1, len(actors) + 1)]
    assert [actor.mentions[0] for actor in actors] == sorted(actor.mentions[0] for actor in actors)


def test_a_capital_taken_for_a_person_is_still_the_state() -> None:
    book = book_of(MOSCOW, names={"Moscow": "PERSON"})
    assert named(book, "Moscow").kind == "state"
    assert {entry.kind for entry in book.entries} == {"state"}


def test_a_person_may_bear_the_name_of_a_capital() -> None:
    jack = "Jack|PROPN|nsubj|3 London|PROPN|flat|1 wrote|VERB|root|0 .|PUNCT|punct|3"
    alone = "London|PROPN|nsubj|2 left|VERB|root|0 .|PUNCT|punct|2"
    book = book_of(jack, alone, names={"Jack London": "PERSON", "London": "PERSON"})
    assert named(book, "London", occurrence=2).name == "Jack London"
