"""What a noun tells of the people or the body it names: PLOVER sector, person or body, whether of the home state."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun; ``home`` tells that without other signs it is of the state that the report is about."""

    sector: str
    home: bool
    body: bool


@cache
def _roles() -> dict[str, Role]:
    data = tomllib.loads((files("tacitus.resolve") / "lexicon" / "roles.toml").read_text(encoding="utf-8"))
    roles: dict[str, Role] = {}
    for section in data.values():
        for key, body in (("people", False), ("bodies", True)):
            for noun in section[key]:
                roles.setdefault(noun, Role(section["sector"], section["home"], body))
    return roles


def role_of(*nouns: str) -> Role | None:
    """The role of the first noun or two-word noun that is known; forms are compared case-folded."""
    roles = _roles()
    for noun in nouns:
        folded = noun.casefold()
        found = roles.get(folded) or (roles.get(folded[:-1]) if folded.endswith("s") else None)
        if found is not None:
            return found
    return None
