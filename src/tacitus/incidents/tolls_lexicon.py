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


def _any(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    forms = [r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first]
    return rf"\b(?:{'|'.join(forms)})\b"


@cache
def toll_lexicon() -> TollLexicon:
    """The patterns, read and compiled at the first call."""
    raw = tomllib.loads(files("tacitus.incidents").joinpath("lexicon/tolls.toml").read_text(encoding="utf-8"))

    def ends(phrases: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"{_any(phrases)}{_HEDGE}$", re.IGNORECASE)

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE | re.DOTALL)

    revised, replaced, joined, longer = (raw[table] for table in ("revised", "replaced", "joined", "longer"))
    given, unquoted = _any(replaced["given"]), rf"(?:(?!{_any(replaced['quoting'])}){_CLAUSE})"
    return TollLexicon(
        revised=ends(revised["before"]),
        changed=compiled(rf"{_any(revised['changed'])}(?:\W+\w+(?<!\bto)){{0,9}}?\W+to{_HEDGE}$"),
        instead=compiled(rf"{_any(revised['instead'])}\W*(?:the\s+)?$"),
        replaced=ends(replaced["before"]),
        given=compiled(rf"^{unquoted}*?\bhad\b(?:\W+\w+){{0,4}}?\W+{given}{unquoted}*$"),
        earlier=compiled(rf"{_any(replaced['earlier'])}(?:(?!{_any(replaced['then'])}){_CLAUSE})*$"),
        after=compiled(rf"{_any(replaced['after'])}{_CLAUSE}*$"),
        joined=compiled(rf"^[^;:\d]*{_any(joined['words'])}\s+(?:{_any(joined['hedges'])}\s+)*$"),
        listed=compiled(rf"^[^;:,\d]*,\s+(?:{_any(joined['hedges'])}\s+)*$"),
        days=compiled(_any(joined["days"])),
        more=compiled(_any(raw["more"]["words"])),
        whole=compiled(_any(raw["whole"]["words"])),
        longer=compiled(_any(longer["words"])),
        since=compiled(rf"{_any(longer['since'])}\s+(?:the\s+)?$"),
        lasting=compiled(rf"{_any(longer['lasting'])}\s+(?:(?P<past>{_any(longer['past'])})\s+)?{_TIME}"),
        ranked=compiled(rf"{_any(longer['ranked'])}[^.;]{{0,60}}$"),
    )
