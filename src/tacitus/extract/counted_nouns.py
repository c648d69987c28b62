"""The noun that a number counts ("soldiers" in "49 of its soldiers"), and the words that tell whose they are."""

from __future__ import annotations

from functools import cache

from tacitus.extract.quantity_lexicon import quantity_lexicon
from tacitus.resolve.syntax import Range, Syntax

_MODIFIES = ("nummod", "det", "amod", "advmod", "compound", "nmod:poss")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "NUM", "SYM"))
_OF_REACH = 6  # tokens between a number and the noun behind its "of"
_MOST_STEPS = 6
_WHOSE = frozenset(("of", "from", "for"))
_BECAME = frozenset(("dead", "wounded", "injured", "hurt", "missing", "prisoner", "captive", "hostage"))


@cache
def _number_nouns() -> frozenset[str]:
    numbers = quantity_lexicon().numbers
    scales = (*numbers.scales, *(f"{word}s" for word in numbers.scales))
    return frozenset((*scales, *numbers.vague, "couple", "number", "pair"))


def is_number(syntax: Syntax, token: int) -> bool:
    """Whether the token is a numeral or a noun that counts ("dozens", "couple")."""
    return syntax.upos[token] == "NUM" or syntax.lower[token] in _number_nouns()


def case_of(syntax: Syntax, token: int) -> str:
    """The preposition that marks ``token`` ("of", "including"), or the empty string."""
    for child in syntax.children(token):
        if child < token and syntax.dep[child] in ("case", "mark"):
            return syntax.lower[child]
    return ""


def _of_noun(syntax: Syntax, number: int) -> int | None:
    """The noun behind a number's "of" ("dozens of villagers", "two of them")."""
    for child in syntax.children(number):
        near = number < child <= number + _OF_REACH
        if near and syntax.dep[child].startswith(("nmod", "obl")) and case_of(syntax, child) == "of":
            return child
    return None


def _step(syntax: Syntax, at: int) -> int | None:
    """One step from a number towards the noun that it counts."""
    head = syntax.head[at]
    if syntax.dep[at].startswith(_MODIFIES) and syntax.upos[head] in _NOMINAL and head != at:
        return head
    if not is_number(syntax, at):
        return None
    behind = _of_noun(syntax, at)
    if behind is not None:
        return behind
    if syntax.dep[at] in ("conj", "nmod", "dep", "flat") and is_number(syntax, head) and abs(head - at) <= 3:
        return head
    for child in syntax.children(at):  # "between 3,000 and 4,000 soldiers": the noun may hang on the second
        if syntax.dep[child] == "conj" and is_number(syntax, child) and child - at <= 2:
            return child
    return None


def counted_noun(syntax: Syntax, token: int) -> int:
    """The token of the noun that the number at ``token`` counts, the number's own where it stands alone.

    Scales, "dozens of" and "of" are passed through: "cadets" in "some 30 cadets", "soldiers" in "49 of its soldiers",
    "them" in "two of them".
    """
    at, seen = token, {token}
    for _ in range(_MOST_STEPS):
        after = _step(syntax, at)
        if after is None or after in seen or "AUX" in syntax.upos[token:after]:
            break  # behind "were" stands what happened to the people
        seen.add(after)
        at = after
        if not is_number(syntax, at):
            behind = _of_noun(syntax, token) if at < token else None
            return at if behind is None else behind
    return _noun_behind(syntax, token) if at == token else at


def _noun_behind(syntax: Syntax, token: int) -> int:
    """The noun that stands right behind a number, with "of its" at most between, where the parse ties neither to it.

    A number behind a preposition stands alone ("put the dead at 64").
    """
    at, last = token + 1, len(syntax.words)
    if syntax.upos[token] != "NUM" or (token and syntax.upos[token - 1] == "ADP"):
        return token
    if at < last and syntax.lower[at] == "of":
        at += 1
        while at < last and syntax.upos[at] in ("DET", "PRON"):
            at += 1
    while at < last and syntax.upos[at] == "ADJ":
        at += 1
    if at == last or syntax.upos[at] != "NOUN" or syntax.sentence[at] != syntax.sentence[token]:
        return token
    while at + 1 < last and syntax.upos[at + 1] == "NOUN" and syntax.lower[at + 1] not in _BECAME:
        at += 1
    if at + 2 < last and syntax.words[at + 1] == "-" and syntax.upos[at + 2] in ("NOUN", "ADJ", "VERB"):
        at += 2  # "war-wounded"
    return at


def group_extent(syntax: Syntax, token: int) -> Range:
    """The token range that tells whom the number at ``token`` counts: number, noun and what says whose they are.

    Modifiers before the noun and phrases with "of", "from" or "for" behind it are taken in ("49 of its soldiers",
    "eight members of the State Border Service"); relative clauses and what happened to the people are not.
    """
    noun = counted_noun(syntax, token)
    first, last = min(token, noun), max(token, noun)
    for child in syntax.children(noun):
        start, end = syntax.subtree(child)
        if child < noun and syntax.dep[child].startswith((*_MODIFIES, "nmod")):
            first = min(first, start)
        elif child > noun and syntax.dep[child].startswith("nmod") and case_of(syntax, child) in _WHOSE:
            last = max(last, end - 1)
    return first, last + 1
