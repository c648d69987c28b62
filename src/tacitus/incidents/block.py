"""Which episodes are worth comparing: those of one side at nearly the same time, or of one area in the same weeks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tacitus.incidents.episodes import Episode, Spot

Key = tuple[str, int] | tuple[int, int, int]
"""A side and a stretch of days; or a cell of one degree by one and a longer stretch."""

_NEAR_DAYS, _FAR_DAYS = 4, 24
_LOOK_NEAR, _LOOK_FAR = 3, 24


class Blocks:
    """An index of episodes; what ``near`` finds does not depend on the order in which they were entered."""

    def __init__(self) -> None:
        self._held: defaultdict[Key, list[Episode]] = defaultdict(list)

    def enter(self, episode: Episode) -> None:
        """Enter an episode to be found."""
        for key in set(_keys(episode, near=0, far=0, around=0)):
            self._held[key].append(episode)

    def near(self, episode: Episode) -> list[Episode]:
        """The episodes entered that may tell of the same happening, each once, in their order."""
        found: dict[str, Episode] = {}
        for key in set(_keys(episode, near=_LOOK_NEAR, far=_LOOK_FAR, around=1)):
            for other in self._held.get(key, ()):
                found[other.id] = other
        return sorted(found.values(), key=lambda other: other.key)


def when(episode: Episode) -> tuple[int, int] | None:
    """The first and the last day; for news of which no day is told, those up to publication."""
    if episode.days:
        return episode.days[0], episode.days[-1]
    if episode.background or episode.published is None:
        return None
    return episode.published - 1, episode.published


def _keys(episode: Episode, *, near: int, far: int, around: int) -> Iterator[Key]:
    days = _days(episode)
    for stretch in _stretches(days, near, _NEAR_DAYS):
        yield from ((side, stretch) for side in episode.sides)
    cells = [cell for spot in episode.spots for cell in _cells(spot, around)]
    for stretch in _stretches(days, far, _FAR_DAYS):
        yield from ((*cell, stretch) for cell in cells)


def _days(episode: Episode) -> set[int]:
    span = when(episode)
    return {*episode.days, *episode.beside, *(span or ())}


def _stretches(days: set[int], slack: int, length: int) -> set[int]:
    return {stretch for day in days for stretch in range((day - slack) // length, (day + slack) // length + 1)}


def _cells(spot: Spot, around: int) -> Iterator[tuple[int, int]]:
    if spot.lat is None or spot.lon is None:
        return
    lat, lon = round(spot.lat), round(spot.lon)
    for up in range(-around, around + 1):
        for across in range(-around, around + 1):
            yield lat + up, (lon + across + 180) % 360
