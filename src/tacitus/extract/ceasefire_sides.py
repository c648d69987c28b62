"""Which sides are at war in a report: the parties of a truce where its own words do not name them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from math import log1p
from typing import Literal

from tacitus.extract.ceasefire_lexicon import ceasefire_lexicon
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import SideMatch
from tacitus.resolve.side_name import SideName
from tacitus.resolve.sides import side_lexicon
from tacitus.resolve.state_names import state_name
from tacitus.resolve.syntax import Syntax

Standing = Literal["state", "group", "organization"]
Tie = Literal["organization", "rival", "host", "people", "states", "groups", "strangers", "foreign", "allies"]

_MOST = 8  # sides that are compared, those named most
_OPENING = 2  # last paragraph of a report's opening
_PERSON = 0.5  # what a mention of one of its people counts beside a mention of the side itself
_OWN_BODIES, _HOST_BODIES = 0.5, 0.3  # the same for "the army", of the state the report is about or that hosts a group
_MODIFIES = frozenset(("amod", "compound", "nmod:poss", "nmod", "flat", "appos"))
_LEAST_CLIENT = 2  # mentions from which a side counts as one that another stands behind
_STATE_CODE = 3


@dataclass(slots=True)
class _Counts:
    """How often each side is named: in all, in the opening, as one that fights, and in which sentences."""

    named: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    opening: Counter[str] = field(default_factory=Counter)
    fighting: Counter[str] = field(default_factory=Counter)
    sentences: dict[str, set[int]] = field(default_factory=dict)
    standing: dict[str, Standing] = field(default_factory=dict)
    country: dict[str, str] = field(default_factory=dict)
    clashes: Counter[frozenset[str]] = field(default_factory=Counter)
    governed: set[str] = field(default_factory=set)
    bodies: int = 0

    def see(self, side: str, standing: Standing, sentence: int, *, weight: float = 1.0) -> None:
        self.named[side] += weight
        self.standing.setdefault(side, standing)
        self.sentences.setdefault(side, set()).add(sentence)

    def stage(self) -> str | None:
        """The state in which the groups of the report fight, or that is itself named most."""
        votes: Counter[str] = Counter()
        for side, sentences in self.sentences.items():
            state = side if self.standing[side] == "state" else self.country.get(side)
            if state is not None:
                votes[state] += len(sentences) + self.fighting[side]
        best = votes.most_common(1)
        return best[0][0] if best else None


def _standing(name: SideName) -> Standing:
    if name.kind == "organization":
        return "organization"
    return "state" if name.kind != "group" and is_state(name.side) else "group"


def is_state(side: str) -> bool:
    """Whether a side is written as a state's code."""
    return len(side) == _STATE_CODE and side.isascii() and side.isupper() and side.isalpha()


@dataclass(frozen=True, slots=True)
class _Part:
    """What a named side does in its clause: the governing word, and whether it acts there or suffers."""

    governor: int
    acts: bool
    fights: bool


def _part(syntax: Syntax, match: SideMatch) -> _Part:
    """The part of a name or of the noun that it describes or owns."""
    lexicon = ceasefire_lexicon()
    noun = syntax.head_of((match.start, match.end))
    if syntax.dep[noun] in _MODIFIES:
        noun = syntax.head[noun]
    verb, at = syntax.head[noun], noun
    while syntax.dep[at] == "conj" and verb != at:
        at, verb = verb, syntax.head[verb]
    fights = (
        match.name.kind == "forces"
        or syntax.lower[noun] in lexicon.fighters
        or syntax.lower[verb] in lexicon.fights
        or syntax.lower[verb] in lexicon.fighters
    )
    acts = syntax.dep[at] in ("nsubj", "nsubj:outer") or (syntax.dep[at] == "obl" and _by(syntax, at))
    return _Part(verb, acts, fights)


def _by(syntax: Syntax, token: int) -> bool:
    return any(syntax.lower[child] == "by" for child in syntax.children(token) if syntax.dep[child] == "case")


def _clashes(syntax: Syntax, parts: Iterable[tuple[str, _Part]]) -> Counter[frozenset[str]]:
    """How often two sides stand against each other: one acts on the other by a word of violence or of blame."""
    lexicon = ceasefire_lexicon()
    by_governor: dict[int, list[tuple[str, _Part]]] = {}
    for side, part in parts:
        word = syntax.lower[part.governor]
        if word in lexicon.fights or word in lexicon.blames:
            by_governor.setdefault(part.governor, []).append((side, part))
    found: Counter[frozenset[str]] = Counter()
    for named in by_governor.values():
        for (first, one), (second, other) in combinations(named, 2):
            if first != second and one.acts != other.acts:
                found[frozenset((first, second))] += 1
    return found


def _count(syntax: Syntax, book: ActorBook) -> _Counts:
    counts = _Counts()
    parts: list[tuple[str, _Part]] = []
    for match in book.sides.matches:
        name = match.name
        if name.kind in ("town", "outlet"):
            continue
        counts.see(name.side, _standing(name), syntax.sentence[match.start])
        counts.opening[name.side] += syntax.paragraph[match.start] <= _OPENING
        part = _part(syntax, match)
        parts.append((name.side, part))
        counts.fighting[name.side] += part.fights
        if name.kind == "group" and name.country:
            counts.country[name.side] = name.country
            if name.sector == "GOV":
                counts.governed.add(name.country)
    stage = counts.stage()
    for entry in book.entries:
        if entry.side is not None and entry.kind == "person":
            for start, _ in entry.mentions:
                standing: Standing = "state" if is_state(entry.side) else "group"
                counts.see(entry.side, standing, syntax.sentence[start], weight=_PERSON)
    counts.clashes = _clashes(syntax, parts)
    _count_nameless(syntax, book, counts, stage or book.sides.home)
    return counts


def _count_nameless(syntax: Syntax, book: ActorBook, counts: _Counts, home: str | None) -> None:
    """Count "the army" for the states it may be of, and "the rebels" for the rebels of the state in question."""
    lexicon = ceasefire_lexicon()
    opponents: Counter[str] = Counter()
    for index, word in enumerate(syntax.lower):
        if word in lexicon.state_bodies:
            counts.bodies += not any(near in book.sides.at for near in range(max(0, index - 3), index + 1))
        elif word in lexicon.opponents and index not in book.sides.at:
            opponents[lexicon.opponents[word]] += 1
    for state in {*counts.country.values(), *([home] if home else [])}:
        counts.named[state] += 0
        counts.standing.setdefault(state, "state")
    if home is not None and opponents:
        _name_opponents(counts, home, opponents)


def _name_opponents(counts: _Counts, state: str, words: Counter[str]) -> None:
    """Count "the rebels" as a side of their own where no group of that state is named as often."""
    word, number = words.most_common(1)[0][0], words.total()
    rivals = ceasefire_lexicon().rivals
    groups = [side for side in counts.standing if state in (counts.country.get(side), rivals.get(side))]
    name = side_lexicon().lookup(f"{state_name(state)} {word}")
    if name is None or any(counts.named[side] >= number and side != name.side for side in groups):
        return
    counts.named[name.side] += number
    counts.standing.setdefault(name.side, "group")
    counts.country.setdefault(name.side, state)


class Rivals:
    """The sides of one report, and which two of them are at war."""

    def __init__(self, syntax: Syntax, book: ActorBook) -> None:
        self._counts = _count(syntax, book)
        self._home = self._counts.stage() or book.sides.home

    def is_party(self, side: str) -> bool:
        """Whether a side can be at war: a state or a group, no organisation."""
        return self._counts.standing.get(side, "group") != "organization"

    def may_mediate(self, side: str) -> bool:
        """Whether a side that announces a truce of others may be its mediator: no group, nor a state that hosts one."""
        hosts = side in self._counts.country.values()
        return not hosts and self._counts.standing.get(side) in ("state", "organization")

    def pair(self, told: Mapping[str, float], *, without: Iterable[str] = ()) -> tuple[str, str] | None:
        """The two sides likeliest to be at war, the one named more first; ``None`` where fewer than two are named.

        ``told`` is how often the words about the truce name each side as one of its parties; sides in ``without`` are
        not taken.
        """
        counts = self._counts
        sides = self._candidates(told, frozenset(without))
        best: tuple[float, str, str] | None = None
        for first, second in combinations(sides, 2):
            score = sum(weight * value for weight, value in self._signs(first, second, sides, told))
            if best is None or score > best[0]:
                best = score, first, second
        if best is None:
            return None
        return (best[1], best[2]) if counts.named[best[1]] >= counts.named[best[2]] else (best[2], best[1])

    def _candidates(self, told: Mapping[str, float], without: frozenset[str]) -> list[str]:
        counts = self._counts
        sides = [side for side, _ in sorted(counts.named.items(), key=lambda item: -item[1])[:_MOST]]
        for side in (*told, *counts.country.values(), *([self._home] if self._home else [])):
            if side not in sides:
                sides.append(side)
        return [
            side
            for side in sides
            if side not in without and not self._is_land(side, sides) and counts.standing.get(side) != "organization"
        ]

    def _present(self, side: str, sides: list[str]) -> float:
        count = float(self._counts.named[side])
        if side == self._home:
            return count + _OWN_BODIES * self._counts.bodies
        hosted = any(self._counts.country.get(other) == side for other in sides)
        return count + _HOST_BODIES * self._counts.bodies * hosted

    def _signs(self, first: str, second: str, sides: list[str], told: Mapping[str, float]) -> list[tuple[float, float]]:
        """What speaks for two sides being at war with each other, each with its weight."""
        counts, weights = self._counts, ceasefire_lexicon().weights
        present = self._present(first, sides), self._present(second, sides)
        fighting = counts.fighting[first], counts.fighting[second]
        named = told.get(first, 0.0), told.get(second, 0.0)
        together = len(counts.sentences.get(first, set()) & counts.sentences.get(second, set()))
        return [
            (weights.present, log1p(present[0]) + log1p(present[1])),
            (weights.weaker, log1p(min(present))),
            (weights.fighting, log1p(fighting[0]) + log1p(fighting[1])),
            (weights.weaker_fighting, log1p(min(fighting))),
            (weights.together, log1p(together)),
            (weights.lead, log1p(counts.opening[first]) + log1p(counts.opening[second])),
            (weights.told, log1p(named[0]) + log1p(named[1])),
            (weights.clashes, log1p(counts.clashes[frozenset((first, second))])),
            (weights.relation[self._tie(first, second)], 1.0),
            (weights.behind, float(self._is_behind(first, sides) + self._is_behind(second, sides))),
        ]

    def _is_behind(self, side: str, sides: list[str]) -> bool:
        """Whether a side backs another that the report names about as often: that one is then at war rather than it."""
        named, patrons = self._counts.named, ceasefire_lexicon().patrons
        return any(
            side in patrons.get(other, ()) and named[other] >= _LEAST_CLIENT and 2 * named[other] >= named[side]
            for other in sides
        )

    def _is_land(self, side: str, sides: list[str]) -> bool:
        """Whether a state stands only for land or people: its government, or a group that fights for it, is named."""
        if side in self._counts.governed:
            return True
        rivals = ceasefire_lexicon().rivals
        return any(self._counts.country.get(other) == side != rivals[other] for other in sides if other in rivals)

    def _tie(self, first: str, second: str) -> Tie:
        standing, country, rivals = self._counts.standing, self._counts.country, ceasefire_lexicon().rivals
        kinds = standing.get(first, "group"), standing.get(second, "group")
        if "organization" in kinds:
            return "organization"
        patrons = ceasefire_lexicon().patrons
        if second in patrons.get(first, ()) or first in patrons.get(second, ()):
            return "allies"
        if rivals.get(first) == second or rivals.get(second) == first:
            return "rival"
        for group, other in ((first, second), (second, first)):
            if country.get(group) == other:
                return "people" if group in rivals else "host"
        if kinds == ("state", "state"):
            return "states"
        if kinds == ("group", "group"):
            return "groups" if country.get(first) == country.get(second) else "strangers"
        return "foreign"
