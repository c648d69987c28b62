"""The word lists of ``lexicon/tolls.toml``, compiled once into patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tacitus.extract.word_patterns import any_of


@dataclass(frozen=True, slots=True)
class TollLexicon:
    """The patterns and where in a text they stand.

    ``revised``, ``changed``, ``replaced`` and ``given`` end the words before a number, ``instead`` those before a
    number that another one of its sentence replaces; ``earlier`` and ``after`` lie in the words before a number.
    ``joined`` and ``listed`` are all that stands between two numbers told side by side, ``days`` lie between two counts
    of the same people. ``more`` stands with a number; ``whole``, ``longer`` and ``lasting`` lie in its sentence, the
    groups ``past``, ``number`` and ``unit`` of ``lasting`` tell how long. ``since`` ends the words before a day from
    which on a number counts, ``ranked`` those before such a time where it is not the time counted.
    """

    revised: re.Pattern[str]
    changed: re.Pattern[str]
    instead: re.Pattern[str]
    replaced: re.Pattern[str]
    given: re.Pattern[str]
    earlier: re.Pattern[str]
    after: re.Pattern[str]
    joined: re.Pattern[str]
    listed: re.Pattern[str]
    days: re.Pattern[str]
    more: re.Pattern[str]
    whole: re.Pattern[str]
    longer: re.Pattern[str]
    since: re.Pattern[str]
    lasting: re.Pattern[str]
    ranked: re.Pattern[str]


_HEDGE = r"\W*(?:(?:the|only|just)\s+)*(?:\w+\s+){0,2}"
"""What may stand between a cue and its number."""
_TIME = r"(?P<number>[\w-]+\s+)?(?P<unit>day|week|month|year)s?\b"
_CLAUSE = r"[^;:.]"


@cache
def toll_lexicon() -> TollLexicon:
    """The patterns, read and compiled at the first call."""
    raw = tomllib.loads(files("tacitus.incidents").joinpath("lexicon/tolls.toml").read_text(encoding="utf-8"))

    def ends(phrases: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"{any_of(phrases)}{_HEDGE}$", re.IGNORECASE)

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE | re.DOTALL)

    revised, replaced, joined, longer = (raw[table] for table in ("revised", "replaced", "joined", "longer"))
    given, unquoted = any_of(replaced["given"]), rf"(?:(?!{any_of(replaced['quoting'])}){_CLAUSE})"
    return TollLexicon(
        revised=ends(revised["before"]),
        changed=compiled(rf"{any_of(revised['changed'])}(?:\W+\w+(?<!\bto)){{0,9}}?\W+to{_HEDGE}$"),
        instead=compiled(rf"{any_of(revised['instead'])}\W*(?:the\s+)?$"),
        replaced=ends(replaced["before"]),
        given=compiled(rf"^{unquoted}*?\bhad\b(?:\W+\w+){{0,4}}?\W+{given}{unquoted}*$"),
        earlier=compiled(rf"{any_of(replaced['earlier'])}(?:(?!{any_of(replaced['then'])}){_CLAUSE})*$"),
        after=compiled(rf"{any_of(replaced['after'])}{_CLAUSE}*$"),
        joined=compiled(rf"^[^;:\d]*{any_of(joined['words'])}\s+(?:{any_of(joined['hedges'])}\s+)*$"),
        listed=compiled(rf"^[^;:,\d]*,\s+(?:{any_of(joined['hedges'])}\s+)*$"),
        days=compiled(any_of(joined["days"])),
        more=compiled(any_of(raw["more"]["words"])),
        whole=compiled(any_of(raw["whole"]["words"])),
        longer=compiled(any_of(longer["words"])),
        since=compiled(rf"{any_of(longer['since'])}\s+(?:the\s+)?$"),
        lasting=compiled(rf"{any_of(longer['lasting'])}\s+(?:(?P<past>{any_of(longer['past'])})\s+)?{_TIME}"),
        ranked=compiled(rf"{any_of(longer['ranked'])}[^.;]{{0,60}}$"),
    )
