"""Asides that name the speaker inside what was said: "The town, it repeated, was never theirs".

The language model mostly cuts such an aside out and points to it. Where it leaves it inside a content that has neither
source nor cue, the parse tells it: a verb of saying with its subject, between commas or at the content's end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tacitus.extract.cue_lexicon import cue_lexicon
from tacitus.language.reading import Attribution, Range
from tacitus.resolve.syntax import Syntax

_LONGEST = 12  # tokens of an aside
_CLOSERS = frozenset((",", ".", ";", "—", "–", "-"))


def with_inquits(syntax: Syntax, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions by their place; an aside becomes source and cue, and what stands around it one content."""
    found: list[Attribution] = []
    end, parted = 0, False  # where the last one ended, its aside included, and whether that has an aside
    for item in sorted(attributions, key=lambda item: min(item.content)):
        goes_on = bool(found) and item.untold and (parted or found[-1].untold) and 0 <= item.content[0][0] - end <= 1
        if goes_on:
            item = replace(found[-1], content=(*found.pop().content, *item.content))
        end, parted = item.content[-1][1], goes_on and parted
        told = _told(syntax, item) if item.untold else None
        found.append(item if told is None else told)
        parted = parted or told is not None
    return found


def _told(syntax: Syntax, item: Attribution) -> Attribution | None:
    for start, stop in item.content:
        for verb in range(start, stop):
            aside = _aside(syntax, verb, (item.content[0][0], stop))
            if aside is None:
                continue
            source, around = aside
            content = tuple(piece for part in item.content for piece in _without(part, around))
            return replace(item, source=source, cue=(verb, verb + 1), content=content) if content else None
    return None


def _aside(syntax: Syntax, verb: int, within: Range) -> tuple[Range, Range] | None:
    """The subject of a verb of saying and the whole aside, if it stands between commas inside what was said."""
    match = cue_lexicon().at(syntax.lower, verb, part="verb")
    if syntax.upos[verb] != "VERB" or match is None or "clause" not in match.cue.frames:
        return None
    subjects = [child for child in syntax.children(verb) if syntax.dep[child] == "nsubj"]
    if not subjects:
        return None
    source = syntax.subtree(subjects[0])
    first, last = min(source[0], verb), max(source[1], verb + 1)
    opened = within[0] < first and syntax.words[first - 1] == ","
    closed = last >= within[1] or syntax.words[last] in _CLOSERS
    if not (opened and closed) or last - first > _LONGEST:
        return None
    return source, (first - 1, last + 1)


def _without(part: Range, around: Range) -> list[Range]:
    pieces = ((part[0], min(part[1], around[0])), (max(part[0], around[1]), part[1]))
    return [piece for piece in pieces if piece[0] < piece[1]]
