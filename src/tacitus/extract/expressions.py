"""Expressions of one or more words, listed in data files and found in words in lower case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

_HYPHENS = frozenset("-‐‑–")

Forms = Callable[[str], frozenset[str]]
"""Gives all forms of a verb by its lemma."""


@dataclass(frozen=True, slots=True)
class Expressions:
    """Expressions by any form of their first word, of which the longest wins."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]

    def end(self, words: Sequence[str], index: int) -> int | None:
        """The index after the longest expression that begins at ``words[index]``; hyphens are passed over."""
        for rest in self.by_first.get(words[index], ()):
            at = index + 1
            for word in rest:
                while at < len(words) and words[at] in _HYPHENS:
                    at += 1
                if at >= len(words) or words[at] != word:
                    break
                at += 1
            else:
                return at
        return None

    def within(self, words: Sequence[str], start: int, stop: int) -> bool:
        """Whether an expression begins in ``words[start:stop]``."""
        return any(self.end(words, index) is not None for index in range(start, stop))


def expressions(phrases: Iterable[str], forms: Forms | None = None) -> Expressions:
    """The expressions of a list; with ``forms`` their first words are lemmas of verbs."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        for form in forms(first) if forms is not None else (first,):
            table.setdefault(form, []).append(tuple(rest))
    return Expressions({word: tuple(sorted(rests, key=len, reverse=True)) for word, rests in table.items()})


def all_forms(verbs: Iterable[str], forms: Forms) -> frozenset[str]:
    """Every form of every verb."""
    return frozenset(form for verb in verbs for form in forms(verb))
