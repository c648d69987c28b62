"""ACLED: one number of reported fatalities, the most conservative.

Source: ACLED Codebook, 2023 edition (the rule stands in those of 2024 and 2025), section "Reported fatalities": where
reports differ or are vague the most conservative number is used and the dispute told in the notes; tens are coded as
10, dozens as 12, hundreds as 100; and when better information comes the number is revised, upward or downward.
Fatalities are those of the event, over all sides.

How the rule is applied here: "at least n" is n, and stands beside a larger number of the same day though it allows
that one, since the smaller is what both sources vouch for. Better information is a larger number of a later day, by
anybody but an enemy or people of no side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod

from tacitus.codebook.counts import Count, by_group, counts, disputed, standing, whole
from tacitus.codebook.tables import tables
from tacitus.codebook.wording import claim, group, listed, sources_of
from tacitus.model.incident import AcledEstimate, StatedFigure, Toll


@dataclass(frozen=True, slots=True)
class _Choice:
    """The number for one side's people; ``open``: it is a lower bound; ``day``: the ordinal on which it was given."""

    number: int
    open: bool
    day: int
    why: str


def acled_estimate(tolls: Iterable[Toll]) -> AcledEstimate | None:
    """The number of fatalities; ``None`` where no claimant gives a number of dead that still stands."""
    told = whole(counts(tolls))
    if not told:
        return None
    chosen = {key: _choose(among) for key, among in by_group(told).items()}
    sides = dict.fromkeys(side for side, _ in chosen if side is not None)
    number = 0
    for side in sides:
        apart = [choice for (of, people), choice in chosen.items() if of == side and people != "any"]
        number += _reconciled(apart, chosen.get((side, "any")))
    number = max(number, *(choice.number for (side, _), choice in chosen.items() if side is None), 0)
    reasons = [choice.why for choice in chosen.values()]
    is_disputed = disputed(told)
    dispute = " The claimants differ, which the notes tell." if is_disputed else ""
    return AcledEstimate(number, f"{'. '.join(reasons)}.{dispute}", sources_of(told), is_disputed)


def _choose(told: Sequence[Count]) -> _Choice:
    """The smallest of the numbers that no later one has overtaken."""
    able = standing(told, by_any=False, bounds_yield=False)
    chosen = min(able, key=conservative)
    number = conservative(chosen)
    why = f"{group(chosen.side, chosen.people)}: {claim(chosen)}"
    if number != chosen.range[0]:
        why += f", coded as {number:,}"
    others = [claim(count) for count in told if count is not chosen]
    if others:
        why += f", the most conservative beside {listed(others)}"
    return _Choice(number, chosen.open, chosen.day, why)


def conservative(count: Count) -> int:
    """A count as ACLED codes it: vague words by its table, of a span of numbers the lower end, else the number."""
    return sum(map(_conservative, count.stated))


def _conservative(stated: StatedFigure) -> int:
    best = stated.best or 0
    if stated.high is None and not any(char.isdigit() for char in stated.words):
        found = tables().vague_word.search(stated.words)
        if found is not None:
            return min(best, prod(tables().vague[word] for word in found.group().lower().split() if word != "of"))
    low, high = stated.low, stated.high
    if low is None or high is None or not low < best < high:
        return best
    about = low == best * 9 // 10 and high == -(-best * 11 // 10)
    return best if about else low


def _reconciled(apart: Sequence[_Choice], total: _Choice | None) -> int:
    """A total with what it is made of: an exact one as late and as large as its parts stands, another is a floor."""
    parts = sum(choice.number for choice in apart)
    if total is None:
        return parts
    stands = not total.open and all(choice.day <= total.day and choice.number <= total.number for choice in apart)
    return total.number if stands else max(parts, total.number)
