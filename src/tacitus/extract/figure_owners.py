"""Whose people a number counts where the grammar tells: "the army lost 24 men" are the army's.

What the grammar only hints at goes to the ranker of sides as a context: the number is admitted, the speaker speaks of
"our" people, or of "the enemy".
"""

from __future__ import annotations

from tacitus.extract.claims import DraftClaim
from tacitus.extract.event_arguments import is_passive, relation, subject
from tacitus.extract.figure_lexicon import figure_lexicon
from tacitus.extract.side_reader import SideReader
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.side_features import noun_context
from tacitus.resolve.syntax import Syntax

_MOST_STEPS = 6
_FIRST_PERSON = frozenset(("we", "i"))
_OWN_WORDS = frozenset(("our", "own", "ours"))
_HINT_REACH = 8  # tokens before a number in which "our" or "the enemy" tells whose it is, no number between
_TELLING_STANCES = frozenset(("admit", "deny", "accuse"))


def _governor(syntax: Syntax, noun: int) -> tuple[int, int] | None:
    """The verb that a noun is the object of and the word right below it, "the loss of" passed over."""
    at = noun
    for _ in range(_MOST_STEPS):
        head = syntax.head[at]
        if head == at:
            return None
        if syntax.upos[head] in ("VERB", "AUX"):
            return head, at
        if relation(syntax, at) not in ("nummod", "nmod", "conj", "appos", "compound", "amod", "dep"):
            return None
        at = head
    return None


def owner_side(syntax: Syntax, book: ActorBook, noun: int, speaker: int | None) -> str | None:
    """The side of whoever loses, buries or sends the people that ``noun`` names, ``None`` where no such verb does.

    ``speaker`` is the actor who states the number: "we" are its own.
    """
    found = _governor(syntax, noun)
    if found is None:
        return None
    verb, below = found
    lexicon = figure_lexicon()
    admits = syntax.lower[below] in lexicon.losses and syntax.lower[verb] in lexicon.admitting
    if not admits and (syntax.lower[verb] not in lexicon.owning or is_passive(syntax, verb)):
        return None
    if relation(syntax, below) != "obj":
        return None
    who = subject(syntax, verb)
    if who is None:
        return None
    if syntax.lower[who] in _FIRST_PERSON:
        return None if speaker is None else book.entries[speaker].side
    return SideReader(syntax, book).at(who)


def is_of_the_enemy(syntax: Syntax, noun: int, token: int) -> bool:
    """Whether a number counts people whom whoever states it calls the enemy ("147 of the enemy", "enemy dead")."""
    words = {syntax.lower[noun], *(syntax.lower[child] for at in {noun, token} for child in syntax.children(at))}
    return not words.isdisjoint(figure_lexicon().foes)


def doer_side(syntax: Syntax, book: ActorBook, noun: int) -> str | None:
    """The side of whoever does something to the people that ``noun`` names ("the rebels killed 30 soldiers")."""
    found = _governor(syntax, noun)
    if found is None or syntax.lower[found[0]] in figure_lexicon().owning:
        return None
    verb, below = found
    if is_passive(syntax, verb):
        agents = [child for child in syntax.children(verb) if syntax.dep[child] == "obl:agent"]
        return SideReader(syntax, book).at(agents[0]) if agents and below not in agents else None
    who = subject(syntax, verb) if relation(syntax, below) == "obj" else None
    return None if who is None else SideReader(syntax, book).at(who)


def _before(syntax: Syntax, token: int) -> tuple[str, ...]:
    """The words before a number in its sentence, back to another number."""
    first, farthest = token, max(syntax.sentence_range(token)[0], token - _HINT_REACH)
    while first > farthest and syntax.upos[first - 1] != "NUM":
        first -= 1
    return syntax.lower[first:token]


def owner_contexts(syntax: Syntax, noun: int, token: int, claim: DraftClaim | None) -> tuple[str, ...]:
    """What hints at whose people a number counts: its noun, the stance of its claim, "our", words for an enemy."""
    near = {*_before(syntax, token), *(syntax.lower[child] for child in syntax.children(noun))}
    hints = [noun_context(syntax.lower[noun])] if syntax.upos[noun] == "NOUN" else []
    if claim is not None and claim.stance in _TELLING_STANCES:
        hints.append(claim.stance)
    if near & _OWN_WORDS:
        hints.append("own")
    if figure_lexicon().enemies & {*near, syntax.lower[noun]}:
        hints.append("enemy")
    return tuple(hints)
