"""The words that tell of an event: its clause without the clauses of other events."""

from __future__ import annotations

from collections.abc import Set

from tacitus.extract.event_arguments import relation
from tacitus.extract.event_predicates import Predicate
from tacitus.resolve.syntax import Range, Syntax

_SUBORDINATE = frozenset(("ccomp", "advcl", "acl", "parataxis", "conj", "csubj", "xcomp"))
_EDGE = ("PUNCT", "SPACE", "CCONJ", "SCONJ")


def evidence(syntax: Syntax, predicate: Predicate, triggers: Set[int]) -> Range:
    """The clause of a predicate, cut where another event's clause begins and trimmed of punctuation."""
    top = predicate.trigger
    if predicate.light is not None:
        top = predicate.light
    elif not predicate.verbal and relation(syntax, top) in ("nsubj", "obj"):
        governor = syntax.head[top]
        top = governor if syntax.upos[governor] == "VERB" and governor not in triggers else top
    inside = {top, *predicate.tokens}
    rest = [top, *predicate.tokens]
    while rest:
        token = rest.pop()
        for child in syntax.children(token):
            if child in inside or (relation(syntax, child) in _SUBORDINATE and _apart(syntax, child, triggers, token)):
                continue
            inside.add(child)
            rest.append(child)
    start = end = predicate.trigger
    while start - 1 in inside:
        start -= 1
    while end + 1 in inside:
        end += 1
    while start < predicate.trigger and syntax.upos[start] in _EDGE:
        start += 1
    while end > predicate.trigger and syntax.upos[end] in _EDGE:
        end -= 1
    return start, max(end + 1, *(token + 1 for token in predicate.tokens if start <= token))


def _apart(syntax: Syntax, child: int, triggers: Set[int], head: int) -> bool:
    """Whether a clause is one of its own: another event's, or a finite one behind a comma."""
    if child in triggers:
        return True
    return relation(syntax, child) in ("parataxis", "ccomp") and syntax.upos[child] in ("VERB", "AUX") and child < head
