"""Groups and organisations that no list knows, by how a report introduces them.

"The Unified Front of the Hills (UFH)" names one, and "UFH" is its short name from then on; "the Valley Liberation
Movement" is one by its last noun. Each is a side of its own, as armed groups are in conflict data.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tacitus.resolve.side_name import SideKind, SideName
from tacitus.resolve.syntax import Range, Syntax

_LINKS = frozenset("of for the and in to al el de du des la le - ' 's ’s & al-".split())
_ARMED = frozenset("front movement militia mujahideen jihad resistance martyrs liberation fighters guerrillas".split())
_BODIES = frozenset(
    "association committee organisation organization agency watch society union federation observatory network centre"
    " center institute commission ministry office department service programme program fund group council".split()
)
_SHORT, _LONG = 2, 8  # letters of initials


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """A name in the report and what it is the name of."""

    tokens: Range
    name: SideName


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word[:1].isupper()).upper()


def _is_acronym(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return _SHORT <= len(letters) <= _LONG and word.replace("-", "").isalnum() and sum(map(str.isupper, letters)) > 1


def _matches(acronym: str, words: list[str]) -> bool:
    """Whether most letters of an acronym are initials of the words before it, in order."""
    found, initials = 0, iter(_initials(words))
    for letter in acronym.upper():
        if letter.isalpha() and letter in initials:
            found += 1
    return found * 2 >= len(acronym) and found >= _SHORT


def _capitalised_before(syntax: Syntax, end: int) -> int:
    """Where the run of capitalised words and links that ends at ``end`` begins."""
    first = end
    while first > 0 and syntax.sentence[first - 1] == syntax.sentence[end - 1]:
        word = syntax.words[first - 1]
        if not word[:1].isupper() and syntax.lower[first - 1] not in _LINKS:
            break
        first -= 1
    while first < end and (syntax.lower[first] in _LINKS or not syntax.words[first][:1].isupper()):
        first += 1
    return first


def _introduced(syntax: Syntax, taken: frozenset[int]) -> Iterator[NamedGroup]:
    """Names with their initials in brackets behind them."""
    for index in range(1, len(syntax.words) - 2):
        if syntax.words[index] != "(" or syntax.words[index + 2] != ")" or not _is_acronym(syntax.words[index + 1]):
            continue
        first, acronym = _capitalised_before(syntax, index), syntax.words[index + 1]
        while first < index and syntax.words[first][:1] != acronym[:1]:
            first += 1
        words = list(syntax.words[first:index])
        if index - first < _SHORT or index + 1 in taken or not _matches(acronym, words):
            continue
        kind: SideKind = "organization" if {word.casefold() for word in words} & _BODIES else "group"
        if not taken.isdisjoint(range(first, index)):
            continue
        name = SideName(acronym, acronym, kind, "REB" if kind == "group" else "NGO")
        yield NamedGroup((first, index), name)
        yield from (
            NamedGroup((at, at + 1), name)
            for at, word in enumerate(syntax.words)
            if word == acronym and at not in taken
        )


def _by_noun(syntax: Syntax, taken: frozenset[int]) -> Iterator[NamedGroup]:
    """Capitalised names of two words or more that end in a noun for an armed group."""
    for index in range(1, len(syntax.words)):
        if syntax.lower[index] not in _ARMED or not syntax.words[index][:1].isupper() or index in taken:
            continue
        first = _capitalised_before(syntax, index + 1)
        capitals = sum(word[:1].isupper() for word in syntax.words[first : index + 1])
        whole = range(first, index + 1)
        if capitals >= _SHORT and taken.isdisjoint(whole) and not all(syntax.words[at].isupper() for at in whole):
            name = syntax.phrase((first, index + 1))
            yield NamedGroup((first, index + 1), SideName(name, name, "group", "REB"))


def find_named_groups(syntax: Syntax, taken: frozenset[int]) -> list[NamedGroup]:
    """The groups that a report names and ``taken`` tokens do not, in order, none overlapping."""
    found: list[NamedGroup] = []
    used = set(taken)
    for group in [*_introduced(syntax, taken), *_by_noun(syntax, taken)]:
        if used.isdisjoint(range(*group.tokens)):
            used.update(range(*group.tokens))
            found.append(group)
    return sorted(found, key=lambda group: group.tokens)
