"""The words that tell of events: the trained head's triggers and the rules' candidates, weighed together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tacitus.extract.claims import DraftClaim
from tacitus.extract.event_arguments import is_passive
from tacitus.extract.event_aspects import aspect_of
from tacitus.extract.event_candidates import EventCandidate, event_candidates
from tacitus.extract.event_clauses import evidence
from tacitus.extract.event_frames import Frame, Roles
from tacitus.extract.event_history import History
from tacitus.extract.event_lexicon import Entry
from tacitus.extract.event_participants import AskedEvent
from tacitus.extract.event_predicates import Predicate
from tacitus.extract.event_roles import parties
from tacitus.extract.event_sides import PhraseSides
from tacitus.language.reading import Reading
from tacitus.model import EVENT_TYPES, Aspect, EventType
from tacitus.resolve.syntax import Range, Syntax

_RULES = 0.3  # weight of the rules beside the trained head
_TAKEN = 0.24
_HEARD = 0.15  # probability below which a word is not looked at, unless a rule names it
_HEARD_ASPECTS = frozenset(("actual", "denied"))
_SURE = 0.75  # a rule's confidence from which the head is not needed; 0.65 to 1 tried on dev
_UNHEARD = 0.4  # and where the head hears nothing in all of a text, as in single sentences without a context
_NEAR = 6  # tokens between a rule's trigger and the head's for the two to be one event
_HISTORY, _DENIED = 0.5, 0.5  # probabilities
_ANY_FRAME = Frame(
    "unlisted",
    False,
    Roles(
        (frozenset(("subject",)),), (frozenset(("object",)), frozenset(("on", "against", "at", "to", "with", "from")))
    ),
    Roles((frozenset(("by", "owner")),), (frozenset(("on", "against", "at", "of", "to", "with")),)),
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event before its parties are known; ``claim`` is the number of the claim that tells of it."""

    token: int
    type: EventType
    mode: str | None
    aspect: Aspect
    background: bool
    evidence: Range
    agents: tuple[Range, ...]
    recipients: tuple[Range, ...]
    claim: int | None
    asked: AskedEvent
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Heard:
    """A type at a word, as the trained head hears it, with the rules' candidate for the same event."""

    token: int
    type: EventType
    share: float
    candidate: EventCandidate


def _unlisted(syntax: Syntax, history: History, token: int, kind: EventType) -> EventCandidate:
    """The candidate of a word that the trained head hears and the lexicon does not have."""
    verbal = syntax.upos[token] in ("VERB", "AUX")
    nothing: frozenset[str] = frozenset()
    entry = Entry(
        lemma=syntax.lower[token],
        part="verb" if verbal else "noun",
        type=kind,
        mode=None,
        frame=_ANY_FRAME,
        objects=None,
        subjects=None,
        barred=nothing,
        behind=nothing,
        consequence=False,
        confidence=0.0,
    )
    predicate = Predicate(entry, token, (token,), verbal, verbal and is_passive(syntax, token))
    named, clause = parties(syntax, predicate), evidence(syntax, predicate, frozenset())
    return EventCandidate(
        trigger=token,
        type=kind,
        mode=None,
        agents=named.agents,
        recipients=named.recipients,
        reciprocal=False,
        aspect=aspect_of(syntax, predicate),
        background=history.recalls(token, kind, clause),
        evidence=clause,
        rule=f"{entry.lemma}: trained head",
        confidence=0.0,
        listed=False,
    )


def _by_head(reading: Reading | None) -> list[tuple[int, EventType, float]]:
    """Words that the trained head hears as triggers: (token, type, probability)."""
    if reading is None:
        return []
    tokens, types = np.nonzero(reading.event >= _HEARD)
    return [(int(t), EVENT_TYPES[int(k)], float(reading.event[t, k])) for t, k in zip(tokens, types, strict=True)]


def _one_event(syntax: Syntax, candidate: EventCandidate, token: int, kind: EventType) -> bool:
    """Whether a rule's candidate and a word that the head hears tell of one event."""
    if candidate.type != kind or syntax.sentence[candidate.trigger] != syntax.sentence[token]:
        return False
    linked = token in (syntax.head[candidate.trigger],) or syntax.head[token] == candidate.trigger
    inside = candidate.evidence[0] <= token < candidate.evidence[1]
    return token == candidate.trigger or linked or (inside and abs(token - candidate.trigger) <= _NEAR)


def _weighed(syntax: Syntax, reading: Reading | None) -> list[_Heard]:
    candidates = event_candidates(syntax)
    if reading is None:
        return [_Heard(item.trigger, item.type, item.confidence, item) for item in candidates]
    found: list[_Heard] = []
    used: set[int] = set()
    history = History(syntax)
    for token, kind, share in sorted(_by_head(reading), key=lambda item: -item[2]):
        near = [
            (abs(item.trigger - token), number)
            for number, item in enumerate(candidates)
            if number not in used and _one_event(syntax, item, token, kind)
        ]
        twin = any(other.type == kind and _close(syntax, other.token, token) for other in found)
        if twin and not near:
            continue  # the head hears one event at several words of its clause
        if near:
            used.add(min(near)[1])
        candidate = candidates[min(near)[1]] if near else _unlisted(syntax, history, token, kind)
        found.append(_Heard(token, kind, (1 - _RULES) * share + _RULES * candidate.confidence, candidate))
    for number, item in enumerate(candidates):
        if number not in used:
            heard = float(reading.event[item.trigger, EVENT_TYPES.index(item.type)])
            share = (1 - _RULES) * heard + _RULES * item.confidence
            if item.aspect not in _HEARD_ASPECTS or item.confidence >= _SURE:
                share = max(share, item.confidence)  # the head was taught what happened or was denied, no plans
            found.append(_Heard(item.trigger, item.type, share, item))
    return found


def _close(syntax: Syntax, one: int, other: int) -> bool:
    """Whether two words stand in one clause: either hangs on the other, or both on a third."""
    return (
        syntax.head[one] == other
        or syntax.head[other] == one
        or (syntax.head[one] == syntax.head[other] and abs(one - other) <= _NEAR)
    )


def _claim_at(syntax: Syntax, claims: list[DraftClaim], token: int) -> int | None:
    """The innermost claim that holds a word."""
    at = syntax.starts[token]
    holding = [
        (span.end - span.start, number)
        for number, claim in enumerate(claims)
        for span in claim.content
        if span.start <= at < span.end
    ]
    return min(holding)[1] if holding else None


def _is_alleged(heard: _Heard, agents: frozenset[str], speaker: str) -> bool:
    """Whether the telling of a deed is an accusation ("Baku said Armenian mortars had fired").

    Then whoever says so accuses, and whoever does it is accused.
    """
    return heard.type == "ACCUSE" and not heard.candidate.listed and not agents <= {speaker}


def _trigger(reading: Reading | None, sides: PhraseSides, claims: list[DraftClaim], heard: _Heard) -> Trigger:
    candidate, token, book = heard.candidate, heard.token, sides.book
    claim = _claim_at(book.syntax, claims, token)
    speaker = claims[claim].speaker if claim is not None else None
    side = book.entries[speaker].side if speaker is not None else None
    agents, recipients = sides.told(candidate.agents), sides.told(candidate.recipients)
    named = candidate.agents, candidate.recipients
    if side is not None and _is_alleged(heard, agents, side):
        named, agents, recipients = ((), candidate.agents), frozenset((side,)), agents
    asked = AskedEvent(token, heard.type, agents, recipients, side, candidate.reciprocal)
    past = float(reading.background[token]) if reading is not None else float(candidate.background)
    denied = reading is not None and float(reading.denied[token]) > _DENIED
    return Trigger(
        token=token,
        type=heard.type,
        mode=candidate.mode,
        aspect="denied" if denied else candidate.aspect,
        background=past > _HISTORY,
        evidence=(min(token, candidate.evidence[0]), max(token + 1, candidate.evidence[1])),
        agents=named[0],
        recipients=named[1],
        claim=claim,
        asked=asked,
        rule=candidate.rule,
        confidence=heard.share,
    )


def read_triggers(
    syntax: Syntax, reading: Reading | None, sides: PhraseSides, claims: list[DraftClaim]
) -> list[Trigger]:
    """Every event that a report tells of, in order of the text, its parties still unknown."""
    weighed = _weighed(syntax, reading)
    heard = [item for item in weighed if item.share >= _TAKEN]
    heard = heard or [item for item in weighed if item.candidate.confidence >= _UNHEARD]
    heard.sort(key=lambda item: (item.token, item.type))
    return [_trigger(reading, sides, claims, item) for item in heard]
