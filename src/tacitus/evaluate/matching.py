"""One-to-one matching of gold with coded items, best pair first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Merit = tuple[float, ...]
GoldItem = TypeVar("GoldItem")
CodedItem = TypeVar("CodedItem")


def best_first(
    gold: Sequence[GoldItem],
    coded: Sequence[CodedItem],
    merit: Callable[[GoldItem, CodedItem], Merit | None],
) -> list[tuple[int, int]]:
    """Pairs ``(index in gold, index in coded)``, each index at most once, in the order of ``gold``.

    ``merit`` gives ``None`` where two items may not match, else a tuple that is compared from the left: the pair with
    the greatest merit is taken first, then the greatest among what is left. Of equal merits the earlier gold item,
    then the earlier coded item goes first, so that the result never depends on chance.
    """
    candidates = [
        (worth, i, j)
        for i, gold_item in enumerate(gold)
        for j, coded_item in enumerate(coded)
        if (worth := merit(gold_item, coded_item)) is not None
    ]
    candidates.sort(key=lambda candidate: (tuple(-value for value in candidate[0]), candidate[1], candidate[2]))
    taken_gold: set[int] = set()
    taken_coded: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, i, j in candidates:
        if i not in taken_gold and j not in taken_coded:
            taken_gold.add(i)
            taken_coded.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def leftovers(
    gold: Sequence[GoldItem], coded: Sequence[CodedItem], pairs: Sequence[tuple[int, int]]
) -> tuple[list[GoldItem], list[CodedItem]]:
    """The gold and the coded items that a matching left without a partner, in order."""
    taken_gold = {i for i, _ in pairs}
    taken_coded = {j for _, j in pairs}
    return (
        [item for i, item in enumerate(gold) if i not in taken_gold],
        [item for j, item in enumerate(coded) if j not in taken_coded],
    )
