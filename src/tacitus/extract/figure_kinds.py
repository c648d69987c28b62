"""Which kind of figure a number is, by the words that govern the noun it counts.

The surest evidence comes first: words that name the people by what happened to them, then the predicate that governs
them in the parse, then what the clause counts ("the toll rose to 12"), at last the nearest telling word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tacitus.extract.counted_nouns import case_of, is_number
from tacitus.extract.figure_lexicon import Kinds, figure_lexicon
from tacitus.model import FigureKind, GroupType
from tacitus.resolve.syntax import Syntax

Role = Literal["patient", "subject", "oblique"]
_CERTAIN, _GOVERNED, _WEAK, _COUNTED, _NEAR = 0.95, 0.9, 0.75, 0.75, 0.5
_MOST_CLIMBS = 6
_NEAR_REACH = 9
_BE = frozenset(("be", "is", "are", "was", "were", "been", "being", "'s", "’s"))
_PASSIVE = frozenset(("was", "were", "been", "being", "are", "is", "be", "got"))
_LINKS = frozenset(("had", "have", "has", "left", "also", "reported", "reportedly", "feared", "still", "as", "later"))
_INSIDE = frozenset(("including", "among", "of", "between", "with", "like"))
_CLAUSES = ("root", "ccomp", "advcl", "acl", "conj", "parataxis", "xcomp", "csubj")
_ARGUMENTS = ("nsubj", "obj", "obl", "nmod")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in its sentence: its token, the noun that it counts (its own where alone), and what people they are."""

    syntax: Syntax
    token: int
    noun: int
    type: GroupType | None
    article: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """A kind and how sure the words make it (0..1)."""

    kind: FigureKind
    confidence: float


def _sure(kind: FigureKind | None, confidence: float) -> Evidence | None:
    return None if kind is None else Evidence(kind, confidence)


def find_kind(counted: Counted) -> Evidence | None:
    """The kind of figure that the number is, ``None`` where nothing tells that it is one."""
    lexicon, word = figure_lexicon(), counted.syntax.lower[counted.noun]
    for found in (
        _sure(_beside(counted), _CERTAIN),
        _sure(lexicon.certain.get(word) if counted.noun != counted.token else None, _CERTAIN),
        _sure(_described(counted, counted.noun), _CERTAIN),
        _governed(counted),
        _sure(lexicon.soft.get(word), _WEAK),
        _sure(_counted_clause(counted), _COUNTED),
    ):
        if found is not None:
            return found
    if counted.article or _speaks(counted):
        return None
    return _sure(_nearest(counted), _NEAR)


def _beside(counted: Counted) -> FigureKind | None:
    """The state that follows right behind ("30 others were wounded", "twelve dead"), however the parser took it."""
    syntax, lexicon = counted.syntax, figure_lexicon()
    passive = False
    at = max(counted.token, counted.noun) + 1
    for index in range(at, min(at + 4, len(syntax.words))):
        if syntax.sentence[index] != syntax.sentence[counted.token]:
            return None
        word = syntax.lower[index]
        kind = lexicon.certain.get(word)
        if kind is not None and syntax.upos[index] in ("ADJ", "VERB", "NOUN"):
            return kind if passive or not _acts(syntax, index) else None
        passive |= word in _PASSIVE
        if word not in _LINKS and word not in _PASSIVE and word not in ("others", "other", "more", "people", "men"):
            return None
    return None


def _acts(syntax: Syntax, verb: int) -> bool:
    """Whether a form that may be past tense or participle does something to somebody."""
    return any(syntax.dep[child] in ("obj", "ccomp") and child > verb for child in syntax.children(verb))


def _described(counted: Counted, noun: int) -> FigureKind | None:
    """What adjectives and participles of the noun tell ("49 dead soldiers", "people killed in", "who died")."""
    syntax, lexicon = counted.syntax, figure_lexicon()
    for child in syntax.children(noun):
        dep, word = syntax.dep[child], syntax.lower[child]
        if dep in ("amod", "compound") and word in lexicon.certain:
            return lexicon.certain[word]
        if dep == "acl" and not word.endswith("ing"):
            kind = _predicate(counted, child, "patient", noun)
            if kind is not None:
                return kind.kind
        if dep in ("acl:relcl", "acl"):
            kind = _relative(counted, child, noun)
            if kind is not None:
                return kind
    return None


def _relative(counted: Counted, verb: int, noun: int) -> FigureKind | None:
    syntax = counted.syntax
    role: Role = "subject"
    for child in syntax.children(verb):
        if syntax.dep[child] in ("nsubj:pass", "aux:pass", "obj") and child < verb:
            role = "patient"
        elif syntax.dep[child] == "nsubj" and syntax.lower[child] not in ("who", "that", "which"):
            role = "patient"
    found = _predicate(counted, verb, role, noun)
    return None if found is None else found.kind


def _governed(counted: Counted) -> Evidence | None:
    """What the predicates above the counted noun tell, from the nearest up."""
    syntax, at = counted.syntax, counted.noun
    for step in range(_MOST_CLIMBS):
        head, dep = syntax.head[at], syntax.dep[at]
        if step:
            own = _own(counted, at)
            if own is not None:
                return own
        if head == at:
            return _rooted(counted, at)
        role = _role(syntax, at, head, dep)
        if role is not None and not _heard(syntax, head, role):
            found = _predicate(counted, head, role, at)
            if found is not None:
                return found
            if role != "oblique" or dep not in ("obl", "obl:unmarked") or case_of(syntax, at) not in _INSIDE:
                return _carried(counted, head, role)
        elif role is not None:
            return None
        at = head
    return None


def _own(counted: Counted, noun: int) -> Evidence | None:
    """What a noun above the counted one tells ("the deaths of 12", "40 dead, four of them children")."""
    lexicon, syntax = figure_lexicon(), counted.syntax
    if syntax.upos[noun] == "VERB":
        return None
    word = syntax.lower[noun]
    kind = lexicon.certain.get(word) or _described(counted, noun) or lexicon.soft.get(word)
    if kind is None and word in lexicon.tolls:
        kind = "killed"
    return _sure(kind, _GOVERNED)


def _rooted(counted: Counted, root: int) -> Evidence | None:
    if root == counted.noun:
        return None
    return _sure(figure_lexicon().certain.get(counted.syntax.lower[root]), _GOVERNED)


def _role(syntax: Syntax, at: int, head: int, dep: str) -> Role | None:
    """What part the noun at ``at`` has in what its head tells; ``None`` where the head is no predicate."""
    if dep in ("nsubj:pass", "obj", "csubj:pass"):
        return "patient"
    if dep.startswith("nsubj"):
        return "patient" if _is_passive(syntax, head) else "subject"
    if dep.startswith("obl") or dep == "iobj":
        return "oblique"
    return None


def _is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether the verb is passive, or stands alone as headlines have it ("12 killed in Homs")."""
    children = syntax.children(verb)
    if any(syntax.dep[child] in ("aux:pass", "nsubj:pass") for child in children):
        return True
    if any(syntax.dep[child] == "aux" and syntax.lower[child] in _PASSIVE for child in children):
        return not syntax.lower[verb].endswith("ing")
    return False


def _heard(syntax: Syntax, verb: int, role: Role) -> bool:
    """Whether the verb tells that its subject speaks."""
    return role == "subject" and syntax.lower[verb] in figure_lexicon().speech and _complains(syntax, verb)


def _complains(syntax: Syntax, verb: int) -> bool:
    return syntax.upos[verb] == "VERB" and not _is_passive(syntax, verb)


def _predicate(counted: Counted, verb: int, role: Role, noun: int) -> Evidence | None:
    """What a predicate tells of the people who have that role in it."""
    syntax, lexicon = counted.syntax, figure_lexicon()
    verbs, word = lexicon.verbs, syntax.lower[verb]
    beside = _complement(syntax, verb, noun, role)
    if beside is not None:
        return Evidence(beside, _GOVERNED)
    if role == "oblique":
        return _oblique(counted, verb, noun)
    if syntax.upos[verb] != "VERB" and word in lexicon.certain:
        return Evidence(lexicon.certain[word], _GOVERNED)
    strong: Kinds = verbs.patient if role == "patient" else verbs.subject
    kind = strong.get(word)
    if kind is None and role == "subject" and not _acts(syntax, verb):
        kind = lexicon.certain.get(word) if word in verbs.patient and not word.endswith("ing") else None
    if kind is not None:
        return Evidence(kind, _GOVERNED)
    weak = (verbs.weak_patient if role == "patient" else verbs.weak_subject).get(word)
    if weak is not None and (counted.type or "any") in verbs.weak_types[weak]:
        return Evidence(weak, _WEAK)
    return None


def _oblique(counted: Counted, verb: int, noun: int) -> Evidence | None:
    """A part of the people that something happened to ("39 were wounded, among them 14 children")."""
    syntax, verbs = counted.syntax, figure_lexicon().verbs
    if case_of(syntax, noun) not in _INSIDE:
        return None
    word = syntax.lower[verb]
    return _sure(verbs.patient.get(word) or verbs.subject.get(word), _WEAK)


def _complement(syntax: Syntax, verb: int, noun: int, role: Role) -> FigureKind | None:
    """The kind that words hung on the verb decide ("left 12 dead", "were taken prisoner", "driven from their homes")."""
    beside = figure_lexicon().beside
    passive = role == "patient"
    for child in syntax.children(verb):
        if child == noun or syntax.dep[child].startswith(("nsubj", "conj", "advcl", "ccomp", "parataxis")):
            continue
        kind = beside.get(syntax.lower[child])
        if kind is None:
            continue
        if kind == "displaced" and case_of(syntax, child) not in ("from", "for"):
            continue
        if kind in ("wounded", "detained") and case_of(syntax, child) not in ("in", "to", "into", "with", "from"):
            continue
        if passive or syntax.dep[child] != "obj":
            return kind
    return None


def _carried(counted: Counted, verb: int, role: Role) -> Evidence | None:
    """What the complement of a verb tells ("are known to have died", "was reported missing")."""
    syntax = counted.syntax
    if syntax.lower[verb] not in figure_lexicon().carrying:
        return None
    for child in syntax.children(verb):
        if syntax.dep[child] not in ("xcomp", "ccomp", "advcl", "acl"):
            continue
        inner: Role = "patient" if _is_passive(syntax, child) or syntax.lower[child].endswith("ed") else "subject"
        found = _predicate(counted, child, inner, counted.noun)
        if found is not None:
            return found
    return None


def _clause(syntax: Syntax, token: int) -> int:
    """The head of the clause that the token lies in."""
    at = token
    for _ in range(len(syntax.words)):
        if syntax.head[at] == at or syntax.dep[at].startswith(_CLAUSES) and syntax.upos[at] in ("VERB", "AUX", "ADJ"):
            return at
        at = syntax.head[at]
    return at


def _counted_clause(counted: Counted) -> FigureKind | None:
    """What the clause of a counting verb counts ("put the dead at 37", "its losses rose to 200 men")."""
    syntax, lexicon = counted.syntax, figure_lexicon()
    clause = _clause(syntax, counted.noun)
    counting = syntax.lower[clause] in lexicon.counting or any(
        syntax.dep[child] == "cop" for child in syntax.children(clause)
    )
    if not counting:
        return None
    for child in syntax.children(clause):
        first, last = syntax.subtree(child)
        if syntax.dep[child].startswith(_ARGUMENTS) and not first <= counted.noun < last:
            kind = _named(counted, child)
            if kind is not None:
                return kind
    return None


def _named(counted: Counted, noun: int) -> FigureKind | None:
    """The kind that a noun phrase names ("its own dead", "the number of injured", "the death toll")."""
    syntax, lexicon = counted.syntax, figure_lexicon()
    words = [noun, *(child for child in syntax.children(noun) if syntax.dep[child].startswith(("nmod", "amod", "comp", "acl")))]
    for word in map(syntax.lower.__getitem__, words):
        kind = lexicon.certain.get(word) or lexicon.soft.get(word)
        if kind is not None:
            return kind
    if syntax.lower[noun] in lexicon.tolls:
        return "killed"
    return None


def _speaks(counted: Counted) -> bool:
    """Whether the counted people are whom a saying comes from."""
    syntax = counted.syntax
    head = syntax.head[counted.noun]
    return syntax.dep[counted.noun] == "nsubj" and _heard(syntax, head, "subject")


def _telling(syntax: Syntax, token: int) -> FigureKind | None:
    lexicon, word = figure_lexicon(), syntax.lower[token]
    if syntax.upos[token] == "VERB":
        return lexicon.verbs.patient.get(word) or lexicon.verbs.subject.get(word)
    return lexicon.certain.get(word) or lexicon.soft.get(word) or ("killed" if word in lexicon.tolls else None)


def _nearest(counted: Counted) -> FigureKind | None:
    """The telling word nearest to the number in its sentence; punctuation makes the way longer."""
    syntax = counted.syntax
    best: tuple[int, FigureKind] | None = None
    for way in (_walk(counted, 1), _walk(counted, -1)):
        distance = 0
        for index in way:
            distance += 3 if syntax.upos[index] == "PUNCT" else 1
            if distance > _NEAR_REACH:
                break
            kind = _telling(syntax, index)
            if kind is not None:
                if best is None or distance < best[0]:
                    best = distance, kind
                break
    return None if best is None else best[1]


def _walk(counted: Counted, step: int) -> Iterator[int]:
    syntax = counted.syntax
    start = max(counted.token, counted.noun) if step > 0 else counted.token
    indices: Iterable[int] = range(start + step, len(syntax.words) if step > 0 else -1, step)
    for index in indices:
        if syntax.sentence[index] != syntax.sentence[counted.token]:
            return
        if syntax.upos[index] != "SPACE":
            yield index


__all__ = ["Counted", "Evidence", "find_kind", "is_number"]
