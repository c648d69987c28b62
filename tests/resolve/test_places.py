from __future__ import annotations

from tacitus.model import Place
from tacitus.resolve.belonging import read_sides
from tacitus.resolve.places import ReportPlaces, read_places
from tacitus.resolve.syntax import Syntax
from tests.parses import syntax_of


def _read(syntax: Syntax) -> ReportPlaces:
    return read_places(syntax, read_sides(syntax, None))


def _named(syntax: Syntax) -> dict[str, Place]:
    return {place.mentions[0].words(syntax.text): place for place in _read(syntax).places}


_SHELLED = (
    "Azerbaijani|ADJ|amod|2 forces|NOUN|nsubj|3 shelled|VERB|root|0 Jermuk|PROPN|obj|3 and|CCONJ|cc|6 "
    "Goris|PROPN|conj|4 in|ADP|case|8 Armenia|PROPN|obl|3 .|PUNCT|punct|3"
)


def test_places_are_found_with_their_points() -> None:
    syntax = syntax_of(_SHELLED, names={"Jermuk": "PLACE", "Goris": "PLACE", "Armenia": "PLACE"})
    named = _named(syntax)
    assert list(named) == ["Jermuk", "Goris", "Armenia"]
    assert [place.id for place in named.values()] == ["p1", "p2", "p3"]
    assert [place.country for place in named.values()] == ["ARM"] * 3
    assert [place.precision for place in named.values()] == ["settlement", "settlement", "country"]
    jermuk = named["Jermuk"]
    assert jermuk.lat is not None
    assert jermuk.lon is not None
    assert (round(jermuk.lat, 1), round(jermuk.lon, 1)) == (39.8, 45.7)


def test_a_place_mistaken_for_a_person_is_found_where_things_happen_to_it() -> None:
    syntax = syntax_of(_SHELLED, names={"Jermuk": "PERSON", "Goris": "PERSON", "Armenia": "PLACE"})
    assert list(_named(syntax)) == ["Jermuk", "Goris", "Armenia"]


def test_a_capital_that_speaks_is_no_place_but_one_where_something_is_said() -> None:
    says = "Moscow|PROPN|nsubj|2 said|VERB|root|0 in|ADP|case|4 Geneva|PROPN|obl|2 .|PUNCT|punct|2"
    assert list(_named(syntax_of(says, names={"Moscow": "PLACE", "Geneva": "PLACE"}))) == ["Geneva"]
    where = "In|ADP|case|2 Moscow|PROPN|obl|4 he|PRON|nsubj|4 spoke|VERB|root|0 .|PUNCT|punct|4"
    assert list(_named(syntax_of(where, names={"Moscow": "PLACE"}))) == ["Moscow"]


def test_a_country_that_acts_is_no_place() -> None:
    acts = "Armenia|PROPN|nsubj|2 attacked|VERB|root|0 .|PUNCT|punct|2"
    assert _named(syntax_of(acts, names={"Armenia": "PLACE"})) == {}


def test_mentions_of_one_place_are_together() -> None:
    syntax = syntax_of(
        "Clashes|NOUN|nsubj|2 erupted|VERB|root|0 in|ADP|case|4 Kyiv|PROPN|obl|2 .|PUNCT|punct|2",
        "Kiev|PROPN|nsubj:pass|3 was|AUX|aux:pass|3 bombed|VERB|root|0 .|PUNCT|punct|3",
        names={"Kyiv": "PLACE", "Kiev": "PLACE"},
    )
    (place,) = _read(syntax).places
    assert [span.words(syntax.text) for span in place.mentions] == ["Kyiv", "Kiev"]


def test_an_unknown_place_stays_without_a_point_or_country() -> None:
    syntax = syntax_of(
        "Shells|NOUN|nsubj|2 fell|VERB|root|0 near|ADP|case|7 the|DET|det|5 village|NOUN|nmod|2 of|ADP|case|7 "
        "Qwertyabad|PROPN|nmod|5 .|PUNCT|punct|2",
        names={"Qwertyabad": "PLACE"},
    )
    (place,) = _read(syntax).places
    assert (place.name, place.lat, place.lon, place.country, place.geonames_id) == (
        "Qwertyabad",
        None,
        None,
        None,
        None,
    )


def test_the_state_told_beside_an_unknown_place_is_kept() -> None:
    syntax = syntax_of(
        "Shells|NOUN|nsubj|2 fell|VERB|root|0 in|ADP|case|4 Qwertyabad|PROPN|obl|2 ,|PUNCT|punct|6 "
        "Armenia|PROPN|appos|4 .|PUNCT|punct|2",
        names={"Qwertyabad": "PLACE", "Armenia": "PLACE"},
    )
    place = _named(syntax)["Qwertyabad"]
    assert (place.country, place.lat) == ("ARM", None)


def test_a_dateline_is_a_place() -> None:
    syntax = syntax_of(
        "GOMA|PROPN|root|0 ,|PUNCT|punct|3 May|PROPN|appos|1 18|NUM|nummod|3 -|PUNCT|punct|1 "
        "Rebels|NOUN|nsubj|7 left|VERB|parataxis|1 Congo|PROPN|obj|7 .|PUNCT|punct|1"
    )
    places = _read(syntax)
    assert [place.name for place in places.places] == ["Goma"]
    assert places.mentions[0].mention.signs.dateline
    assert places.place_at(0) is places.places[0]
    assert places.place_at(6) is None


def test_months_and_outlets_are_no_places() -> None:
    syntax = syntax_of(
        "In|ADP|case|2 March|PROPN|obl|6 the|DET|det|5 Berlin|PROPN|compound|5 Wire|PROPN|nsubj|6 "
        "reported|VERB|root|0 it|PRON|obj|6 .|PUNCT|punct|6",
        names={"Berlin Wire": "PLACE"},
    )
    assert _read(syntax).places == ()
