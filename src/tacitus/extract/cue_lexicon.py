"""The lexicon of cues in ``lexicon/cues.toml``: compiled once, matched against the words of a text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from tacitus.extract.inflection import verb_forms, with_s
from tacitus.model import STANCES, Stance

Frame = Literal["clause", "gerund", "infinitive", "object", "quote"]
FRAMES: tuple[Frame, ...] = get_args(Frame)
Act = Literal["say", "think", "negotiate"]
Part = Literal["verb", "noun", "phrase"]

_GAP = "*"
_GAP_MOST = 5  # words that a gap may span: "put the number of soldiers killed at"


@dataclass(frozen=True, slots=True)
class Cue:
    """One expression that attributes: its words as listed (``lemma``), and what it signals.

    ``stance`` is ``None`` for an expression that looks like a cue and signals nothing ("refuse to comment").
    """

    lemma: str
    part: Part
    stance: Stance | None
    frames: frozenset[Frame]
    act: Act


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A cue found in words: ``places`` are the numbers of its words, without those in a gap."""

    cue: Cue
    places: tuple[int, ...]

    @property
    def start(self) -> int:
        """The number of the first word."""
        return self.places[0]

    @property
    def words_end(self) -> int:
        """One past the last of the words that stand together at the front: a gap ends them."""
        end = self.start + 1
        while end in self.places:
            end += 1
        return end

    @property
    def end(self) -> int:
        """One past the number of the last word."""
        return self.places[-1] + 1


@dataclass(frozen=True, slots=True)
class _Pattern:
    cue: Cue
    first: frozenset[str]
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """All cues, found by any form of their first word; the words asked for are compared in lower case.

    ``furniture``: words before a colon that name no source; ``negations``: words that turn a cue round; ``hearers``:
    lemmas whose object hears; ``light``: forms of verbs that lend their subject to a noun; ``complements``:
    prepositions that begin a part of what is attributed.
    """

    cues: tuple[Cue, ...]
    furniture: frozenset[str]
    negations: frozenset[str]
    hearers: frozenset[str]
    light: frozenset[str]
    complements: frozenset[str]
    _patterns: Mapping[str, tuple[_Pattern, ...]]
    _refusals: Mapping[str, tuple[_Pattern, ...]]

    def at(self, words: Sequence[str], index: int, *, part: Part | None = None) -> CueMatch | None:
        """The longest cue that begins with ``words[index]``; ``part`` keeps to verbs, nouns or fixed phrases."""
        for pattern in self._patterns.get(words[index], ()):
            if part is None or pattern.cue.part == part:
                places = _follow(pattern.rest, words, index)
                if places is not None:
                    return CueMatch(pattern.cue, places)
        return None

    def find(self, words: Sequence[str]) -> Iterator[CueMatch]:
        """The cues in ``words`` from left to right; none begins within the words of another."""
        index = 0
        while index < len(words):
            match = self.at(words, index)
            if match is not None:
                yield match
            index = index + 1 if match is None or _GAP in match.cue.lemma else match.end

    def refused(self, words: Sequence[str], index: int) -> bool:
        """Whether the words before ``words[index]`` turn it round ("did not deny", "stopped short of accusing")."""
        if any(word in self.negations for word in words[max(index - 4, 0) : index]):
            return True
        return any(
            _follow(pattern.rest, words, start) == tuple(range(start, index))
            for start in range(max(index - 3, 0), index)
            for pattern in self._refusals.get(words[start], ())
        )


def _follow(rest: Sequence[str], words: Sequence[str], index: int) -> tuple[int, ...] | None:
    """Places of the word at ``index`` and of those after it that ``rest`` asks for."""
    if not rest:
        return (index,)
    if rest[0] != _GAP:
        found = _follow(rest[1:], words, index + 1) if words[index + 1 : index + 2] == [rest[0]] else None
        return None if found is None else (index, *found)
    for place in range(index + 2, min(index + 2 + _GAP_MOST, len(words))):
        if words[place] == rest[1]:
            found = _follow(rest[2:], words, place)
            return None if found is None else (index, *found)
    return None


@dataclass(frozen=True, slots=True)
class _Forms:
    irregular: Mapping[str, str]
    doubled: frozenset[str]

    def verb(self, word: str) -> frozenset[str]:
        return verb_forms(word, irregular=self.irregular, doubled=self.doubled)

    def verb_pattern(self, words: str, cue: Cue) -> _Pattern:
        first, *rest = words.split()
        return _Pattern(cue, self.verb(first), tuple(rest))


def _group(group: Mapping[str, object], forms: _Forms) -> Iterator[_Pattern]:
    """The patterns of one group of the file."""
    stance = None if group["stance"] == "none" else cast(Stance, group["stance"])
    frames = frozenset(cast(list[Frame], str(group["frames"]).split()))
    act = cast(Act, group["act"])
    if (stance is not None and stance not in STANCES) or not frames <= set(FRAMES) or act not in get_args(Act):
        raise ValueError(f"cues.toml: no such stance, frame or act: {stance}, {sorted(frames)}, {act}")
    for part, lemmas in _lemmas(group):
        for lemma in lemmas:
            cue = Cue(lemma, part, stance, frames, act)
            if part == "verb":
                yield forms.verb_pattern(lemma, cue)
            elif part == "noun":
                yield _Pattern(cue, frozenset((lemma, with_s(lemma))), ())
            else:
                first, *rest = lemma.split()
                yield _Pattern(cue, frozenset((first,)), tuple(rest))


def _lemmas(group: Mapping[str, object]) -> Iterator[tuple[Part, list[str]]]:
    yield "verb", str(group.get("verbs", "")).split()
    yield "verb", cast(list[str], group.get("expressions", []))
    yield "noun", str(group.get("nouns", "")).split()
    yield "phrase", cast(list[str], group.get("phrases", []))


def _order(pattern: _Pattern) -> tuple[int, int]:
    gaps = pattern.rest.count(_GAP)
    return gaps - len(pattern.rest), gaps


def _by_form(patterns: Sequence[_Pattern]) -> dict[str, tuple[_Pattern, ...]]:
    """Patterns under every form of their first word: most words first, then those without a gap, then as listed."""
    table: dict[str, list[_Pattern]] = {}
    for pattern in patterns:
        for form in pattern.first:
            table.setdefault(form, []).append(pattern)
    return {form: tuple(sorted(group, key=_order)) for form, group in table.items()}


@cache
def cue_lexicon() -> CueLexicon:
    """The lexicon, read and compiled at the first call."""
    raw = tomllib.loads(files("tacitus.extract").joinpath("lexicon/cues.toml").read_text(encoding="utf-8"))
    listed = raw["forms"]
    forms = _Forms(listed["irregular"], frozenset(listed["doubled"].split()))
    patterns = [pattern for group in raw["group"] for pattern in _group(group, forms)]
    nothing = Cue("", "verb", None, frozenset(), "say")
    refusals = [forms.verb_pattern(words, nothing) for words in listed["refusals"]]
    return CueLexicon(
        cues=tuple(pattern.cue for pattern in patterns),
        furniture=frozenset(raw["headlines"]["furniture"].split()),
        negations=frozenset(listed["negations"].split()),
        hearers=frozenset(raw["rules"]["hearers"].split()),
        light=frozenset(form for verb in raw["rules"]["light"].split() for form in forms.verb(verb)),
        complements=frozenset(raw["rules"]["complements"].split()),
        _patterns=_by_form(patterns),
        _refusals=_by_form(refusals),
    )
