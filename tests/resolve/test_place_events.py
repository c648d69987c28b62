from __future__ import annotations

import pytest

from tacitus.resolve.belonging import read_sides
from tacitus.resolve.place_events import event_place
from tacitus.resolve.places import read_places
from tacitus.resolve.syntax import Syntax
from tests.parses import syntax_of


def _where(syntax: Syntax, word: str) -> str | None:
    places = read_places(syntax, read_sides(syntax, None))
    number = event_place(syntax, places, syntax.words.index(word))
    return None if number is None else places.places[number].mentions[0].words(syntax.text)


_NAMES = dict.fromkeys(("Goma", "Sake", "Kinshasa", "Rutshuru", "GOMA"), "PLACE")


_TWO = (
    "Fighters|NOUN|nsubj|2 struck|VERB|root|0 in|ADP|case|4 Goma|PROPN|obl|2 and|CCONJ|cc|6 "
    "fled|VERB|conj|2 to|ADP|case|8 Rutshuru|PROPN|obl|6 .|PUNCT|punct|2"
)


@pytest.mark.parametrize(
    ("sentence", "predicate", "place"),
    [
        (
            "Clashes|NOUN|nsubj|2 erupted|VERB|root|0 near|ADP|case|4 Goma|PROPN|obl|2 .|PUNCT|punct|2",
            "erupted",
            "Goma",
        ),
        ("Rebels|NOUN|nsubj|2 captured|VERB|root|0 Goma|PROPN|obj|2 .|PUNCT|punct|2", "captured", "Goma"),
        (
            "Rebels|NOUN|nsubj|2 shelled|VERB|root|0 Sake|PROPN|obj|2 from|ADP|case|5 Goma|PROPN|obl|2 .|PUNCT|punct|2",
            "shelled",
            "Sake",
        ),
        (
            _TWO,
            "struck",
            "Goma",
        ),
        (
            _TWO,
            "fled",
            "Rutshuru",
        ),
        ("Rebels|NOUN|nsubj|2 attacked|VERB|root|0 .|PUNCT|punct|2", "attacked", None),
    ],
)
def test_the_place_of_a_predicate(sentence: str, predicate: str, place: str | None) -> None:
    assert _where(syntax_of(sentence, names=_NAMES), predicate) == place


def test_where_a_speaker_is_is_not_where_it_happened() -> None:
    syntax = syntax_of(
        "A|DET|det|2 spokesman|NOUN|nsubj|5 in|ADP|case|4 Kinshasa|PROPN|nmod|2 said|VERB|root|0 "
        "rebels|NOUN|nsubj|7 attacked|VERB|ccomp|5 .|PUNCT|punct|5",
        names=_NAMES,
    )
    assert _where(syntax, "attacked") is None


def test_a_dateline_is_not_where_it_happened() -> None:
    syntax = syntax_of(
        "GOMA|PROPN|root|0 ,|PUNCT|punct|3 May|PROPN|appos|1 18|NUM|nummod|3 -|PUNCT|punct|1 "
        "Rebels|NOUN|nsubj|7 attacked|VERB|parataxis|1 .|PUNCT|punct|1",
        names=_NAMES,
    )
    assert _where(syntax, "attacked") is None


def test_a_capital_that_speaks_is_not_where_it_happened() -> None:
    denied = "Kinshasa|PROPN|nsubj|2 denied|VERB|root|0 attacking|VERB|xcomp|2 civilians|NOUN|obj|3 .|PUNCT|punct|2"
    assert _where(syntax_of(denied, names=_NAMES), "attacking") is None
