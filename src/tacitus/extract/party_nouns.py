"""Which nouns name somebody who can take part in an event: people and bodies of people, no weapon, place or deed."""

from __future__ import annotations

from functools import cache

from tacitus.extract.event_arguments import name_type
from tacitus.extract.event_lexicon import event_lexicon
from tacitus.extract.noun_heads import is_plural_person
from tacitus.extract.quantity_lexicon import quantity_lexicon
from tacitus.resolve.belonging import Sides
from tacitus.resolve.roles import role_of
from tacitus.resolve.syntax import Range, Syntax
from tacitus.resolve.together_lexicon import together_lexicon

_SHORTEST = 5  # letters of a word that is judged by its ending


def is_party(syntax: Syntax, sides: Sides, tokens: Range) -> bool:
    """Whether a phrase may name one that takes part: its head is a name, a pronoun, a number or a party's noun.

    Of the names of places only those of states, capitals and the like that ``sides`` knows take part.
    """
    head = syntax.head_of(tokens)
    known = sides.at.get(head)
    if known is not None:
        return known.name.kind != "town"
    if name_type(syntax, head) == "PLACE":
        return False
    return syntax.upos[head] != "NOUN" or is_party_noun(syntax.lower[head])


@cache
def _listed() -> frozenset[str]:
    quantity, classes = quantity_lexicon(), event_lexicon().classes.named
    people = quantity.people.one | quantity.people.many | classes["people"] | classes["party"]
    return people | quantity.things.bodies | frozenset(together_lexicon().nouns)


@cache
def _others() -> frozenset[str]:
    things, classes = quantity_lexicon().things, event_lexicon().classes.named
    return things.one | things.many | classes["weapon"] | classes["happening"] | classes["no_party"]


@cache
def is_party_noun(noun: str) -> bool:
    """Whether a noun (in lower case) names people or a body of people; by its ending where no list holds it."""
    if noun in _listed() or role_of(noun) is not None:
        return True
    if noun in _others():
        return False
    endings = tuple(event_lexicon().classes.named["endings"])
    return is_plural_person(noun) or (len(noun) >= _SHORTEST and noun.endswith(endings))
