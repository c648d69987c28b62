"""Finding names of sides in tokens."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from spacy.language import Language

from tacitus.resolve.side_matcher import SideMatcher
from tacitus.resolve.side_name import SideName
from tacitus.resolve.sides import side_lexicon


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


def found(nlp: Language, text: str) -> list[tuple[str, str]]:
    doc = nlp(text)
    return [(doc[start:end].text, name.side) for start, end, name in side_lexicon().find([t.text for t in doc])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Azerbaijan's troops fired first, Armenia said.", [("Azerbaijan", "AZE"), ("Armenia", "ARM")]),
        ("The U.S. and the U.N. disagreed.", [("U.S.", "USA"), ("U.N.", "UN")]),
        ("a U.S.-led raid", [("U.S.-led", "USA")]),
        ("an RSF-allied militia", [("RSF", "RSF")]),
        ("Al-Shabaab and al Shabab fighters", [("Al-Shabaab", "al-Shabaab"), ("al Shabab", "al-Shabaab")]),
        ("Kata'ib Hezbollah struck", [("Kata'ib Hezbollah", "Kataib Hezbollah")]),
        ("the Lord’s Resistance Army", [("Lord’s Resistance Army", "LRA")]),
        ("the Houthis’ leader", [("Houthis", "Houthis")]),
        ("the Quai d’Orsay said", [("Quai d’Orsay", "FRA")]),
        ("N’Djamena and Côte d’Ivoire", [("N’Djamena", "TCD"), ("Côte d’Ivoire", "CIV")]),
        (
            "the Israel Defence Forces and the Israel Defense Forces",
            [("Israel Defence Forces", "ISR"), ("Israel Defense Forces", "ISR")],
        ),
        ("the CPI (Maoist) cadres", [("CPI (Maoist)", "CPI (Maoist)")]),
        ("SPLM/A-N forces", [("SPLM/A-N", "SPLM-N")]),
        ("a Dutch, a Thai and a Briton", [("Dutch", "NLD"), ("Thai", "THA"), ("Briton", "GBR")]),
    ],
)
def test_names_match_across_tokenisations(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Sudan's army", [("South Sudan", "SSD")]),
        ("Kosovo Albanians fled Kosovo", [("Kosovo Albanians", "Kosovo Albanians"), ("Kosovo", "XKX")]),
        ("the Democratic Republic of the Congo", [("Democratic Republic of the Congo", "COD")]),
        (
            "the Bosnian Serb army shelled the Bosnian Army",
            [("Bosnian Serb army", "Bosnian Serbs"), ("Bosnian Army", "BIH")],
        ),
        ("the Islamic State West Africa Province", [("Islamic State West Africa Province", "ISWAP")]),
        ("Syrian rebel groups", [("Syrian rebel groups", "Syrian rebels")]),
        ("Israel, Hamas and Egypt", [("Israel", "ISR"), ("Hamas", "Hamas"), ("Egypt", "EGY")]),
    ],
)
def test_longest_name_wins(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They told us who is there.",
        "Let him chair the area, it is polish and turkey.",
        "She left a model in the arena, in fact.",
        "A Model for peace. Fact or fiction? The Arena was full. Fare and Care.",
        "Ships crossed the Indian Ocean and the Niger Delta.",
        "The National Security Council met.",
    ],
)
def test_common_words_and_longer_names_are_left_alone(nlp: Language, text: str) -> None:
    assert found(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TALIBAN KILL 12 AFGHAN SOLDIERS", [("TALIBAN", "Taliban"), ("AFGHAN", "AFG")]),
        ("THEY TOLD US WHO IS THERE", []),
        ("U.S. TROOPS LEAVE TURKEY AND CHAD", [("U.S.", "USA"), ("TURKEY", "TUR"), ("CHAD", "TCD")]),
        ("the US, UK, EU and NATO", [("US", "USA"), ("UK", "GBR"), ("EU", "EU"), ("NATO", "NATO")]),
        (
            "hezbollah and israel agreed, the united nations told us",
            [("hezbollah", "Hezbollah"), ("israel", "ISR"), ("united nations", "UN")],
        ),
        ("Nato and Unifil, then Farc", [("Nato", "NATO"), ("Unifil", "UN"), ("Farc", "FARC")]),
        ("JEM in Darfur, JeM in Kashmir", [("JEM", "JEM"), ("JeM", "Jaish-e-Mohammad")]),
    ],
)
def test_capitals(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pro-Russian demonstrators", []),
        ("anti-Taliban fighters", []),
        ("pro-Russian separatists", [("pro-Russian separatists", "pro-Russian separatists")]),
        ("the anti-balaka", [("anti-balaka", "anti-balaka")]),
        ("the pro, Russian by birth", [("Russian", "RUS")]),
    ],
)
def test_prefixes_turn_a_name_around(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(nlp, text) == expected


def test_no_tokens_no_names() -> None:
    assert side_lexicon().find([]) == []


def test_ranges_are_in_order_and_do_not_overlap(nlp: Language) -> None:
    tokens = [
        t.text for t in nlp("Moscow, Kyiv and the Donetsk People's Republic accused NATO; the UN Security Council met.")
    ]
    ranges = [(start, end) for start, end, _ in side_lexicon().find(tokens)]
    assert len(ranges) == 5
    assert all(end <= start for (_, end), (start, _) in pairwise(ranges))


def test_matcher_refuses_a_name_without_letters() -> None:
    matcher = SideMatcher(spellings={}, common=[], prefixes=[])
    with pytest.raises(ValueError, match="not a name"):
        matcher.add("--", SideName("UN", "--", "organization"))
