from __future__ import annotations

import pytest

from tacitus.resolve.persons import Person, find_persons, surname_key
from tacitus.resolve.syntax import Name, Syntax
from tests.parses import syntax_of, tokens_of

PRIME_MINISTER = (
    "Armenia|PROPN|nmod:poss|4 's|PART|case|1 Prime|PROPN|compound|4 Minister|PROPN|nsubj|7 Nikol|PROPN|flat|4 "
    "Pashinyan|PROPN|flat|4 spoke|VERB|root|0 .|PUNCT|punct|7"
)
MR = "Mr|PROPN|nsubj|3 Pashinyan|PROPN|flat|1 left|VERB|root|0 .|PUNCT|punct|3"
VARIANT = "Nikol|PROPN|nsubj|3 Pashinian|PROPN|flat|1 returned|VERB|root|0 .|PUNCT|punct|3"
OF_STATE = "The|DET|det|2 Minister|PROPN|nsubj|5 of|ADP|case|4 State|PROPN|nmod|2 spoke|VERB|root|0 .|PUNCT|punct|5"
SPOKESMAN = (
    "Anar|PROPN|nsubj|9 Eyvazov|PROPN|flat|1 ,|PUNCT|punct|5 a|DET|det|5 spokesman|NOUN|appos|1 for|ADP|case|8 "
    "the|DET|det|8 ministry|NOUN|nmod|5 spoke|VERB|root|0 .|PUNCT|punct|9"
)
ITS_SPOKESWOMAN = (
    "Its|PRON|nmod:poss|2 spokeswoman|NOUN|nsubj|7 ,|PUNCT|punct|4 Lena|PROPN|appos|2 Orlova|PROPN|flat|4 "
    ",|PUNCT|punct|4 spoke|VERB|root|0 .|PUNCT|punct|7"
)
MS = "Ms|PROPN|nsubj|4 Orlova|PROPN|flat|1 's|PART|case|1 left|VERB|root|0 .|PUNCT|punct|4"


def people(*sentences: str, names: dict[str, str], taken: str | None = None) -> tuple[Syntax, list[Person]]:
    syntax = syntax_of(*sentences, names=names)
    indices = frozenset(range(*tokens_of(syntax, taken))) if taken else frozenset[int]()
    return syntax, find_persons(syntax, taken=indices)


def phrases(syntax: Syntax, person: Person) -> tuple[list[str], list[str]]:
    return [syntax.phrase(at) for at in person.mentions], [syntax.phrase(at) for at in person.descriptions]


def test_titles_before_a_name_describe_it() -> None:
    syntax, (person,) = people(PRIME_MINISTER, names={"Nikol Pashinyan": "PERSON"})
    assert person.name == "Nikol Pashinyan"
    assert phrases(syntax, person) == (["Nikol Pashinyan"], ["Armenia's Prime Minister"])


def test_titles_within_a_name_are_taken_off() -> None:
    syntax, (person,) = people(PRIME_MINISTER, names={"Minister Nikol Pashinyan": "PERSON"})
    assert (person.name, phrases(syntax, person)[1]) == ("Nikol Pashinyan", ["Armenia's Prime Minister"])


@pytest.mark.parametrize("later", [MR, VARIANT])
def test_a_surname_and_another_spelling_are_the_same_person(later: str) -> None:
    names = {"Nikol Pashinyan": "PERSON", "Mr Pashinyan": "PERSON", "Nikol Pashinian": "PERSON"}
    _, (person,) = people(PRIME_MINISTER, later, names=names)
    assert person.name == "Nikol Pashinyan"
    assert len(person.mentions) == 2


def test_a_full_name_takes_the_place_of_a_surname() -> None:
    _, (person,) = people(MR, PRIME_MINISTER, names={"Mr Pashinyan": "PERSON", "Nikol Pashinyan": "PERSON"})
    assert person.name == "Nikol Pashinyan"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Anna", "Petrosyan"), ("Levon", "Petrosyan")),
        (("Ilham", "Aliyev"), ("Murat", "Alaev")),
        (("Jon", "Li"), ("Ken", "Lo")),
    ],
)
def test_other_people_stay_apart(first: tuple[str, str], second: tuple[str, str]) -> None:
    sentences = [f"{given}|PROPN|nsubj|3 {last}|PROPN|flat|1 left|VERB|root|0" for given, last in (first, second)]
    _, found = people(*sentences, names={" ".join(first): "PERSON", " ".join(second): "PERSON"})
    assert [person.name for person in found] == [" ".join(first), " ".join(second)]


def test_an_apposition_describes_the_name_before_it() -> None:
    syntax, (person,) = people(SPOKESMAN, names={"Anar Eyvazov": "PERSON"})
    assert phrases(syntax, person)[1] == ["a spokesman for the ministry"]
    assert person.gender == "m"


def test_a_description_that_the_name_explains_describes_it() -> None:
    syntax, (person,) = people(ITS_SPOKESWOMAN, names={"Lena Orlova": "PERSON"})
    assert phrases(syntax, person)[1] == ["Its spokeswoman"]
    assert person.gender == "f"


def test_a_possessive_is_no_part_of_a_name() -> None:
    syntax, (person,) = people(MS, names={"Ms Orlova's": "PERSON"})
    assert (person.name, person.key, person.gender) == ("Orlova", "orlova", "f")
    assert phrases(syntax, person) == (["Orlova"], ["Ms"])


@pytest.mark.parametrize(
    ("names", "taken"),
    [
        ({"Prime Minister": "PERSON"}, None),
        ({"Nikol Pashinyan": "ORG"}, None),
        ({"Armenia": "PERSON"}, "Armenia"),
        ({"Minister of State": "PERSON"}, None),
    ],
)
def test_what_is_no_person(names: dict[str, str], taken: str | None) -> None:
    assert people(PRIME_MINISTER, OF_STATE, names=names, taken=taken)[1] == []


def test_pronouns_and_roles_tagged_as_names_are_left_out() -> None:
    sentence = "He|PRON|nsubj|3 Villagers|NOUN|nsubj|3 left|VERB|root|0"
    assert people(sentence, names={"He": "PERSON", "Villagers": "PERSON"})[1] == []


def test_the_surname_is_the_last_word_but_a_possessive_or_a_generation() -> None:
    syntax = syntax_of("Ray|PROPN|nsubj|5 Cole|PROPN|flat|1 Jr.|PROPN|flat|1 's|PART|case|1 left|VERB|root|0")
    assert surname_key(syntax, Name(0, 4, "PERSON")) == "cole"


@pytest.mark.parametrize("given", ["N.", "Nikolai", "Mikol"])
def test_a_given_name_alike_or_with_its_initial_is_no_other_person(given: str) -> None:
    names = {"Nikol Pashinyan": "PERSON", f"{given} Pashinyan": "PERSON"}
    _, found = people(PRIME_MINISTER, f"{given}|PROPN|nsubj|3 Pashinyan|PROPN|flat|1 left|VERB|root|0", names=names)
    assert len(found) == 1
