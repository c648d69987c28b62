"""How many of a report's names may be of places near one place: what speaks for it before any name is resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tacitus.resolve.gazetteer_entry import GazetteerPlace

Cell = tuple[int, int] | tuple[str, str]
_CELL = 1.5  # degrees: the width of a square of the map


def same_province(one: GazetteerPlace, other: GazetteerPlace) -> bool:
    """Whether two places are known to lie in one province, or are one and in it."""
    return one.admin1 is not None and one.admin1 == other.admin1 and one.country == other.country


class Company:
    """The squares and provinces in which the places lie that each name of a report may mean."""

    def __init__(self, candidates: Sequence[Sequence[GazetteerPlace]]) -> None:
        self._weights: dict[Cell, dict[int, float]] = defaultdict(dict)
        for number, places in enumerate(candidates):
            for place in places:
                if place.kind != "country":
                    for cell in (_square(place), *_province(place)):
                        self._weights[cell][number] = 1 / len(places)

    def of(self, place: GazetteerPlace, *, but: int) -> float:
        """How many names other than number ``but`` may mean a place nearby, each less the more places share it."""
        row, column = _square(place)
        cells: list[Cell] = [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        found: dict[int, float] = {}
        for cell in (*cells, *_province(place)):
            found.update(self._weights.get(cell, {}))
        found.pop(but, None)
        return sum(found.values())


def _square(place: GazetteerPlace) -> tuple[int, int]:
    return round(place.lat / _CELL), round(place.lon / _CELL)


def _province(place: GazetteerPlace) -> list[Cell]:
    return [] if place.admin1 is None or place.country is None else [(place.country, place.admin1)]
