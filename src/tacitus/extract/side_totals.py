"""Totals over several sides: "almost 100 soldiers" where one side tells of 49 dead and the other of 50."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tacitus.extract.listed_parts import Listing, comparable, is_part_of_them, sentence_numbers
from tacitus.extract.sums import near, sum_of
from tacitus.extract.total_lexicon import total_lexicon
from tacitus.model import Figure

_SENTENCE_REACH = 160  # characters around a total in which the sides may be named
_CUE_REACH = 40  # characters before and behind a number that may tell that it was replaced
_NEAR_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class SideTotals:
    """Reads the totals over sides of one report; ``speakers`` tells the side of each actor that has one."""

    text: str
    figures: Sequence[Figure]
    speakers: Mapping[str, str]
    listed: frozenset[str]

    def read(self) -> list[Listing]:
        """Every total over sides with one figure of each side.

        ``extent`` is "all" where the report says that the total counts the sides together, else "maybe".
        """
        found = []
        for total in self.figures:
            if total.group.side is not None or total.denied or not total.bounds.best or self._is_sub_count(total):
                continue
            parts = self._parts(total)
            if len(parts) < 2 or any((part.bounds.best or 0) > total.bounds.best for part in parts):
                continue
            if self._says_all(total, len(parts)) and not self._disputed(parts):
                found.append(Listing(total, parts, "all"))
            elif near(sum_of(parts), total.bounds, share=_NEAR_SHARE):
                found.append(Listing(total, parts, "maybe"))
        return found

    def _parts(self, total: Figure) -> tuple[Figure, ...]:
        """For each side the statement to add up: not replaced, its own before another's, then the nearest."""
        best: dict[str, tuple[tuple[bool, bool, int], Figure]] = {}
        for figure in self.figures:
            side = figure.group.side
            if side is None or not self._fits(figure, total):
                continue
            rank = self._is_replaced(figure), not self._is_own(figure), abs(figure.span.start - total.span.start)
            if side not in best or rank < best[side][0]:
                best[side] = rank, figure
        chosen = [figure for _, figure in best.values()]
        return tuple(sorted(chosen, key=lambda figure: figure.span.start))

    def _fits(self, figure: Figure, total: Figure) -> bool:
        types = "any" in (total.group.type, figure.group.type) or total.group.type == figure.group.type
        return types and comparable(figure, total) and not self._is_sub_count(figure)

    def _is_sub_count(self, figure: Figure) -> bool:
        return figure.id in self.listed or is_part_of_them(self.text, figure)

    def _is_own(self, figure: Figure) -> bool:
        return figure.by is not None and self.speakers.get(figure.by) == figure.group.side

    def _is_replaced(self, figure: Figure) -> bool:
        """Whether the report says that the number was replaced by another of its own."""
        revised = any(
            other.revises == figure.bounds.best and other.group.side == figure.group.side
            for other in self.figures
            if other.revises is not None and other.id != figure.id
        )
        lexicon, start, end = total_lexicon(), figure.span.start, figure.span.end
        before = self.text[max(0, start - _CUE_REACH) : start]
        after = self.text[end : end + _CUE_REACH]
        return revised or bool(lexicon.replaced_before.search(before) or lexicon.replaced_after.search(after))

    def _says_all(self, total: Figure, sides: int) -> bool:
        """Whether the words around the total tell that it counts the sides together, as many as have figures."""
        lexicon = total_lexicon()
        around = self.text[max(0, total.span.start - _SENTENCE_REACH) : total.span.end + _SENTENCE_REACH]
        offset = total.span.start - max(0, total.span.start - _SENTENCE_REACH)
        sentence = _sentence_around(around, offset)
        return bool(lexicon.all_sides.search(sentence)) or (sides == 2 and bool(lexicon.two_sides.search(sentence)))

    def _disputed(self, parts: Sequence[Figure]) -> bool:
        """Whether a part is what one of the sides says of another: no measure for what the report adds up."""
        sides = {part.group.side for part in parts}
        told = ((self.speakers.get(part.by) if part.by is not None else None, part.group.side) for part in parts)
        return any(by in sides and by != side for by, side in told)


__all__ = ["SideTotals", "sentence_numbers"]
