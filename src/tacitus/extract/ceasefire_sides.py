"""Which sides are at war in a report: the parties of a truce where its own words do not name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from math import log1p
from typing import Literal

from tacitus.extract.ceasefire_counts import count_sides
from tacitus.extract.ceasefire_lexicon import ceasefire_lexicon
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.syntax import Syntax

Tie = Literal["organization", "rival", "host", "people", "states", "groups", "strangers", "foreign", "allies"]

_MOST = 8  # sides that are compared, those named most
# What "the army" counts for the state that the report is about, or that hosts a group.
_OWN_BODIES, _HOST_BODIES = 0.5, 0.3
_LEAST_CLIENT = 2  # mentions from which a side counts as one that another stands behind


class Rivals:
    """The sides of one report, and which two of them are at war; ``fights`` is how many events set two against each."""

    def __init__(self, syntax: Syntax, book: ActorBook, fights: Mapping[frozenset[str], int] | None = None) -> None:
        self._counts = count_sides(syntax, book)
        self._fights = fights or {}
        self._home = self._counts.stage() or book.sides.home

    def is_party(self, side: str) -> bool:
        """Whether a side can be at war: a state or a group, no organisation."""
        return self._counts.standing.get(side, "group") != "organization"

    def may_mediate(self, side: str) -> bool:
        """Whether a side that announces a truce of others may be its mediator: no group, nor a state that hosts one."""
        hosts = side in self._counts.country.values()
        return not hosts and self._counts.standing.get(side) in ("state", "organization")

    def pair(self, told: Mapping[str, float], *, without: Iterable[str] = ()) -> tuple[str, str] | None:
        """The two sides likeliest to be at war, the one named more first; ``None`` where fewer than two are named.

        ``told`` is how often the words about the truce name each side as one of its parties; sides in ``without`` are
        not taken.
        """
        counts = self._counts
        told = self._as_wholes(told)
        sides = self._candidates(told, frozenset(without))
        best: tuple[float, str, str] | None = None
        for first, second in combinations(sides, 2):
            score = sum(weight * value for weight, value in self._signs(first, second, sides, told))
            if best is None or score > best[0]:
                best = score, first, second
        if best is None:
            return None
        return (best[1], best[2]) if counts.named[best[1]] >= counts.named[best[2]] else (best[2], best[1])

    def _as_wholes(self, told: Mapping[str, float]) -> Mapping[str, float]:
        """``told`` with the rebels as a whole for every group among them."""
        wholes: defaultdict[str, float] = defaultdict(float)
        for side, count in told.items():
            wholes[self._counts.parts.get(side, side)] += count
        return wholes

    def _candidates(self, told: Mapping[str, float], without: frozenset[str]) -> list[str]:
        counts = self._counts
        sides = [side for side, _ in sorted(counts.named.items(), key=lambda item: -item[1])[:_MOST]]
        for side in (*told, *counts.country.values(), *([self._home] if self._home else [])):
            if side not in sides:
                sides.append(side)
        return [
            side
            for side in sides
            if side not in (*without, *counts.parts)
            and not self._is_land(side, sides)
            and counts.standing.get(side) != "organization"
        ]

    def _present(self, side: str, sides: list[str]) -> float:
        count = float(self._counts.named[side])
        if side == self._home:
            return count + _OWN_BODIES * self._counts.bodies
        hosted = any(self._counts.country.get(other) == side for other in sides)
        return count + _HOST_BODIES * self._counts.bodies * hosted

    def _signs(self, first: str, second: str, sides: list[str], told: Mapping[str, float]) -> list[tuple[float, float]]:
        """What speaks for two sides being at war with each other, each with its weight."""
        counts, weights = self._counts, ceasefire_lexicon().weights
        present = self._present(first, sides), self._present(second, sides)
        fighting = counts.fighting[first], counts.fighting[second]
        named = told.get(first, 0.0), told.get(second, 0.0)
        return [
            (weights.present, log1p(present[0]) + log1p(present[1])),
            (weights.weaker, log1p(min(present))),
            (weights.fighting, log1p(fighting[0]) + log1p(fighting[1])),
            (weights.weaker_fighting, log1p(min(fighting))),
            (weights.told, log1p(named[0]) + log1p(named[1])),
            (weights.fights, log1p(self._fights.get(frozenset((first, second)), 0))),
            (weights.relation[self._tie(first, second)], 1.0),
            (weights.behind, float(self._is_behind(first, sides) + self._is_behind(second, sides))),
        ]

    def _is_behind(self, side: str, sides: list[str]) -> bool:
        """Whether a side backs another that the report names about as often: that one is then at war rather than it."""
        named, patrons = self._counts.named, ceasefire_lexicon().patrons
        return any(
            side in patrons.get(other, ()) and named[other] >= _LEAST_CLIENT and 2 * named[other] >= named[side]
            for other in sides
        )

    def _is_land(self, side: str, sides: list[str]) -> bool:
        """Whether a state stands only for land or people: its government, or a group that fights for it, is named."""
        if side in self._counts.governed:
            return True
        rivals = ceasefire_lexicon().rivals
        return any(self._counts.country.get(other) == side != rivals[other] for other in sides if other in rivals)

    def _tie(self, first: str, second: str) -> Tie:
        standing, country, rivals = self._counts.standing, self._counts.country, ceasefire_lexicon().rivals
        kinds = standing.get(first, "group"), standing.get(second, "group")
        if "organization" in kinds:
            return "organization"
        patrons = ceasefire_lexicon().patrons
        if second in patrons.get(first, ()) or first in patrons.get(second, ()):
            return "allies"
        if rivals.get(first) == second or rivals.get(second) == first:
            return "rival"
        for group, other in ((first, second), (second, first)):
            if country.get(group) == other:
                return "people" if group in rivals else "host"
        if kinds == ("state", "state"):
            return "states"
        if kinds == ("group", "group"):
            return "groups" if country.get(first) == country.get(second) else "strangers"
        return "foreign"


def sides_at_war(syntax: Syntax, book: ActorBook, fights: Mapping[frozenset[str], int] | None = None) -> frozenset[str]:
    """The two sides of a report that are likeliest at war, none where fewer are named."""
    return frozenset(Rivals(syntax, book, fights).pair({}) or ())
