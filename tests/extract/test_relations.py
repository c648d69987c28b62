"""Relations: how sides stand to each other."""

from __future__ import annotations

import pytest

from tacitus.extract.ceasefires import DraftCeasefire
from tacitus.extract.relations import draft_relations
from tacitus.model import Span
from tests.readings import read_text


def relations(text: str, *ceasefires: DraftCeasefire) -> list[tuple[str, str, str]]:
    read = read_text(text)
    return [(found.a, found.b, found.kind) for found in draft_relations(read.syntax, read.book, ceasefires)]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Russia is close to Armenia and sells it weapons.", ("RUS", "ARM", "close")),
        ("Turkey, meanwhile, has ties with Azerbaijan.", ("TUR", "AZE", "close")),
        ("Iran maintains close ties with Syria.", ("IRN", "SYR", "close")),
        ("Russia is allied with Armenia.", ("RUS", "ARM", "allied")),
        ("Rwanda backs the M23 rebels.", ("RWA", "M23", "backs")),
        ("The M23, which is supported by Rwanda, took the town.", ("RWA", "M23", "backs")),
        ("Iran-backed Houthis fired a missile.", ("IRN", "Houthis", "backs")),
        ("Iran has no diplomatic relations with Israel.", ("IRN", "ISR", "hostile")),
        ("Algeria severed diplomatic ties with Morocco.", ("DZA", "MAR", "hostile")),
        ("Russia deployed Russian peacekeepers to Georgia.", ("RUS", "GEO", "peacekeeping")),
    ],
)
def test_what_words_tell(text: str, relation: tuple[str, str, str]) -> None:
    assert relations(text) == [relation]


@pytest.mark.parametrize(
    "text",
    [
        "Russia does not support Azerbaijan.",
        "Congo accused Rwanda of backing the M23.",
        "Soldiers backed by tanks entered the town in Syria.",
        "The convoy stopped close to the border with Armenia.",
        "India backed efforts to end the war.",
        "Armenia asked for peacekeepers.",
        "Armenia is a former ally of Russia.",
    ],
)
def test_what_tells_of_no_relation(text: str) -> None:
    assert relations(text) == []


def test_told_twice_is_one_relation() -> None:
    assert relations("Russia has close ties with Armenia. Armenia has close ties with Russia.") == [
        ("RUS", "ARM", "close")
    ]


def test_broker_of_a_truce_mediates_between_its_parties() -> None:
    truce = DraftCeasefire(("ARM", "AZE"), ("RUS",), None, None, "announced", (), False, Span(0, 9))
    history = DraftCeasefire(("ARM", "AZE"), ("FRA",), None, None, "collapsed", (), True, Span(0, 9))
    assert relations("The guns fell silent.", truce, history) == [
        ("RUS", "ARM", "mediates"),
        ("RUS", "AZE", "mediates"),
    ]
