"""Reports told again with other parties: Eritrea in Armenia's place, from the first word to the last.

Whose a force or a person is, a reader takes from the report. A network that has seen a report eight times takes it from
the names it remembers; with the names changed it has to read. Only names of one word are changed, for other names of
one word, so that every label stays with its word.
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


def _forms(doc: TrainingDoc) -> dict[str, dict[int, _Form]]:
    """The form of each word that names a side, for the sides that only one-word names name."""
    found: dict[str, dict[int, _Form]] = defaultdict(dict)
    fixed: set[str] = set()
    for start, end, name in side_lexicon().find(doc.words):
        kinds: tuple[SideKind, ...] = _STATE_KINDS if len(name.side) == _CODE and name.kind != "group" else ("group",)
        if end - start == 1 and name.kind in kinds:
            found[name.side][start] = _form(doc.words[start], name.kind)
        else:
            fixed.add(name.side)
    return {side: forms for side, forms in found.items() if side not in fixed}


def _write(words: list[str], index: int, name: str) -> None:
    words[index] = name.upper() if words[index].isupper() and not name.isupper() else name
    before = words[index - 1].lower() if index else ""
    if before in ("a", "an"):
        fitting = "an" if name[0] in "AEIOU" else "a"
        words[index - 1] = fitting if words[index - 1].islower() else fitting.capitalize()


def recast(doc: TrainingDoc, rng: random.Random) -> TrainingDoc | None:
    """The document with other parties, ``None`` where no party can be changed; labels are shared with ``doc``."""
    forms = _forms(doc)
    states, groups = _casts()
    present = {name.side for _, _, name in side_lexicon().find(doc.words)}
    free_states = [cast for cast in states if cast.side not in present]
    free_groups = [cast for cast in groups if cast.side not in present]
    words = list(doc.words)
    changed = False
    for where in forms.values():
        free = free_groups if "group" in where.values() else free_states
        fitting = [cast for cast in free if cast.names.keys() >= set(where.values())]
        if not fitting:
            continue
        cast = rng.choice(fitting)
        free.remove(cast)
        names = cast.names
        for index, form in where.items():
            _write(words, index, names[form])
        changed = True
    if not changed:
        return None
    told = copy.copy(doc)
    told.words = words
    return told


def recast_docs(docs: list[TrainingDoc], times: int, seed: int) -> Iterator[TrainingDoc]:
    """Every document with ``times`` other casts."""
    rng = random.Random(seed)
    for doc in docs:
        for _ in range(times):
            told = recast(doc, rng)
            if told is not None:
                yield told
