"""One event a happening: what an attack left behind and words that tell of it twice are not events of their own."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.extract.event_arguments import own_subject, relation
from tacitus.extract.event_predicates import Predicate
from tacitus.extract.event_roles import Parties
from tacitus.resolve.syntax import Syntax

_MOST_STEPS = 4
_CROSSES = frozenset(("ccomp", "parataxis", "csubj"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A predicate with those who have a part in it."""

    predicate: Predicate
    parties: Parties


def one_each(syntax: Syntax, drafts: list[Draft]) -> list[Draft]:
    """The drafts of separate happenings; a merged one takes over the parties that it lacks."""
    kept: list[Draft] = []
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(syntax.sentence[draft.predicate.trigger], []).append(draft)
    for group in by_sentence.values():
        # What is more than a consequence stands first, so that consequences find it.
        merged: list[Draft] = []
        for draft in sorted(group, key=lambda draft: (draft.predicate.entry.consequence, draft.predicate.trigger)):
            for at, other in enumerate(merged):
                if _same(syntax, other, draft):
                    merged[at] = _joined(other, draft)
                    break
            else:
                merged.append(draft)
        kept.extend(merged)
    return sorted(kept, key=lambda draft: draft.predicate.trigger)


def _joined(main: Draft, other: Draft) -> Draft:
    agents = main.parties.agents or (() if main.predicate.entry.frame.reciprocal else other.parties.agents)
    recipients = main.parties.recipients
    if not recipients and not main.predicate.entry.frame.reciprocal and not main.parties.mutual:
        recipients = other.parties.recipients
    return Draft(main.predicate, Parties(agents, recipients, main.parties.mutual))


def _same(syntax: Syntax, main: Draft, other: Draft) -> bool:
    """Whether two drafts of a sentence, the second no more telling than the first, are of one happening."""
    first, second = main.predicate, other.predicate
    if first.entry.type != second.entry.type:
        return False
    steps = _distance(syntax, first.trigger, second.trigger)
    if steps is None:
        return False
    agents = {syntax.head_of(tokens) for tokens in main.parties.agents}
    others = {syntax.head_of(tokens) for tokens in other.parties.agents}
    if agents and others and not agents & others:
        return False
    if _both_act(syntax, first, second):
        return False
    if second.entry.consequence and first.entry.type == "ASSAULT":
        return True
    nominal = not first.verbal or not second.verbal
    return nominal and steps <= 1


def _both_act(syntax: Syntax, first: Predicate, second: Predicate) -> bool:
    """Whether two verbs in the active have a subject of their own each."""
    return all(
        predicate.verbal
        and not predicate.passive
        and predicate.entry.frame.name != "suffer"
        and own_subject(syntax, predicate.trigger) is not None
        for predicate in (first, second)
    )


def _distance(syntax: Syntax, one: int, other: int) -> int | None:
    """Steps between two tokens in the parse, ``None`` where they are far or a reported clause lies between."""
    for low, high in ((one, other), (other, one)):
        at, steps = low, 0
        while steps < _MOST_STEPS:
            if at == high:
                return steps
            if relation(syntax, at) in _CROSSES or syntax.head[at] == at:
                break
            at, steps = syntax.head[at], steps + 1
    if syntax.head[one] == syntax.head[other] and {relation(syntax, one), relation(syntax, other)}.isdisjoint(_CROSSES):
        return 2
    return None
