"""Finding listed names in tokens, whatever the tokenizer did to hyphens, dots, apostrophes and accents.

Names and tokens are cut into *pieces*: runs of letters and digits without accents, dots or apostrophes. "U.S.-led" is
``us led``, "Kata'ib" is ``kataib``, "al - Shabaab" is ``al shabaab`` and "Lord 's Resistance Army" is ``lord resistance
army``, so that a name matches across tokenizers. Hyphens, slashes and possessives join; other punctuation parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from tacitus.resolve.side_name import SideName

Need = Literal["any", "title", "mixed", "word_acronym", "acronym"]
Tail = Callable[[SideName], SideName | None]

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss"}
    | dict.fromkeys("’‘ʼʿʾ`´", "'")
)
_JOINT = re.compile(r"[-‐‑–/]")
_POSSESSIVE = re.compile(r"(?<=\w)'s$|^'s?$", re.IGNORECASE)
_WORD = re.compile(r"[(),&]|[^\s(),&]+")
_NEAR = 4  # tokens on either side that tell whether a word stands in a run of capitals
_STRICT: dict[Need, int] = {"any": 0, "title": 1, "mixed": 2, "word_acronym": 3, "acronym": 4}
_SHORT = 4  # letters up to which capitals inside a name must be there ("LeT" is not "Let")
_PRONOUN = 3  # letters up to which a name in a run of capitals may be a pronoun or a verb
_LONG = 5  # letters from which a single-word name is taken in lower case too


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters and digits: ``key`` is compared, ``raw`` keeps its case."""

    key: str
    raw: str


@lru_cache(maxsize=1 << 16)
def pieces(token: str) -> tuple[Piece, ...]:
    """The pieces of one token; none for what joins ("-", "'s"); what parts (",") is a piece of its own."""
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
            found.append(Piece(part, part))
    return tuple(found)


def name_pieces(name: str) -> tuple[Piece, ...]:
    """The pieces of a name of several words."""
    return tuple(piece for word in _WORD.findall(name) for piece in pieces(word))


@dataclass(frozen=True, slots=True)
class Ending:
    """A name that ends here: the case each piece needs, and whether the name is also a common word.

    ``tail`` makes the name out of the name before it ("Syrian" + "rebels").
    """

    needs: tuple[Need, ...]
    common: bool
    name: SideName | None
    tail: Tail | None = None


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    endings: list[Ending] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in ``tokens[start:end]``; ``name`` is ``None`` for a name that tells no side ("Indian Ocean")."""

    start: int
    end: int
    pieces: int
    name: SideName | None


class SideMatcher:
    """A trie of names over their pieces. The first of several equal names wins."""

    def __init__(self, *, spellings: dict[str, str], common: Iterable[str], prefixes: Iterable[str]) -> None:
        """Names are compared after ``spellings`` of single words ("defence" to "defense").

        Names in ``common`` are ordinary words too and count only in the capitals they are listed with; a name joined to
        one of ``prefixes`` ("pro-Russian") does not count.
        """
        self._spellings = spellings
        self._names = _Node()
        self._tails = _Node()
        self._prefixes = frozenset(prefixes)
        self._common = frozenset(self._keys(name_pieces(name)) for name in common)

    def add(self, words: str, name: SideName | None) -> None:
        """Add a name.

        Raises:
            ValueError: no letter or digit in it.
        """
        self._add(self._names, words, name, tail=None)

    def add_tail(self, words: str, tail: Tail) -> None:
        """Add words that make another name of the one before them; ``tail`` gives ``None`` where they do not.

        Raises:
            ValueError: no letter or digit in it.
        """
        self._add(self._tails, words, None, tail=tail)

    def exact(self, words: str) -> SideName | None:
        """The name that all of ``words`` make up, in any case but for common words."""
        found = name_pieces(words)
        endings = [ending for stop, ending in self._walk(found, 0) if stop == len(found)]
        fitting = [ending for ending in endings if _fits(found, ending.needs)]
        loose = [ending for ending in endings if not ending.common]
        return next((ending.name for ending in [*fitting, *loose]), None)

    def matches(self, tokens: Sequence[str]) -> list[Match]:
        """Names in ``tokens``, the longest first where they overlap, in order of the text."""
        text: list[Piece] = []
        where: list[int] = []
        for index, token in enumerate(tokens):
            for piece in pieces(token):
                text.append(piece)
                where.append(index)
        lower = not any(piece.raw[0].isupper() for piece in text)
        starts = [at for at in range(len(text)) if not self._turned(tokens, text, where, at)]
        candidates = [match for at in starts for match in self._from(tokens, text, where, at, lower=lower)]
        candidates.sort(key=lambda match: (-match.pieces, match.start))
        taken: set[int] = set()
        chosen: list[Match] = []
        for match in candidates:
            places = range(match.start, match.end)
            if taken.isdisjoint(places):
                taken.update(places)
                chosen.append(match)
        return sorted(chosen, key=lambda match: match.start)

    def _keys(self, found: Iterable[Piece]) -> tuple[str, ...]:
        return tuple(self._spellings.get(piece.key, piece.key) for piece in found)

    def _add(self, node: _Node, words: str, name: SideName | None, *, tail: Tail | None) -> None:
        found = name_pieces(words)
        keys = self._keys(found)
        if not any(key.isalnum() for key in keys):
            raise ValueError(f"not a name: {words!r}")
        for key in keys:
            child = node.children.get(key)
            if child is None:
                child = node.children[key] = _Node()
            node = child
        common = keys in self._common
        needs = tuple([_need(piece.raw, common=common) for piece in found])
        if all(ending.needs != needs for ending in node.endings):
            node.endings.append(Ending(needs, common, name, tail))
            # "JEM" and "JeM" are two groups: what asks for more capitals is asked first.
            node.endings.sort(key=lambda ending: -sum(_STRICT[need] for need in ending.needs))

    def _from(
        self, tokens: Sequence[str], text: Sequence[Piece], where: Sequence[int], at: int, *, lower: bool
    ) -> list[Match]:
        found: dict[int, Match] = {}
        for stop, ending in self._walk(text, at):
            first, last = where[at], where[stop - 1]
            if stop in found or not _written(text[at:stop], ending, lower=lower):
                continue
            if not (ending.common and _in_capitals(tokens, first, last)):
                found[stop] = Match(first, last + 1, stop - at, ending.name)
        return list(found.values())

    def _turned(self, tokens: Sequence[str], text: Sequence[Piece], where: Sequence[int], at: int) -> bool:
        """Whether a prefix is joined to the piece: in the same token, or with a hyphen between."""
        if at == 0 or text[at - 1].key not in self._prefixes:
            return False
        between = tokens[where[at - 1] + 1 : where[at]]
        return where[at] == where[at - 1] or any(_JOINT.fullmatch(token) for token in between)

    def _walk(self, text: Sequence[Piece], at: int) -> Iterator[tuple[int, Ending]]:
        """Names that start at ``text[at]``, whatever their case, each with the index after its last piece."""
        for stop, ending in self._descend(self._names, text, at):
            yield stop, ending
            stem = ending.name
            if stem is None:
                continue
            for beyond, last in self._descend(self._tails, text, stop):
                made = last.tail(stem) if last.tail else None
                if made is not None:
                    yield beyond, Ending(ending.needs + last.needs, False, made)

    def _descend(self, node: _Node, text: Sequence[Piece], at: int) -> Iterator[tuple[int, Ending]]:
        for stop in range(at, len(text)):
            key = text[stop].key
            child = node.children.get(self._spellings.get(key, key))
            if child is None:
                return
            node = child
            for ending in node.endings:
                yield stop + 1, ending


def _need(raw: str, *, common: bool) -> Need:
    if raw.isupper() and len(raw) > 1:
        # Papers write a long acronym as a name ("Nato", "Unita"), a short one hardly ever.
        return "word_acronym" if len(raw) >= _SHORT and raw.isalpha() and not common else "acronym"
    if not raw[0].isupper():
        return "any"
    return "mixed" if len(raw) <= _SHORT and not raw.istitle() else "title"


def _fits(spoken: Sequence[Piece], needs: Sequence[Need]) -> bool:
    for piece, need in zip(spoken, needs, strict=True):
        raw = piece.raw
        if need == "any":
            continue
        if not raw[0].isupper():
            return False
        if need == "acronym" and not raw.isupper():
            return False
        if need == "mixed" and (raw.isupper() or raw.istitle()):
            return False
        if need == "word_acronym" and not (raw.isupper() or raw.istitle()):
            return False
    return True


def _written(spoken: Sequence[Piece], ending: Ending, *, lower: bool) -> bool:
    """Whether the case of the words found allows the name: ``lower`` tells of copy without a single capital."""
    if _fits(spoken, ending.needs):
        return True
    if ending.common:
        return False
    alone = len(spoken) == 1 and len(spoken[0].key) >= _LONG
    return (lower or alone) and all(piece.raw.islower() or piece.raw.isdigit() for piece in spoken)


def _in_capitals(tokens: Sequence[str], first: int, last: int) -> bool:
    """Whether a short name stands in a run of capitals, where "US" and "IS" may be the pronoun and the verb."""
    name = tokens[first : last + 1]
    if len(name) > 1 or len(name[0]) > _PRONOUN or "." in name[0]:
        return False
    near = [*tokens[max(0, first - _NEAR) : first], *tokens[last + 1 : last + 1 + _NEAR]]
    words = [token for token in near if token.isalpha() and len(token) > 1]
    return len(words) >= 3 and all(word.isupper() for word in words)
