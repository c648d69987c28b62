"""Distances on the globe."""

from __future__ import annotations

import math

_DIAMETER_KM = 2 * 6371.0088  # of the earth: twice its mean radius (IUGG)

Point = tuple[float, float]


def distance_km(one: Point, other: Point) -> float:
    """The great-circle distance in kilometres of two points in degrees north and east (haversine formula)."""
    (lat, lon), (other_lat, other_lon) = one, other
    up, across = math.radians(other_lat - lat) / 2, math.radians(other_lon - lon) / 2
    share = math.sin(up) ** 2 + math.cos(math.radians(lat)) * math.cos(math.radians(other_lat)) * math.sin(across) ** 2
    return _DIAMETER_KM * math.asin(min(1.0, math.sqrt(share)))
