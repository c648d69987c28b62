"""The word lists of ``lexicon/totals.toml``, compiled once into patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TotalLexicon:
    """The patterns and where in a text they stand.

    ``whole`` and ``some`` end the words before a part, ``behind`` follows its number, ``joins`` stands between parts,
    ``rest`` tells of parts without a number; ``two_sides`` and ``all_sides`` lie in a total's sentence,
    ``combined`` in the words before its number, ``of_sides`` in those behind it,
    ``own`` ends the words before a number of the speaker's own people;
    ``replaced_before`` ends the words before a number that was replaced, ``replaced_after`` begins those behind it.
    """

    whole: re.Pattern[str]
    some: re.Pattern[str]
    behind: re.Pattern[str]
    joins: re.Pattern[str]
    rest: re.Pattern[str]
    two_sides: re.Pattern[str]
    all_sides: re.Pattern[str]
    combined: re.Pattern[str]
    of_sides: re.Pattern[str]
    own: re.Pattern[str]
    replaced_before: re.Pattern[str]
    replaced_after: re.Pattern[str]


def _any(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases as whole words."""
    longest_first = sorted(phrases, key=len, reverse=True)
    forms = []
    for phrase in longest_first:
        form = r"\s+".join(map(re.escape, phrase.split()))
        forms.append(rf"\b{form}\b" if phrase[0].isalpha() else form)
    return f"(?:{'|'.join(forms)})"


@cache
def total_lexicon() -> TotalLexicon:
    """The patterns, read and compiled at the first call."""
    raw = tomllib.loads(files("tacitus.extract").joinpath("lexicon/totals.toml").read_text(encoding="utf-8"))
    parts, sides, replaced = raw["parts"], raw["sides"], raw["replaced"]

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return TotalLexicon(
        whole=compiled(rf"{_any(parts['whole'])}\s*$"),
        some=compiled(rf"{_any(parts['some'])}\s*(?:that\s+of\s+)?(?:the\s+|other\s+)?$"),
        behind=compiled(_any(parts["behind"])),
        joins=compiled(_any(parts["joins"])),
        rest=compiled(_any(parts["rest"])),
        two_sides=compiled(_any(sides["two"])),
        all_sides=compiled(_any(sides["all"])),
        combined=compiled(rf"{_any(sides['combined'])}[^.;:]*$"),
        of_sides=compiled(rf"^[^.;:,]*{_any(sides['of_sides'])}"),
        own=compiled(rf"{_any(sides['own'])}[^.;:\d]*$"),
        replaced_before=compiled(rf"{_any(replaced['before'])}\s*(?:the\s+)?$"),
        replaced_after=compiled(rf"^[\s,(]*{_any(replaced['after'])}"),
    )
