"""Who acts and who is acted upon in a predicate, by the roles of its frame."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.extract.event_arguments import (
    antecedent,
    conjuncts,
    has_mark,
    is_passive,
    name_type,
    objects,
    own_subject,
    owners,
    phrase,
    preposition,
    relation,
    subject,
)
from tacitus.extract.event_frames import Alternatives
from tacitus.extract.event_lexicon import event_lexicon
from tacitus.extract.event_predicates import Predicate
from tacitus.resolve.syntax import Range, Syntax

_OBLIQUE = ("obl", "nmod")
_CLAUSAL = ("ccomp", "xcomp", "advcl", "acl")
# Behind these stands what is asked for or where somebody is taken, not to whom it is done.
_NO_RECIPIENT = frozenset(("for", "off", "up", "down", "out", "away", "back"))
_EMPTY_SUBJECTS = frozenset(("there", "it"))


@dataclass(frozen=True, slots=True)
class Parties:
    """The phrases of those who act and of those acted upon, as token ranges in order of the text.

    ``mutual`` tells that the agents do it to one another ("accused each other").
    """

    agents: tuple[Range, ...] = ()
    recipients: tuple[Range, ...] = ()
    mutual: bool = False


def parties(syntax: Syntax, predicate: Predicate) -> Parties:
    """Fill the roles of a predicate's frame; a weapon or a happening is nobody, but its owner is somebody."""
    entry = predicate.entry
    roles = entry.frame.verb if predicate.verbal or entry.part == "phrase" else entry.frame.noun
    if entry.frame.reciprocal:
        found = [noun for names in roles.agent for noun in _fill(syntax, predicate, names)]
        return Parties(agents=_people(syntax, found, predicate))
    agents = _first(syntax, predicate, roles.agent)
    wanted = roles.recipient
    if entry.preposition is not None and entry.preposition not in _NO_RECIPIENT:
        marked = frozenset((entry.preposition,))
        wanted = (*wanted, marked) if "*" in entry.lemma else (marked, *wanted)
    recipients = _first(syntax, predicate, wanted)
    if predicate.light is not None:
        lent = _lent(syntax, predicate.light)
        if predicate.voice == "active":
            agents = agents or lent
            recipients = recipients or _around(syntax, predicate, wanted)
        else:
            recipients = recipients or lent
    if entry.part == "noun" and not recipients:
        recipients = _struck(syntax, predicate)
    actors = _people(syntax, agents, predicate)
    suffer = _objects_of(syntax, recipients, actors)
    if any(_each_other(syntax, tokens) for tokens in suffer):
        return Parties(actors, mutual=True)
    return Parties(actors, suffer)


def _each_other(syntax: Syntax, tokens: Range) -> bool:
    return syntax.lower[tokens[0] : tokens[1]] in (("each", "other"), ("one", "another"), ("the", "other"), ("other",))


def _first(syntax: Syntax, predicate: Predicate, alternatives: Alternatives) -> list[int | Range]:
    for names in alternatives:
        found = _fill(syntax, predicate, names)
        if found:
            return found
    return []


def _fill(syntax: Syntax, predicate: Predicate, names: frozenset[str]) -> list[int | Range]:
    """The nouns (or, for owners, phrases) that stand in any of these roles."""
    found: list[int | Range] = []
    if "owner" in names:
        found.extend(owners(syntax, predicate.trigger))
    if predicate.verbal or predicate.entry.part == "phrase":
        if "subject" in names:
            found.extend(_by(syntax, predicate) if predicate.passive else _subject(syntax, predicate))
        if "object" in names:
            found.extend(_subject(syntax, predicate) if predicate.passive else _objects(syntax, predicate))
    if "iobject" in names:
        found.extend(child for child in _children(syntax, predicate) if syntax.dep[child] == "iobj")
    if "clause" in names:
        found.extend(_clause_subjects(syntax, predicate))
    found.extend(
        child
        for child in _children(syntax, predicate)
        if syntax.dep[child].startswith(_OBLIQUE) and preposition(syntax, child) in names
    )
    return found


def _children(syntax: Syntax, predicate: Predicate) -> list[int]:
    return [
        child
        for token in predicate.tokens
        for child in syntax.children(token)
        if child not in predicate.tokens and not _temporal(syntax, child)
    ]


def _temporal(syntax: Syntax, token: int) -> bool:
    return name_type(syntax, token) == "TIME"


def _subject(syntax: Syntax, predicate: Predicate) -> list[int | Range]:
    if predicate.entry.part == "phrase":
        head = (
            predicate.trigger if own_subject(syntax, predicate.trigger) is not None else syntax.head[predicate.trigger]
        )
        found = subject(syntax, head) if syntax.upos[head] != "NOUN" else own_subject(syntax, head)
    else:
        found = subject(syntax, predicate.trigger)
    return [] if found is None or found in predicate.tokens else [found]


def _objects(syntax: Syntax, predicate: Predicate) -> list[int | Range]:
    found = [child for token in predicate.tokens for child in objects(syntax, token) if child not in predicate.tokens]
    found = [antecedent(syntax, child, predicate.trigger) for child in found if not _temporal(syntax, child)]
    if not found:  # "shelled and bombed the town": the object hangs on the last of the joined verbs
        joined = [child for child in syntax.children(predicate.trigger) if syntax.dep[child] == "conj"]
        near = [child for child in joined if syntax.upos[child] == "VERB" and child - predicate.trigger <= 2]
        found = [noun for verb in near for noun in objects(syntax, verb)]
    return list(found)


def _by(syntax: Syntax, predicate: Predicate) -> list[int | Range]:
    return [child for child in _children(syntax, predicate) if preposition(syntax, child) == "by"]


def _clause_subjects(syntax: Syntax, predicate: Predicate) -> list[int | Range]:
    """The subjects of the clauses that a verb of speech governs, the noun of its own subject aside."""
    found: list[int | Range] = []
    for child in _children(syntax, predicate):
        if relation(syntax, child) in _CLAUSAL:
            inner = own_subject(syntax, child)
            if inner is not None and syntax.lower[inner] not in _EMPTY_SUBJECTS:
                found.append(inner)
        elif preposition(syntax, child) == "for" and _asked(syntax, child):
            found.append(child)
    return found


def _asked(syntax: Syntax, noun: int) -> bool:
    """Whether a noun behind "for" is who is to do something ("called for both sides to talk")."""
    below = [child for token in (noun, *syntax.children(noun)) for child in syntax.children(token)]
    return any(
        relation(syntax, child) in ("acl", "xcomp", "advcl") and has_mark(syntax, child, "to") for child in below
    )


def _lent(syntax: Syntax, verb: int) -> list[int | Range]:
    """Whom a light verb lends: its subject, the agent of its passive ("strikes were carried out by ...")."""
    if is_passive(syntax, verb):
        return [child for child in syntax.children(verb) if preposition(syntax, child) == "by"]
    found = subject(syntax, verb)
    return [] if found is None else [found]


def _around(syntax: Syntax, predicate: Predicate, wanted: Alternatives) -> list[int | Range]:
    """Recipients that hang on the light verb instead of the noun."""
    assert predicate.light is not None
    hanging = [child for child in syntax.children(predicate.light) if syntax.dep[child].startswith("obl")]
    for names in wanted:
        found: list[int | Range] = [child for child in hanging if preposition(syntax, child) in names]
        if found:
            return found
    return []


def _struck(syntax: Syntax, predicate: Predicate) -> list[int | Range]:
    """Whom a happening did it to where it is itself the subject ("the raid killed 12 soldiers")."""
    noun, verb = predicate.trigger, syntax.head[predicate.trigger]
    if syntax.dep[noun] != "nsubj" or predicate.entry.type != "ASSAULT" or syntax.upos[verb] != "VERB":
        return []
    patterns = event_lexicon().patterns.get(syntax.lower[verb], ())
    if not any(pattern.entry.type == "ASSAULT" and not pattern.rest for pattern in patterns):
        return []
    return list(objects(syntax, verb))


def _expand(syntax: Syntax, found: list[int | Range]) -> list[Range]:
    ranges: list[Range] = []
    for item in found:
        if isinstance(item, tuple):
            ranges.append(item)
        else:
            ranges.extend(phrase(syntax, joint) for joint in conjuncts(syntax, item))
    return sorted(set(ranges))


def _people(syntax: Syntax, found: list[int | Range], predicate: Predicate) -> tuple[Range, ...]:
    """The phrases of those who can act."""
    classes = event_lexicon().classes.named
    things = classes["weapon"] | classes["happening"]
    actors: list[Range] = []
    for tokens in _expand(syntax, found):
        head = syntax.head_of(tokens)
        if syntax.lower[head] in things:
            actors.extend(owner for owner in owners(syntax, head))
        elif syntax.lower[head] not in _EMPTY_SUBJECTS or syntax.lower[head] == "it":
            actors.append(tokens)
    return tuple(sorted({actor for actor in actors if predicate.trigger not in range(*actor)}))


def _objects_of(syntax: Syntax, found: list[int | Range], actors: tuple[Range, ...]) -> tuple[Range, ...]:
    return tuple(tokens for tokens in _expand(syntax, found) if tokens not in actors)
