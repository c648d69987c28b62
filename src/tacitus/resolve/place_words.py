"""Words that tell a place: nouns beside a name, prepositions before it, verbs done to it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tacitus.resolve.gazetteer_entry import PlaceKind


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words of ``lexicon/place_words.toml``, all in lower case.

    ``nouns`` tell the kind of place ("province"); ``where`` and ``motion`` are prepositions before places, ``party``
    those before somebody that others deal with; ``parts`` may stand before a name ("eastern"); ``verbs`` are done to
    places, by their first letters without a final "e"; ``titles`` and ``bodies`` make a name that of
    somebody else, ``others`` are names of something else.
    """

    nouns: dict[str, PlaceKind]
    where: frozenset[str]
    motion: frozenset[str]
    party: frozenset[str]
    parts: frozenset[str]
    verbs: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    others: frozenset[str]

    def done_to_places(self, verb: str) -> bool:
        """Whether a form of a verb, in lower case, is one of what is done to places ("shelled", "captured")."""
        return not self.verbs.isdisjoint(_bases(verb))


def _bases(verb: str) -> set[str]:
    """What the base form of a verb may be by its endings; irregular pasts are forms of the list themselves."""
    bases = {verb}
    for ending in ("s", "es", "d", "ed", "ing"):
        if verb.endswith(ending):
            stem = verb.removesuffix(ending)
            bases.update((stem, stem + "e"))
            if len(stem) > 2 and stem[-1] == stem[-2]:
                bases.add(stem[:-1])
    return bases


@cache
def place_words() -> PlaceWords:
    """The word list, read on first use."""
    text = (files("tacitus.resolve") / "lexicon" / "place_words.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return PlaceWords(
        nouns={noun: kind for kind, nouns in data["nouns"].items() for noun in nouns},
        where=frozenset(data["prepositions"]["where"]),
        motion=frozenset(data["prepositions"]["motion"]),
        party=frozenset(data["prepositions"]["party"]),
        parts=frozenset(data["parts"]["words"]),
        verbs=frozenset(data["verbs"]["words"]),
        titles=frozenset(data["not_places"]["titles"]),
        bodies=frozenset(data["not_places"]["bodies"]),
        others=frozenset(data["not_places"]["others"]),
    )
