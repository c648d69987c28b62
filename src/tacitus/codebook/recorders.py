"""Casualty recorders: minimum and maximum of the civilian dead, and a grade.

Sources: Iraq Body Count, "Methods" (the lowest and the highest number of civilian dead among the sources for an
incident are its minimum and maximum); Airwars, "Methodology" (grades of claims of civilian harm, as published from
2018 to 2024): confirmed, a belligerent accepted responsibility; fair, two or more credible sources and no competing
claim; weak, a single source; contested, competing claims of who did it; discounted, the dead were none or no civilians.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tacitus.codebook.counts import Count, Key, by_group, counts, whole
from tacitus.codebook.responsibility import Responsibility
from tacitus.codebook.wording import claim, group, listed, sources_of
from tacitus.model.incident import Grade, RangeEstimate, Source, Toll


def range_estimate(tolls: Iterable[Toll], blamed: Sequence[Responsibility]) -> RangeEstimate | None:
    """Minimum, maximum and grade; ``None`` where nobody gives a number of dead civilians, or of people not told apart.

    People of whom nobody tells whether they fought count as civilians where no number of civilians of their side is
    given, nor one as large of its fighters by the same claimant: recorders leave out those known to have fought.
    """
    all_told = whole(counts(tolls))
    fought = {(count.side, count.by): count.best for count in all_told if count.people == "combatants"}
    told = [
        count
        for count in all_told
        if count.people == "civilians"
        or (count.people == "any" and count.best > fought.get((count.side, count.by), -1))
    ]
    sided = {count.side for count in told if count.people == "civilians"}
    told = [count for count in told if count.people == "civilians" or count.side not in sided]
    if not told:
        return None
    groups = by_group(told)
    lows = {key: min(count.range[0] for count in group) for key, group in groups.items()}
    highs = {key: max(count.range[2] for count in group) for key, group in groups.items()}
    # A number over all sides has those of the sides in it.
    low = max(_sided(lows), _unsided(lows))
    high = max(_sided(highs), _unsided(highs))
    grade, reason, sources = _grade(told, blamed, high)
    why = [f"{group(*key)}: {listed([claim(count) for count in among])}" for key, among in groups.items()]
    return RangeEstimate(low, high, grade, f"{'. '.join(why)}. {reason}.", (*sources_of(told), *sources))


def _sided(numbers: Mapping[Key, int]) -> int:
    return sum(number for (side, _), number in numbers.items() if side is not None)


def _unsided(numbers: Mapping[Key, int]) -> int:
    return max((number for (side, _), number in numbers.items() if side is None), default=0)


def _grade(told: Sequence[Count], blamed: Sequence[Responsibility], high: int) -> tuple[Grade, str, tuple[Source, ...]]:
    """The grade, its reason in words, and what was said of who did it."""
    if high == 0:
        return "discounted", "Discounted: nobody gives a number above none", ()
    admitted = [one for one in blamed if one.stance == "admits"]
    if admitted:
        sides = listed(sorted({one.by for one in admitted}))
        return "confirmed", f"Confirmed: {sides} accepted responsibility", _said(admitted)
    accused = sorted({one.blamed for one in blamed if one.stance == "accuses"})
    if len(accused) > 1:
        accusing = [one for one in blamed if one.stance == "accuses"]
        return "contested", f"Contested: {listed(accused)} are each said to have done it", _said(accusing)
    voices = sorted({count.by for count in told if count.best})
    if len(voices) > 1:
        return "fair", f"Fair: {len(voices)} sources ({listed(voices)}) give numbers and none blames another side", ()
    return "weak", f"Weak: {voices[0]} is the only source", ()


def _said(said: Iterable[Responsibility]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(one.source for one in said))
