"""Names of places in plain form: what two spellings of one name have in common."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŋ": "n",
    }
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_MARKS = str.maketrans(dict.fromkeys("-–—/,()_\t\u00a0", " ") | dict.fromkeys(".'’‘ʻʼ`´\"“”"))
_WRITTEN_OUT = (("st", "saint"), ("ste", "sainte"), ("mt", "mount"), ("ft", "fort"))

# the Arabic article, also before the letters whose sound it takes
_ARTICLES = tuple("al el ad as ash at an ar az ath adh".split())
_ARTICLE = re.compile(rf"([\n ])(?:{'|'.join(_ARTICLES)}) ")
_SOUNDS = (
    ("tch", "c"),
    ("ch", "c"),
    ("sh", "s"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("zh", "z"),
    ("ph", "f"),
    ("dj", "j"),
    ("ts", "s"),
    ("tz", "s"),
)
_CONSONANTS = str.maketrans({"q": "k", "w": "v", "x": "k"} | dict.fromkeys("aeiouy "))
_DOUBLED = re.compile(r"([b-z])\1+")
_SILENT = re.compile("h(?![aeiouy])")

# Every step works on many names at once, one a line: half a million are folded in a second when the index is made.


def fold(name: str) -> str:
    """A name without case, accents, apostrophes, dots, hyphens and a leading "the"; "St." and "Mt." are written out.

    Several names, one a line, are folded line by line. Scripts other than Latin are kept as they are.
    """
    key = name.casefold()
    if not key.isascii():
        key = _ACCENTS.sub("", unicodedata.normalize("NFKD", key)).translate(_LETTERS)
    key = (
        f"\n{key.translate(_MARKS)}\n".replace("   ", " ").replace("  ", " ").replace(" \n", "\n").replace("\n ", "\n")
    )
    key = key.replace("\nthe ", "\n")
    for short, full in _WRITTEN_OUT:
        key = key.replace(f"\n{short} ", f"\n{full} ").replace(f" {short} ", f" {full} ")
    return key[1:-1]


def without_article(key: str) -> str:
    """A folded name without the Arabic article before it ("al hasakah": "hasakah"); ``key`` itself without one."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in _ARTICLES else key


def skeleton(key: str) -> str:
    """The consonants of a folded name, those that transliterations confuse made alike: "djermuk", "jermuk" -> "jrmk".

    Vowels, doubled letters and articles are left out, so that spellings of one name nearly always share a skeleton;
    names that share one are candidates for a comparison, not yet the same. Takes several names, one a line, too.
    """
    key = _ARTICLE.sub(r"\1", f"\n{key}")
    for sound, letter in _SOUNDS:
        key = key.replace(sound, letter)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", key)).translate(_CONSONANTS)[1:]
