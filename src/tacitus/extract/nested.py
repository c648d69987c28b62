"""Claims inside claims: "X said Y had told him that ..." is X's claim, and within it Y's."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.extract.cue_lexicon import cue_lexicon
from tacitus.language.reading import Range
from tacitus.resolve.syntax import Syntax

_SUBJECTS = ("nsubj", "nsubj:outer")
_CLAUSES = ("ccomp", "parataxis")
_OPENS = frozenset(("infinitive", "gerund"))
_PRONOUNS_OF_SPEAKER = frozenset(("i", "we", "he", "she", "it", "they"))


@dataclass(frozen=True, slots=True)
class Nested:
    """An attribution within the content of another, in token ranges."""

    source: Range
    cue: Range
    content: Range


def _complement(syntax: Syntax, verb: int, frames: frozenset[str]) -> int | None:
    for child in syntax.children(verb):
        if child > verb and syntax.dep[child] in _CLAUSES:
            return child
        if child > verb and syntax.dep[child] == "xcomp" and frames & _OPENS and syntax.upos[child] == "VERB":
            return child
    return None


def nested_claims(syntax: Syntax, content: tuple[Range, ...]) -> list[Nested]:
    """The attributions that the words of a claim report in turn: a verb of saying with its own subject and clause.

    A pronoun as subject mostly means the speaker himself, and tells of no further source.
    """
    found = []
    for start, end in content:
        for verb in range(start, end):
            if syntax.upos[verb] != "VERB":
                continue
            match = cue_lexicon().at(syntax.lower, verb, part="verb")
            if match is None or match.cue.act == "think" or match.cue.stance is None:
                continue
            subject = next((child for child in syntax.children(verb) if syntax.dep[child] in _SUBJECTS), None)
            inner = _complement(syntax, verb, frozenset(match.cue.frames))
            if subject is None or inner is None or syntax.lower[subject] in _PRONOUNS_OF_SPEAKER:
                continue
            source, clause = syntax.subtree(subject), syntax.subtree(inner)
            if start <= source[0] and source[1] <= verb and verb < clause[0] and clause[1] <= end:
                found.append(Nested(source, (verb, verb + 1), clause))
    return found
