"""Whose people a number counts where the report itself tells: a side's own losses, a total over the sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tacitus.extract.listed_parts import listings
from tacitus.extract.sentence_breaks import SentenceBreaks, sentence_breaks
from tacitus.extract.side_totals import SideTotals
from tacitus.extract.total_lexicon import total_lexicon
from tacitus.model import Actor, Figure

_REACH = 60  # characters before a number in which the words may stand


def with_told_sides(text: str, figures: Sequence[Figure], actors: Sequence[Actor]) -> tuple[Figure, ...]:
    """The figures, in their order, with the sides that the report's words or sums tell in place of those read so far.

    "Raised its own toll to 77" counts the people of whoever says it; a total over two sides counts those of neither.
    """
    breaks = sentence_breaks(text)
    speakers = {actor.id: actor.side for actor in actors if actor.side is not None}
    own = tuple(_with_own_side(breaks, figure, speakers) for figure in figures)
    listed = frozenset(part.id for listing in listings(breaks, own) for part in listing.parts)
    totals = SideTotals(breaks, own, speakers, listed).over_sides()
    return tuple(_with_side(figure, None) if figure.id in totals else figure for figure in own)


def _with_own_side(breaks: SentenceBreaks, figure: Figure, speakers: Mapping[str, str]) -> Figure:
    side = None if figure.by is None else speakers.get(figure.by)
    if side is None or side == figure.group.side:
        return figure
    told = total_lexicon().own.search(breaks.before(figure.span.start, reach=_REACH))
    return _with_side(figure, side) if told else figure


def _with_side(figure: Figure, side: str | None) -> Figure:
    return replace(figure, group=replace(figure.group, side=side, actor=None))
