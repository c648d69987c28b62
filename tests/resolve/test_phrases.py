from __future__ import annotations

import pytest

from tacitus.resolve.phrases import apposition_after, apposition_before, foreign, left_edge, role_in, trim
from tacitus.resolve.syntax import Range, Syntax
from tests.parses import syntax_of, tokens_of

DEFENCE = (
    "Later|ADV|advmod|8 Azerbaijan|PROPN|nmod:poss|5 's|PART|case|2 defence|NOUN|compound|5 minister|NOUN|nsubj|8 "
    "Zakir|PROPN|flat|5 Hasanov|PROPN|flat|5 spoke|VERB|root|0 .|PUNCT|punct|8"
)
SECRETARY = (
    "the|DET|det|2 secretary|NOUN|nsubj|9 of|ADP|case|6 the|DET|det|6 security|NOUN|compound|6 council|NOUN|nmod|2 "
    "Armen|PROPN|appos|2 Grigoryan|PROPN|flat|7 spoke|VERB|root|0"
)
APPOSITION = (
    "Anar|PROPN|nsubj|12 Eyvazov|PROPN|flat|1 ,|PUNCT|punct|5 the|DET|det|5 spokesman|NOUN|appos|1 of|ADP|case|8 "
    "the|DET|det|8 ministry|NOUN|nmod|5 ,|PUNCT|punct|1 on|ADP|case|11 Monday|PROPN|obl|12 spoke|VERB|root|0"
)
NO_ROLE = (
    "Anar|PROPN|nsubj|10 Eyvazov|PROPN|flat|1 ,|PUNCT|punct|6 the|DET|det|6 tall|ADJ|amod|6 visitor|NOUN|appos|1 "
    ",|PUNCT|punct|6 on|ADP|case|9 Monday|PROPN|obl|10 spoke|VERB|root|0"
)
EXPLAINED = (
    "Its|PRON|nmod:poss|2 spokesman|NOUN|nsubj|7 ,|PUNCT|punct|4 Ardal|PROPN|appos|2 Safak|PROPN|flat|4 "
    ",|PUNCT|punct|4 spoke|VERB|root|0"
)
AMBASSADOR = (
    "the|DET|det|2 ambassador|NOUN|nsubj|7 to|ADP|case|5 the|DET|det|5 Kremlin|PROPN|nmod|2 Brandt|PROPN|flat|2 "
    "spoke|VERB|root|0"
)


def edge(syntax: Syntax, words: str) -> str:
    start = tokens_of(syntax, words)[0]
    first = left_edge(syntax, start)
    return syntax.phrase((first, start)) if first < start else ""


def phrase(syntax: Syntax, tokens: Range | None) -> str | None:
    return None if tokens is None else syntax.phrase(tokens)


@pytest.mark.parametrize(
    ("sentence", "name", "before"),
    [
        (DEFENCE, "Zakir", "Azerbaijan's defence minister"),
        (SECRETARY, "Armen", "the secretary of the security council"),
        (APPOSITION, "Anar", ""),
        (APPOSITION, "Monday", ""),
        (EXPLAINED, "Ardal", ""),
    ],
)
def test_premodifiers_run_up_to_a_name(sentence: str, name: str, before: str) -> None:
    assert edge(syntax_of(sentence), name) == before


def test_premodifiers_end_with_the_sentence() -> None:
    syntax = syntax_of("It|PRON|nsubj|2 hit|VERB|root|0 Goris|PROPN|obj|2", "Levon|PROPN|nsubj|2 left|VERB|root|0")
    assert edge(syntax, "Levon") == ""


def test_an_article_alone_is_no_premodifier() -> None:
    assert edge(syntax_of("the|DET|det|2 army|NOUN|nsubj|3 left|VERB|root|0"), "army") == ""


@pytest.mark.parametrize(
    ("sentence", "expected"), [(APPOSITION, "the spokesman of the ministry"), (NO_ROLE, None), (SECRETARY, None)]
)
def test_an_explanation_in_commas_must_hold_a_role(sentence: str, expected: str | None) -> None:
    syntax = syntax_of(sentence)
    assert phrase(syntax, apposition_after(syntax, 2)) == expected


def test_no_explanation_follows_the_last_word() -> None:
    syntax = syntax_of(EXPLAINED)
    assert apposition_after(syntax, len(syntax.words)) is None


@pytest.mark.parametrize(("name", "expected"), [("Ardal", "Its spokesman"), ("spokesman", None), ("Its", None)])
def test_a_description_before_a_comma_is_explained_by_the_name(name: str, expected: str | None) -> None:
    syntax = syntax_of(EXPLAINED)
    assert phrase(syntax, apposition_before(syntax, tokens_of(syntax, name)[0])) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "at", "expected"),
    [
        (AMBASSADOR, "the ambassador to the Kremlin", "Kremlin", True),
        (SECRETARY, "the secretary of the security council", "council", False),
        (DEFENCE, "Azerbaijan's defence minister", "Azerbaijan", False),
    ],
)
def test_a_party_that_is_only_related_to_is_foreign(sentence: str, words: str, at: str, expected: bool) -> None:
    syntax = syntax_of(sentence)
    assert foreign(syntax, tokens_of(syntax, words), tokens_of(syntax, at)[0]) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (", the spokesman of the ministry, on", "the spokesman of the ministry"),
        ("the spokesman of the", "the spokesman"),
        ("Anar", "Anar"),
        (",", ","),
    ],
)
def test_a_phrase_is_trimmed_of_punctuation_and_dangling_words(words: str, expected: str) -> None:
    syntax = syntax_of(APPOSITION)
    assert syntax.phrase(trim(syntax, tokens_of(syntax, words))) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "sector", "body"),
    [
        (SECRETARY, "the secretary of the security council", "GOV", False),
        (APPOSITION, "the ministry", "GOV", True),
        (DEFENCE, "Azerbaijan's defence minister", "GOV", False),
    ],
)
def test_people_are_told_before_bodies(sentence: str, words: str, sector: str, body: bool) -> None:
    syntax = syntax_of(sentence)
    role = role_in(syntax, tokens_of(syntax, words))
    assert role is not None
    assert (role.sector, role.body) == (sector, body)


def test_names_and_verbs_tell_no_role() -> None:
    syntax = syntax_of(APPOSITION)
    assert role_in(syntax, tokens_of(syntax, "Anar Eyvazov")) is None
    assert role_in(syntax, tokens_of(syntax, "on Monday spoke")) is None
