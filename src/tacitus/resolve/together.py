"""Phrases that name several sides at once: "both sides", "the two countries", "officials on both sides"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tacitus.resolve.belonging import SideMatch, Sides
from tacitus.resolve.roles import role_of
from tacitus.resolve.syntax import Range, Syntax
from tacitus.resolve.together_lexicon import together_lexicon

NOT_PARTIES = frozenset(("outlet", "organization", "town", "region"))
"""Kinds of names whose sides are no parties to a conflict by them."""

_MODIFIERS = frozenset(("det", "det:predet", "amod", "nummod", "cc:preconj", "compound", "advmod"))
_AND = frozenset(("and", "&"))


@dataclass(frozen=True, slots=True)
class Together:
    """Several sides in one phrase.

    ``count`` is how many, ``None`` where the words do not tell; ``states`` whether only states can be meant; ``told``
    the sides that the phrase itself names; ``owner`` the noun that tells whose officials they are, by its token.
    """

    count: int | None
    states: bool = False
    told: tuple[str, ...] = ()
    owner: int | None = None


def together_at(syntax: Syntax, sides: Sides, head: int) -> Together | None:
    """What a phrase tells that has ``head`` as its head noun, ``None`` where it names one actor or any number."""
    if syntax.lower[head] in together_lexicon().pairs or syntax.upos[head] == "NUM":
        return _by_pronoun(syntax, head)
    found = _by_noun(syntax, sides, head)
    if found is None and _is_plural_office(syntax, head):
        return _by_owners(syntax, sides, head)
    return found


def _by_pronoun(syntax: Syntax, head: int) -> Together | None:
    """By themselves: "both", "each", "the two"."""
    lexicon = together_lexicon()
    if any(syntax.dep[child].startswith("nmod") and not _is_them(syntax, child) for child in syntax.children(head)):
        return None
    if syntax.lower[head] in lexicon.pairs:
        return Together(2)
    number = lexicon.numbers.get(syntax.lower[head])
    definite = any(syntax.lower[child] in lexicon.definite for child in syntax.children(head) if child < head)
    return Together(number) if number is not None and definite else None


def phrase_of(syntax: Syntax, head: int, together: Together) -> Range:
    """The tokens of a phrase for several: its head with what stands before it and with the noun that tells whose."""
    first = min([head, *_before(syntax, head)])
    if together.owner is None:
        return first, head + 1
    start, end = syntax.subtree(together.owner)
    return min(first, start), max(head + 1, end)


def _is_them(syntax: Syntax, token: int) -> bool:
    return syntax.upos[token] == "PRON"


def _by_noun(syntax: Syntax, sides: Sides, head: int) -> Together | None:
    lexicon, noun = together_lexicon(), syntax.lower[head]
    pair = f"{syntax.lower[head - 1]} {noun}" if head else noun
    states = lexicon.nouns.get(pair, lexicon.nouns.get(noun))
    if states is None:
        return None
    before = _before(syntax, head)
    words = {syntax.lower[child] for child in before}
    if words & lexicon.barred or any(child in sides.at for child in before) or _of_a_thing(syntax, head):
        return None
    counts = [lexicon.numbers[word] for word in words if word in lexicon.numbers]
    if words & lexicon.pairs:
        return Together(2, states)
    if not words & lexicon.definite:
        return None
    if counts:
        return Together(counts[0], states)
    return Together(None, states) if words & lexicon.opposed or noun in lexicon.bare else None


def _before(syntax: Syntax, head: int) -> list[int]:
    return [child for child in syntax.children(head) if child < head and syntax.dep[child] in _MODIFIERS]


def _of_a_thing(syntax: Syntax, head: int) -> bool:
    """Whether it is the sides of a road or the like that a phrase tells of."""
    return syntax.lower[head] in ("side", "sides") and any(
        syntax.lower[child] not in together_lexicon().divides
        for child in syntax.children(head)
        if child > head and syntax.dep[child] == "nmod" and _case(syntax, child) == "of"
    )


def _is_plural_office(syntax: Syntax, head: int) -> bool:
    """Whether a noun means several people or bodies that speak and act for a side."""
    noun = syntax.lower[head]
    plural = syntax.upos[head] == "NOUN" and noun.endswith(("s", "men", "people"))
    role = role_of(noun) if plural else None
    return role is not None and role.home


def _by_owners(syntax: Syntax, sides: Sides, head: int) -> Together | None:
    """Officials of several sides: by a phrase that names these together, else by their coordinated names."""
    if any(child in sides.at and len(coordinated(syntax, child)) == 1 for child in _before(syntax, head)):
        return None
    for child in syntax.children(head):
        relation = syntax.dep[child]
        of = relation == "nmod" and _case(syntax, child) in together_lexicon().joined
        if of or relation == "nmod:poss":
            found = together_at(syntax, sides, child)
            if found is not None:
                return replace(found, owner=child)
        if of or relation in ("amod", "compound", "nmod:poss"):
            told = tuple(dict.fromkeys(match.name.side for match in _coordinated_sides(syntax, sides, child)))
            if len(told) > 1:
                return Together(len(told), told=told, owner=child)
    return None


def _case(syntax: Syntax, token: int) -> str | None:
    return next((syntax.lower[child] for child in syntax.children(token) if syntax.dep[child] == "case"), None)


def _coordinated_sides(syntax: Syntax, sides: Sides, first: int) -> Iterator[SideMatch]:
    for token in coordinated(syntax, first):
        match = sides.at.get(token)
        if match is not None and match.name.kind not in NOT_PARTIES:
            yield match


def coordinated(syntax: Syntax, first: int) -> tuple[int, ...]:
    """The heads of nouns joined by "and", in order; ``first`` alone where nothing is joined so."""
    others = [child for child in syntax.children(first) if syntax.dep[child] == "conj" and child > first]
    joins = {syntax.lower[child] for other in others for child in syntax.children(other) if syntax.dep[child] == "cc"}
    return (first, *others) if joins and joins <= _AND else (first,)
