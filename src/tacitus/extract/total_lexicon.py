"""The word lists of ``lexicon/totals.toml``, compiled once into patterns."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tacitus.extract.word_patterns import any_of


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


@cache
def total_lexicon() -> TotalLexicon:
    """The patterns, read and compiled at the first call."""
    raw = tomllib.loads(files("tacitus.extract").joinpath("lexicon/totals.toml").read_text(encoding="utf-8"))
    parts, sides, replaced = raw["parts"], raw["sides"], raw["replaced"]

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return TotalLexicon(
        whole=compiled(rf"{any_of(parts['whole'])}\s*$"),
        some=compiled(rf"{any_of(parts['some'])}\s*(?:that\s+of\s+)?(?:the\s+|other\s+)?$"),
        behind=compiled(any_of(parts["behind"])),
        joins=compiled(any_of(parts["joins"])),
        rest=compiled(any_of(parts["rest"])),
        two_sides=compiled(any_of(sides["two"])),
        all_sides=compiled(any_of(sides["all"])),
        combined=compiled(rf"{any_of(sides['combined'])}[^.;:]*$"),
        of_sides=compiled(rf"^[^.;:,]*{any_of(sides['of_sides'])}"),
        own=compiled(rf"{any_of(sides['own'])}[^.;:\d]*$"),
        replaced_before=compiled(rf"{any_of(replaced['before'])}\s*(?:the\s+)?$"),
        replaced_after=compiled(rf"^[\s,(]*{any_of(replaced['after'])}"),
    )
