"""Noun phrases around a name or a head noun: what stands before it, and what explains it after a comma."""

from __future__ import annotations

from tacitus.resolve.roles import Role, role_of
from tacitus.resolve.syntax import Range, Syntax

_PREMODIFIERS = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_LINKS = frozenset(("'s", "’s", "'", "’", "-", "&"))
_OF_LINKS = frozenset(("of", "for", "and", "the", "to"))
_FOREIGN = frozenset(("to", "in", "with", "against", "on", "at", "from", "by", "near", "over", "after"))
_MOST_WORDS = 14


def left_edge(syntax: Syntax, start: int) -> int:
    """Where the premodifiers that run up to ``start`` begin ("Armenia's Prime Minister" before a name)."""
    first = start
    while first > 0 and start - first < _MOST_WORDS and syntax.sentence[first - 1] == syntax.sentence[start]:
        before = first - 1
        plain = syntax.upos[before] in _PREMODIFIERS or syntax.lower[before] in _LINKS
        if not plain and not (syntax.lower[before] in _OF_LINKS and _role_before(syntax, before)):
            break
        first = before
    while first < start and (syntax.lower[first] in _LINKS or syntax.lower[first] in _OF_LINKS):
        first += 1
    if 0 < first < start and syntax.upos[first - 1] in ("DET", "PRON"):
        first -= 1
    return first


def _role_before(syntax: Syntax, position: int) -> bool:
    """Whether a role noun stands within four tokens before a link word ("secretary" before "of")."""
    for index in range(position - 1, max(-1, position - 5), -1):
        if syntax.upos[index] not in _PREMODIFIERS and syntax.lower[index] not in _OF_LINKS:
            return False
        if syntax.upos[index] in ("NOUN", "PROPN") and role_of(syntax.words[index]):
            return True
    return False


def apposition_after(syntax: Syntax, end: int) -> Range | None:
    """The explanation in commas behind a name ("Anar Eyvazov, a spokesman for the ministry,"), if it holds a role."""
    if end >= len(syntax.words) or syntax.words[end] != ",":
        return None
    start = end + 1
    stop = start
    while (
        stop < len(syntax.words)
        and syntax.sentence[stop] == syntax.sentence[end]
        and syntax.words[stop] not in (",", ";", ".", '"', "“", "”", ":", "(", "—", "–")
        and stop - start < _MOST_WORDS
        and syntax.upos[stop] not in ("VERB", "AUX")
        and syntax.lower[stop] not in ("who", "which", "that", "whose")
    ):
        stop += 1
    if (
        stop > start
        and any(role_of(syntax.words[index]) for index in range(start, stop) if syntax.upos[index] in ("NOUN", "PROPN"))
        and syntax.upos[start] in ("DET", "NOUN", "PROPN", "ADJ", "PRON")
    ):
        return start, stop
    return None


def apposition_before(syntax: Syntax, start: int) -> Range | None:
    """The description that a name in commas explains ("its spokesman, Ardalan Safakish,")."""
    if start < 2 or syntax.words[start - 1] != ",":
        return None
    end = start - 1
    first = left_edge(syntax, end)
    if first < end and any(
        role_of(syntax.words[index]) for index in range(first, end) if syntax.upos[index] in ("NOUN", "PROPN")
    ):
        return first, end
    return None


def role_in(syntax: Syntax, tokens: Range) -> Role | None:
    """What the nouns of a phrase tell: the first that names people, else the last that names a body."""
    found: Role | None = None
    for index in range(*tokens):
        if syntax.upos[index] in ("NOUN", "PROPN"):
            pair = f"{syntax.words[index - 1]} {syntax.words[index]}" if index > tokens[0] else ""
            known = role_of(pair, syntax.words[index])
            found = known or found
            if known is not None and not known.body:
                return known
    return found


def role_nouns(syntax: Syntax, tokens: Range) -> list[str]:
    """The nouns of a phrase that tell a role, in lower case ("army", "spokesman")."""
    return [syntax.lower[index] for index in range(*tokens) if role_of(syntax.words[index]) is not None]


def foreign(syntax: Syntax, tokens: Range, at: int) -> bool:
    """Whether what stands at ``at`` is named as another party ("ambassador to", "war with"), not as whose it is."""
    index = at - 1
    while index >= tokens[0] and (syntax.upos[index] in ("DET", "ADJ") or syntax.lower[index] in ("the", "both")):
        index -= 1
    return index >= tokens[0] and syntax.lower[index] in _FOREIGN


def trim(syntax: Syntax, tokens: Range) -> Range:
    """The range without punctuation and white space at its ends."""
    first, last = tokens
    while first + 1 < last and syntax.upos[first] in ("PUNCT", "SPACE"):
        first += 1
    while last - 1 > first and (
        syntax.upos[last - 1] in ("PUNCT", "SPACE", "ADP", "DET", "CCONJ") and syntax.words[last - 1] != "."
    ):
        last -= 1
    return first, last


def dateline_end(syntax: Syntax) -> int:
    """The token behind a dateline ("ADDIS ABABA, May 18 (Nile Wire) -"); 0 where there is none."""
    for index in range(min(16, len(syntax.words))):
        if syntax.words[index] in ("-", "–", "—") and syntax.words[0].isupper():
            return index
    return 0
