"""Groups and bodies that no list knows, by what the language model reads of them.

Asked whose the counted people and the speakers of a report are, the model points to the words that tell. Where it
points again and again to a name of a body that no list knows ("the Signers in Blood"), that name is a side of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from tacitus.language.reading import Reading
from tacitus.resolve.named_groups import NamedGroup
from tacitus.resolve.side_name import SideName
from tacitus.resolve.syntax import Range, Syntax

_BODIES = frozenset(("ORG", "MILITARY"))
_SURE = 0.6  # the largest share that a word gives the name
_ENOUGH = 2.0  # shares that all words give it


def find_pointed_groups(syntax: Syntax, taken: frozenset[int], *, reading: Reading | None) -> list[NamedGroup]:
    """The bodies outside the ``taken`` tokens that reveal a side, wherever the report names them, in order."""
    if reading is None:
        return []
    bodies = [
        (name.start + (syntax.lower[name.start] == "the"), name.end, name.type)
        for name in syntax.names
        if name.type in _BODIES and taken.isdisjoint(range(name.start, name.end))
    ]
    if not bodies:
        return []
    called = {at: syntax.lower[start:end] for start, end, _ in bodies for at in range(start, end)}
    shares: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for token in _asked(reading):
        pointed: dict[tuple[str, ...], float] = defaultdict(float)
        for target, share in reading.pointed("side", token):
            if target in called and called.get(token) != called[target]:
                pointed[called[target]] += share
        for words, share in pointed.items():
            shares[words].append(share)
    found: list[NamedGroup] = []
    for words, given in shares.items():
        if max(given) >= _SURE and sum(given) >= _ENOUGH:
            found.extend(
                _wherever(syntax, words, taken, {kind for start, end, kind in bodies if called[start] == words})
            )
    return sorted(found, key=lambda group: group.tokens)


def _asked(reading: Reading) -> set[int]:
    """The words whose side the model is taught to tell: cues, the ends of sources, numbers of people."""
    told = {token for claim in reading.claims if claim.source for token in (claim.source[1] - 1,)}
    cues = {claim.cue[0] for claim in reading.claims if claim.cue}
    return told | cues | {int(at) for at in np.flatnonzero(reading.kind[:, 1:].sum(axis=1) > 0.5)}


def _wherever(syntax: Syntax, words: tuple[str, ...], taken: frozenset[int], kinds: set[str]) -> Iterator[NamedGroup]:
    places: list[Range] = [
        (at, at + len(words))
        for at in range(len(syntax.words) - len(words) + 1)
        if syntax.lower[at : at + len(words)] == words
        and syntax.words[at][:1].isupper()
        and taken.isdisjoint(range(at, at + len(words)))
    ]
    if places:
        name = syntax.phrase(places[0])
        side = SideName(name, name, "group", "REB") if "MILITARY" in kinds else SideName(name, name, "organization")
        yield from (NamedGroup(tokens, side) for tokens in places)
