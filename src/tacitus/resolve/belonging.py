"""Whose a phrase is: the side that a description tells, and the home state of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from tacitus.language.reading import Pointer, Reading
from tacitus.resolve.cities import state_of_town
from tacitus.resolve.named_groups import find_named_groups
from tacitus.resolve.phrases import dateline_end, foreign
from tacitus.resolve.pointed_groups import find_pointed_groups
from tacitus.resolve.side_name import SideName
from tacitus.resolve.sides import side_lexicon
from tacitus.resolve.syntax import Range, Syntax
from tacitus.resolve.unnamed_rebels import find_opposition, find_unnamed_rebels

_STATE_KINDS = frozenset(("state", "demonym", "capital", "seat", "forces", "historic"))


_DATELINE_VOTES, _OUTLET_VOTES, _TITLE_VOTES = 6, 8, 2


@dataclass(frozen=True, slots=True)
class SideMatch:
    """A name in the report that tells a side, and where."""

    start: int
    end: int
    name: SideName


@dataclass(frozen=True, slots=True)
class Sides:
    """Every name of a report that tells a side, by token.

    ``home`` is the state that the report is about, ``titled`` the sides that its title names, ``located`` the states
    that its places lie in, each with the token of the place, in order.
    """

    matches: tuple[SideMatch, ...]
    at: dict[int, SideMatch]
    home: str | None
    titled: frozenset[str] = frozenset()
    located: tuple[tuple[int, str], ...] = ()

    def within(self, tokens: Range) -> list[SideMatch]:
        """The matches that lie in a token range."""
        found: list[SideMatch] = []
        for index in range(*tokens):
            match = self.at.get(index)
            if match is not None and (not found or found[-1] is not match):
                found.append(match)
        return found


def read_sides(
    syntax: Syntax, outlet: str | None, title: str | None = None, *, reading: Reading | None = None
) -> Sides:
    """Find the names that tell sides, and the home state: the state named most, the opening counting more.

    With a ``reading``, names that no list knows count where the language model takes them for sides.
    """
    lexicon = side_lexicon()
    matches = tuple(SideMatch(start, end, name) for start, end, name in lexicon.find(syntax.words))
    matches = _with_towns(syntax, _with_groups(syntax, matches, reading))
    home = _home(syntax, matches, outlet, title)
    matches = _with_rebels(syntax, matches, home)
    at = {index: match for match in matches for index in range(match.start, match.end)}
    titled = frozenset(name.side for _, _, name in lexicon.find((title or "").split()))
    return Sides(matches, at, home, titled)


def _home(syntax: Syntax, matches: tuple[SideMatch, ...], outlet: str | None, title: str | None) -> str | None:
    """The state that a report is about."""
    votes: Counter[str] = Counter()
    dateline = dateline_end(syntax)
    for match in matches:
        if match.name.kind in _STATE_KINDS:
            opening = 2 if syntax.paragraph[match.start] == 0 else 1
            votes[match.name.side] += _DATELINE_VOTES if match.end <= dateline else opening
        elif match.name.kind == "group" and match.name.country:
            votes[match.name.country] += 1
    for words, weight in ((outlet, _OUTLET_VOTES), (title, _TITLE_VOTES)):
        for _, _, name in side_lexicon().find((words or "").split()):
            if name.kind in _STATE_KINDS:
                votes[name.side] += weight
    best = votes.most_common(1)
    return best[0][0] if best else None


def _tokens_of(matches: tuple[SideMatch, ...]) -> frozenset[int]:
    return frozenset(index for match in matches for index in range(match.start, match.end))


def _in_order(matches: tuple[SideMatch, ...], more: Iterable[SideMatch]) -> tuple[SideMatch, ...]:
    return tuple(sorted((*matches, *more), key=lambda match: match.start))


def _with_groups(syntax: Syntax, matches: tuple[SideMatch, ...], reading: Reading | None) -> tuple[SideMatch, ...]:
    """The matches with the groups that only this report introduces."""
    for found in (find_named_groups, partial(find_pointed_groups, reading=reading)):
        groups = found(syntax, _tokens_of(matches))
        matches = _in_order(matches, (SideMatch(*group.tokens, group.name) for group in groups))
    return matches


def _with_rebels(syntax: Syntax, matches: tuple[SideMatch, ...], home: str | None) -> tuple[SideMatch, ...]:
    """The matches with what the report calls opponents of the state by a common noun."""
    taken = _tokens_of(matches)
    rebels = find_unnamed_rebels(syntax, taken, [match.name for match in matches], home)
    unnamed = [*rebels, *find_opposition(syntax, taken)]
    return _in_order(matches, (SideMatch(*group.tokens, group.name) for group in unnamed))


def _with_towns(syntax: Syntax, matches: tuple[SideMatch, ...]) -> tuple[SideMatch, ...]:
    """The matches with the towns that the language model found as places, each of the state that it lies in."""
    taken = _tokens_of(matches)
    among = frozenset(match.name.side for match in matches)
    towns = []
    for name in syntax.names:
        if name.type == "PLACE" and taken.isdisjoint(range(name.start, name.end)):
            words = syntax.phrase((name.start, name.end))
            state = state_of_town(words, among=among)
            if state is not None:
                towns.append(SideMatch(name.start, name.end, SideName(state, words, "town")))
    return _in_order(matches, towns)


def told_side(syntax: Syntax, sides: Sides, tokens: Range, head: int) -> SideMatch | None:
    """The side that a description itself tells ("Azerbaijan's defence ministry", "spokesman for the M23").

    What stands before the head noun and nearest to it wins, then what follows with "of" or "for"; parties that the
    description only relates to ("ambassador to", "talks with") are passed over.
    """
    before: list[SideMatch] = []
    after: list[SideMatch] = []
    for match in sides.within(tokens):
        if match.name.kind == "outlet":
            continue
        if foreign(syntax, tokens, match.start):
            continue
        (before if match.start <= head else after).append(match)
    if before:
        return before[-1]
    return after[0] if after else None


def pointed_sides(
    reading: Reading | None, sides: Sides, token: int, pointer: Pointer = "side"
) -> dict[str | None, float]:
    """How a pointer of the language model divides between the sides for a token; ``None`` is for no side."""
    shares: dict[str | None, float] = {}
    if reading is not None:
        for target, share in reading.pointed(pointer, token):
            match = sides.at.get(target)
            if match is not None:
                shares[match.name.side] = shares.get(match.name.side, 0.0) + share
            elif target == token:
                shares[None] = shares.get(None, 0.0) + share
    return shares
