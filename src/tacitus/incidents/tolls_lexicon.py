"""The word lists of ``lexicon/tolls.toml``, compiled once into patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TollLexicon:
    """The patterns and where in a text they stand.

    ``revised`` and ``replaced`` end the words before a number, ``instead`` those before a number that another one of
    its sentence replaces; ``joined`` all that stands at once before a number told beside another; ``more`` stands with
    a number, ``whole`` anywhere in its sentence.
    """

    revised: re.Pattern[str]
    instead: re.Pattern[str]
    replaced: re.Pattern[str]
    joined: re.Pattern[str]
    more: re.Pattern[str]
    whole: re.Pattern[str]


def _any(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    forms = [r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first]
    return rf"\b(?:{'|'.join(forms)})\b"


@cache
def toll_lexicon() -> TollLexicon:
    """The patterns, read and compiled at the first call."""
    raw = tomllib.loads(files("tacitus.incidents").joinpath("lexicon/tolls.toml").read_text(encoding="utf-8"))

    def ends(phrases: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"{_any(phrases)}\W*(?:the\s+|only\s+|just\s+)*(?:\w+\s+){{0,2}}$", re.IGNORECASE)

    other = _any(raw["joined"]["not_before"])
    return TollLexicon(
        revised=ends(raw["revised"]["before"]),
        instead=re.compile(rf"{_any(raw['revised']['instead'])}\W*(?:the\s+)?$", re.IGNORECASE),
        replaced=ends(raw["replaced"]["before"]),
        joined=re.compile(rf"{_any(raw['joined']['words'])}\s+(?:(?!{other})\w+\s+){{0,3}}$", re.IGNORECASE),
        more=re.compile(_any(raw["more"]["words"]), re.IGNORECASE),
        whole=re.compile(_any(raw["whole"]["words"]), re.IGNORECASE),
    )
