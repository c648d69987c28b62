"""Comparing words: how far two passages overlap, and whether two names share a word."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)


def words(text: str) -> list[str]:
    """The case-folded runs of letters and digits of ``text``; punctuation and quotation marks count for nothing."""
    return [match.casefold() for match in _WORD.findall(text)]


def token_f1(gold: str, coded: str) -> float:
    """F1 of the two passages as bags of words; 0 where either has no word.

    A word that one passage has twice and the other once counts once as common. Stop words count like any others.
    """
    left, right = Counter(words(gold)), Counter(words(coded))
    common = (left & right).total()
    whole = left.total() + right.total()
    return 2 * common / whole if common else 0.0


def name_words(text: str) -> frozenset[str]:
    """The words of a name or description that can tell who is meant.

    Case-folded, of two characters or more, without the stop words of ``stopwords.toml``; initials are one word
    ("U.N." is "un") and a possessive ending is dropped.
    """
    plain = _INITIALS.sub(lambda match: match.group().replace(".", ""), _POSSESSIVE.sub("", text))
    return frozenset(word for word in words(plain) if len(word) > 1 and word not in _stopwords())


def share_name_word(gold: str, coded: Iterable[str]) -> bool:
    """Whether ``gold`` has a name word in common with any of the names and descriptions in ``coded``."""
    wanted = name_words(gold)
    return any(not wanted.isdisjoint(name_words(text)) for text in coded)


@cache
def _stopwords() -> frozenset[str]:
    source = resources.files("tacitus.evaluate").joinpath("stopwords.toml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = tomllib.loads(source)
    return frozenset(word for group in lists.values() for word in group)
