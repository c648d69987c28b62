"""Which kind of figure a number is, by the words that govern the noun it counts.

The surest evidence comes first: words that name the people by what happened to them, then the predicates above them in
the parse, then what the clause counts ("the toll rose to 12"), at last the nearest telling word.
"""

from __future__ import annotations

from collections.abc import Iterator

from tacitus.extract.counted_nouns import case_of
from tacitus.extract.figure_lexicon import figure_lexicon
from tacitus.extract.figure_predicates import (
    CERTAIN,
    GOVERNED,
    INSIDE,
    NEAR,
    PASSIVE,
    WEAK,
    Counted,
    Evidence,
    Role,
    carried_kind,
    has_object,
    predicate_kind,
    role_of_noun,
    speaks,
    sure,
)
from tacitus.model import FigureKind
from tacitus.resolve.syntax import Syntax

_MOST_CLIMBS = 6
_NEAR_REACH = 9  # tokens to a telling word in the sentence, punctuation counting more
_BACK_REACH = 45  # tokens back to what a bare number goes on to tell of
_BESIDE_REACH = 4
_LINKS = PASSIVE | frozenset(("had", "have", "has", "left", "also", "reported", "reportedly", "feared", "later"))
_OTHERS = frozenset(("others", "other", "more"))
_CLAUSES = ("root", "ccomp", "advcl", "acl", "conj", "parataxis", "xcomp", "csubj")
_NAMING = ("nmod", "amod", "compound", "acl")
_ARGUMENTS = ("nsubj", "obj", "obl", "nmod")


def find_kind(counted: Counted) -> Evidence | None:
    """The kind of figure that the number is, ``None`` where nothing tells that it is one."""
    if _is_age(counted) or _is_mixed(counted):
        return None
    lexicon, word = figure_lexicon(), counted.syntax.lower[counted.noun]
    own = lexicon.certain.get(word) if counted.noun != counted.token else None
    found = (
        sure(_behind(counted), CERTAIN)
        or sure(own or _described(counted, counted.noun), CERTAIN)
        or _governed(counted)
        or sure(lexicon.soft.get(word), WEAK)
    )
    if found is not None or speaks(counted.syntax, counted.noun):
        return found
    found = sure(_counted_clause(counted), WEAK)
    if found is not None or counted.article:
        return found
    return sure(_nearest(counted) or _continued(counted) or lexicon.there.get(word), NEAR)


def _is_age(counted: Counted) -> bool:
    """Whether a number in commas behind a name is an age ("Colin, 19, was killed")."""
    syntax, token = counted.syntax, counted.token
    if counted.noun != token or token < 2 or syntax.lower[token - 1] != "," or syntax.upos[token - 2] != "PROPN":
        return False
    return token + 1 < len(syntax.words) and syntax.lower[token + 1] in (",", ".", ";", ")", "and")


def _is_mixed(counted: Counted) -> bool:
    """Whether the number counts two kinds together ("80 killed or wounded"): a figure of neither."""
    syntax, lexicon = counted.syntax, figure_lexicon()
    last = max(counted.token, counted.noun)
    for index in range(last, min(last + _BESIDE_REACH, len(syntax.words) - 2)):
        first, second = (lexicon.certain.get(syntax.lower[at]) for at in (index, index + 2))
        if first and second and first != second and syntax.lower[index + 1] in ("or", "and", "and/or"):
            return True
    return False


def _behind(counted: Counted) -> FigureKind | None:
    """The state that follows right behind ("30 others were wounded", "twelve dead"), however the parser took it."""
    syntax, lexicon = counted.syntax, figure_lexicon()
    passive, at = False, max(counted.token, counted.noun) + 1
    for index in range(at, min(at + _BESIDE_REACH, len(syntax.words))):
        word = syntax.lower[index]
        if syntax.sentence[index] != syntax.sentence[counted.token]:
            return None
        kind = lexicon.certain.get(word)
        if kind is not None and syntax.upos[index] in ("ADJ", "VERB", "NOUN"):
            return kind if passive or not has_object(syntax, index) else None
        passive |= word in PASSIVE
        if word not in _LINKS and word not in _OTHERS:
            return None
    return None


def _described(counted: Counted, noun: int) -> FigureKind | None:
    """What adjectives, participles and clauses of a noun tell ("49 dead soldiers", "people killed in", "who died")."""
    syntax, lexicon = counted.syntax, figure_lexicon()
    for child in syntax.children(noun):
        dep, word = syntax.dep[child], syntax.lower[child]
        if dep in ("amod", "compound") and word in lexicon.certain:
            return lexicon.certain[word]
        if not dep.startswith("acl"):
            continue
        participle = dep == "acl" and not word.endswith("ing")
        found = predicate_kind(counted, child, "patient" if participle else _relative_role(syntax, child), noun)
        if found is not None:
            return found.kind
    return None


def _relative_role(syntax: Syntax, verb: int) -> Role:
    """What a relative clause makes of the noun before it: who does it, or whom it is done to."""
    for child in syntax.children(verb):
        if syntax.dep[child] in ("nsubj:pass", "aux:pass") or (syntax.dep[child] == "obj" and child < verb):
            return "patient"
        if syntax.dep[child] == "nsubj" and syntax.lower[child] not in ("who", "that", "which"):
            return "patient"
    return "subject"


def _governed(counted: Counted) -> Evidence | None:
    """What the predicates and nouns above the counted noun tell, from the nearest up."""
    syntax, at = counted.syntax, counted.noun
    for step in range(_MOST_CLIMBS):
        head = syntax.head[at]
        named = _above(counted, at) if step else None
        if named is not None:
            return sure(named, GOVERNED)
        if head == at:
            break
        role = role_of_noun(syntax, at)
        if role is not None:
            if speaks(syntax, at):
                return None
            found = predicate_kind(counted, head, role, at)
            if found is not None:
                return found
            if role != "oblique" or case_of(syntax, at) not in INSIDE:
                return carried_kind(counted, head)
        at = head
    return None


def _above(counted: Counted, noun: int) -> FigureKind | None:
    """What a noun above the counted one tells ("the deaths of 12", "40 dead, four of them children")."""
    lexicon, word = figure_lexicon(), counted.syntax.lower[noun]
    if counted.syntax.upos[noun] == "VERB":
        return None
    return lexicon.certain.get(word) or _described(counted, noun) or lexicon.soft.get(word) or lexicon.tolls.get(word)


def _counted_clause(counted: Counted) -> FigureKind | None:
    """What the clause of a counting verb counts ("put the dead at 37", "its losses rose to 200 men")."""
    syntax, clause = counted.syntax, counted.noun
    while syntax.head[clause] != clause and not (
        syntax.dep[clause].startswith(_CLAUSES) and syntax.upos[clause] in ("VERB", "AUX", "ADJ")
    ):
        clause = syntax.head[clause]
    children = syntax.children(clause)
    if syntax.lower[clause] not in figure_lexicon().counting and all(syntax.dep[child] != "cop" for child in children):
        return None
    for child in children:
        first, last = syntax.subtree(child)
        if syntax.dep[child].startswith(_ARGUMENTS) and not first <= counted.noun < last:
            kind = _named(syntax, child)
            if kind is not None:
                return kind
    return None


def _named(syntax: Syntax, noun: int) -> FigureKind | None:
    """The kind that a noun phrase names ("its own dead", "the number of injured", "the death toll")."""
    lexicon = figure_lexicon()
    parts = (child for child in syntax.children(noun) if syntax.dep[child].startswith(_NAMING))
    for index in (noun, *parts):
        kind = lexicon.certain.get(syntax.lower[index]) or lexicon.soft.get(syntax.lower[index])
        if kind is not None:
            return kind
    return lexicon.tolls.get(syntax.lower[noun])


def _telling(syntax: Syntax, token: int) -> FigureKind | None:
    lexicon, word = figure_lexicon(), syntax.lower[token]
    if syntax.upos[token] == "VERB":
        return lexicon.verbs.patient.get(word) or lexicon.verbs.subject.get(word)
    return lexicon.certain.get(word) or lexicon.soft.get(word) or lexicon.tolls.get(word)


def _nearest(counted: Counted) -> FigureKind | None:
    """The telling word nearest to the number in its sentence; punctuation makes the way longer."""
    syntax = counted.syntax
    best: tuple[int, FigureKind] | None = None
    for way in (_walk(counted, 1), _walk(counted, -1)):
        distance = 0
        for index in way:
            distance += 3 if syntax.upos[index] == "PUNCT" else 1
            kind = _telling(syntax, index) if distance <= _NEAR_REACH else None
            if kind is not None and (best is None or distance < best[0]):
                best = distance, kind
            if kind is not None or distance > _NEAR_REACH:
                break
    return None if best is None else best[1]


def _walk(counted: Counted, step: int) -> Iterator[int]:
    """The tokens of the sentence from the number on, or from it back."""
    syntax = counted.syntax
    start = max(counted.token, counted.noun) if step > 0 else counted.token
    for index in range(start + step, len(syntax.words) if step > 0 else -1, step):
        if syntax.sentence[index] != syntax.sentence[counted.token]:
            return
        if syntax.upos[index] != "SPACE":
            yield index


def _continued(counted: Counted) -> FigureKind | None:
    """What was last told in the paragraph, for a number that only goes on with it ("The ministry says 67")."""
    syntax = counted.syntax
    if not counted.bare:
        return None
    for index in range(counted.token - 1, max(-1, counted.token - _BACK_REACH), -1):
        if syntax.paragraph[index] != syntax.paragraph[counted.token]:
            return None
        kind = _telling(syntax, index)
        if kind is not None:
            return kind
    return None
