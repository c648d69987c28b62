from __future__ import annotations

import pytest

from tacitus.model import Place
from tacitus.resolve.belonging import read_sides
from tacitus.resolve.places import ReportPlaces, located, read_places
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


def test_an_unknown_place_lies_where_those_beside_it_do() -> None:
    syntax = syntax_of(
        "Shells|NOUN|nsubj|2 hit|VERB|root|0 Goris|PROPN|obj|2 and|CCONJ|cc|5 Qwertyabad|PROPN|conj|3 in|ADP|case|7 "
        "Armenia|PROPN|obl|2 ,|PUNCT|punct|10 not|PART|advmod|10 Azerbaijan|PROPN|appos|7 .|PUNCT|punct|2",
        names={"Goris": "PLACE", "Qwertyabad": "PLACE", "Armenia": "PLACE", "Azerbaijan": "PLACE"},
    )
    place = _named(syntax)["Qwertyabad"]
    assert (place.country, place.lat, place.lon) == ("ARM", None, None)


@pytest.mark.parametrize(("people", "state"), [("Iranian", "IRN"), ("Omani", "OMN"), ("French", None)])
def test_a_strait_is_told_in_the_state_of_its_shores_that_the_report_names(people: str, state: str | None) -> None:
    syntax = syntax_of(
        f"{people}|ADJ|amod|2 boats|NOUN|nsubj|3 crossed|VERB|root|0 the|DET|det|5 Strait|PROPN|obj|3 "
        "of|ADP|case|7 Hormuz|PROPN|nmod|5 .|PUNCT|punct|3",
        names={"Strait of Hormuz": "PLACE"},
    )
    (place,) = _read(syntax).places
    assert (place.name, place.country, place.precision) == ("Strait of Hormuz", state, "area")
    assert place.lat is not None


def test_a_capital_is_not_a_smaller_town_of_like_name_nearby() -> None:
    syntax = syntax_of(
        "He|PRON|nsubj|2 spoke|VERB|root|0 in|ADP|case|4 Tehran|PROPN|obl|2 after|SCONJ|mark|6 bombing|VERB|advcl|2 "
        "Isfahan|PROPN|obj|6 in|ADP|case|9 Iran|PROPN|obl|6 .|PUNCT|punct|2",
        names={"Tehran": "PLACE", "Isfahan": "PLACE", "Iran": "PLACE"},
    )
    tehran = _named(syntax)["Tehran"]
    assert tehran.lat is not None
    assert round(tehran.lat, 1) == 35.7


def test_a_name_with_a_first_word_taken_for_an_adjective_is_whole() -> None:
    syntax = syntax_of(
        "He|PRON|nsubj|2 spoke|VERB|root|0 in|ADP|case|5 New|ADJ|amod|5 York|PROPN|obl|2 .|PUNCT|punct|2",
        names={"York": "PLACE"},
    )
    (place,) = _read(syntax).places
    assert place.mentions[0].words(syntax.text) == "New York"
    assert place.country == "USA"


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
    assert located(read_sides(syntax, None), places).located == ()


def test_places_tell_in_which_states_things_are() -> None:
    syntax = syntax_of(_SHELLED, names={"Jermuk": "PLACE", "Goris": "PLACE", "Armenia": "PLACE"})
    sides = located(read_sides(syntax, None), _read(syntax))
    assert sides.located == ((3, "ARM"), (5, "ARM"), (7, "ARM"))


def test_months_and_outlets_are_no_places() -> None:
    syntax = syntax_of(
        "In|ADP|case|2 March|PROPN|obl|6 the|DET|det|5 Berlin|PROPN|compound|5 Wire|PROPN|nsubj|6 "
        "reported|VERB|root|0 it|PRON|obj|6 .|PUNCT|punct|6",
        names={"Berlin Wire": "PLACE"},
    )
    assert _read(syntax).places == ()
