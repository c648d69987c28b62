"""The words of actors' names in one spelling, and what ``known.toml`` tells of them, read once."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"\w+")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class KnownWords:
    """The word list: spellings and parts of persons' names, their sectors by sphere, bodies of a state by each form."""

    letters: Mapping[int, str]
    spellings: tuple[tuple[str, str], ...]
    articles: frozenset[str]
    public: frozenset[str]
    civilian: frozenset[str]
    bodies: Mapping[str, str]


@cache
def known_words() -> KnownWords:
    """The list, read at the first call."""
    raw = tomllib.loads(files("tacitus.store").joinpath("known.toml").read_text(encoding="utf-8"))
    persons = raw["persons"]
    return KnownWords(
        letters={ord(letter): plain for letter, plain in raw["letters"].items()},
        spellings=tuple((written, sound) for written, sound in persons["spellings"]),
        articles=frozenset(persons["articles"]),
        public=frozenset(persons["public"]),
        civilian=frozenset(persons["civilian"]),
        bodies={plain_words(form): body for body, forms in raw["bodies"].items() for form in forms},
    )


def plain_words(name: str) -> str:
    """A name in small letters without accents, apostrophes and punctuation, one space between words."""
    apart = unicodedata.normalize("NFKD", name.casefold().translate(_APOSTROPHES))
    return " ".join(_WORD.findall("".join(letter for letter in apart if not unicodedata.combining(letter))))


def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name as all spellings of it have them, without articles; the surname last."""
    known = known_words()
    words = plain_words(name.casefold().translate(known.letters)).split()
    kept = [word for word in words if word not in known.articles] or words
    return tuple(map(_sound, kept))


def _sound(word: str) -> str:
    for written, sound in known_words().spellings:
        word = word.replace(written, sound)
    return _DOUBLED.sub(r"\1", word)
