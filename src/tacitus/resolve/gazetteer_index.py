"""Looking places up by their names."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from tacitus.resolve.gazetteer_entry import GazetteerPlace
from tacitus.resolve.gazetteer_file import gazetteer_file
from tacitus.resolve.gazetteer_lists import read_dispute
from tacitus.resolve.gazetteer_names import fold, skeleton, without_article
from tacitus.resolve.place_distance import distance_km

_COLUMNS = (
    "p.name, coalesce(p.kind, 'settlement'), p.country, p.admin1, p.lat, p.lon, p.geonames_id, p.population,"
    " p.radius_km, p.listed, p.dispute, p.between_states"
)
_UNLIKE = 0.22  # share of the letters of two spellings of one name that may differ
_SHORTEST = 3  # consonants that a name must have to be looked up by them
_REMEMBERED = 20_000
_SAME_KM = 20.0  # two entries of one name as near as that are one town


class Gazetteer:
    """The places of a compiled file; ``gazetteer()`` gives the one that the package shares. Read only, thread-safe."""

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._states: dict[str, int] = dict(self._base.execute("SELECT code, id FROM states"))
        self._named = lru_cache(_REMEMBERED)(self._by_key)
        self._spelled = lru_cache(_REMEMBERED)(self._by_skeleton)

    def find(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Every place of that name, whatever the case, accents, hyphens and article, the most populous first."""
        key = fold(name)
        return self._named(key) or self._named(without_article(key))

    def find_alike(self, name: str, *, among: Iterable[str]) -> tuple[tuple[float, GazetteerPlace], ...]:
        """Places of the states ``among`` (ISO 3166-1 alpha-3) whose names are nearly spelled like that, best first.

        Each stands behind how unlike its nearest spelling is: the share of letters that differ.
        """
        key = without_article(fold(name))
        found = (alike for state in among for alike in self._spelled(key, state))
        return tuple(sorted(found, key=lambda alike: (alike[0], -alike[1].population)))

    @cache  # noqa: B019 - one gazetteer a process
    def listed_keys(self) -> frozenset[str]:
        """The folded names of the places on the project's own lists."""
        rows = self._base.execute("SELECT key FROM names JOIN places ON places.id = place WHERE listed")
        return frozenset(key for (key,) in rows)

    @cache  # noqa: B019 - one gazetteer a process
    def listed_starts(self) -> frozenset[str]:
        """The first words of those names that have several."""
        return frozenset(key.partition(" ")[0] for key in self.listed_keys() if " " in key)

    def _by_key(self, key: str) -> tuple[GazetteerPlace, ...]:
        rows = self._base.execute(
            f"SELECT {_COLUMNS} FROM places p WHERE p.id IN (SELECT place FROM names WHERE key = ?)", (key,)
        )
        found = sorted((_place(row) for row in rows), key=lambda place: (not place.listed, -place.population))
        return _merged(found)

    def _by_skeleton(self, key: str, state: str) -> tuple[tuple[float, GazetteerPlace], ...]:
        bones = skeleton(key)
        if len(bones) < _SHORTEST:
            return ()
        rows = self._base.execute(
            f"SELECT n.key, {_COLUMNS} FROM names n JOIN places p ON p.id = n.place"
            " WHERE n.skeleton = ? AND n.state = ?",
            (bones, self._states.get(state)),
        )
        best: dict[GazetteerPlace, float] = {}
        for row in rows:
            other = without_article(row[0])
            unlike = 1 - ratio(key, other) / 100
            if unlike <= _UNLIKE and other[0] == key[0]:
                place = _place(row[1:])
                best[place] = min(unlike, best.get(place, 1.0))
        return tuple((unlike, place) for place, unlike in best.items())


def _place(row: tuple[Any, ...]) -> GazetteerPlace:
    dispute = read_dispute(json.loads(row[10])) if row[10] is not None else None
    name, kind, country, admin1, lat, lon, geonames_id, population, radius_km = row[:9]
    between = tuple((row[11] or "").split())
    return GazetteerPlace(
        name, kind, country, admin1, lat, lon, geonames_id, population, radius_km, bool(row[9]), dispute, between
    )


def _merged(places: list[GazetteerPlace]) -> tuple[GazetteerPlace, ...]:
    """Listed settlements take over what GeoNames knows of them, which is then left out."""
    kept: list[GazetteerPlace] = []
    for place in places:
        twin = next((number for number, other in enumerate(kept) if _same_town(other, place)), None)
        if twin is None:
            kept.append(place)
        elif kept[twin].geonames_id is None:
            admin1 = kept[twin].admin1 or place.admin1
            kept[twin] = replace(kept[twin], geonames_id=place.geonames_id, population=place.population, admin1=admin1)
    return tuple(kept)


def _same_town(listed: GazetteerPlace, place: GazetteerPlace) -> bool:
    return (
        listed.listed
        and listed.kind == place.kind == "settlement"
        and distance_km((listed.lat, listed.lon), (place.lat, place.lon)) <= _SAME_KM
    )


@cache
def _opened(process: int) -> Gazetteer:
    return Gazetteer(gazetteer_file())


def gazetteer() -> Gazetteer:
    """The gazetteer, opened on first use in each process (a connection must not be carried over a fork).

    Raises:
        OSError, sqlite3.Error: it is not there and cannot be made.
    """
    return _opened(os.getpid())
