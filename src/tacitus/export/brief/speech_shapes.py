"""How the words of a claim begin, which tells how a verb can take them in."""

from __future__ import annotations

import re
from typing import Literal

Shape = Literal["own", "to", "doing", "clause", "asked", "charged", "thing"]
"""The speaker's own voice ("we hold it"), a verb with "to", a verb in -ing, a clause, a party asked "to" or charged
"of" doing something, or another thing."""

_OWN = re.compile(r"(?:i|we|our|my|you|your)\b", re.IGNORECASE)
_TO = re.compile(r"to\s+[a-z]")
_NO_VERB = r"(?:any|some|every|no)?thing|during|according|morning|evening|king|spring|string|building|meeting"
_DOING = re.compile(rf"(?:(?:not|[a-z]+ly)\s+)?(?!(?:{_NO_VERB})\b)[a-z]{{2,}}ing\b")
_AUX = r"(?:has|have|had|is|are|was|were|will|would|could|can|may|might|must|should|did|does|do)"
_CLAUSE = re.compile(rf"(?:(?!\b(?:that|which|who|whom|whose|if|as|what|how)\b)[^,;:.]){{0,60}}?\b{_AUX}\b")
_ASKED = re.compile(r"(?:[\w'’-]+\s+){1,6}?to\s+(?!(?:the|a|an|its|their|his|her|all|any)\b)[a-z]+\b")
_CHARGED = re.compile(r"(?:[\w'’-]+\s+){1,6}?of\s+(?:[a-z]+ly\s+)?[a-z]+ing\b")
_PRONOUN = re.compile(r"(?:it|he|she|they|there|this|that|nobody|no one|none)\s", re.IGNORECASE)


def shape_of(words: str) -> Shape:
    """How the words begin; a clause is told by its pronoun or by an auxiliary verb near its start."""
    if _OWN.match(words):
        return "own"
    if _TO.match(words):
        return "to"
    if _DOING.match(words):
        return "doing"
    if _PRONOUN.match(words) or _CLAUSE.match(words):
        return "clause"
    if _CHARGED.match(words):
        return "charged"
    return "asked" if _ASKED.match(words) else "thing"
