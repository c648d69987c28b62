"""Where something happens: the place of a predicate."""

from __future__ import annotations

from tacitus.resolve.place_signs import first_of_chain
from tacitus.resolve.place_words import place_words
from tacitus.resolve.places import NamedPlace, ReportPlaces
from tacitus.resolve.roles import role_of
from tacitus.resolve.syntax import Syntax

# Relations that lead out of a clause into one that tells of something else.
_OTHER_CLAUSE = frozenset(("ccomp", "parataxis", "advcl", "acl", "csubj", "conj", "root"))
_OBJECTS = frozenset(("obj", "nsubj:pass"))
_MOST_STEPS = 12
_FAR = 99


def event_place(syntax: Syntax, places: ReportPlaces, predicate: int) -> int | None:
    """The number (in ``places.places``) of the place where what the token ``predicate`` tells happens.

    First the phrase that tells where in the predicate's own clause ("in", "near", "on the outskirts of"), then a place
    that the predicate is done to ("shelled Jermuk"), another place of the clause, the clauses above, and the nearest
    located name of the sentence. A dateline never counts, nor where a speaker is ("a spokesman in Baku"), nor a
    capital that acts.
    ``None`` where the sentence tells no place.
    """
    start, end = syntax.sentence_range(predicate)
    mentions = {id(places.at[token]): places.at[token] for token in range(start, end) if token in places.at}
    ranked = [
        (rank, abs(mention.tokens[0] - predicate), mention)
        for mention in mentions.values()
        if (rank := _rank(syntax, mention, predicate)) is not None
    ]
    return min(ranked, key=lambda item: item[:2])[2].place if ranked else None


def _rank(syntax: Syntax, named: NamedPlace, predicate: int) -> int | None:
    """How well a mention tells where the predicate happens, 0 best; ``None`` where it does not."""
    signs, head = named.mention.signs, first_of_chain(syntax, syntax.head_of(named.tokens))
    if signs.dateline or _whereabouts_of_people(syntax, head, predicate) or _acts_above(syntax, head, predicate):
        return None
    steps = _clauses_between(syntax, head, predicate)
    where = signs.preposition in place_words().where or (signs.preposition == "of" and signs.noun is not None)
    if steps == 0 and where:
        return 0
    if steps == 0 and syntax.head[head] == predicate and syntax.dep[head] in _OBJECTS:
        return 1
    if steps == 0:
        return 2
    if where:
        return 3 if steps < _FAR else 5
    return 4 if steps == 1 and signs.preposition in place_words().motion else None


def _whereabouts_of_people(syntax: Syntax, head: int, predicate: int) -> bool:
    """Whether a place is told of somebody, not of what happens ("a doctor in Goma said")."""
    above = syntax.head[head]
    return (
        syntax.dep[head].startswith("nmod")
        and above != predicate
        and syntax.upos[above] in ("NOUN", "PROPN")
        and role_of(syntax.words[above]) is not None
        and syntax.dep[above] in ("nsubj", "obl:agent", "appos", "obl", "nmod:poss")
        and syntax.head[above] != predicate
    )


def _acts_above(syntax: Syntax, head: int, predicate: int) -> bool:
    """Whether a place acts or speaks in another clause ("Bishkek denied attacking civilians")."""
    return syntax.dep[head] in ("nsubj", "nsubj:outer", "obl:agent") and syntax.head[head] != predicate


def _clauses_between(syntax: Syntax, token: int, predicate: int) -> int:
    """How many clauses lie between a token and the predicate: 0 in the predicate's own, ``_FAR`` in another branch."""
    above = _chain(syntax, token)
    if predicate in above:
        inner = above[: above.index(predicate)]
        return 0 if not any(_leaves(syntax, step) for step in inner) else 2
    own = _chain(syntax, predicate)
    for steps, ancestor in enumerate(own):
        if ancestor in above:
            branch = above[: above.index(ancestor)]
            if any(_leaves(syntax, step) for step in branch):
                return _FAR
            crossed = sum(_leaves(syntax, step) for step in own[:steps])
            return max(1, crossed) if crossed else 0
    return _FAR


def _chain(syntax: Syntax, token: int) -> list[int]:
    """A token and the tokens above it, up to the root of its sentence."""
    chain = [token]
    while syntax.head[chain[-1]] != chain[-1] and len(chain) < _MOST_STEPS:
        chain.append(syntax.head[chain[-1]])
    return chain


def _leaves(syntax: Syntax, token: int) -> bool:
    return syntax.dep[token].partition(":")[0] in _OTHER_CLAUSE and syntax.upos[token] in ("VERB", "AUX", "ADJ", "NOUN")
