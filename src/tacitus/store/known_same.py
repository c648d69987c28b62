"""Which identities are one actor's: a pure function of all that are known, whatever the order in which they came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from tacitus.store.known_identity import Identity, KnownKind, Sphere


@dataclass(frozen=True, slots=True)
class _Bearer:
    """An identity without its office, which changes with the years."""

    kind: KnownKind
    words: tuple[str, ...]
    side: str | None
    sphere: Sphere | None

    @property
    def id(self) -> str:
        """The same in every store; two of a million actors share one with a chance of 1 in 500."""
        key = repr((self.kind, self.words, self.side, self.sphere))
        return "k" + blake2b(key.encode(), digest_size=6).hexdigest()


def same_actors(identities: Iterable[Identity]) -> dict[Identity, str | None]:
    """The id of the actor that each of the identities of a block is of; ``None`` for a surname that may be anybody's.

    One that tells less (a given name less, no side) joins the one that tells more, where there is only one such; two
    of different sides are never one. A lone surname joins the one of its side who is told of in its office.
    """
    every = set(identities)
    whole = {one for one in every if one.kind != "person" or len(one.words) > 1}
    actors = _actors({_bearer(one) for one in whole})
    offices: defaultdict[_Bearer, set[str | None]] = defaultdict(set)
    for one in whole:
        offices[actors[_bearer(one)]].add(one.office)
    same: dict[Identity, str | None] = {one: actors[_bearer(one)].id for one in whole}
    for one in every - whole:
        able = [
            actor
            for actor, held in offices.items()
            if actor.side == one.side and one.office in held and _allows(one.sphere, actor.sphere)
        ]
        same[one] = able[0].id if len(able) == 1 else None
    return same


def _bearer(one: Identity) -> _Bearer:
    return _Bearer(one.kind, one.words, one.side, one.sphere)


def _actors(bearers: set[_Bearer]) -> dict[_Bearer, _Bearer]:
    """The fullest that each of them can be."""
    by_side: defaultdict[str | None, list[_Bearer]] = defaultdict(list)
    for one in bearers:
        by_side[one.side].append(one)
    above = {
        one: [other for other in (bearers if one.side is None else by_side[one.side]) if _tells_less(one, other)]
        for one in bearers
    }
    fullest = {one: [other for other in above[one] if not above[other]] for one in bearers}
    return {one: fullest[one][0] if len(fullest[one]) == 1 else one for one in bearers}


def _tells_less(one: _Bearer, other: _Bearer) -> bool:
    return (
        one != other
        and _allows(one.side, other.side)
        and _allows(one.sphere, other.sphere)
        and _named_in(one.words[:-1], other.words[:-1])
    )


def _allows(one: str | None, other: str | None) -> bool:
    return one is None or one == other


def _named_in(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether given names stand in this order among others; an initial stands for any name that it begins."""
    left = iter(others)
    return all(any(other == name or (len(name) == 1 and other.startswith(name)) for other in left) for name in names)
