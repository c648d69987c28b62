"""Candidates for events by rules: which predicate, who to whom, in which aspect, told by which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tacitus.extract.event_aspects import announced, aspect_of
from tacitus.extract.event_clauses import evidence
from tacitus.extract.event_confidence import confidence
from tacitus.extract.event_history import History
from tacitus.extract.event_lexicon import event_lexicon
from tacitus.extract.event_merge import Draft, one_each
from tacitus.extract.event_predicates import Predicate, predicates
from tacitus.extract.event_roles import parties
from tacitus.model import Aspect, EventType
from tacitus.resolve.syntax import Range, Syntax

# What it is, by PLOVER, to announce an event of a type, and how sure: of 15 threats and 11 concessions found so
# 10 and 6 were coded, the others are too rare to measure and are set low.
_ANNOUNCED: dict[EventType, tuple[EventType, float]] = {
    "ASSAULT": ("THREATEN", 0.45),
    "COERCE": ("THREATEN", 0.4),
    "SANCTION": ("THREATEN", 0.4),
    "RETREAT": ("CONCEDE", 0.5),
    "AID": ("AGREE", 0.25),
    "CONSULT": ("AGREE", 0.25),
}


@dataclass(frozen=True, slots=True)
class EventCandidate:
    """A predicate that tells of a PLOVER event.

    ``trigger`` is its token; ``agents`` and ``recipients`` are the token ranges of phrases, one each for joined
    phrases; where ``reciprocal``, all are agents (two-sided
    fighting, or what they do "to each other"). ``evidence`` is the token range of the clause, ``rule`` the entry
    and the construction that found it, ``confidence`` how often such candidates are coded events, ``listed`` whether
    the lexicon has it.
    """

    trigger: int
    type: EventType
    mode: str | None
    agents: tuple[Range, ...]
    recipients: tuple[Range, ...]
    reciprocal: bool
    aspect: Aspect
    background: bool
    evidence: Range
    rule: str
    confidence: float
    listed: bool = True


def event_candidates(syntax: Syntax) -> list[EventCandidate]:
    """The events that the predicates of a text tell of, in order; one for each happening of a sentence."""
    drafts = [Draft(predicate, parties(syntax, predicate)) for predicate in predicates(syntax)]
    kept = one_each(syntax, drafts)
    triggers = frozenset(draft.predicate.trigger for draft in kept)
    history = History(syntax)
    return [_candidate(syntax, draft, triggers, history) for draft in kept]


def _candidate(syntax: Syntax, draft: Draft, triggers: frozenset[int], history: History) -> EventCandidate:
    predicate = draft.predicate
    entry = predicate.entry
    assert entry.type is not None  # entries of no type yield no predicates
    type, aspect, rule = entry.type, aspect_of(syntax, predicate), _rule(syntax, predicate)
    sure = confidence(syntax, predicate, draft.parties)
    if aspect == "planned" and type in _ANNOUNCED and announced(syntax, predicate):
        (type, sure), aspect, rule = _ANNOUNCED[type], "actual", f"{entry.lemma}: announced"
    clause = evidence(syntax, predicate, triggers - {predicate.trigger})
    return EventCandidate(
        trigger=predicate.trigger,
        type=type,
        mode=_mode(syntax, predicate, clause) if type == entry.type else None,
        agents=draft.parties.agents,
        recipients=draft.parties.recipients,
        reciprocal=entry.frame.reciprocal or draft.parties.mutual,
        aspect=aspect,
        background=history.recalls(predicate.trigger, type, clause),
        evidence=clause,
        rule=rule,
        confidence=sure,
    )


def _mode(syntax: Syntax, predicate: Predicate, clause: Range) -> str | None:
    """The entry's mode, for an ASSAULT else the first that a word of the clause tells."""
    if predicate.entry.mode is not None or predicate.entry.type != "ASSAULT":
        return predicate.entry.mode
    words = frozenset(syntax.lower[clause[0] : clause[1]])
    for mode, telling in event_lexicon().modes:
        if words & telling:
            return mode
    return None


def _rule(syntax: Syntax, predicate: Predicate) -> str:
    """The entry and the construction that it was found in."""
    if predicate.light is not None:
        return f"{predicate.entry.lemma}: light verb '{syntax.lower[predicate.light]}'"
    if not predicate.verbal:
        return f"{predicate.entry.lemma}: {predicate.entry.part}"
    return f"{predicate.entry.lemma}: {'passive' if predicate.passive else 'active'}"


def main_event(candidates: Sequence[EventCandidate], syntax: Syntax) -> EventCandidate | None:
    """The event that a sentence is about: told as actual before else, nearest the root, most certain; else ``None``."""
    return min(candidates, key=lambda candidate: _rank(candidate, syntax), default=None)


def _rank(candidate: EventCandidate, syntax: Syntax) -> tuple[bool, int, float, int]:
    depth, at = 0, candidate.trigger
    while syntax.head[at] != at:
        at, depth = syntax.head[at], depth + 1
    return candidate.aspect not in ("actual", "denied"), depth, -candidate.confidence, candidate.trigger
