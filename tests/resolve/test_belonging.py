from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tacitus.language.reading import PointerScores
from tacitus.resolve.belonging import Sides, pointed_sides, read_sides, told_side
from tacitus.resolve.syntax import Syntax
from tests.parses import blank_reading, syntax_of, tokens_of

BLAME = (
    "Armenia|PROPN|nsubj|2 blamed|VERB|root|0 the|DET|det|5 Azerbaijani|ADJ|amod|5 army|NOUN|obj|2 in|ADP|case|7 "
    "Yerevan|PROPN|obl|2 .|PUNCT|punct|2"
)
BAKU = "Azerbaijan|PROPN|nsubj|2 disagreed|VERB|root|0 .|PUNCT|punct|2"
DATELINE = (
    "KYIV|PROPN|root|0 ,|PUNCT|punct|1 May|PROPN|appos|1 9|NUM|nummod|3 -|PUNCT|punct|1 Russia|PROPN|nsubj|7 "
    "attacked|VERB|parataxis|1 ,|PUNCT|punct|7 Russia|PROPN|nsubj|10 denied|VERB|conj|7"
)
M23 = "The|DET|det|2 M23|PROPN|nsubj|3 advanced|VERB|root|0 .|PUNCT|punct|3"
TOWN = "Shells|NOUN|nsubj|2 hit|VERB|root|0 Goris|PROPN|obj|2 in|ADP|case|5 Armenia|PROPN|obl|2 .|PUNCT|punct|2"

MINISTRY = (
    "Azerbaijan|PROPN|nmod:poss|4 's|PART|case|1 defence|NOUN|compound|4 ministry|NOUN|nsubj|5 spoke|VERB|root|0 "
    ".|PUNCT|punct|5"
)
SPOKESMAN = "A|DET|det|2 spokesman|NOUN|nsubj|6 for|ADP|case|5 the|DET|det|5 M23|PROPN|nmod|2 spoke|VERB|root|0"
AMBASSADOR = (
    "The|DET|det|3 German|ADJ|amod|3 ambassador|NOUN|nsubj|6 to|ADP|case|5 Ukraine|PROPN|nmod|3 spoke|VERB|root|0"
)
ENVOY = "The|DET|det|2 envoy|NOUN|nsubj|5 to|ADP|case|4 Sudan|PROPN|nmod|2 spoke|VERB|root|0"


def sides(*sentences: str, outlet: str | None = None, names: dict[str, str] | None = None) -> tuple[Syntax, Sides]:
    syntax = syntax_of(*sentences, names=names)
    return syntax, read_sides(syntax, outlet)


def test_names_demonyms_and_capitals_tell_sides() -> None:
    syntax, found = sides(BLAME)
    told = [(syntax.phrase((match.start, match.end)), match.name.side) for match in found.matches]
    assert told == [("Armenia", "ARM"), ("Azerbaijani", "AZE"), ("Yerevan", "ARM")]
    assert found.at[3] is found.matches[1]
    assert 4 not in found.at


def test_the_home_state_is_named_most() -> None:
    assert sides(BLAME)[1].home == "ARM"
    assert sides(BLAME, BAKU, BAKU)[1].home == "AZE"


def test_the_opening_paragraph_counts_more() -> None:
    assert sides(BAKU, f"¶{BLAME}")[1].home == "AZE"


def test_a_dateline_and_the_outlet_tell_the_home_state() -> None:
    assert sides(DATELINE)[1].home == "UKR"
    assert sides(DATELINE, outlet="The Moscow Bulletin")[1].home == "RUS"


def test_a_group_is_at_home_in_its_host_state() -> None:
    assert sides(M23)[1].home == "COD"


def test_nothing_named_leaves_no_home() -> None:
    found = sides("They|PRON|nsubj|2 left|VERB|root|0")[1]
    assert (found.home, found.matches, found.at) == (None, (), {})


def test_towns_tell_the_side_of_their_state_where_the_model_found_places() -> None:
    names = {"Goris": "PLACE"}
    assert [match.name.side for match in sides(TOWN, names=names)[1].matches] == ["ARM", "ARM"]
    town = sides(TOWN, names=names)[1].matches[0].name
    assert (town.name, town.kind) == ("Goris", "town")
    assert [match.name.name for match in sides(TOWN)[1].matches] == ["Armenia"]


def test_the_matches_within_a_range_are_given_once() -> None:
    syntax, found = sides(BLAME)
    assert found.within((0, len(syntax.words))) == list(found.matches)
    assert found.within(tokens_of(syntax, "the Azerbaijani army")) == [found.matches[1]]
    assert found.within((0, 0)) == []


@pytest.mark.parametrize(
    ("sentence", "words", "head", "side"),
    [
        (MINISTRY, "Azerbaijan's defence ministry", "ministry", "AZE"),
        (SPOKESMAN, "A spokesman for the M23", "spokesman", "M23"),
        (AMBASSADOR, "The German ambassador to Ukraine", "ambassador", "DEU"),
        (ENVOY, "The envoy to Sudan", "envoy", None),
    ],
)
def test_a_description_tells_whose_it_is(sentence: str, words: str, head: str, side: str | None) -> None:
    syntax, found = sides(sentence)
    told = told_side(syntax, found, tokens_of(syntax, words), tokens_of(syntax, head)[0])
    assert (told.name.side if told else None) == side


def test_an_outlet_is_nobodys_side() -> None:
    syntax, found = sides("A|DET|det|3 Reuters|PROPN|compound|3 reporter|NOUN|nsubj|4 left|VERB|root|0")
    assert [match.name.kind for match in found.matches] == ["outlet"]
    assert told_side(syntax, found, (0, 3), 2) is None


def test_pointers_of_the_language_model_add_up_by_side() -> None:
    syntax, found = sides(BLAME)
    tokens = np.array([0, 3, 4, 6])
    scores = np.log(np.array([[0.1, 0.1, 0.6, 0.2], [0.3, 0.1, 0.2, 0.4]]))
    narrow = PointerScores(tokens[:2], scores[:, :2])
    wide = PointerScores(tokens, np.vstack([scores] * 2))
    reading = replace(blank_reading(syntax), _pointers={"side": (narrow, wide)})
    assert pointed_sides(None, found, 0) == {}
    shares = pointed_sides(replace(reading, _pointers={"side": (wide,)}), found, 4)
    assert shares == pytest.approx({"ARM": 0.3, "AZE": 0.1, None: 0.6})
    assert pointed_sides(reading, found, 1) == {}
