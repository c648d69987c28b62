"""Who is the source of a cue: rules over a UD parse."""

from __future__ import annotations

from tacitus.extract.cue_lexicon import cue_lexicon
from tacitus.extract.parse_view import ParseView
from tacitus.language.reading import Range

_CLIMB = 6  # clauses to climb at most, against a broken parse


def agent(view: ParseView, verb: int) -> int | None:
    """The head word of a passive's agent ("by X")."""
    for child in view.of(verb, "obl"):
        if view.deps[child] == "obl:agent" or view.case(child) == "by":
            return child
    return None


def verb_source(view: ParseView, verb: int) -> Range | None:
    """The words that name the source of a verb.

    Its subject, or agent in the passive; for a verb without one, that of the verb it is coordinated with or depends
    on ("..., adding that"), the noun it describes ("a statement saying"), the antecedent of its relative pronoun.
    """
    if view.passive(verb):
        by = agent(view, verb)
        return None if by is None else view.noun_phrase(by)
    at = verb
    for _ in range(_CLIMB):
        found = view.subject(at)
        relation = view.deps[at].partition(":")[0]
        if found is not None and view.words[found] not in _expletives(view, at):
            return _named(view, found, at, verb)
        if view.deps[at] == "acl" and view.pos[view.heads[at]] in ("NOUN", "PROPN", "PRON"):
            return _described(view, at)
        if relation not in ("conj", "advcl", "xcomp", "parataxis", "ccomp") or view.heads[at] == at:
            return None if found is None else _named(view, found, at, verb)
        if relation == "ccomp" and not view.words[at].endswith("ing"):
            return None
        at = view.heads[at]
        objects = view.of(at, "obj")
        if relation == "xcomp" and objects:
            return view.noun_phrase(objects[0], without=view.subtree(verb))
    return None


def _expletives(view: ParseView, verb: int) -> set[str]:
    return {view.words[child] for child in view.of(verb, "expl")}


def _named(view: ParseView, subject: int, clause: int, verb: int) -> Range:
    if view.relative(subject) and view.deps[clause] == "acl:relcl":
        subject = view.heads[clause]
    return view.noun_phrase(subject, without=view.subtree(verb))


def _described(view: ParseView, verb: int) -> Range | None:
    """The source of a participle that describes a noun: the noun, or whoever makes the statement that it is."""
    noun = view.heads[verb]
    by = agent(view, verb)
    if by is not None and not view.words[verb].endswith("ing"):
        return view.noun_phrase(by)
    if cue_lexicon().at(view.words, noun, part="noun") is not None:
        made = noun_source(view, noun)
        if made is not None:
            return made
    return view.noun_phrase(noun, without=view.subtree(verb))


def noun_source(view: ParseView, noun: int) -> Range | None:
    """The words that name the source of a noun: its possessor, "by X", or the subject of "made", "issued"."""
    for owner in view.of(noun, "nmod:poss"):
        return view.noun_phrase(owner, without=_genitive(view, owner))
    for other in view.of(noun, "nmod", "obl"):
        if view.case(other) in ("by", "from"):
            return view.noun_phrase(other)
    governor = view.heads[noun]
    if governor != noun and view.deps[noun] in ("obj", "obl") and view.words[governor] in cue_lexicon().light:
        return verb_source(view, governor)
    for quality in view.of(noun, "amod", "compound"):
        if view.doc[quality].text[:1].isupper() and quality > view.sentences[noun][0]:
            return quality, quality + 1
    return None


def _genitive(view: ParseView, owner: int) -> list[int]:
    return [child for child in view.children[owner] if view.words[child] in ("'s", "’s", "'", "’")]
