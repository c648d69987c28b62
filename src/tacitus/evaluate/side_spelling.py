"""One spelling for every side, so that scores compare sides and not how they are spelt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from tacitus.resolve.sides import side_lexicon

_STATE_CODE_LENGTH = 3


def is_state_code(name: str) -> bool:
    """Whether a name has the form of an ISO 3166-1 alpha-3 code."""
    return len(name) == _STATE_CODE_LENGTH and name.isascii() and name.isalpha() and name.isupper()


@cache
def one_spelling(name: str) -> str:
    """A side as the lexicon of sides calls it ("African Union": "AU"); state codes stay, other names lose their case.

    State codes are not looked up, because some are also the initials of a group (MDA, BRA).
    """
    if is_state_code(name):
        return name
    known = side_lexicon().lookup(name)
    return name.casefold() if known is None else known.side


def side_set(names: Iterable[str | None]) -> frozenset[str]:
    """The sides of a list that names none, one or many, each in one spelling."""
    return frozenset(one_spelling(name) for name in names if name is not None)


def same_side(one: str | None, other: str | None) -> bool:
    """Whether two names tell one side; no side is the same as no side only."""
    return one == other or (one is not None and other is not None and one_spelling(one) == one_spelling(other))
