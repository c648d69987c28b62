"""What kind of people a figure counts: soldiers, civilians, police, militants, peacekeepers, or any."""

from __future__ import annotations

from collections.abc import Iterator

from tacitus.extract.counted_nouns import case_of
from tacitus.extract.figure_lexicon import figure_lexicon
from tacitus.model import FigureKind, GroupType
from tacitus.resolve.syntax import Syntax

_DESCRIBES = ("amod", "compound", "nmod", "appos", "flat", "det")
_BACK_REACH = 40  # tokens before a bare number in which the people spoken of are looked for
_AHEAD_REACH = 6  # tokens behind it ("12 dead, all soldiers")
_MOSTLY_CIVILIAN: frozenset[FigureKind] = frozenset(("displaced", "killed", "detained"))


def named_type(syntax: Syntax, noun: int) -> GroupType | None:
    """The type that the counted noun itself and its own modifiers tell, ``None`` where they leave it open."""
    lexicon = figure_lexicon()
    own = lexicon.groups.get(syntax.lower[noun])
    for child in syntax.children(noun):
        if not syntax.dep[child].startswith(_DESCRIBES):
            continue
        if child < noun:
            told = lexicon.before.get(syntax.lower[child])
        else:
            told = lexicon.groups.get(syntax.lower[child]) if case_of(syntax, child) == "of" else None
        if told is not None and (own in (None, "any") or told in ("peacekeeper", "police", "militant")):
            return told
    return own


def group_type(syntax: Syntax, token: int, noun: int, kind: FigureKind, *, background: bool) -> GroupType:
    """The type of people that the number at ``token`` counts: by its noun, else by those last spoken of."""
    lexicon, named = figure_lexicon(), named_type(syntax, noun)
    if named is not None and named != "any":
        return named
    if syntax.lower[noun] in lexicon.anybody:
        return "civilian" if kind in _MOSTLY_CIVILIAN and not (background and kind == "killed") else "any"
    for index in _around(syntax, token, noun):
        told = lexicon.groups.get(syntax.lower[index])
        if told is not None and told != "any" and syntax.lower[index] not in lexicon.sources:
            return told
    return "military" if kind == "deployed" else "civilian" if kind == "displaced" else "any"


def _around(syntax: Syntax, token: int, noun: int) -> Iterator[int]:
    """The tokens that may tell who is meant: right behind the number, then backwards through the paragraph."""
    last = max(token, noun)
    for index in range(last + 1, min(last + 1 + _AHEAD_REACH, len(syntax.words))):
        if syntax.sentence[index] != syntax.sentence[token]:
            break
        yield index
    for index in range(token - 1, max(-1, token - 1 - _BACK_REACH), -1):
        if syntax.paragraph[index] != syntax.paragraph[token]:
            break
        yield index
