"""Persons of a report: full names, later surnames and spelling variants of one person, with what describes them."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz import fuzz

from tacitus.resolve.phrases import apposition_after, apposition_before, dateline_end, left_edge
from tacitus.resolve.roles import role_of
from tacitus.resolve.syntax import Name, Range, Syntax

_SAME_SPELLING = 88  # rapidfuzz ratio: "Pashinyan"/"Pashinian" 89, "Aliyev"/"Alaev" 73
_SAME_GIVEN_NAME = 75  # "Yevgeny"/"Evgeny" 92, "Anna"/"Levon" 22
_TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady dame gen col lt maj capt sgt brig adm cmdr cdr rev fr sheikh sheik mullah maulana"
    " imam ayatollah king queen prince president prime minister premier chancellor secretary general colonel lieutenant"
    " major captain sergeant brigadier admiral commander marshal senator judge professor prof spokesman spokeswoman"
    " ambassador governor mayor envoy chief head foreign defence defense state interior".split()
)
_LINKS = frozenset(("of", "for", "and", "the"))  # what is left of "Secretary of State" without its title
_FEMALE = frozenset("mrs ms miss lady dame queen spokeswoman chairwoman policewoman she her".split())
_MALE = frozenset("mr sir lord king spokesman chairman policeman he his".split())


@dataclass(slots=True)
class Person:
    """A person under construction: every mention, and every description met beside one."""

    name: str
    key: str
    mentions: list[Range] = field(default_factory=list)
    descriptions: list[Range] = field(default_factory=list)
    gender: str | None = None


def surname_key(syntax: Syntax, name: Name) -> str:
    """The last word of a name, case-folded, without a possessive."""
    last = name.end - 1
    while last > name.start and syntax.lower[last] in ("'s", "’s", "'", "’", "jr", "jr.", "sr"):
        last -= 1
    return syntax.lower[last]


def _clean(syntax: Syntax, name: Name, taken: frozenset[int]) -> Name:
    """The name without nationality and titles before it or a possessive after it."""
    start, end = name.start, name.end
    for index in range(end - 2, start - 1, -1):
        if index in taken or syntax.lower[index].rstrip(".") in _TITLES or syntax.lower[index] in ("'s", "’s"):
            start = index + 1
            break
    while end - 1 > start and syntax.lower[end - 1] in ("'s", "’s", "'", "’"):
        end -= 1
    return Name(start, end, name.type)


def _given_names_agree(one: str, other: str) -> bool:
    """Whether two full names may be one person's: a given name alike or of one initial, or none given to compare.

    Words in small letters (particles, or what was taken into a name by mistake) are not compared.
    """
    givens, others = ([word for word in name.split()[:-1] if not word.islower()] for name in (one, other))
    return not (givens and others) or any(
        given[:1] == name[:1] or fuzz.ratio(given, name) >= _SAME_GIVEN_NAME for given in givens for name in others
    )


def _find(people: list[Person], key: str, words: int, phrase: str) -> Person | None:
    for person in reversed(people):
        if person.key == key and (words == 1 or person.name == phrase or " " not in person.name):
            return person
    for person in reversed(people):
        alike = len(key) > 4 and fuzz.ratio(key, person.key) >= _SAME_SPELLING and key[:1] == person.key[:1]
        if alike and _given_names_agree(phrase, person.name):
            return person
    if words == 1:
        for person in people:
            if key in person.name.casefold().split():
                return person
    return None


def _gender(syntax: Syntax, tokens: Range) -> str | None:
    words = {syntax.lower[index].rstrip(".") for index in range(*tokens)}
    return "f" if words & _FEMALE else "m" if words & _MALE else None


def _describe(syntax: Syntax, person: Person, name: Name) -> None:
    first = left_edge(syntax, name.start)
    ranges = [(first, name.start)] if first < name.start else []
    for found in (apposition_after(syntax, name.end), apposition_before(syntax, name.start)):
        if found is not None:
            ranges.append(found)
    for found in ranges:
        person.descriptions.append(found)
        person.gender = person.gender or _gender(syntax, found)


def find_persons(syntax: Syntax, *, taken: frozenset[int]) -> list[Person]:
    """The persons that the report names, in order of their first mention; names on ``taken`` tokens are left out."""
    people: list[Person] = []
    opening = dateline_end(syntax)
    for entity in syntax.names:
        if (
            entity.type != "PERSON"
            or entity.end <= opening
            or all(index in taken for index in range(entity.start, entity.end))
        ):
            continue
        name = _clean(syntax, entity, taken)
        phrase = syntax.phrase((name.start, name.end))
        if all(syntax.lower[index].rstrip(".") in _TITLES for index in range(name.start, name.end)):
            continue
        if syntax.lower[name.start] in _LINKS or not phrase[:1].isalpha():
            continue
        if syntax.upos[name.end - 1] == "PRON" or role_of(phrase):
            continue
        key = surname_key(syntax, name)
        words = name.end - name.start
        person = _find(people, key, words, phrase)
        if person is None:
            person = Person(phrase, key)
            people.append(person)
        elif words > len(person.name.split()):
            person.name = phrase
        person.mentions.append((name.start, name.end))
        _describe(syntax, person, name)
    return people
