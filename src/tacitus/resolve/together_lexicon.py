"""The words that name several sides at once, as ``lexicon/together.toml`` lists them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tacitus.extract.inflection import with_s


@dataclass(frozen=True, slots=True)
class TogetherLexicon:
    """Nouns in singular and plural with whether they mean states only, and the words that stand with them."""

    nouns: dict[str, bool]
    pairs: frozenset[str]
    numbers: dict[str, int]
    definite: frozenset[str]
    opposed: frozenset[str]
    bare: frozenset[str]
    barred: frozenset[str]
    joined: frozenset[str]
    divides: frozenset[str]


@cache
def together_lexicon() -> TogetherLexicon:
    """The lexicon, read once."""
    data = tomllib.loads((files("tacitus.resolve") / "lexicon" / "together.toml").read_text(encoding="utf-8"))
    words = data["words"]
    nouns = {
        form: kind == "states" for kind, of in data["nouns"].items() for noun in of for form in (noun, with_s(noun))
    }
    return TogetherLexicon(
        nouns=nouns,
        pairs=frozenset(words["pairs"]),
        numbers=dict(words["numbers"]),
        definite=frozenset(words["definite"]),
        opposed=frozenset(words["opposed"]),
        bare=frozenset(words["bare"]),
        barred=frozenset(words["barred"]),
        joined=frozenset(words["joined"]),
        divides=frozenset(words["divides"]),
    )
