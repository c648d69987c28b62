"""The word lists of ``lexicon/accounts.toml``, compiled once into patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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

    def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
        longest_first = sorted(phrases, key=len, reverse=True)
        forms = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
        return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)

    return AccountLexicon(
        first=any_of(raw["first"]["words"]),
        civilian=any_of(raw["targets"]["civilian"]),
        military=any_of(raw["targets"]["military"]),
        broken=any_of(raw["truce"]["broken"]),
        ended=any_of(raw["truce"]["ended"]),
        truce=any_of(raw["truce"]["names"]),
    )
