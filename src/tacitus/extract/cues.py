"""The stance that the words of a cue signal, whoever found the cue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tacitus.extract.cue_lexicon import CueMatch, cue_lexicon
from tacitus.model import Stance

_WORD = re.compile(r"(?:\w\.){2,}|\bacc\.|n['’]t\b|\w+?(?=n['’]t\b|['’]s\b)|['’]s\b|\w+(?:['’-]\w+)*")
# Who does not deny concedes, who does not admit denies; to withhold any other act signals nothing.
_TURNED: dict[Stance | None, Stance | None] = {"deny": "admit", "admit": "deny"}


def cue_words(text: str) -> list[str]:
    """The words of a cue in lower case, with "n't" and the possessive "'s" apart and punctuation dropped."""
    return _WORD.findall(text.lower())


def _rank(match: CueMatch) -> tuple[int, int, int]:
    """Telling cues before plain ones ("is said to have denied"), verbs before nouns, then the first."""
    telling = 2 if match.cue.stance == "assert" else 1 if match.cue.stance is None else 0
    return telling, ("verb", "phrase", "noun").index(match.cue.part), match.start


def find_cue(words: Sequence[str] | str) -> CueMatch | None:
    """The cue of the lexicon that tells most about ``words``; its places count in ``cue_words`` of a string."""
    lowered = cue_words(words) if isinstance(words, str) else [word.lower() for word in words]
    return min(cue_lexicon().find(lowered), key=_rank, default=None)


def stance_of_cue(words: Sequence[str] | str, *, negated: bool = False) -> Stance | None:
    """The stance that a cue's words signal, ``None`` where they signal none or are not in the lexicon.

    The longest expression at a place counts ("ruled out" denies though "ruled" would not). ``negated`` tells of a
    negation outside ``words``; one inside them ("did not deny", "refused to accept") is seen and turns it round
    again.
    """
    lowered = cue_words(words) if isinstance(words, str) else [word.lower() for word in words]
    match = find_cue(lowered)
    if match is None:
        return None
    cue = match.cue
    if cue_lexicon().refused(lowered, match.start) == negated:
        return cue.stance
    if cue.act == "think":
        return "deny"
    return _TURNED.get(cue.stance)
