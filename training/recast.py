"""Reports told again with other parties: Eritrea in Armenia's place, from the first word to the last.

Whose a force or a person is, a reader takes from the report. A network that has seen a report eight times takes it from
the names it remembers; with the names changed it has to read. A name of a state is changed for another of one word,
a group's word by word, so that every label stays with its word. Half the groups get names that are made up: the groups
of the next war are in no list.
"""

from __future__ import annotations

import copy
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import pycountry

from tacitus.resolve.side_entries import side_entries
from tacitus.resolve.side_name import SideKind
from tacitus.resolve.sides import side_lexicon
from training.documents import TrainingDoc

_Form = Literal["state", "demonym", "people", "capital", "group"]
_STATE_KINDS: tuple[SideKind, ...] = ("state", "demonym", "capital")
_CODE = 3  # letters of an ISO code
_UNHEARD_OF = 0.5  # share of the groups of one word that get a made-up name
_INITIALS = 0.5  # share of those that are initials


@dataclass(frozen=True, slots=True)
class _Cast:
    """The one-word names of a state or a group, by form."""

    side: str
    names: dict[_Form, str]


@cache
def _casts() -> tuple[list[_Cast], list[_Cast]]:
    """States with a name, an adjective that takes an "s", and a capital of one word each; groups of one word."""
    found: dict[str, dict[_Form, str]] = defaultdict(dict)
    groups: dict[str, _Cast] = {}
    for words, name in side_entries():
        if name is None or " " in words or "-" in words or not words.isalpha():
            continue
        forms = found[name.side]
        if name.kind == "group" and words == name.side:
            groups[name.side] = _Cast(name.side, {"group": words})
        elif name.kind == "capital":
            forms.setdefault("capital", words)
        elif name.kind == "demonym" and words.endswith(("an", "i")):
            forms.setdefault("demonym", words)
            forms.setdefault("people", f"{words}s")
    for country in pycountry.countries:
        word = getattr(country, "common_name", country.name)
        if word.isalpha():
            found[country.alpha_3]["state"] = word
    states = [_Cast(side, forms) for side, forms in sorted(found.items()) if len(forms) == len(_STATE_KINDS) + 1]
    return states, [groups[side] for side in sorted(groups)]


def _form(word: str, kind: SideKind) -> _Form:
    if kind == "group":
        return "group"
    if kind == "demonym":
        return "people" if word.endswith("s") else "demonym"
    return "capital" if kind == "capital" else "state"


@cache
def _name_words() -> tuple[list[str], list[str]]:
    """Words that groups' names of several words begin and end with, those of states, peoples and numbers left out."""
    named = {name.side: words.split() for words, name in side_entries() if name is not None and name.kind == "group"}
    firsts, lasts = (
        {words[place] for words in named.values() if len(words) > 1 and _is_plain(words[place])} for place in (0, -1)
    )
    return sorted(firsts), sorted(lasts)


def _is_plain(word: str) -> bool:
    return word.istitle() and word.isalpha() and not side_lexicon().find([word])


def _made_up(rng: random.Random) -> str:
    """A name of one word that no list holds: initials, or syllables."""
    if rng.random() < _INITIALS:
        return "".join(rng.choices("ABCDFGHJKLMNPRSTUVWZ", k=rng.choice((3, 4, 4, 5))))
    syllables = rng.choice("bdfghjklmnprstvz") + rng.choice("aeiou") + rng.choice(("", "n", "r", "sh", "l"))
    more = "".join(rng.choice("bdgklmnrstvz") + rng.choice("aeiou") for _ in range(rng.choice((1, 2))))
    return (syllables + more).capitalize()


def _forms(doc: TrainingDoc) -> tuple[dict[str, dict[int, _Form]], dict[str, set[int]]]:
    """The form of each one-word name of the sides that can be changed, and the words of groups' longer names."""
    found: dict[str, dict[int, _Form]] = defaultdict(dict)
    longer: dict[str, set[int]] = defaultdict(set)
    fixed: set[str] = set()
    for start, end, name in side_lexicon().find(doc.words):
        kinds: tuple[SideKind, ...] = _STATE_KINDS if len(name.side) == _CODE and name.kind != "group" else ("group",)
        if name.kind not in kinds:
            fixed.add(name.side)
        elif end - start == 1:
            found[name.side][start] = _form(doc.words[start], name.kind)
        elif name.kind == "group":
            found[name.side] = found[name.side]
            longer[name.side].update(at for at in range(start, end) if _is_plain(doc.words[at]))
        else:
            fixed.add(name.side)
    return {side: forms for side, forms in found.items() if side not in fixed}, longer


def _write(words: list[str], index: int, name: str) -> None:
    words[index] = name.upper() if words[index].isupper() and not name.isupper() else name
    before = words[index - 1].lower() if index else ""
    if before in ("a", "an"):
        fitting = "an" if name[0] in "AEIOU" else "a"
        words[index - 1] = fitting if words[index - 1].islower() else fitting.capitalize()


def recast(doc: TrainingDoc, rng: random.Random) -> TrainingDoc | None:
    """The document with other parties, ``None`` where no party can be changed; labels are shared with ``doc``."""
    forms, longer = _forms(doc)
    states, groups = _casts()
    present = {name.side for _, _, name in side_lexicon().find(doc.words)}
    free_states = [cast for cast in states if cast.side not in present]
    free_groups = [cast for cast in groups if cast.side not in present]
    words = list(doc.words)
    for side, where in forms.items():
        is_group = side in longer or "group" in where.values()
        free = free_groups if is_group else free_states
        fitting = [cast for cast in free if cast.names.keys() >= set(where.values())]
        if not fitting:
            continue
        cast = rng.choice(fitting)
        free.remove(cast)
        names = cast.names
        if is_group and rng.random() < _UNHEARD_OF:
            names = {"group": _made_up(rng)}
        for index, form in where.items():
            _write(words, index, names[form])
        _write_longer(words, longer.get(side, set()), rng)
    if words == doc.words:
        return None
    told = copy.copy(doc)
    told.words = words
    return told


def _write_longer(words: list[str], where: set[int], rng: random.Random) -> None:
    """Other words in a group's longer name, one for one throughout."""
    firsts, lasts = _name_words()
    other: dict[str, str] = {}
    for index in sorted(where):
        pool = firsts if index + 1 in where else lasts
        _write(words, index, other.setdefault(words[index], rng.choice(pool)))


def recast_docs(docs: list[TrainingDoc], times: int, seed: int) -> Iterator[TrainingDoc]:
    """Every document with ``times`` other casts."""
    rng = random.Random(seed)
    for doc in docs:
        for _ in range(times):
            told = recast(doc, rng)
            if told is not None:
                yield told
