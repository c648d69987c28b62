"""Parts that a report lists behind a total: "50 servicemen: 42 of the army and eight of the border service"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tacitus.extract.sentence_breaks import SentenceBreaks
from tacitus.extract.sums import sum_of
from tacitus.extract.total_lexicon import total_lexicon
from tacitus.model import Figure

Extent = Literal["all", "some", "maybe"]
"""Whether the parts are said to be all of the total, some of it, or only stand behind it so."""

_BESIDE = re.compile(r"\s*(?:dead|killed|wounded|injured|missing|people)?\s*[,—–(]\s*", re.IGNORECASE)
_MOST_BETWEEN = 70  # characters between a total and its first part, or between two parts
_BEHIND, _BEFORE = 16, 20  # characters behind and before a figure in which "of them", "including" may stand


@dataclass(frozen=True, slots=True)
class Listing:
    """A total and the parts that the report lists of it, in the order of the text."""

    total: Figure
    parts: tuple[Figure, ...]
    extent: Extent


def comparable(part: Figure, total: Figure) -> bool:
    """Whether a figure can count some of those whom the total counts."""
    sides = total.group.side is None or part.group.side in (None, total.group.side)
    alike = part.kind == total.kind and part.background == total.background
    return alike and sides and not part.denied and part.bounds.best is not None and part.id != total.id


def is_part_of_them(text: str, figure: Figure) -> bool:
    """Whether the figure is said to count some of those before ("three of them children", "of whom 37")."""
    lexicon = total_lexicon()
    words, after = figure.span.words(text), text[figure.span.end : figure.span.end + _BEHIND]
    before = text[max(0, figure.span.start - _BEFORE) : figure.span.start]
    return bool(lexicon.behind.search(words) or lexicon.behind.match(after.lstrip()) or lexicon.some.search(before))


def listings(breaks: SentenceBreaks, figures: Sequence[Figure]) -> list[Listing]:
    """Every total whose parts the report lists in its sentence or the next; ``figures`` in the order of the text."""
    text = breaks.text
    sentences = [breaks.number(figure.span.start) for figure in figures]
    found: list[Listing] = []
    for index, total in enumerate(figures):
        if total.bounds.best is None or total.denied:
            continue
        listing = _in_sentence(breaks, figures, sentences, index) or _in_next(text, figures, sentences, index)
        if listing is not None:
            found.append(listing)
    return found


def _in_sentence(breaks: SentenceBreaks, figures: Sequence[Figure], sentences: list[int], index: int) -> Listing | None:
    """The parts that follow at once in the total's own sentence."""
    text, total = breaks.text, figures[index]
    extent: Extent | None = None
    parts: list[Figure] = []
    for at in range(index + 1, len(figures)):
        part, before = figures[at], figures[at - 1]
        between = text[before.span.end : part.span.start]
        if sentences[at] != sentences[index] or not comparable(part, total) or len(between) > _MOST_BETWEEN:
            break
        if not parts:
            extent = _opened(text, between, part)
            if extent is None:
                return None
        elif is_part_of_them(text, part) and extent != "some":
            continue  # a part of a part
        elif not total_lexicon().joins.search(between):
            break
        parts.append(part)
    if extent is None or (extent != "some" and len(parts) < 2):
        return None
    if extent == "some":
        parts = parts[:1]  # what follows may be counted in the first ("28 civilians, 12 of them women")
    if extent == "maybe" and _of_every_kind(parts):
        extent = "all"
    if extent == "all" and total_lexicon().rest.search(breaks.words(parts[-1].span.start)):
        extent = "maybe"
    return Listing(total, tuple(parts), extent)


def _opened(text: str, between: str, part: Figure) -> Extent | None:
    """How the words between a total and the next figure open a list of its parts."""
    lexicon = total_lexicon()
    if lexicon.some.search(between) or is_part_of_them(text, part):
        return "some"
    if lexicon.whole.search(between):
        return "all"
    return "maybe" if _BESIDE.fullmatch(between) else None


def _of_every_kind(parts: Sequence[Figure]) -> bool:
    """Whether the parts set different kinds of people apart ("19 people, 12 civilians and seven soldiers")."""
    types = [part.group.type for part in parts]
    return len(set(types)) == len(types) and "any" not in types


def _in_next(text: str, figures: Sequence[Figure], sentences: list[int], index: int) -> Listing | None:
    """Two or more figures of the next sentence that together make just the total."""
    total, following = figures[index], sentences[index] + 1
    if any(sentence == sentences[index] for sentence in sentences[index + 1 :]):
        return None
    parts = tuple(
        figure
        for figure, sentence in zip(figures, sentences, strict=True)
        if sentence == following and comparable(figure, total)
    )
    if len(parts) < 2 or any(is_part_of_them(text, part) for part in parts[1:]):
        return None
    return Listing(total, parts, "maybe") if sum_of(parts).best == total.bounds.best else None
