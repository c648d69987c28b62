"""The names and the other words of a passage, as they are compared between reports."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources

from tacitus.resolve.sides import side_lexicon

WORD_BITS = 2048
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))+")
_OPENS = re.compile(r"(?:^|[.!?:;]|\n)[\s\"'“”‘’(\[–—-]*$")
_SHORTEST = 4
_ANY = ("function", "reporting", "time", "titles")
_LONGEST_NAME_PREFIX = 5


@cache
def _common(*lists: str) -> frozenset[str]:
    source = resources.files("tacitus.incidents").joinpath("lexicon/common.toml").read_text(encoding="utf-8")
    words: dict[str, str] = tomllib.loads(source)
    return frozenset(word for name in lists for word in words[name].split())


@lru_cache(100_000)
def _stem(word: str) -> str:
    """A word without its commonest endings ("shelling", "shelled", "shells")."""
    for ending in ("ings", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@lru_cache(100_000)
def _bit(word: str) -> int:
    return 1 << int.from_bytes(blake2b(word.encode(), digest_size=2).digest(), "big") % WORD_BITS


@lru_cache(100_000)
def _names_a_side(word: str) -> bool:
    return side_lexicon().lookup(word) is not None


def name_words(text: str) -> frozenset[str]:
    """The words that are written as names: capitals within a sentence, without states, peoples, months and titles.

    A word in capitals throughout may be a headline's or a dateline's and counts only if it is short (NATO, ISPR).
    """
    names: set[str] = set()
    for match in _NAME.finditer(text):
        word = match.group()
        if not word[0].isupper() or len(word) < _SHORTEST - 1 or (word.isupper() and len(word) > _LONGEST_NAME_PREFIX):
            continue
        folded = _without_ending(word.casefold())
        if (
            folded in _common(*_ANY, "names")
            or _names_a_side(word)
            or _OPENS.search(text[max(0, match.start() - 4) : match.start()])
        ):
            continue
        names.add(folded)
    return frozenset(names)


def all_words(text: str) -> frozenset[str]:
    """All words in lower case: a title is written with more capitals than names have."""
    return frozenset(_without_ending(match.group().casefold()) for match in _NAME.finditer(text))


def _without_ending(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def word_bits(text: str) -> int:
    """A bit set of the stems of the words of four letters or more, without the common ones."""
    bits = 0
    common = _common(*_ANY)
    for match in _NAME.finditer(text):
        word = _without_ending(match.group().casefold())
        if len(word) >= _SHORTEST and word not in common:
            bits |= _bit(_stem(word))
    return bits
