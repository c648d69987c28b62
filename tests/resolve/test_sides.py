"""The lexicon of sides: what names tell, by kind, and what the data files must hold to."""

from __future__ import annotations

from collections import defaultdict

import pycountry
import pytest

from tacitus.resolve.side_entries import common_words, side_entries
from tacitus.resolve.side_matcher import name_pieces
from tacitus.resolve.sides import SideLexicon, SideName, side_lexicon

SECTORS = {"GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "CVL", "MED", "CRM", "IGO", "NGO"}
_OF_A_STATE = {"GOV", "MIL", "COP", "SPY"}


@pytest.fixture(scope="module")
def lexicon() -> SideLexicon:
    return side_lexicon()


def key(words: str) -> str:
    return " ".join(piece.key for piece in name_pieces(words))


def test_lexicon_is_built_once() -> None:
    assert side_lexicon() is side_lexicon()


@pytest.mark.parametrize(
    ("words", "side", "kind", "sector"),
    [
        ("Armenia", "ARM", "state", "GOV"),
        ("Republic of Azerbaijan", "AZE", "state", "GOV"),
        ("Ivory Coast", "CIV", "state", "GOV"),
        ("Türkiye", "TUR", "state", "GOV"),
        ("Turkey", "TUR", "state", "GOV"),
        ("the Netherlands", "NLD", "state", "GOV"),
        ("Congo", "COD", "state", "GOV"),
        ("Congo-Brazzaville", "COG", "state", "GOV"),
        ("Kosovo", "XKX", "state", "GOV"),
        ("Guam", "USA", "region", None),
        ("Azeri", "AZE", "demonym", None),
        ("Frenchmen", "FRA", "demonym", None),
        ("Nigerien", "NER", "demonym", None),
        ("Nigerians", "NGA", "demonym", None),
        ("Palestinians", "PSE", "demonym", None),
        ("Yerevan", "ARM", "capital", "GOV"),
        ("Rangoon", "MMR", "capital", "GOV"),
        ("the Kremlin", "RUS", "seat", "GOV"),
        ("Quai d'Orsay", "FRA", "seat", "GOV"),
        ("Hizbollah", "Hezbollah", "group", "REB"),
        ("Tamil Tigers", "LTTE", "group", "REB"),
        ("ISIL", "Islamic State", "group", "REB"),
        ("Qassam Brigades", "Hamas", "group", "REB"),
        ("Bosnian Serbs", "Bosnian Serbs", "group", None),
        ("Chechen separatists", "Chechen rebels", "group", "REB"),
        ("Government of National Accord", "GNA", "group", "GOV"),
        ("UNHCR", "UN", "organization", "IGO"),
        ("Organisation for Security and Co-operation in Europe", "OSCE", "organization", "IGO"),
        ("Doctors Without Borders", "MSF", "organization", "NGO"),
        ("Shin Bet", "ISR", "forces", "SPY"),
        ("Tatmadaw", "MMR", "forces", "MIL"),
        ("Itar-Tass", "RUS", "outlet", "MED"),
        ("Al-Manar", "Hezbollah", "outlet", "MED"),
        ("Nagorno-Karabakh", "Artsakh", "region", None),
        ("Soviet Union", "RUS", "historic", "GOV"),
        ("East Germany", "DDR", "historic", "GOV"),
    ],
)
def test_name_tells_side_kind_and_sector(
    lexicon: SideLexicon, words: str, side: str, kind: str, sector: str | None
) -> None:
    found = lexicon.lookup(words)
    assert found is not None
    assert (found.side, found.kind, found.sector) == (side, kind, sector)


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("Kurdistan Workers' Party", "PKK", "TUR"),
        ("AFC/M23", "Alliance Fleuve Congo", "COD"),
        ("UN refugee agency", "UNHCR", None),
        ("Syrian Arab News Agency", "SANA", "SYR"),
        ("Agence France-Presse", "AFP", "FRA"),
    ],
)
def test_canonical_name_and_host_country(lexicon: SideLexicon, words: str, name: str, country: str | None) -> None:
    found = lexicon.lookup(words)
    assert found is not None
    assert (found.name, found.country) == (name, country)


@pytest.mark.parametrize("words", ["kurdish", "Dominican", "Tutsi", "soldiers", "", "the", "Indian Ocean"])
def test_what_tells_no_side(lexicon: SideLexicon, words: str) -> None:
    assert lexicon.lookup(words) is None


@pytest.mark.parametrize(
    ("words", "side", "country"),
    [
        ("Syrian rebels", "Syrian rebels", "SYR"),
        ("Libyan rebel", "Libyan rebels", "LBY"),
        ("Mali's rebels", "Malian rebels", "MLI"),
        ("Iraqi insurgents", "Iraqi insurgents", "IRQ"),
        ("Ukrainian opposition leader", "opposition", "UKR"),
        ("Malian Red Cross", "Malian Red Cross", "MLI"),
        ("Iraqi Red Crescent Society", "Iraqi Red Crescent", "IRQ"),
    ],
)
def test_phrases_that_begin_with_a_state(lexicon: SideLexicon, words: str, side: str, country: str) -> None:
    found = lexicon.lookup(words)
    assert found is not None
    assert (found.side, found.country) == (side, country)


@pytest.mark.parametrize("words", ["Russia's Security Council", "Russian Security Council"])
def test_body_belongs_to_the_state_named_before_it(lexicon: SideLexicon, words: str) -> None:
    found = lexicon.lookup(words)
    assert found is not None
    assert (found.side, found.kind) == ("RUS", "seat")


def test_separatists_of_a_breakaway_region_are_that_region(lexicon: SideLexicon) -> None:
    assert [name.side for _, _, name in lexicon.find(["Abkhaz", "separatists"])] == ["Abkhazia"]


def test_every_state_has_a_name_and_an_adjective_or_people(lexicon: SideLexicon) -> None:
    kinds: dict[str, set[str]] = defaultdict(set)
    for _, name in side_entries():
        if name is not None:
            kinds[name.side].add(name.kind)
    members = ["DEU", "ARM", "AZE", "SSD", "TLS", "MMR", "PSE", "TWN", "XKX", "CAF", "BFA", "KGZ", "SWZ", "STP", "GNB"]
    assert all({"state", "demonym"} <= kinds[code] for code in members)
    unnamed = [country.alpha_3 for country in pycountry.countries if lexicon.lookup(country.name) is None]
    # ISO writes these in inverted or bracketed form, or they are uninhabited.
    odd = [country.alpha_3 for country in pycountry.countries if "," in country.name or "(" in country.name]
    assert set(unnamed) <= {*odd, "ATA", "UMI", "BVT", "HMD", "SGS"}


def test_sides_are_iso_codes_for_states() -> None:
    codes = {country.alpha_3 for country in pycountry.countries} | {"XKX", "YUG", "CSK", "DDR", "VDR", "YMD"}
    wrong = {
        (words, name.side)
        for words, name in side_entries()
        if name and name.kind in ("state", "forces") and name.side not in codes
    }
    assert wrong == {("ARVN", "South Vietnam")}


def test_groups_do_not_take_the_code_of_a_state() -> None:
    codes = {country.alpha_3 for country in pycountry.countries}
    groups = [name for _, name in side_entries() if name and name.kind == "group"]
    # Irregulars and parties that a state owned ("Africa Corps", "Securitate") carry a sector of the state.
    assert {name.side for name in groups if name.sector not in _OF_A_STATE} & codes == {"BRN"}  # the Patani movement


def test_hosts_and_sectors_are_known_codes() -> None:
    codes = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    names = [name for _, name in side_entries() if name]
    assert {name.country for name in names} <= codes | {None}
    assert {name.sector for name in names} <= SECTORS | {None}


def test_breadth_of_the_groups() -> None:
    assert len({name.side for _, name in side_entries() if name and name.kind == "group"}) >= 350


def test_names_written_alike_tell_one_side() -> None:
    sides: dict[str, set[str | None]] = defaultdict(set)
    for words, name in side_entries():
        sides[key(words)].add(name.side if name else None)
    clashes = {words for words, told in sides.items() if len(told) > 1}
    # Congo is taken for the Kinshasa one; JEM and JeM differ in capitals.
    assert clashes == {"congo", "jem"}


def test_words_to_be_careful_with_are_names() -> None:
    known = {key(words) for words, _ in side_entries()}
    assert [word for word in common_words()["words"] if key(word) not in known] == []


def test_names_are_values() -> None:
    name = SideName("UN", "UNHCR", "organization", "IGO")
    assert name == SideName("UN", "UNHCR", "organization", "IGO", None)
    with pytest.raises(AttributeError):
        name.side = "NATO"  # type: ignore[misc]
