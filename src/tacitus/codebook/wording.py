"""How the reasons of the codebooks speak of counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tacitus.codebook.counts import Count, Range
from tacitus.codebook.tables import People
from tacitus.model.incident import Source

_PEOPLE: dict[People, str] = {"combatants": "combatants", "civilians": "civilians", "any": "people"}


def number(range: Range, *, is_open: bool = False) -> str:
    """A number with its bounds: "12", "at least 12", "20 to 30"."""
    low, _, high = range
    if is_open:
        return f"at least {low:,}"
    if low == high:
        return f"{low:,}"
    return f"up to {high:,}" if low == 0 else f"{low:,} to {high:,}"


def group(side: str | None, people: People) -> str:
    """Whose people are counted: "combatants of ARM", "people whose side is not told"."""
    return f"{_PEOPLE[people]} of {side}" if side is not None else f"{_PEOPLE[people]} whose side is not told"


def claim(count: Count) -> str:
    """A count with who gives it: "49 by ARM of its own", "at least 100 by AZE of the enemy's"."""
    told = number(count.range, is_open=count.open)
    if count.standing == "report":
        return f"{told} in the reports' own voice"
    return told + " by " + count.by + {"own": " of its own", "enemy": " of the enemy's"}.get(count.standing, "")


def listed(items: Sequence[str]) -> str:
    """Items of a list with "and" before the last."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def sources_of(told: Iterable[Count]) -> tuple[Source, ...]:
    """Where all the numbers stand, each place once, in order."""
    return tuple(dict.fromkeys(source for count in told for source in count.sources))
