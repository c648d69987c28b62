"""Totals over several sides: "almost 100 soldiers" where one side tells of 49 dead and the other of 50."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tacitus.extract.listed_parts import Listing, comparable, is_part_of_them
from tacitus.extract.sentence_breaks import SentenceBreaks
from tacitus.extract.sums import agree, near, sum_of
from tacitus.extract.total_lexicon import total_lexicon
from tacitus.model import Figure

_CUE_REACH = 40  # characters before and behind a number that may tell that it was replaced
# How far off a total, as a share of it, a sum may be: farther off, a side's figure is missing.
_SAID_REACH = 60  # characters before a number in which the words may stand that tell that it counts both sides
_FEWEST = 5  # smaller numbers add up by chance
_TOLD_SHARE, _NEAR_SHARE = 0.25, 0.1


@dataclass(frozen=True, slots=True)
class SideTotals:
    """Reads the totals over sides of one report.

    ``speakers`` tells the side of each actor that has one; ``listed`` are the ids of figures that the report lists as
    parts of another.
    """

    breaks: SentenceBreaks
    figures: Sequence[Figure]
    speakers: Mapping[str, str]
    listed: frozenset[str]

    def read(self) -> list[Listing]:
        """Every total over sides with one figure of each side.

        ``extent`` is "all" where the report says that the total counts the sides together, else "maybe".
        """
        found = []
        for figure in self.figures:
            best = figure.bounds.best
            if figure.denied or not best or self._is_sub_count(figure):
                continue
            if figure.group.side is not None and not self._says_two(figure):
                continue
            total = replace(figure, group=replace(figure.group, side=None))
            parts = self._parts(total)
            if len(parts) < 2 or any((part.bounds.best or 0) > best for part in parts):
                continue
            whole = sum_of(parts)
            told = self._says_all(total, len(parts)) and not self._open(total, parts)
            if near(whole, total.bounds, share=_TOLD_SHARE if told else _NEAR_SHARE):
                found.append(Listing(total, parts, "all" if told else "maybe"))
        return found

    def over_sides(self) -> frozenset[str]:
        """The ids of the figures that are coded as one side's and count the people of two or more.

        So it is where the words say it and two sides speak or are counted; and where the reporter gives a number
        that is the sum of what two sides are told to have lost.
        """
        sides = {*self.speakers.values(), *(figure.group.side for figure in self.figures)} - {None}
        return frozenset(
            figure.id
            for figure in self.figures
            if figure.group.side is not None
            and len(sides) > 1
            and (figure.bounds.best or 0) >= _FEWEST
            and not figure.denied
            and not self._is_sub_count(figure)
            and (self._is_combined(figure) or self._is_sum(figure))
        )

    def _is_combined(self, figure: Figure) -> bool:
        end = figure.span.end
        before = self.breaks.before(figure.span.start, reach=_SAID_REACH)
        after = self.breaks.text[end : end + _CUE_REACH].partition("\n")[0]
        return bool(total_lexicon().combined.search(before) or total_lexicon().of_sides.search(after))

    def _is_sum(self, figure: Figure) -> bool:
        if figure.by is not None or figure.background:
            return False
        total = replace(figure, group=replace(figure.group, side=None))
        parts = self._parts(total)
        if len(parts) < 2 or any((part.bounds.best or 0) >= (figure.bounds.best or 0) for part in parts):
            return False
        if any(part.by is None or self._has_more(total, part) for part in parts):
            return False
        whole = sum_of(parts)
        return agree(whole, total.bounds) and near(whole, total.bounds, share=_NEAR_SHARE)

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
        return figure.id in self.listed or is_part_of_them(self.breaks.text, figure)

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
        before = self.breaks.text[max(0, start - _CUE_REACH) : start]
        after = self.breaks.text[end : end + _CUE_REACH]
        return revised or bool(lexicon.replaced_before.search(before) or lexicon.replaced_after.search(after))

    def _says_all(self, total: Figure, sides: int) -> bool:
        """Whether the words around the total tell that it counts the sides together, as many as have figures."""
        sentence = self.breaks.words(total.span.start)
        return bool(total_lexicon().all_sides.search(sentence)) or (sides == 2 and self._says_two(total))

    def _says_two(self, total: Figure) -> bool:
        return bool(total_lexicon().two_sides.search(self.breaks.words(total.span.start)))

    def _open(self, total: Figure, parts: Sequence[Figure]) -> bool:
        """Whether the parts are no measure for what the report adds up.

        So it is where one is what a side says of another, or its sentence gives more figures of the same side.
        """
        if any(self._has_more(total, part) for part in parts):
            return True
        sides = {part.group.side for part in parts}
        told = ((self.speakers.get(part.by) if part.by is not None else None, part.group.side) for part in parts)
        return any(by in sides and by != side for by, side in told)

    def _has_more(self, total: Figure, part: Figure) -> bool:
        sentence = self.breaks.number(part.span.start)
        return any(
            figure.id != part.id
            and figure.group.side == part.group.side
            and self.breaks.number(figure.span.start) == sentence
            and self._fits(figure, total)
            and not self._is_replaced(figure)
            for figure in self.figures
        )
