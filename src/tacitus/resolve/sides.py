"""The lexicon of sides: which side the names in a report tell, and how they tell it.

The names lie in ``lexicon/*.toml``; states come from the ISO 3166 lists of pycountry and the aliases beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tacitus.resolve.side_entries import common_words, side_entries, side_tails
from tacitus.resolve.side_matcher import SideMatcher
from tacitus.resolve.side_name import SideKind, SideName

__all__ = ["SideKind", "SideLexicon", "SideName", "side_lexicon"]


class SideLexicon:
    """All names that tell a side; use ``side_lexicon()`` for the one that the package shares."""

    def __init__(self) -> None:
        common = common_words()
        self._matcher = SideMatcher(spellings=common["spellings"], common=common["words"], prefixes=common["prefixes"])
        for words, name in side_entries():
            self._matcher.add(words, name)
        for words, make in side_tails():
            self._matcher.add_tail(words, make)

    def lookup(self, words: str) -> SideName | None:
        """The side that all of ``words`` name, whatever their case, accents, dots, a leading "the" or a final "'s".

        Names that are also common words are known in their own capitals only: "US", but not "us".
        """
        words = words.strip()
        return self._matcher.exact(words[4:] if words[:4].casefold() == "the " else words)

    def find(self, tokens: Sequence[str]) -> list[tuple[int, int, SideName]]:
        """Every name in ``tokens`` as ``(start, end, name)``: half-open token ranges that do not overlap, in order.

        The longest name wins. Tokens may come from any tokenizer that keeps words apart from punctuation. Names need
        their capitals, but for single long words and in copy without capitals; in a run of capitals a short name that
        is also a word ("US", "WHO") is not taken.
        """
        found = self._matcher.matches(tokens)
        return [(match.start, match.end, match.name) for match in found if match.name is not None]


@cache
def side_lexicon() -> SideLexicon:
    """The lexicon, built on first use."""
    return SideLexicon()
