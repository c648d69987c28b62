"""The predicates of a text that the lexicon of events knows, each with the tokens that make it up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tacitus.extract.event_arguments import antecedent, conjuncts, is_passive, name_type, objects, relation, subject
from tacitus.extract.event_lexicon import Entry, Pattern, event_lexicon
from tacitus.resolve.syntax import Syntax

Light = Literal["active", "passive"]
_VERBAL = frozenset(("VERB", "AUX"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_NOMINAL_DEPS = ("nsubj", "obj", "obl", "nmod", "compound", "appos")
_LIGHT_DEPS = ("obj", "nsubj:pass", "obl")


@dataclass(frozen=True, slots=True)
class Predicate:
    """An entry found in a text: ``trigger`` is the token that heads it, ``tokens`` all of its words.

    ``light`` is the verb that lends a noun its subject and ``voice`` whether that subject does it or undergoes it.
    """

    entry: Entry
    trigger: int
    tokens: tuple[int, ...]
    verbal: bool
    passive: bool
    light: int | None = None
    voice: Light | None = None


def predicates(syntax: Syntax) -> list[Predicate]:
    """The predicates of a text in order; a word belongs to one only, the longest expression first.

    What the lexicon lists as nothing takes its words away and is not returned.
    """
    lexicon = event_lexicon()
    words = syntax.lower
    taken = _parts_of_dates(syntax)
    found: list[Predicate] = []
    for index, word in enumerate(words):
        patterns = lexicon.patterns.get(word)
        if patterns is None or index in taken:
            continue
        end = syntax.sentence_range(index)[1]
        following = words[index + 1] if index + 1 < end else ""
        for pattern in patterns:
            if pattern.rest and pattern.rest[0] and following not in pattern.rest[0]:
                continue
            predicate = _match(syntax, pattern, index, end)
            if predicate is not None and not taken.intersection(predicate.tokens):
                taken.update(predicate.tokens)
                if predicate.entry.type is not None:
                    found.append(predicate)
                break
    return found


def _parts_of_dates(syntax: Syntax) -> set[int]:
    """Capitalised words in expressions of time, which may look like verbs or events ("March")."""
    return {
        token
        for name in syntax.names
        if name.type == "TIME"
        for token in range(name.start, name.end)
        if syntax.words[token][:1].isupper() and syntax.upos[token] == "PROPN"
    }


def _match(syntax: Syntax, pattern: Pattern, index: int, end: int) -> Predicate | None:
    entry = pattern.entry
    verbal = entry.part == "verb"
    if entry.part != "phrase" and (verbal != _is_verb(syntax, index) or _describes(syntax, entry, index)):
        return None
    tokens = pattern.follow(syntax.lower, index, end)
    if tokens is None:
        return None
    if not verbal:
        trigger = _head(syntax, tokens)
        if entry.part == "noun" and _modifies(syntax, trigger):
            return None
        light = _light(syntax, trigger)
        return Predicate(entry, trigger, tokens, False, False, *light) if light else _bare(syntax, entry, tokens)
    passive = is_passive(syntax, index) or _told_short(syntax, entry, index)
    if not _fits(syntax, entry, index, passive, tokens):
        return None
    return Predicate(entry, index, tokens, True, passive)


def _told_short(syntax: Syntax, entry: Entry, verb: int) -> bool:
    """Whether a participle stands for a passive ("12 killed in Homs"): verbs of harm need somebody harmed."""
    if entry.frame.name != "harm" or " " in entry.lemma or syntax.lower[verb] == entry.lemma:
        return False
    return not syntax.lower[verb].endswith(("ing", "s")) and not objects(syntax, verb)


def _bare(syntax: Syntax, entry: Entry, tokens: tuple[int, ...]) -> Predicate:
    return Predicate(entry, _head(syntax, tokens), tokens, False, False)


def _head(syntax: Syntax, tokens: tuple[int, ...]) -> int:
    inside = [token for token in tokens if syntax.head[token] not in tokens or syntax.head[token] == token]
    nouns = [token for token in inside if syntax.upos[token] in _NOUNS]
    return (nouns or inside or list(tokens))[0]


def _describes(syntax: Syntax, entry: Entry, word: int) -> bool:
    """Whether a participle only tells of what kind a noun is ("armed men"), unlike one of harm ("slain men")."""
    return (
        entry.part == "verb" and entry.frame.name != "harm" and syntax.dep[word] == "amod" and syntax.head[word] > word
    )


def _modifies(syntax: Syntax, noun: int) -> bool:
    """Whether a noun only tells of what kind another is ("riot police", "the ceasefire line", "war crimes")."""
    return syntax.dep[noun] == "compound" and syntax.head[noun] > noun


def _is_verb(syntax: Syntax, token: int) -> bool:
    """Whether a word is used as a verb; a gerund with an article is not, a participle tagged as adjective is."""
    upos = syntax.upos[token]
    if upos in _VERBAL:
        if not syntax.lower[token].endswith("ing") or not syntax.dep[token].startswith(_NOMINAL_DEPS):
            return True
        return not any(syntax.dep[child] in ("det", "nmod:poss", "amod") for child in syntax.children(token))
    return upos == "ADJ" and any(syntax.dep[child] in ("aux:pass", "nsubj:pass") for child in syntax.children(token))


def _words(syntax: Syntax, token: int) -> set[str]:
    """The words that may name the class of a noun: its own, its conjuncts', its modifiers', "#PLACE" for a place."""
    found = set()
    for joint in conjuncts(syntax, token):
        found.add(syntax.lower[joint])
        found.update(_place_mark(syntax, joint))
        for child in syntax.children(joint):
            near = syntax.dep[child] in ("compound", "flat", "amod", "nmod:desc")
            of = relation(syntax, child) == "nmod" and child > joint
            if near or of:
                found.add(syntax.lower[child])
    return found


def _place_mark(syntax: Syntax, token: int) -> tuple[str, ...]:
    """The mark by which entries ask for a place as their object."""
    type = name_type(syntax, token)
    return ("#PLACE",) if type == "PLACE" or (type is None and syntax.upos[token] == "PROPN") else ()


def _fits(syntax: Syntax, entry: Entry, verb: int, passive: bool, tokens: tuple[int, ...]) -> bool:
    """Whether the verb's object and subject are such as the entry asks for."""
    if entry.behind and not _marked(syntax, verb, entry.behind):
        return False
    if entry.objects is None and entry.subjects is None and not entry.barred:
        return True
    doer = subject(syntax, verb)
    done = [child for child in objects(syntax, verb) if child not in tokens]
    done = [antecedent(syntax, child, verb) for child in done]
    if passive and doer is not None:
        done, doer = [doer], None
    if entry.objects is not None and not any(entry.objects & _words(syntax, noun) for noun in done):
        return False
    if entry.barred and any(entry.barred & {syntax.lower[noun], *_place_mark(syntax, noun)} for noun in done):
        return False
    return entry.subjects is None or (doer is not None and bool(entry.subjects & _words(syntax, doer)))


def _marked(syntax: Syntax, verb: int, markers: frozenset[str]) -> bool:
    """Whether one of the words marks what stands behind the verb; a clause without any counts as one with "that"."""
    for child in syntax.children(verb):
        if child < verb:
            continue
        marks = {syntax.lower[inner] for inner in syntax.children(child) if syntax.dep[inner] in ("mark", "case")}
        if marks & markers or ("that" in markers and not marks and syntax.dep[child] == "ccomp"):
            return True
    return False


def _light(syntax: Syntax, noun: int) -> tuple[int, Light] | None:
    """The light verb that a noun hangs on and what it lends."""
    lexicon = event_lexicon()
    dep, verb = syntax.dep[noun], syntax.head[noun]
    if not dep.startswith(_LIGHT_DEPS) or syntax.upos[verb] not in _VERBAL:
        return None
    following = syntax.lower[verb + 1 : verb + 4]
    if _leads(lexicon.passive.get(syntax.lower[verb], ()), following, bare=True):
        return verb, "passive"
    if _leads(lexicon.active.get(syntax.lower[verb], ()), following, bare=not dep.startswith("obl")):
        return verb, "active"
    return None


def _leads(particles: tuple[tuple[str, ...], ...], following: tuple[str, ...], *, bare: bool) -> bool:
    """Whether one of the listed particles follows; none at all only counts where ``bare``."""
    return any(following[: len(listed)] == listed for listed in particles if listed or bare)
