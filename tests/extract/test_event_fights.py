"""Pairs of sides at odds."""

from __future__ import annotations

from tacitus.extract.event_fights import AT_ODDS, fights

ONE_WAY = ("ASSAULT", ("ARM",), ("AZE",))
MUTUAL = ("ASSAULT", ("ARM", "AZE"), ())
ARREST = ("COERCE", ("TUR",), ("PKK",))
TALKS = ("CONSULT", ("ARM", "AZE"), ())
PAIR = frozenset(("ARM", "AZE"))


def test_deeds_one_way_and_mutual_ones_count_alike() -> None:
    assert fights([ONE_WAY, MUTUAL]) == {PAIR: 2}  # type: ignore[list-item]


def test_only_the_types_asked_for_count() -> None:
    assert fights([ARREST, TALKS]) == {}  # type: ignore[list-item]
    assert fights([ARREST], AT_ODDS) == {frozenset(("TUR", "PKK")): 1}  # type: ignore[list-item]


def test_nobody_fights_itself() -> None:
    assert fights([("ASSAULT", ("ARM",), ("ARM",))]) == {}
