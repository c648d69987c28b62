"""Which sides are at odds with one another by the events of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import combinations, product

from tacitus.model import EventType

HOSTILE: frozenset[EventType] = frozenset(("ASSAULT", "ACCUSE", "THREATEN"))
AT_ODDS: frozenset[EventType] = frozenset((*HOSTILE, "COERCE"))


def fights(
    told: Iterable[tuple[EventType, Collection[str], Collection[str]]], types: Collection[EventType] = HOSTILE
) -> Counter[frozenset[str]]:
    """How many events of ``types`` set two sides against one another.

    ``told`` are the type of each event, the sides that act and those that it is done to; several that act on nobody do
    it to each other.
    """
    found: Counter[frozenset[str]] = Counter()
    for type, actors, recipients in told:
        if type in types:
            mutual = len(actors) > 1 and not recipients
            pairs = combinations(actors, 2) if mutual else product(actors, recipients)
            found.update(frozenset(pair) for pair in pairs if pair[0] != pair[1])
    return found
