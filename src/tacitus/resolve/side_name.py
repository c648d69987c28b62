"""What a name tells of a side: the record that the lexicon of sides hands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SideKind = Literal[
    "state", "demonym", "capital", "seat", "group", "organization", "outlet", "forces", "region", "historic", "town"
]


@dataclass(frozen=True, slots=True)
class SideName:
    """A side, as one of its names tells it.

    ``side`` is an ISO 3166-1 alpha-3 code (ISO 3166-3 for a state that ended) or a group's usual short name; ``name``
    the canonical form of the name that was found; ``sector`` a PLOVER sector where the name alone fixes it ("Israeli"
    does not, "Mossad" does); ``country`` the state that hosts a group, an organisation or an outlet.
    """

    side: str
    name: str
    kind: SideKind
    sector: str | None = None
    country: str | None = None
