"""The predicates of events in ``lexicon/events/*.toml``: compiled once, found by any form of their first word."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from tacitus.extract.event_frames import Frame, WordClasses, read_classes, read_frames
from tacitus.extract.inflection import verb_forms, with_s
from tacitus.model import EVENT_TYPES, EventType

Part = Literal["verb", "noun", "phrase"]
_GAP: frozenset[str] = frozenset()
_NONE: frozenset[str] = frozenset()
_GAP_WORDS = 6
_GROUPS = ("assault", "coercion", "diplomacy", "movement", "speech", "nothing")


@dataclass(frozen=True, slots=True)
class Entry:
    """One predicate as listed: what it tells (``None``: nothing, whatever it looks like) and under which conditions.

    ``objects`` and ``subjects`` are words that one of its objects or subjects must have, ``None`` where anything will
    do; ``barred`` words that its object must not have; ``behind`` markers of which one must begin what stands behind
    the verb. A ``consequence`` is no event of its own beside an attack.
    """

    lemma: str
    part: Part
    type: EventType | None
    mode: str | None
    frame: Frame
    objects: frozenset[str] | None
    subjects: frozenset[str] | None
    barred: frozenset[str]
    behind: frozenset[str]
    consequence: bool
    confidence: float

    @property
    def preposition(self) -> str | None:
        """The last word of a verb with more words, which may mark the recipient ("lay siege to")."""
        first, _, rest = self.lemma.rpartition(" ")
        return rest if first and self.part == "verb" else None


@dataclass(frozen=True, slots=True)
class Pattern:
    """An entry and what must follow its first word: sets of forms, an empty set for a gap."""

    entry: Entry
    rest: tuple[frozenset[str], ...]

    def follow(self, words: Sequence[str], index: int, end: int) -> tuple[int, ...] | None:
        """The tokens of the pattern whose first word stands at ``index``; none reaches ``end``."""
        return _follow(self.rest, words, index, end)


def _follow(rest: tuple[frozenset[str], ...], words: Sequence[str], index: int, end: int) -> tuple[int, ...] | None:
    if not rest:
        return (index,)
    if rest[0]:
        if index + 1 >= end or words[index + 1] not in rest[0]:
            return None
        found = _follow(rest[1:], words, index + 1, end)
        return None if found is None else (index, *found)
    for place in range(index + 1, min(index + 2 + _GAP_WORDS, end)):
        if words[place] in ",;:.":
            return None
        if words[place] in rest[1]:
            found = _follow(rest[2:], words, place, end)
            return None if found is None else (index, *found)
    return None


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """All predicates by the forms of their first word, the most demanding first; lower case throughout.

    ``active`` and ``passive`` are verbs that lend their subject to an event noun, as agent or as recipient;
    ``classes`` the named word classes; ``modes`` words that refine the mode of an ASSAULT.
    ``constructions`` are factors of confidence and ``measured`` the confidence of single entries by type and lemma.
    """

    entries: tuple[Entry, ...]
    patterns: Mapping[str, tuple[Pattern, ...]]
    active: Mapping[str, tuple[tuple[str, ...], ...]]
    passive: Mapping[str, tuple[tuple[str, ...], ...]]
    classes: WordClasses
    modes: tuple[tuple[str, frozenset[str]], ...]
    constructions: Mapping[str, float]
    measured: Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class _Forms:
    irregular: Mapping[str, str]
    doubled: frozenset[str]
    _made: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def verb(self, word: str) -> frozenset[str]:
        if word not in self._made:
            self._made[word] = verb_forms(word, irregular=self.irregular, doubled=self.doubled)
        return self._made[word]


def _noun(word: str) -> frozenset[str]:
    return frozenset((word, with_s(word)))


def _toml(name: str) -> dict[str, Any]:
    path = files("tacitus.extract").joinpath("lexicon/events", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _entries(group: Mapping[str, Any], frames: Mapping[str, Frame], classes: WordClasses) -> Iterator[Entry]:
    if group["type"] not in (*EVENT_TYPES, "none"):
        raise ValueError(f"events: no such type: {group['type']}")
    listed: tuple[tuple[Part, Sequence[str]], ...] = (
        ("verb", str(group.get("verbs", "")).split()),
        ("verb", group.get("expressions", ())),
        ("noun", str(group.get("nouns", "")).split()),
        ("noun", group.get("noun_phrases", ())),
        ("phrase", group.get("phrases", ())),
    )
    strict = bool(group.get("strict", False))
    objects, subjects = classes.expand(group.get("object")), classes.expand(group.get("subject"))
    for part, lemmas in listed:
        for lemma in lemmas:
            yield Entry(
                lemma=lemma,
                part=part,
                type=None if group["type"] == "none" else cast(EventType, group["type"]),
                mode=group.get("mode"),
                frame=frames[group["frame"]],
                # An expression of several words mostly says all by itself.
                objects=objects if part == "verb" and (strict or " " not in lemma) else None,
                subjects=subjects if part == "verb" and (strict or " " not in lemma) else None,
                barred=classes.expand(group.get("not_object")) or frozenset(),
                behind=frozenset(str(group.get("with", "")).split()) if part == "verb" and " " not in lemma else _NONE,
                consequence=bool(group.get("consequence", False)),
                confidence=float(group["confidence"]),
            )


def _compile(entry: Entry, forms: _Forms) -> tuple[frozenset[str], Pattern]:
    first, *rest = entry.lemma.split()
    if entry.part == "noun":
        last = [_noun(word) if at == len(rest) - 1 else frozenset((word,)) for at, word in enumerate(rest)]
        return _noun(first), Pattern(entry, tuple(last))
    fixed = tuple(_GAP if word == "*" else frozenset((word,)) for word in rest)
    return (forms.verb(first) if entry.part == "verb" else frozenset((first,))), Pattern(entry, fixed)


def _demands(pattern: Pattern) -> tuple[int, bool]:
    words = sum(1 for forms in pattern.rest if forms)
    return -words, pattern.entry.objects is None and pattern.entry.subjects is None


def _light(listed: Sequence[str], forms: _Forms) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for lemma in listed:
        first, *rest = lemma.split()
        for form in forms.verb(first):
            table.setdefault(form, []).append(tuple(rest))
    return {form: tuple(rests) for form, rests in table.items()}


@cache
def event_lexicon() -> EventLexicon:
    """The predicates, read and compiled at the first call.

    Raises:
        ValueError: a file names a type that PLOVER lacks.
    """
    listed, shared, measures = _toml("forms"), _toml("frames"), _toml("measured")
    forms = _Forms(listed["irregular"], frozenset(listed["doubled"]["words"].split()))
    classes, frames = read_classes(shared["class"]), read_frames(shared["frame"])
    entries: list[Entry] = []
    table: dict[str, list[Pattern]] = {}
    for name in _GROUPS:
        for group in _toml(name)["group"]:
            entries.extend(_entries(group, frames, classes))
    for entry in entries:
        first, pattern = _compile(entry, forms)
        for form in first:
            table.setdefault(form, []).append(pattern)
    return EventLexicon(
        entries=tuple(entries),
        patterns={form: tuple(sorted(found, key=_demands)) for form, found in table.items()},
        active=_light(shared["light"]["active"], forms),
        passive=_light(shared["light"]["passive"], forms),
        classes=classes,
        constructions=measures["construction"],
        measured={(type, lemma): share for type, found in measures["entry"].items() for lemma, share in found.items()},
        modes=tuple((mode, frozenset(words.split())) for mode, words in shared["mode"].items()),
    )
