"""Finding listed names in tokens, whatever the tokenizer did to hyphens, dots, apostrophes and accents.

Names and tokens are cut into *pieces*: runs of letters and digits without accents, dots or apostrophes. "U.S.-led" is
``us led``, "Kata'ib" is ``kataib``, "al - Shabaab" is ``al shabaab`` and "Lord 's Resistance Army" is ``lord resistance
army``, so that a name matches across tokenizers. Hyphens, slashes and possessives join; other punctuation parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from tacitus.resolve.side_name import SideName

Need = Literal["any", "title", "acronym", "word_acronym"]

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss"}
    | dict.fromkeys("’‘ʼʿʾ`´", "'")
)
_JOINT = re.compile(r"[-‐‑–/]")
_POSSESSIVE = re.compile(r"(?<=\w)'s$|^'s?$", re.IGNORECASE)
_NEAR = 4  # tokens on either side that tell whether a word stands in a run of capitals
_LONG = 5  # letters from which a single-word name is taken in lower case too


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters and digits: ``key`` is compared, ``raw`` keeps its case."""

    key: str
    raw: str


_PARTED = Piece("", "")


@lru_cache(maxsize=1 << 16)
def pieces(token: str) -> tuple[Piece, ...]:
    """The pieces of one token; none for what joins ("-", "'s"), one with an empty key for what parts (",")."""
    plain = token.translate(_LETTERS)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    plain = _POSSESSIVE.sub("", plain)
    found: list[Piece] = []
    for part in _JOINT.split(plain):
        raw = part.replace("'", "").replace(".", "")
        if raw.isalnum():
            found.append(Piece(raw.casefold(), raw))
        elif part:
            found.append(_PARTED)
    return tuple(found)


def name_pieces(name: str) -> tuple[Piece, ...]:
    """The pieces of a name of several words."""
    return tuple(piece for word in name.split() for piece in pieces(word.strip(",;:")))


@dataclass(frozen=True, slots=True)
class _End:
    """A name that ends here: the case each piece needs, and whether the name is also a common word."""

    needs: tuple[Need, ...]
    common: bool
    name: SideName | None


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    ends: list[_End] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in ``tokens[start:end]``; ``name`` is ``None`` for a name that tells no side ("Indian Ocean")."""

    start: int
    end: int
    pieces: int
    name: SideName | None


class SideMatcher:
    """A trie of names over their pieces. The first of several equal names wins."""

    def __init__(self, spellings: dict[str, str]) -> None:
        """``spellings`` maps spelling variants of single words to one form ("defence" to "defense")."""
        self._spellings = spellings
        self._root = _Node()

    def add(self, words: str, name: SideName | None, *, common: bool = False) -> None:
        """Add a name; a ``common`` one is also an ordinary word and must be written with its own capitals."""
        found = name_pieces(words)
        if not found:
            raise ValueError(f"not a name: {words!r}")
        node = self._root
        for piece in found:
            key = self._spellings.get(piece.key, piece.key)
            child = node.children.get(key)
            if child is None:
                child = node.children[key] = _Node()
            node = child
        needs = tuple(_need(piece.raw, common=common) for piece in found)
        if all(end.needs != needs for end in node.ends):
            node.ends.append(_End(needs, common, name))

    def exact(self, words: str) -> SideName | None:
        """The name that all of ``words`` make up, in any case but for common words."""
        node: _Node | None = self._root
        found = name_pieces(words)
        for piece in found:
            node = node.children.get(self._spellings.get(piece.key, piece.key)) if node else None
        if node is None or not found:
            return None
        exact = [end.name for end in node.ends if _fits(found, end.needs)]
        loose = [end.name for end in node.ends if not end.common]
        return next(iter(exact + loose), None)

    def matches(self, tokens: Sequence[str]) -> list[Match]:
        """Names in ``tokens``, the longest first where they overlap, in order of the text."""
        text = [(piece, index) for index, token in enumerate(tokens) for piece in pieces(token)]
        lower = not any(piece.raw[:1].isupper() for piece, _ in text)
        candidates = [match for at in range(len(text)) for match in self._from(tokens, text, at, lower=lower)]
        candidates.sort(key=lambda match: (-match.pieces, match.start))
        taken: set[int] = set()
        chosen: list[Match] = []
        for match in candidates:
            places = range(match.start, match.end)
            if taken.isdisjoint(places):
                taken.update(places)
                chosen.append(match)
        return sorted(chosen, key=lambda match: match.start)

    def _from(self, tokens: Sequence[str], text: list[tuple[Piece, int]], at: int, *, lower: bool) -> list[Match]:
        found: list[Match] = []
        node = self._root
        for stop in range(at, len(text)):
            key = text[stop][0].key
            child = node.children.get(self._spellings.get(key, key))
            if child is None:
                break
            node = child
            if not node.ends:
                continue
            spoken = tuple(piece for piece, _ in text[at : stop + 1])
            first, last = text[at][1], text[stop][1]
            for end in node.ends:
                if _written(spoken, end, lower=lower) and not (end.common and _in_capitals(tokens, first, last)):
                    found.append(Match(first, last + 1, len(spoken), end.name))
                    break
        return found


def _need(raw: str, *, common: bool) -> Need:
    if raw.isupper() and len(raw) > 1:
        # Papers write a long acronym as a name ("Nato", "Unita"), a short one hardly ever.
        return "word_acronym" if len(raw) >= 4 and raw.isalpha() and not common else "acronym"
    return "title" if raw[0].isupper() else "any"


def _fits(spoken: Sequence[Piece], needs: Sequence[Need]) -> bool:
    for piece, need in zip(spoken, needs, strict=True):
        raw = piece.raw
        if need == "any":
            continue
        if not raw[0].isupper():
            return False
        if need == "acronym" and not raw.isupper():
            return False
        if need == "word_acronym" and not (raw.isupper() or raw.istitle()):
            return False
    return True


def _written(spoken: Sequence[Piece], end: _End, *, lower: bool) -> bool:
    """Whether the case of the words found allows the name: ``lower`` tells of copy without a single capital."""
    if _fits(spoken, end.needs):
        return True
    if end.common:
        return False
    alone = len(spoken) == 1 and len(spoken[0].key) >= _LONG
    return (lower or alone) and all(piece.raw.islower() or piece.raw.isdigit() for piece in spoken)


def _in_capitals(tokens: Sequence[str], first: int, last: int) -> bool:
    """Whether a short name stands in a run of capitals, where "US" and "IS" may be the pronoun and the verb."""
    name = tokens[first : last + 1]
    if len(name) > 1 or len(name[0]) > _LONG or "." in name[0]:
        return False
    near = [*tokens[max(0, first - _NEAR) : first], *tokens[last + 1 : last + 1 + _NEAR]]
    words = [token for token in near if token.isalpha() and len(token) > 1]
    return len(words) >= 3 and all(word.isupper() for word in words)
