"""Which of several places of one name is meant: the states of the report, what stands beside, the other places."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tacitus.resolve.gazetteer_entry import GazetteerPlace, PlaceKind
from tacitus.resolve.gazetteer_index import Gazetteer
from tacitus.resolve.gazetteer_names import fold
from tacitus.resolve.place_company import Company, same_province
from tacitus.resolve.place_distance import distance_km

# Weights in units of one another, found by trial on the corpus' train part.
_STATE = 4.5  # for the root of the share that a state has of all that the report names
_BESIDE = 6.0
_RIGHT_KIND, _WRONG_KIND = 2.0, -5.0
_LISTED = 4.0
_OWN_NAME = 0.5
_PEOPLE = 1.0  # for each power of ten
_ALIKE = 8.0  # for a name that has nothing in common; spellings that are found are far nearer
_NEAR, _NEAR_KM = 4.0, 300.0  # for lying where another place of the report lies, down to nothing at that distance
_OUTSHONE = -3.0  # for a small place with nothing near it, where another of that name is known far and wide
_REMOTE = -2.0  # for a small place of a state that is hardly named, with nothing near it
_COMPANY = 1.5  # for the log of how many other names may be of places nearby
_SETTLED = 1.5  # nothing but a settlement goes by its mere name

_KNOWN_PEOPLE = 100_000  # a town of that size is known without its state being named
_SHARE_OF_KNOWN = 0.2  # of the people of the largest place of a name: those with fewer are small beside it
_AROUND_KM = 200.0
_PROVINCE_KM = 100.0
_NAMESAKE_KM = 50.0
_ROUNDS = 3
_MOST_CANDIDATES = 60
_MUCH_COMPANY = 1.0  # other names of a report for places near by that have no other meaning
_FAMILIAR = 0.25  # share of a state whose small places are looked for under other spellings
_MOSTLY = 0.4  # share of the state that a report is about
_INHABITED: frozenset[PlaceKind] = frozenset(("settlement", "camp", "base", "country"))
_LOCAL_KINDS: frozenset[PlaceKind] = frozenset(("settlement", "camp", "base", "crossing"))
# A river or a strait is not the town that has its name; a hospital or a camp may be in it.
_OWN_THINGS: frozenset[PlaceKind] = frozenset(("area", "strait", "border", "crossing"))
# A region that one report calls a province is an oblast or a governorate in the lists.
_WRITTEN_WITH: Mapping[PlaceKind | None, tuple[str, ...]] = {
    "region": ("province", "region", "oblast", "governorate", "state", "department"),
    "district": ("district", "county", "raion"),
}
_KNOWN_KINDS: frozenset[PlaceKind] = frozenset(("settlement", "region"))
_IN_TOWNS: frozenset[PlaceKind] = frozenset(("base", "camp"))


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name to be resolved.

    ``noun`` is the kind of place that a word beside it tells ("province"), ``full`` the name with that word. ``inside``
    are the names of the places that it is said to be in ("Churu, Rajasthan"). ``capital`` tells that it is that of the
    first of these, a state.
    """

    name: str
    full: str
    noun: PlaceKind | None = None
    inside: tuple[str, ...] = ()
    capital: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: GazetteerPlace
    score: float
    unlike: float  # how far its spelling is from the name's
    certain: bool  # one of the signs that a name is not left to chance


@dataclass(frozen=True, slots=True)
class _Around:
    """What the report tells besides: states with their shares of all mentions, and places that it names."""

    states: Mapping[str, float]
    company: Company
    points: tuple[tuple[int, GazetteerPlace], ...] = ()

    def nearest_km(self, place: GazetteerPlace, *, but: int) -> float | None:
        """How far the nearest place is that another name was resolved to; one of its own province is near."""
        here = (place.lat, place.lon)
        far = [
            min(distance_km(here, (other.lat, other.lon)), _PROVINCE_KM if same_province(place, other) else math.inf)
            for number, other in self.points
            if number != but and other != place  # named twice, it is not its own neighbour
        ]
        return min(far, default=None)


def choose_places(
    names: Sequence[PlaceName], *, states: Mapping[str, float], index: Gazetteer
) -> list[GazetteerPlace | None]:
    """The place that each name means, ``None`` where none is known or the report does not tell which.

    ``states`` are the states that the report names (ISO 3166-1 alpha-3) with how often. Names are resolved together:
    the places chosen in one round draw their neighbours towards them in the next.
    """
    total = sum(states.values()) or 1.0
    shares = {state: count / total for state, count in states.items()}
    found = [_candidates(name, shares, index) for name in names]
    company = Company([[place for _, place in places] for places in found])
    chosen: list[GazetteerPlace | None] = [None] * len(names)
    for _ in range(_ROUNDS):
        points = tuple((number, place) for number, place in enumerate(chosen) if place is not None)
        around = _Around(shares, company, tuple((number, place) for number, place in points if place.kind != "country"))
        before = chosen
        chosen = [
            _best(number, name, places, around) for number, (name, places) in enumerate(zip(names, found, strict=True))
        ]
        if chosen == before:
            break
    return chosen


def _candidates(
    name: PlaceName, states: Mapping[str, float], index: Gazetteer
) -> tuple[tuple[float, GazetteerPlace], ...]:
    """Places of that name, and of nearly that name in the states named, each with how unlike it is spelled (0 to 1)."""
    exact = index.find(name.full) if name.full != name.name else ()
    for word in _WRITTEN_WITH.get(name.noun, ()):
        exact = exact or index.find(f"{name.name} {word}")
    bare = index.find(name.name)
    if name.noun in _OWN_THINGS:
        bare = tuple(place for place in bare if place.kind not in _INHABITED)
    exact = (*exact, *(place for place in bare if place not in exact))
    exact = _without_namesakes(exact[:_MOST_CANDIDATES]) if name.noun != "settlement" else exact[:_MOST_CANDIDATES]
    found = [(0.0, place) for place in exact]
    near = [place for place in exact if states.get(place.country or "", 0.0) > 0 or place.listed]
    if name.noun in _LOCAL_KINDS:  # "Sadr City" is not the republic that goes by four of its letters
        found = [(unlike, place) for unlike, place in found if place.kind != "country"]
    if name.noun in _IN_TOWNS:
        return tuple((0.0, place) for place in near)
    if not near and name.noun in (None, "settlement", "front"):
        familiar = [state for state, share in states.items() if share >= _FAMILIAR]
        found += [(unlike, place) for unlike, place in index.find_alike(name.name, among=familiar)]
    return tuple(found)


def _without_namesakes(places: Sequence[GazetteerPlace]) -> tuple[GazetteerPlace, ...]:
    """The places but towns near which the lists have a place of the same name: that is what news mean by it."""
    listed = [(place.lat, place.lon) for place in places if place.listed and place.kind in _LOCAL_KINDS]
    return tuple(
        place
        for place in places
        if place.listed or all(distance_km((place.lat, place.lon), point) > _NAMESAKE_KM for point in listed)
    )


def _best(
    number: int, name: PlaceName, places: Sequence[tuple[float, GazetteerPlace]], around: _Around
) -> GazetteerPlace | None:
    most = max((place.population for _, place in places if place.kind == "settlement"), default=0)
    scored = [_score(number, name, unlike, place, around, most) for unlike, place in places]
    if name.capital and len(set(name.inside)) == 1:  # not also said to be elsewhere ("Tripoli in Lebanon")
        cities = [one for one in scored if one.place.kind == "settlement" and one.place.country == name.inside[0]]
        scored = [max(cities, key=lambda one: one.place.population)] if cities else scored
    best = max(scored, key=lambda candidate: candidate.score, default=None)
    if best is None:
        return None
    known = best.place.kind in _KNOWN_KINDS and best.place.population >= _KNOWN_PEOPLE and name.noun not in _IN_TOWNS
    if not best.certain and not (known and not best.unlike):
        return None
    return best.place


def _score(
    number: int, name: PlaceName, unlike: float, place: GazetteerPlace, around: _Around, most: int
) -> _Candidate:
    """How well a place fits a name; ``most`` are the people of the largest place of that name."""
    share = around.states.get(place.country or "", 0.0)
    beside = _lies_in(place, name.inside)
    score = _LISTED * place.listed - _ALIKE * unlike + _PEOPLE * math.log10(1 + place.population)
    score += _OWN_NAME * (fold(place.name) in (fold(name.name), fold(name.full))) + _BESIDE * beside
    score += _STATE * math.sqrt(share)
    if name.noun is not None:
        score += _fit(name.noun, place.kind)
    elif place.kind in _LOCAL_KINDS:
        score += _SETTLED
    company = around.company.of(place, but=number)
    score += _COMPANY * math.log1p(company)
    nearest = around.nearest_km(place, but=number)
    if nearest is not None:
        score += _NEAR * max(0.0, 1 - nearest / _NEAR_KM)
    close = nearest is not None and nearest <= _AROUND_KM
    if not close and not beside:
        if share < _FAMILIAR and place.population < _KNOWN_PEOPLE:
            score += _REMOTE
        if most >= _KNOWN_PEOPLE and place.population < _SHARE_OF_KNOWN * most and not place.listed:
            score += _OUTSHONE
    if beside or close:
        certain = True
    elif place.kind == "settlement" and (least := _least_share(name.noun, place)) is not None:
        certain = share >= least
    else:
        named = share > 0 and (not unlike or nearest is None)  # a name that is spelled otherwise must not lie far off
        certain = named or company >= _MUCH_COMPANY or (place.listed and place.country is None)
    return _Candidate(place, score, unlike, certain)


def _least_share(noun: PlaceKind | None, place: GazetteerPlace) -> float | None:
    """The share of its state from which a settlement may be meant by a name with a word that fits it badly."""
    if noun in ("region", "district"):
        return _FAMILIAR  # a province is not always round its namesake
    return _MOSTLY if noun in _IN_TOWNS and not place.listed else None  # a square may be called after anything


def _fit(noun: PlaceKind, kind: PlaceKind) -> float:
    """How well the word beside a name fits a place of a kind."""
    if noun == kind:
        return _RIGHT_KIND
    if noun == "front" or (noun in _LOCAL_KINDS and kind in _LOCAL_KINDS):
        return 0.0
    if noun in ("region", "district", "area") and kind in ("region", "district", "area"):
        return _RIGHT_KIND / 2
    return _WRONG_KIND


def _lies_in(place: GazetteerPlace, inside: Sequence[str]) -> bool:
    """Whether a place is in one of the provinces or states of these names, or itself goes by a longer name of both."""
    if not inside:
        return False
    keys = {fold(name) for name in inside}
    return (place.admin1 is not None and fold(place.admin1) in keys) or place.country in inside
