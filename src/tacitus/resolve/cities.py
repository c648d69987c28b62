"""In which state a town lies, from the gazetteer's towns of over 15,000 people."""

from __future__ import annotations

from tacitus.resolve.gazetteer_index import gazetteer

_TOWN = 15_000  # people from which a place counts as a town whose name tells a state
_LARGE = 100_000  # people: a town of that size is known without its state being named
_SHORTEST = 4  # letters of a name that is not as likely another word


def state_of_town(name: str, *, among: frozenset[str]) -> str | None:
    """The state in which a town of that name lies, ``None`` where it is unknown or in doubt.

    The states that the report names (``among``) decide between namesakes; a town of a state that it does not name
    counts only if it is large and has no namesake of half its size elsewhere.
    """
    if len(name) < _SHORTEST:
        return None
    by_state: dict[str, int] = {}
    for place in gazetteer().find(name):
        if place.kind == "settlement" and place.country is not None and place.population >= _TOWN:
            by_state[place.country] = max(by_state.get(place.country, 0), place.population)
    if not by_state:
        return None
    named = {state: people for state, people in by_state.items() if state in among}
    if named:
        return max(named, key=lambda state: named[state])
    ranked = sorted(by_state.items(), key=lambda item: -item[1])
    alone = len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1]
    return ranked[0][0] if alone and ranked[0][1] >= _LARGE else None
