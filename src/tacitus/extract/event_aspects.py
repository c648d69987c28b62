"""Whether an event is told as actual, planned, possible, requested or denied: from the words that govern it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tacitus.extract.event_arguments import own_subject, relation
from tacitus.extract.event_predicates import Predicate
from tacitus.extract.inflection import verb_forms, with_s
from tacitus.model import Aspect
from tacitus.resolve.syntax import Syntax

_MOST_STEPS = 6
_COMPLEMENTS = ("ccomp", "xcomp", "csubj", "obj", "obl", "nmod", "acl", "advcl", "nsubj")
_CLAUSES = ("ccomp", "advcl", "acl", "parataxis", "csubj", "root")
_SPEECH = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN"))
_CONTENT_MARKS = frozenset(("to", "of", "from", "for", "against"))
_CONTENT_CASES = _CONTENT_MARKS | {"with", "on"}


@dataclass(frozen=True, slots=True)
class AspectLexicon:
    """Forms of the words that give what they govern an aspect.

    ``governors`` are verbs, nouns and adjectives; ``auxiliaries`` modal verbs; ``marks`` conjunctions; ``modifiers``
    adjectives and adverbs beside an event; ``negations`` words that deny.
    """

    governors: Mapping[str, Aspect]
    auxiliaries: Mapping[str, Aspect]
    marks: Mapping[str, Aspect]
    modifiers: Mapping[str, Aspect]
    negations: frozenset[str]


@cache
def aspect_lexicon() -> AspectLexicon:
    """The words of ``lexicon/events/aspects.toml``, read at the first call."""
    folder = files("tacitus.extract").joinpath("lexicon/events")
    raw = tomllib.loads(folder.joinpath("aspects.toml").read_text(encoding="utf-8"))
    forms = tomllib.loads(folder.joinpath("forms.toml").read_text(encoding="utf-8"))
    irregular, doubled = forms["irregular"], frozenset(forms["doubled"]["words"].split())
    governors: dict[str, Aspect] = {}
    for aspect, parts in raw["governors"].items():
        for verb in parts.get("verbs", "").split():
            for form in verb_forms(verb, irregular=irregular, doubled=doubled):
                governors.setdefault(form, aspect)
        for noun in parts.get("nouns", "").split():
            governors.setdefault(noun, aspect)
            governors.setdefault(with_s(noun), aspect)
        for word in parts.get("others", "").split():
            governors.setdefault(word, aspect)
    return AspectLexicon(
        governors=governors,
        auxiliaries=_listed(raw["auxiliaries"]),
        marks=_listed(raw["marks"]),
        modifiers=_listed(raw["modifiers"]),
        negations=frozenset(raw["negations"]["words"].split()),
    )


def _listed(table: Mapping[Aspect, str]) -> dict[str, Aspect]:
    """The aspect of each word of a table that lists words by aspect."""
    return {word: aspect for aspect, words in table.items() for word in words.split()}


def announced(syntax: Syntax, predicate: Predicate) -> bool:
    """Whether the future tense itself, no word above, tells a predicate as planned ("will withdraw")."""
    return any(
        relation(syntax, child) == "aux" and aspect_lexicon().auxiliaries.get(syntax.lower[child]) == "planned"
        for child in syntax.children(predicate.trigger)
    )


def aspect_of(syntax: Syntax, predicate: Predicate) -> Aspect:
    """The aspect of a predicate: what its own words tell, else the nearest word above it that gives one."""
    lexicon = aspect_lexicon()
    for token in (predicate.trigger, *predicate.tokens):
        own = _own_aspect(syntax, token, lexicon)
        if own is not None:
            return own
    at = predicate.trigger
    for _ in range(_MOST_STEPS):
        head, dep = syntax.head[at], relation(syntax, at)
        if head == at:
            break
        above = _passed_on(syntax, at, predicate, lexicon)
        if above is not None:
            return above
        if dep in _CLAUSES and own_subject(syntax, at) is not None:
            break  # a clause with a subject of its own stands for itself
        at = head
    return "actual"


def _own_aspect(syntax: Syntax, token: int, lexicon: AspectLexicon) -> Aspect | None:
    """What the words that hang on a predicate tell."""
    found: Aspect | None = None
    children = syntax.children(token)
    for child in children:
        word, dep = syntax.lower[child], relation(syntax, child)
        if word in lexicon.negations and dep in ("advmod", "det", "cc", "case", "nsubj", "obj"):
            return "denied"
        if dep in ("nsubj", "obj") and syntax.upos[token] == "VERB" and _has_no(syntax, child):
            return "denied"
        if dep == "aux":
            found = found or lexicon.auxiliaries.get(word)
        elif dep == "mark":
            found = found or lexicon.marks.get(word)
        elif dep in ("amod", "advmod", "compound"):
            found = found or lexicon.modifiers.get(word)
    if found == "possible" and any(syntax.lower[child] == "have" and syntax.dep[child] == "aux" for child in children):
        return None  # "may have shelled": a guess at what happened
    return found


def _has_no(syntax: Syntax, noun: int) -> bool:
    return any(syntax.lower[inner] in ("no", "neither") for inner in syntax.children(noun))


def _passed_on(syntax: Syntax, at: int, predicate: Predicate, lexicon: AspectLexicon) -> Aspect | None:
    """What the word above ``at`` passes on to it."""
    head, dep = syntax.head[at], relation(syntax, at)
    if dep == "conj":
        shares = own_subject(syntax, at) is None and syntax.upos[head] in ("VERB", "NOUN", "AUX")
        above = _own_aspect(syntax, head, lexicon) if shares else None
        return None if above == "denied" else above
    if head in predicate.tokens:
        return None
    if dep in _COMPLEMENTS and (dep != "nsubj" or syntax.dep[at].endswith("pass")):
        governed = lexicon.governors.get(syntax.lower[head])
        if governed is not None and _governs(syntax, at, governed):
            return None if governed == "planned" and predicate.entry.type in _SPEECH else governed
    if head == predicate.light or dep in ("xcomp", "obj", "nsubj"):
        return _own_aspect(syntax, head, lexicon)
    return None


def _governs(syntax: Syntax, at: int, aspect: Aspect) -> bool:
    """Whether what hangs on a governor is its content told in that aspect, not a circumstance or a plain report."""
    dep = relation(syntax, at)
    if dep == "advcl":
        marks = {syntax.lower[child] for child in syntax.children(at) if syntax.dep[child] in ("mark", "case")}
        return at > syntax.head[at] and bool(marks & _CONTENT_MARKS)
    if dep in ("obl", "nmod"):
        cases = {syntax.lower[child] for child in syntax.children(at) if syntax.dep[child] == "case"}
        return bool(cases & _CONTENT_CASES)
    if dep == "ccomp" and own_subject(syntax, at) is not None:
        return aspect in ("denied", "possible") or _bare_form(syntax, at)
    return True


def _bare_form(syntax: Syntax, verb: int) -> bool:
    """Whether a verb stands in the subjunctive of a demand ("that the army leave", "that it be freed")."""
    helpers = [syntax.lower[child] for child in syntax.children(verb) if relation(syntax, child) in ("aux", "cop")]
    if helpers:
        return helpers == ["be"]
    return not syntax.lower[verb].endswith(("ed", "ing", "s", "en"))
