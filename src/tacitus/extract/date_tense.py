"""Whether the clause that an expression of time stands in looks ahead."""

from __future__ import annotations

from tacitus.extract.date_found import Ahead
from tacitus.extract.date_lexicon import date_lexicon
from tacitus.resolve.syntax import Syntax

_VERBAL = ("VERB", "AUX", "ADJ")
_PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
_PERFECT = frozenset({"have", "has", "had", "having"})
_BE = frozenset({"was", "were", "be", "been"}) | _PRESENT
_FARTHEST = 8


def looks_ahead(syntax: Syntax, token: int, *, before: str = "") -> Ahead | None:
    """Whether the predicate over ``token`` tells what is to come, and from when: see ``Moment.ahead``.

    ``before`` is the word before the expression of time: "by" or "until" sets a term.
    """
    links = date_lexicon().links
    predicate = governor(syntax, token)
    if predicate is None:
        return None
    found = _of_predicate(syntax, predicate)
    if found is None and before == "for" and syntax.lower[predicate] in links.coming:
        return "weak"
    if found is None and before in links.deadlines and syntax.lower[predicate] in links.predicates:
        return "weak"
    return found


def _of_predicate(syntax: Syntax, predicate: int) -> Ahead | None:
    links = date_lexicon().links
    at = predicate
    for _ in range(_FARTHEST):
        found = _of_clause(syntax, at)
        if found is not None:
            return found
        above = syntax.head[at]
        opened = any(
            syntax.dep[child] == "mark" and syntax.lower[child] in links.open_clauses for child in syntax.children(at)
        )
        if above == at or not (syntax.dep[at] == "xcomp" or (opened and syntax.dep[at] == "advcl")):
            return None
        at = above
    return None


def _of_clause(syntax: Syntax, predicate: int) -> Ahead | None:
    """Whether a predicate's own words look ahead, or what it hangs on with "to" does."""
    links = date_lexicon().links
    children = syntax.children(predicate)
    words = {syntax.lower[child] for child in children if child < predicate}
    if words & _PERFECT:
        return None
    helpers = {syntax.lower[child] for child in children if syntax.dep[child].startswith("aux")}
    if helpers & links.strong:
        return "strong"
    if helpers & links.weak:
        return "weak"
    if syntax.lower[predicate] in links.coming:
        return "strong" if words & _PRESENT else "weak" if words & _BE else None
    infinitive = any(syntax.lower[child] == "to" and syntax.upos[child] == "PART" for child in children)
    due = any(syntax.lower[child] == "due" for child in children if child < predicate)
    if due or (infinitive and words & (_BE - {"be", "been"})):
        return "strong" if words & _PRESENT else "weak"
    over = syntax.head[predicate]
    if infinitive and over != predicate:
        if syntax.lower[over] in links.coming:
            return "strong"
        return "weak" if syntax.lower[over] in links.predicates else None
    return None


def governor(syntax: Syntax, token: int) -> int | None:
    """The predicate that ``token`` hangs on: the first verb or predicative word over it."""
    at = token
    for _ in range(_FARTHEST):
        above = syntax.head[at]
        if above == at:
            return at if syntax.upos[at] in _VERBAL else None
        at = above
        if syntax.upos[at] in ("VERB", "AUX") or syntax.lower[at] in date_lexicon().links.coming:
            return at
        if any(syntax.dep[child] == "cop" for child in syntax.children(at)):
            return at
    return None
