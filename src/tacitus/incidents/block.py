"""Which episodes are worth comparing: those of one side at nearly the same time, or of one area in the same weeks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tacitus.incidents.episodes import Episode, Spot

_NEAR_DAYS, _FAR_DAYS = 4, 24
_NEWS, _PAST = "n:", "h:"


class Blocks:
    """An index of episodes; what ``near`` finds does not depend on the order in which they were entered."""

    def __init__(self) -> None:
        self._held: defaultdict[str, list[Episode]] = defaultdict(list)

    def enter(self, episode: Episode) -> None:
        """Enter an episode to be found."""
        for key in found_under(episode):
            self._held[key].append(episode)

    def near(self, episode: Episode) -> list[Episode]:
        """The episodes entered that may tell of the same happening, each once, in their order; for history, news."""
        found: dict[str, Episode] = {}
        for key in sought_under(episode):
            for other in self._held.get(key, ()):
                found[other.id] = other
        return sorted(found.values(), key=lambda other: other.key)


def found_under(episode: Episode) -> set[str]:
    """The keys under which an episode is entered: sides and squares of a degree, each with its stretches of days."""
    kind = _PAST if episode.background else _NEWS
    return {kind + key for key in _keys(episode, around=0)}


def sought_under(episode: Episode) -> set[str]:
    """The keys under which its like is entered: also those of the stretches and squares around its own.

    Of two episodes one is sought where the other is found if that is so the other way round.
    """
    kinds = (_NEWS,) if episode.background else (_NEWS, _PAST)
    return {kind + key for key in _keys(episode, around=1) for kind in kinds}


def when(episode: Episode) -> tuple[int, int] | None:
    """The first and the last day; for news of which no day is told, those up to publication."""
    if episode.days:
        return episode.days[0], episode.days[-1]
    if episode.background or episode.published is None:
        return None
    return episode.published - 1, episode.published


def _keys(episode: Episode, *, around: int) -> Iterator[str]:
    days = _days(episode)
    for stretch in _stretches(days, _NEAR_DAYS, around):
        yield from (f"{side}:{stretch}" for side in episode.sides)
    cells = {cell for spot in episode.spots for cell in _cells(spot, around)}
    for stretch in _stretches(days, _FAR_DAYS, around):
        yield from (f"{lat}:{lon}:{stretch}" for lat, lon in cells)


def _days(episode: Episode) -> set[int]:
    span = when(episode)
    return {*episode.days, *episode.beside, *(span or ())}


def _stretches(days: set[int], length: int, around: int) -> set[int]:
    return {day // length + step for day in days for step in range(-around, around + 1)}


def _cells(spot: Spot, around: int) -> Iterator[tuple[int, int]]:
    if spot.lat is None or spot.lon is None:
        return
    lat, lon = round(spot.lat), round(spot.lon)
    for up in range(-around, around + 1):
        for across in range(-around, around + 1):
            yield lat + up, (lon + across + 180) % 360
