"""Who stands in which grammatical role of a predicate: subjects across clauses, objects, phrases, owners."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from operator import attrgetter

from tacitus.extract.figure_predicates import PASSIVE
from tacitus.resolve.syntax import Range, Syntax

_CLAUSES = frozenset(("advcl", "xcomp", "ccomp", "acl", "csubj"))
_OUTSIDE = ("acl", "appos", "parataxis", "advcl", "conj", "cc", "case", "punct", "discourse", "cop", "mark", "ccomp")
_RELATIVES = frozenset(("who", "whom", "which", "that", "whose"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X"))
_NOUN_TAGS = _NOMINAL - {"ADJ"}
_MODIFIERS = ("amod", "compound", "nmod", "nmod:desc", "flat")
_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
_OBJECT_CONTROL_MARKS = frozenset(("of", "for", "from", "into", "to"))
_MOST_STEPS = 8


def relation(syntax: Syntax, token: int) -> str:
    """The relation of a token to its head without its subtype."""
    return _base(syntax.dep[token])


@cache
def _base(dep: str) -> str:
    return dep.partition(":")[0]


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether what the subject of this verb form undergoes is told, auxiliaries or none ("troops killed at ...")."""
    if syntax.lower[verb].endswith("ing"):
        return False
    plain = False
    for child in syntax.children(verb):
        dep = syntax.dep[child]
        if dep in ("aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"):
            return True
        if dep == "aux":
            plain = True
            if syntax.lower[child] in PASSIVE:
                return True
        elif dep == "nsubj":
            plain = True
    if plain:
        return False
    dep, head = syntax.dep[verb], syntax.head[verb]
    if dep == "acl":
        return not has_mark(syntax, verb, "to")
    if dep == "conj" and head != verb:
        return syntax.upos[head] == "VERB" and _same_form(syntax, verb, head) and is_passive(syntax, head)
    return False


def _same_form(syntax: Syntax, verb: int, other: int) -> bool:
    endings = ("ed", "en", "t", "d", "n")
    return syntax.lower[verb].endswith(endings) and syntax.lower[other].endswith(endings)


def name_type(syntax: Syntax, token: int) -> str | None:
    """The type of the name that a token is part of."""
    at = bisect_right(syntax.names, token, key=attrgetter("start")) - 1
    return syntax.names[at].type if at >= 0 and token < syntax.names[at].end else None


def has_mark(syntax: Syntax, token: int, word: str) -> bool:
    """Whether a marker or preposition of that form hangs on the token."""
    return any(
        syntax.lower[child] == word and syntax.dep[child] in ("mark", "case", "aux") for child in syntax.children(token)
    )


def own_subject(syntax: Syntax, verb: int) -> int | None:
    """The subject that hangs on the verb itself, also where the parser took it for an object before the verb."""
    children = syntax.children(verb)
    for child in children:
        if syntax.dep[child] in ("nsubj", "nsubj:pass", "nsubj:outer"):
            return child
    for child in children:
        if child < verb and syntax.dep[child] in ("obj", "iobj") and syntax.lower[child] not in _RELATIVES:
            return child if syntax.upos[child] in _NOUNS else None
    return None


def objects(syntax: Syntax, verb: int) -> list[int]:
    """The direct objects that hang on the verb.

    Where there is none, a bare noun behind the verb that the parser took for another part of it.
    """
    children = syntax.children(verb)
    found = [
        child
        for child in children
        if syntax.dep[child] == "obj" and (child > verb or syntax.lower[child] in _RELATIVES)
    ]
    if found:
        return found
    before = any(child < verb and syntax.dep[child] == "nsubj" for child in children)
    return [child for child in children if child > verb and _stray_object(syntax, child, before)][:1]


def _stray_object(syntax: Syntax, token: int, has_subject: bool) -> bool:
    dep = syntax.dep[token]
    if syntax.upos[token] not in _NOUNS:
        return False
    if dep == "iobj" or (dep == "nsubj" and has_subject):
        return True
    return dep == "obl" and preposition(syntax, token) == "" and name_type(syntax, token) != "TIME"


def subject(syntax: Syntax, verb: int) -> int | None:
    """The noun that is the subject of a verb: its own, a conjunct's, one that controls it, a relative's antecedent."""
    at = verb
    for _ in range(_MOST_STEPS):
        found = own_subject(syntax, at)
        if found is not None:
            return antecedent(syntax, found, at)
        dep, head = relation(syntax, at), syntax.head[at]
        if head == at:
            return None
        if dep == "acl":
            return head
        if dep in _CLAUSES and syntax.upos[head] in ("VERB", "AUX", "ADJ"):
            controller = _controller(syntax, at, head)
            if controller is not None:
                return controller
        elif dep not in ("conj", "parataxis", *_CLAUSES) or (dep == "conj" and syntax.upos[head] in _NOUN_TAGS):
            return None
        if dep == "parataxis" or (dep == "ccomp" and not syntax.lower[at].endswith("ing")):
            return None
        at = head
    return None


def _controller(syntax: Syntax, clause: int, governor: int) -> int | None:
    """The object of the governor where it is the one who acts in the clause ("urged X to leave", "accused X of")."""
    found = [child for child in syntax.children(governor) if syntax.dep[child] in ("obj", "iobj") and child < clause]
    if not found or is_passive(syntax, governor):
        return None
    if relation(syntax, clause) == "xcomp":
        return found[-1]
    marks = {syntax.lower[child] for child in syntax.children(clause) if syntax.dep[child] in ("mark", "case")}
    gerund = syntax.lower[clause].endswith("ing")
    return found[-1] if gerund and marks & _OBJECT_CONTROL_MARKS else None


def antecedent(syntax: Syntax, token: int, verb: int) -> int:
    """The noun that a relative pronoun stands for, else the token itself."""
    if syntax.lower[token] not in _RELATIVES or syntax.upos[token] not in ("PRON", "DET", "SCONJ"):
        return token
    at = verb
    for _ in range(_MOST_STEPS):
        head = syntax.head[at]
        if head == at:
            return token
        if relation(syntax, at) == "acl":
            return head
        at = head
    return token


def preposition(syntax: Syntax, token: int) -> str:
    """The first preposition before a noun, or the empty string."""
    for child in syntax.children(token):
        if syntax.dep[child] == "case" and child < token:
            return syntax.lower[child]
    return ""


def conjuncts(syntax: Syntax, token: int) -> list[int]:
    """A noun and the nouns that are joined to it."""
    found = [token]
    for child in syntax.children(token):
        if syntax.dep[child] == "conj" and syntax.upos[child] in _NOMINAL:
            found.extend(conjuncts(syntax, child))
    return found


def phrase(syntax: Syntax, token: int) -> Range:
    """The words that name what ``token`` heads, without conjuncts, clauses and explanations behind it."""
    inside = {token}
    rest = [token]
    while rest:
        for child in syntax.children(rest.pop()):
            if not syntax.dep[child].startswith(_OUTSIDE) or (syntax.dep[child] == "case" and child != token):
                if syntax.dep[child] == "case" and syntax.head[child] == token and syntax.upos[child] == "ADP":
                    continue
                inside.add(child)
                rest.append(child)
    start, end = token, token + 1
    while start - 1 in inside:
        start -= 1
    while end in inside:
        end += 1
    return start, end


def owners(syntax: Syntax, noun: int) -> list[Range]:
    """Whose a noun is: its possessor, or names and demonyms before it ("Israel's", "its", "Russian", "NATO")."""
    found: list[Range] = []
    names: list[int] = []
    for child in syntax.children(noun):
        if child > noun or name_type(syntax, child) == "TIME":
            continue
        dep = syntax.dep[child]
        if dep == "nmod:poss":
            found.extend(phrase(syntax, joint) for joint in conjuncts(syntax, child))
        elif dep in _MODIFIERS and syntax.words[child][:1].isupper() and preposition(syntax, child) == "":
            names.append(child)
    found.extend(phrase(syntax, child) for child in names)
    return found
