"""Who is the source of a cue: rules over a UD parse."""

from __future__ import annotations

from tacitus.extract.cue_lexicon import cue_lexicon
from tacitus.extract.parse_view import ParseView
from tacitus.language.reading import Range

_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_ASIDE_MOST = 20  # words of an aside between commas: "X, a spokesman for Y, said"
_CLIMB = 6  # clauses to climb at most, against a broken parse


def agent(view: ParseView, verb: int) -> int | None:
    """The head word of a passive's agent ("by X")."""
    for child in view.of(verb, "obl"):
        if view.deps[child] == "obl:agent" or view.case(child) == "by":
            return child
    return None


def charges(view: ParseView, by: int) -> list[int]:
    """Clauses with "of" that the parse hangs on an agent though they belong to its verb ("accused by X of doing")."""
    return [child for child in view.of(by, "acl", "advcl") if view.case(child) == "of"]


def _all(view: ParseView, heads: list[int]) -> set[int]:
    return {token for head in heads for token in view.subtree(head)}


def verb_source(view: ParseView, verb: int) -> Range | None:
    """The words that name the source of a verb.

    Its subject, or agent in the passive; for a verb without one, that of the verb it is coordinated with or depends
    on ("..., adding that"), the noun it describes ("a statement saying"), the antecedent of its relative pronoun.
    """
    if view.passive(verb):
        by = agent(view, verb)
        return None if by is None else view.noun_phrase(by, without=_all(view, charges(view, by)))
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
    antecedent = view.heads[clause]
    if view.relative(subject) and antecedent < subject and view.pos[antecedent] in ("NOUN", "PROPN", "PRON"):
        subject = antecedent
    return view.noun_phrase(subject, without=view.subtree(verb))


def _described(view: ParseView, verb: int) -> Range | None:
    """The source of a participle that describes a noun: the noun, or whoever makes the statement that it is."""
    noun = view.heads[verb]
    if view.case(verb) in ("of", "to"):
        return None
    by = agent(view, verb)
    if by is not None and not view.words[verb].endswith("ing"):
        return view.noun_phrase(by)
    if cue_lexicon().at(view.words, noun, part="noun") is not None:
        made = noun_source(view, noun)
        if made is not None:
            return made
    return view.noun_phrase(noun, without=view.subtree(verb))


def after_break(view: ParseView, cue: Range) -> Range | None:
    """The name after "said" where a wrong sentence start parts the two."""
    end = view.sentences[cue[0]][1]
    if cue[1] != end or end >= len(view.doc) or view.paragraphs[end] != view.paragraphs[cue[0]]:
        return None
    roots = [token for token in range(*view.sentences[end]) if view.deps[token] == "root"]
    if not roots or view.pos[roots[0]] not in ("PROPN", "NOUN", "PRON") or view.subject(roots[0]) is not None:
        return None
    return view.noun_phrase(roots[0])


def whole_name(view: ParseView, source: Range, cue: Range) -> Range:
    """A source grown over a title before it and the proper names behind it.

    The subject of a cue grows also over what stands between commas before the cue.
    """
    start, end = source
    sentence = view.sentences[start]
    while start > sentence[0] and view.pos[start - 1] == "PROPN" and view.words[start - 1].endswith("."):
        start -= 1
    while end < sentence[1] and end != cue[0] and view.pos[end] == "PROPN":
        end += 1
    aside = range(end, cue[0] - 1)
    own = view.subject(cue[0]) in range(start, end) and view.sentences[cue[0]] == sentence
    if own and 1 < len(aside) <= _ASIDE_MOST and view.words[end] == "," == view.words[cue[0] - 1]:
        end = cue[0] - 1
    return start, end


def noun_source(view: ParseView, noun: int) -> Range | None:
    """The words that name the source of a noun: its possessor, "by X", or the subject of "made", "issued"."""
    for owner in view.of(noun, "nmod:poss"):
        return view.noun_phrase(owner, without=_genitive(view, owner))
    if noun >= 2 and view.words[noun - 1] in _GENITIVES:
        return view.noun_phrase(noun - 2, without=range(noun - 1, len(view.doc)))
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
    return [child for child in view.children[owner] if view.words[child] in _GENITIVES]
