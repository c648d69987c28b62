"""How often the sides of a report are named, as what, and which of them fight."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Literal

from tacitus.extract.ceasefire_lexicon import ceasefire_lexicon
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import SideMatch
from tacitus.resolve.side_name import SideName
from tacitus.resolve.sides import side_lexicon
from tacitus.resolve.state_names import state_name
from tacitus.resolve.syntax import Syntax

Standing = Literal["state", "group", "organization"]

_OPENING = 2  # last paragraph of a report's opening
_PERSON = 0.5  # what a mention of one of its people counts beside a mention of the side itself
_MODIFIES = frozenset(("amod", "compound", "nmod:poss", "nmod", "flat", "appos"))
_STATE_CODE = 3


@dataclass(slots=True)
class SideCounts:
    """How often each side is named: in all, in the opening, as one that fights, and in which sentences.

    ``country`` is the state that hosts a group; ``parts`` the rebels as a whole for each group that only the body of a
    report names; ``governed`` the states whose governments are named as groups; ``bodies`` how often "the army" and
    the like stand without an owner.
    """

    named: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    opening: Counter[str] = field(default_factory=Counter)
    fighting: Counter[str] = field(default_factory=Counter)
    sentences: dict[str, set[int]] = field(default_factory=dict)
    standing: dict[str, Standing] = field(default_factory=dict)
    country: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    governed: set[str] = field(default_factory=set)
    bodies: int = 0

    def see(self, side: str, standing: Standing, sentence: int, *, weight: float = 1.0) -> None:
        """Count one mention of a side."""
        self.named[side] += weight
        self.standing.setdefault(side, standing)
        self.sentences.setdefault(side, set()).add(sentence)

    def stage(self, among: frozenset[str] | None = None) -> str | None:
        """The state in which the groups of the report fight, or that is itself named most; ``among`` only these."""
        votes: Counter[str] = Counter()
        for side, sentences in self.sentences.items():
            state = side if self.standing[side] == "state" else self.country.get(side)
            if state is not None and (among is None or state in among):
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


def _fights(syntax: Syntax, match: SideMatch) -> bool:
    """Whether a name, or the noun that it describes or owns, is of those who fight in its clause."""
    lexicon = ceasefire_lexicon()
    noun = syntax.head_of((match.start, match.end))
    if syntax.dep[noun] in _MODIFIES:
        noun = syntax.head[noun]
    verb, at = syntax.head[noun], noun
    while syntax.dep[at] == "conj" and verb != at:
        at, verb = verb, syntax.head[verb]
    return (
        match.name.kind == "forces"
        or syntax.lower[noun] in lexicon.fighters
        or syntax.lower[verb] in lexicon.fights
        or syntax.lower[verb] in lexicon.fighters
    )


def count_sides(syntax: Syntax, book: ActorBook) -> SideCounts:
    """Count the sides of a report, those of "the army" and "the rebels" too."""
    counts = SideCounts()
    for match in book.sides.matches:
        name = match.name
        if name.kind in ("town", "outlet"):
            continue
        counts.see(name.side, _standing(name), syntax.sentence[match.start])
        counts.opening[name.side] += syntax.paragraph[match.start] <= _OPENING
        counts.fighting[name.side] += _fights(syntax, match)
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
    _count_nameless(syntax, book, counts, counts.stage(frozenset(counts.country.values())) or stage or book.sides.home)
    return counts


def _count_nameless(syntax: Syntax, book: ActorBook, counts: SideCounts, home: str | None) -> None:
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


def _name_opponents(counts: SideCounts, state: str, words: Counter[str]) -> None:
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
    counts.parts.update((side, name.side) for side in groups if side != name.side and not counts.opening[side])
