"""The regular inflected forms of English verbs and nouns, made from their lemmas."""

from __future__ import annotations

from collections.abc import Mapping

_VOWELS = frozenset("aeiou")


def _hisses(word: str) -> bool:
    return word.endswith(("s", "x", "z", "ch", "sh"))


def with_s(word: str) -> str:
    """The third person of a verb, the plural of a noun ("denies", "pleas")."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if _hisses(word) or word.endswith("go") else "s")


def _doubles(word: str, doubled: frozenset[str]) -> bool:
    if word in doubled:
        return True
    if len(word) < 3 or word[-1] in _VOWELS or word[-1] in "wxy":
        return False
    groups = "".join("v" if letter in _VOWELS else " " for letter in word).split()
    return len(groups) == 1 and word[-2] in _VOWELS and word[-3] not in _VOWELS


def _stem(word: str, doubled: frozenset[str]) -> str:
    return word + word[-1] if _doubles(word, doubled) else word


def past(word: str, doubled: frozenset[str] = frozenset()) -> str:
    """The regular past tense of a verb; ``doubled`` are the longer verbs that double their last letter."""
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return _stem(word, doubled) + "ed"


def gerund(word: str, doubled: frozenset[str] = frozenset()) -> str:
    """The "-ing" form of a verb."""
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and len(word) > 2:
        return word[:-1] + "ing"
    return _stem(word, doubled) + "ing"


def verb_forms(word: str, *, irregular: Mapping[str, str], doubled: frozenset[str]) -> frozenset[str]:
    """All forms of a verb; ``irregular`` gives past tense and participle, between blanks, of those that need it."""
    if word == "be":
        return frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s"))
    if word == "have":
        return frozenset(("have", "has", "had", "having"))
    pasts = irregular[word].split() if word in irregular else [past(word, doubled)]
    return frozenset((word, with_s(word), gerund(word, doubled), *pasts))
