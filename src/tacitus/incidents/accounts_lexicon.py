"""The word lists of ``lexicon/accounts.toml``, compiled once into patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tacitus.extract.word_patterns import any_of


@dataclass(frozen=True, slots=True)
class AccountLexicon:
    """Patterns that find any of the words of a list."""

    first: re.Pattern[str]
    civilian: re.Pattern[str]
    military: re.Pattern[str]
    broken: re.Pattern[str]
    ended: re.Pattern[str]
    truce: re.Pattern[str]


@cache
def account_lexicon() -> AccountLexicon:
    """The patterns, read and compiled at the first call."""
    raw = tomllib.loads(files("tacitus.incidents").joinpath("lexicon/accounts.toml").read_text(encoding="utf-8"))

    def compiled(phrases: Iterable[str]) -> re.Pattern[str]:
        return re.compile(any_of(phrases), re.IGNORECASE)

    return AccountLexicon(
        first=compiled(raw["first"]["words"]),
        civilian=compiled(raw["targets"]["civilian"]),
        military=compiled(raw["targets"]["military"]),
        broken=compiled(raw["truce"]["broken"]),
        ended=compiled(raw["truce"]["ended"]),
        truce=compiled(raw["truce"]["names"]),
    )
