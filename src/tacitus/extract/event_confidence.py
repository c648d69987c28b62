"""How sure a candidate is: how often its predicate is coded, and how much its construction tells."""

from __future__ import annotations

from tacitus.extract.event_lexicon import event_lexicon
from tacitus.extract.event_predicates import Predicate
from tacitus.extract.event_roles import Parties
from tacitus.resolve.syntax import Syntax

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "such"))
_MOST = 0.97


def construction(syntax: Syntax, predicate: Predicate, parties: Parties) -> str:
    """The kind of construction: aftermath, verb or noun, and who is named in it.

    "named" where an agent is, "struck" where only a recipient is, else "bare". A noun with an article that points back
    ("the raid") mostly tells again of what was told before.
    """
    named = "named" if parties.agents else "struck" if parties.recipients else "bare"
    if predicate.entry.consequence:
        return f"aftermath {named}"
    if predicate.verbal or predicate.light is not None or predicate.entry.part == "phrase":
        return f"verb {named}"
    definite = any(syntax.lower[child] in _DEFINITE for child in syntax.children(predicate.trigger))
    return f"{'definite' if definite else 'noun'} {named}"


def confidence(syntax: Syntax, predicate: Predicate, parties: Parties) -> float:
    """The share of such candidates that careful coders code (0..1)."""
    lexicon, entry = event_lexicon(), predicate.entry
    base = lexicon.measured.get((entry.type or "", entry.lemma), entry.confidence)
    return round(min(_MOST, base * lexicon.constructions[construction(syntax, predicate, parties)]), 3)
