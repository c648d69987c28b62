"""Where the events of an episode took place, and how far two points lie apart."""

from __future__ import annotations

import math
from collections.abc import Iterable

from tacitus.incidents.episodes import Spot, Vector
from tacitus.model import Place
from tacitus.resolve.gazetteer_names import fold

_EARTH_KM = 6371.0088
_MOST = 4
WIDE_KM = 120.0


def point(lat: float, lon: float) -> Vector:
    """The unit vector of a point in degrees."""
    up, across = math.radians(lat), math.radians(lon)
    return (math.cos(up) * math.cos(across), math.cos(up) * math.sin(across), math.sin(up))


def apart_km(one: Vector, other: Vector) -> float:
    """The distance through the earth in kilometres: below 1,000 km within 0.1 per cent of that along the ground."""
    return _EARTH_KM * math.dist(one, other)


def spots(weights: Iterable[tuple[Place, float]]) -> tuple[Spot, ...]:
    """The places with the most weight, heaviest first; whole states do not count."""
    total: dict[str, float] = {}
    places: dict[str, Place] = {}
    for place, weight in weights:
        if place.precision != "country":
            total[place.id] = total.get(place.id, 0.0) + weight
            places[place.id] = place
    whole = sum(total.values())
    ranked = sorted(total, key=lambda id: (-total[id], id))[:_MOST]
    return tuple(_spot(places[id], total[id] / whole) for id in ranked)


def lie_wide(told: tuple[Spot, ...]) -> bool:
    """Whether the places are too far apart to be those of one attack."""
    points = [spot.point for spot in told if spot.point is not None]
    return any(apart_km(one, other) > WIDE_KM for n, one in enumerate(points) for other in points[:n])


def _spot(place: Place, weight: float) -> Spot:
    where = None if place.lat is None or place.lon is None else point(place.lat, place.lon)
    return Spot(place.name, fold(place.name), place.country, place.lat, place.lon, where, place.precision, weight)
