"""The usual English name of a state."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import pycountry


@cache
def _usual() -> dict[str, str]:
    data = tomllib.loads((files("tacitus.resolve") / "lexicon" / "states.toml").read_text(encoding="utf-8"))
    names: dict[str, str] = data["usual"]
    return names


@cache
def state_name(code: str) -> str | None:
    """The usual name of a state by its ISO 3166-1 alpha-3 code ("IRN": Iran), ``None`` for any other side."""
    usual = _usual().get(code)
    country = pycountry.countries.get(alpha_3=code)
    if usual is not None or country is None:
        return usual
    name: str = getattr(country, "common_name", country.name)
    return name.partition(",")[0]
