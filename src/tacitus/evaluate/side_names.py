"""The sides of a coding in the words of the gold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.side_spelling import one_spelling
from tacitus.evaluate.speakers import actor_names, is_side
from tacitus.evaluate.wording import name_words
from tacitus.model import Actor, Coding
from tacitus.resolve.sides import side_lexicon


@dataclass(frozen=True, slots=True)
class Parties:
    """What each actor of a coding is called in the gold of its report; ``None`` where the gold has no name for it."""

    names: Mapping[str, str | None]

    def of(self, actor_ids: Iterable[str]) -> frozenset[str]:
        """The actors as a set of sides; those that the gold has no name for are left out."""
        return frozenset(name for actor_id in actor_ids if (name := self.names[actor_id]) is not None)


def read_parties(gold: Gold, coding: Coding) -> Parties:
    """The actors of ``coding`` by their side; an actor without one by the gold's name that shares a word with it.

    The gold names only parties that have a side or a name of their own, so an actor with neither ("gunmen") counts for
    nothing. An actor with a side that the gold's events do not name is looked up by its words too, but only among
    names that are no sides, as with those who state a figure.
    """
    named = [name for event in gold.events for name in (*event.actors, *event.recipients)]
    wanted = list(dict.fromkeys(named))
    return Parties({actor.id: _name(actor, wanted, gold, coding) for actor in coding.actors})


def _name(actor: Actor, wanted: list[str], gold: Gold, coding: Coding) -> str | None:
    side = None if actor.side is None else one_spelling(actor.side)
    if side is not None and side in map(one_spelling, wanted):
        return side
    open_names = wanted if side is None else [name for name in wanted if not _is_known_side(name, gold)]
    words = frozenset[str]().union(*map(name_words, actor_names(actor, coding))) if open_names else frozenset[str]()
    best = max(open_names, key=lambda name: len(words & name_words(name)), default=None)
    return side if best is None or words.isdisjoint(name_words(best)) else one_spelling(best)


def _is_known_side(name: str, gold: Gold) -> bool:
    return is_side(name, gold) or side_lexicon().lookup(name) is not None
