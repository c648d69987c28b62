"""What the gazetteer tells of a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from tacitus.model import PlacePrecision

PlaceKind = Literal[
    "settlement", "district", "region", "area", "border", "strait", "crossing", "camp", "base", "front", "country"
]
PLACE_KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)

_PRECISION: dict[PlaceKind, PlacePrecision] = {
    "settlement": "settlement",
    "camp": "settlement",
    "base": "settlement",
    "crossing": "settlement",
    "district": "district",
    "region": "region",
    "country": "country",
    "area": "area",
    "border": "area",
    "strait": "area",
    "front": "area",
}


@dataclass(frozen=True, slots=True)
class Hold:
    """A side that holds a place, or has forces in it, over some time.

    ``since`` and ``until`` are ISO years, months or days, ``None`` where the list leaves the time open.
    """

    side: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """Whose a disputed place is: by recognition, by control, by claim, and who lives or is deployed there.

    Sides are ISO 3166-1 alpha-3 codes or the usual short names of groups.
    """

    recognised: str | None
    controlled: tuple[Hold, ...]
    claimed: tuple[str, ...]
    populated: str | None
    deployed: tuple[Hold, ...]


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place of the gazetteer.

    ``country`` is the ISO 3166-1 alpha-3 code of the state that it is recognised to be in, ``admin1`` the name of its
    province, ``lat`` and ``lon`` WGS 84 degrees; ``population`` 0 where unknown; ``listed`` tells that the project's
    own list has it; ``dispute`` is there for disputed places of that list; ``between`` are the states that a place
    without a state of its own lies in or between, or that claim it.
    """

    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    geonames_id: int | None = None
    population: int = 0
    radius_km: float | None = None
    listed: bool = False
    dispute: Dispute | None = None
    between: tuple[str, ...] = ()

    @property
    def precision(self) -> PlacePrecision:
        """What the point stands for."""
        return _PRECISION[self.kind]
