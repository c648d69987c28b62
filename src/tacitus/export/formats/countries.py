"""States as ACLED, UCDP and FollowTheMoney name and number them; the lists are in ``countries.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypedDict

import pycountry

from tacitus.resolve.state_names import state_name

# Numbers of the states of each of UCDP's regions, first and last (UCDP/PRIO codebook, "region").
_UCDP_REGIONS = (
    ("Americas", 2, 199),
    ("Europe", 200, 399),
    ("Africa", 400, 626),
    ("Middle East", 630, 699),
    ("Asia", 700, 999),
)


class _Lists(TypedDict):
    acled_regions: dict[str, list[str]]
    acled_names: dict[str, str]
    ucdp_names: dict[str, str]
    ucdp_places: dict[str, str]
    gleditsch_ward: dict[str, int]


@dataclass(frozen=True, slots=True)
class Country:
    """A state; ``None`` is what a list does not hold of it.

    ``numeric`` is the ISO 3166-1 numeric code, ``alpha2`` the two-letter one, ``gw`` the Gleditsch-Ward number.
    """

    code: str
    alpha2: str | None
    numeric: int | None
    name: str
    acled_name: str
    acled_region: str | None
    ucdp_name: str
    ucdp_region: str | None
    gw: int | None


@cache
def country(code: str | None) -> Country | None:
    """The state of that ISO 3166-1 alpha-3 code; ``None`` for a side that is no state, and for ``None``."""
    name = state_name(code) if code else None
    if code is None or name is None:
        return None
    lists = _lists()
    found = pycountry.countries.get(alpha_3=code)
    gw = lists["gleditsch_ward"].get(code)
    return Country(
        code=code,
        alpha2=found.alpha_2 if found else None,
        numeric=int(found.numeric) if found else None,
        name=name,
        acled_name=lists["acled_names"].get(code, name),
        acled_region=_acled_regions().get(code),
        ucdp_name=lists["ucdp_names"].get(code, name),
        ucdp_region=next((region for region, first, last in _UCDP_REGIONS if gw and first <= gw <= last), None),
        gw=gw,
    )


def ucdp_country(code: str | None) -> Country | None:
    """The state that UCDP places what happens in ``code`` in."""
    return country(_lists()["ucdp_places"].get(code, code)) if code else None


@cache
def _acled_regions() -> dict[str, str]:
    return {code: region for region, codes in _lists()["acled_regions"].items() for code in codes}


@cache
def _lists() -> _Lists:
    data = (files("tacitus.export") / "formats" / "countries.toml").read_text(encoding="utf-8")
    lists: _Lists = tomllib.loads(data)  # type: ignore[assignment]
    return lists
