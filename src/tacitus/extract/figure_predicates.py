"""What a predicate tells of the people who have a part in it: killed, captured, fled, nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tacitus.extract.counted_nouns import case_of
from tacitus.extract.figure_lexicon import figure_lexicon
from tacitus.model import FigureKind, GroupType
from tacitus.resolve.syntax import Syntax

Role = Literal["patient", "subject", "oblique"]
CERTAIN, GOVERNED, WEAK, NEAR = 0.95, 0.9, 0.75, 0.5
"""How sure the evidence is: the people's own name, their predicate, a predicate that may say else, a word nearby."""

INSIDE = frozenset(("including", "among", "of", "between", "with", "like"))
"""Prepositions that name a part of the people spoken of."""

PASSIVE = frozenset(("was", "were", "been", "being", "are", "is", "be", "got"))
# Which preposition must stand before a word beside the verb for it to decide ("taken to hospital").
_MARKED: dict[FigureKind, frozenset[str]] = {
    "displaced": frozenset(("from", "for")),
    "wounded": frozenset(("in", "to", "into", "with", "from")),
    "detained": frozenset(("in", "to", "into", "under")),
}
_APART = ("nsubj", "conj", "advcl", "ccomp", "parataxis")
_INNER = ("xcomp", "ccomp", "advcl", "acl")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in its sentence: its token, the noun that it counts (its own where alone), and what people they are."""

    syntax: Syntax
    token: int
    noun: int
    type: GroupType | None
    article: bool

    @property
    def bare(self) -> bool:
        """Whether no noun tells what the number counts ("49", "two of them", "five others")."""
        return self.noun == self.token or self.syntax.lower[self.noun] in figure_lexicon().standing


@dataclass(frozen=True, slots=True)
class Evidence:
    """A kind and how sure the words make it (0..1)."""

    kind: FigureKind
    confidence: float


def sure(kind: FigureKind | None, confidence: float) -> Evidence | None:
    """Evidence of a kind, none of none."""
    return None if kind is None else Evidence(kind, confidence)


def role_of_noun(syntax: Syntax, noun: int) -> Role | None:
    """What part a noun has in what its head tells; ``None`` where the head is no predicate."""
    dep = syntax.dep[noun]
    if dep in ("nsubj:pass", "obj", "csubj:pass"):
        return "patient"
    if dep.startswith("nsubj"):
        return "patient" if is_passive(syntax, syntax.head[noun]) else "subject"
    return "oblique" if dep.startswith("obl") or dep == "iobj" else None


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether the verb is passive, also where the parser only marks a plain auxiliary."""
    for child in syntax.children(verb):
        if syntax.dep[child] in ("aux:pass", "nsubj:pass"):
            return True
        if syntax.dep[child] == "aux" and syntax.lower[child] in PASSIVE and not syntax.lower[verb].endswith("ing"):
            return True
    return False


def has_object(syntax: Syntax, verb: int) -> bool:
    """Whether a form that may be past tense or participle does something to somebody."""
    return any(syntax.dep[child] in ("obj", "ccomp") and child > verb for child in syntax.children(verb))


def speaks(syntax: Syntax, noun: int) -> bool:
    """Whether the noun is the subject of a verb of saying."""
    verb = syntax.head[noun]
    speech = syntax.upos[verb] == "VERB" and syntax.lower[verb] in figure_lexicon().speech
    return speech and syntax.dep[noun].startswith("nsubj") and not is_passive(syntax, verb)


def predicate_kind(counted: Counted, verb: int, role: Role, noun: int) -> Evidence | None:
    """What a predicate tells of the people who have that role in it; ``noun`` is their word there."""
    syntax, lexicon = counted.syntax, figure_lexicon()
    verbs, word = lexicon.verbs, syntax.lower[verb]
    beside = _beside_verb(syntax, verb, noun, role)
    if beside is not None:
        return Evidence(beside, GOVERNED)
    if role == "oblique":
        inside = case_of(syntax, noun) in INSIDE
        return sure(verbs.patient.get(word) or verbs.subject.get(word), WEAK) if inside else None
    if syntax.upos[verb] != "VERB" and word in lexicon.certain:
        return Evidence(lexicon.certain[word], GOVERNED)
    kind = (verbs.patient if role == "patient" else verbs.subject).get(word)
    headline = role == "subject" and word in verbs.patient and not word.endswith("ing")
    if kind is None and headline and not has_object(syntax, verb):  # "12 killed in Homs"
        kind = lexicon.certain.get(word)
    if kind is not None:
        return Evidence(kind, GOVERNED)
    weak = (verbs.weak_patient if role == "patient" else verbs.weak_subject).get(word)
    fits = weak is not None and (counted.type or "any") in verbs.weak_types[weak]
    return sure(weak, WEAK) if fits else None


def _beside_verb(syntax: Syntax, verb: int, noun: int, role: Role) -> FigureKind | None:
    """The kind that words hung on the verb decide ("left 12 dead", "taken prisoner", "driven from their homes")."""
    for child in syntax.children(verb):
        if child == noun or syntax.dep[child].startswith(_APART):
            continue
        kind = figure_lexicon().beside.get(syntax.lower[child])
        if kind is None or (kind in _MARKED and case_of(syntax, child) not in _MARKED[kind]):
            continue
        if role == "patient" or syntax.dep[child] != "obj":
            return kind
    return None


def carried_kind(counted: Counted, verb: int) -> Evidence | None:
    """What the complement of a verb tells ("are known to have died", "was reported missing")."""
    syntax = counted.syntax
    if syntax.lower[verb] not in figure_lexicon().carrying:
        return None
    for child in syntax.children(verb):
        if syntax.dep[child] in _INNER:
            done = is_passive(syntax, child) or syntax.lower[child].endswith("ed")
            found = predicate_kind(counted, child, "patient" if done else "subject", counted.noun)
            if found is not None:
                return found
    return None
