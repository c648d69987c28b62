"""Places: where, with coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from tacitus.model.span import Span

PlacePrecision = Literal["settlement", "district", "region", "country", "area"]
PLACE_PRECISIONS: tuple[PlacePrecision, ...] = get_args(PlacePrecision)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a report names.

    ``country`` is the ISO 3166-1 alpha-3 code of the state that it is recognised to be in, ``admin1`` the name of its
    province, ``lat`` and ``lon`` WGS 84 degrees; each ``None`` where unknown. The country of a place between states, a
    border or a strait, is the one of them that the report tells of; that of a place without a point is what the report
    tells around it. ``precision`` tells what the point stands
    for; ``mentions`` are in order of the text.
    """

    id: str
    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    precision: PlacePrecision
    mentions: tuple[Span, ...]
