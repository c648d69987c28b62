"""Signs of whose people or whose voice a word is: one small vector for each side that a report names."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from tacitus.language.reading import Reading
from tacitus.resolve.belonging import Sides, pointed_sides
from tacitus.resolve.syntax import Syntax

_PLACE_PREPOSITIONS = frozenset(("in", "at", "near", "of", "around", "outside", "from", "on", "across", "inside"))
_SUBJECT_DEPS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer"))
_SHARES_SUBJECT = frozenset(("advcl", "conj", "xcomp", "acl", "parataxis"))
_AGENT_DEPS = frozenset(("nsubj", "obl:agent", "nsubj:outer"))
_PATIENT_DEPS = frozenset(("obj", "nsubj:pass", "nmod:poss"))
_REGION_KINDS = frozenset(("state", "region", "capital", "historic", "town"))
_SELVES = frozenset(("it", "we", "they", "he", "she", "i"))
_MAIN_PARTY = 0.25  # share of the mentions that makes a side a main party
_STATE = 3  # letters of an ISO code

SIGNS = (
    "share", "first", "before", "after", "last", "next", "near", "close", "paragraph", "previous paragraph", "home",
    "speaker", "place", "last place", "agent", "patient", "before figure", "same sentence figure", "pointer", "state",
    "group", "organisation", "other party", "opponent",
    "state among rivals", "event actor", "event recipient", "foe of speaker", "accused", "spared",
    "title", "doer", "last speaker", "rival", "rival of speaker", "here", "around",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A word whose side is asked: what it is (kind of figure, sector ...), who states it, the figure before it.

    ``actors`` and ``recipients`` are the sides of the event whose toll it is, ``foe`` whom its
    speaker is most at odds with; ``accused`` the sides that the one who is asked for is told to blame; ``doer`` whoever
    kills, wounds or captures those who are counted, ``last_speaker`` who spoke last before the word; ``rivals`` are the
    two sides that the report has at war with each other.
    """

    token: int
    contexts: tuple[str, ...]
    speaker: str | None = None
    before: str | None = None
    same_sentence: bool = False
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    foe: str | None = None
    accused: frozenset[str] = frozenset()
    doer: str | None = None
    last_speaker: str | None = None
    rivals: frozenset[str] = frozenset()


def noun_context(noun: str) -> str:
    """The context that a noun for people or a body makes ("army", "hostages"); ``noun`` is in lower case."""
    return f"noun {noun}"


def candidates(sides: Sides, contexts: tuple[str, ...] = ()) -> list[str | None]:
    """Every side that the report names, ``None`` (no side, several, unknown) first.

    Militants are a group's wherever the report names one.
    """
    kinds = {match.name.side: match.name.kind for match in sides.matches if match.name.kind != "outlet"}
    groups = [side for side, kind in kinds.items() if kind == "group"]
    return [None, *(groups if groups and "militant" in contexts else kinds)]


def _governor(syntax: Syntax, token: int) -> int:
    current = token
    for _ in range(6):
        if syntax.upos[current] == "VERB" or syntax.head[current] == current:
            break
        current = syntax.head[current]
    return current


@cache
def _violence() -> tuple[frozenset[str], frozenset[str]]:
    data = tomllib.loads((files("tacitus.resolve") / "lexicon" / "violence.toml").read_text(encoding="utf-8"))
    return frozenset(data["attacks"]), frozenset(data["suffers"])


def _clause_verbs(syntax: Syntax, token: int) -> list[int]:
    """The verb that governs a word and, where it has no subject of its own, those whose subject it shares."""
    verbs = [_governor(syntax, token)]
    while len(verbs) < 4:
        verb = verbs[-1]
        own = any(syntax.dep[child] in _SUBJECT_DEPS for child in syntax.children(verb))
        if own or syntax.dep[verb] not in _SHARES_SUBJECT or syntax.upos[syntax.head[verb]] not in ("VERB", "AUX"):
            break
        verbs.append(syntax.head[verb])
    return verbs


def _top_of(syntax: Syntax, token: int, verbs: list[int]) -> int | None:
    """The word next below one of ``verbs`` on the way up from ``token``."""
    current = token
    for _ in range(6):
        if syntax.head[current] in verbs:
            return current
        if syntax.head[current] == current:
            break
        current = syntax.head[current]
    return None


def _roles(syntax: Syntax, sides: Sides, token: int, speaker: str | None) -> tuple[set[str], set[str]]:
    """The sides that do and that suffer what the sentence of a word tells; "it" and "we" speak for their speaker."""
    attacks, suffers = _violence()
    verbs = _clause_verbs(syntax, token)
    doing: set[str] = set()
    suffering: set[str] = set()
    subjects = suffering if syntax.lower[verbs[-1]] in suffers else doing
    for child in syntax.children(verbs[-1]):
        if syntax.dep[child] == "nsubj" and syntax.lower[child] in _SELVES and speaker is not None:
            subjects.add(speaker)
    for match in sides.matches:
        if syntax.sentence[match.start] != syntax.sentence[token] or match.start <= token < match.end:
            continue
        last = match.end - 1
        if syntax.lower[syntax.head[last]] in attacks or syntax.lower[min(match.end, len(syntax.lower) - 1)] in attacks:
            doing.add(match.name.side)
            continue
        top = _top_of(syntax, last, verbs)
        if top is None or top == _top_of(syntax, token, verbs):
            continue
        if syntax.dep[top] in _AGENT_DEPS:
            subjects.add(match.name.side)
        elif syntax.dep[top] in _PATIENT_DEPS:
            suffering.add(match.name.side)
    return doing, suffering


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a word: sides by where they are named."""

    before: set[str]
    after: set[str]
    paragraph: set[str]
    previous: set[str]
    places: set[str]
    last: str | None
    following: str | None
    last_place: str | None
    distance: dict[str, int]
    here: str | None  # the state of the place of the sentence that is named nearest
    around: str | None  # the state of the place that is named last before, in this paragraph or the one before


def _where(syntax: Syntax, sides: Sides, token: int) -> tuple[str | None, str | None]:
    sentence, paragraph = syntax.sentence[token], syntax.paragraph[token]
    near = [(abs(at - token), state) for at, state in sides.located if syntax.sentence[at] == sentence]
    before = [state for at, state in sides.located if at < token and 0 <= paragraph - syntax.paragraph[at] <= 1]
    return min(near)[1] if near else None, before[-1] if before else None


def _around(syntax: Syntax, sides: Sides, token: int) -> _Around:
    sentence, paragraph = syntax.sentence[token], syntax.paragraph[token]
    before, after, here, previous, places = (set[str]() for _ in range(5))
    last: str | None = None
    following: str | None = None
    last_place: str | None = None
    distance: dict[str, int] = {}
    for match in sides.matches:
        side = match.name.side
        distance[side] = min(distance.get(side, 10_000), abs(token - match.start))
        place = match.name.kind in _REGION_KINDS and (
            match.start == 0 or syntax.lower[match.start - 1] in _PLACE_PREPOSITIONS
        )
        if syntax.sentence[match.start] == sentence:
            (before if match.start < token else after).add(side)
            if place:
                places.add(side)
        if syntax.paragraph[match.start] == paragraph:
            here.add(side)
        elif syntax.paragraph[match.start] == paragraph - 1:
            previous.add(side)
        if match.start < token:
            last = side
            last_place = side if place else last_place
        elif following is None:
            following = side
    where = _where(syntax, sides, token)
    return _Around(before, after, here, previous, places, last, following, last_place, distance, *where)


@dataclass(frozen=True, slots=True)
class _Named:
    """How often and as what a report names each side.

    Towns tell where, not who: counted as naming their state they drown the parties to a civil war.
    """

    mentions: Counter[str]
    kinds: dict[str, str]
    first: str | None
    total: int  # mentions of all sides, at least one
    rivals: int  # mentions of the group that is named most

    def opponent(self, agents: set[str]) -> str | None:
        """The side named most besides those that act, ``None`` where nobody is told to act."""
        others = (side for side, _ in self.mentions.most_common() if side not in agents)
        return next((side for side in others if self.kinds[side] != "organization"), None) if agents else None


def _named(sides: Sides) -> _Named:
    parties = [match.name for match in sides.matches if match.name.kind != "town"]
    kinds: dict[str, str] = {name.side: name.kind for name in [*(match.name for match in sides.matches), *parties]}
    mentions = Counter(name.side for name in parties)
    rivals = max((mentions[side] for side, kind in kinds.items() if kind == "group"), default=0)
    return _Named(mentions, kinds, parties[0].side if parties else None, mentions.total() or 1, rivals)


def _told_of(side: str, asked: Asked) -> tuple[bool, bool, bool]:
    """Whether a side is the speaker's foe, whom the one asked for blames, whom it spares."""
    return side == asked.foe, side in asked.accused, bool(asked.accused) and side not in asked.accused


def _at_war(side: str, asked: Asked) -> tuple[bool, bool]:
    """Whether a side is one of the two at war, and the other is the speaker's."""
    return side in asked.rivals, side in asked.rivals and asked.speaker in asked.rivals - {side}


def side_signs(
    syntax: Syntax, sides: Sides, reading: Reading | None, asked: Asked, named: list[str | None]
) -> np.ndarray:
    """Signs of each candidate: (candidates, signs); the first row is that of no side."""
    around = _around(syntax, sides, asked.token)
    agents, patients = _roles(syntax, sides, asked.token, asked.speaker)
    shares = pointed_sides(reading, sides, asked.token)
    known = _named(sides)
    opponent = known.opponent(agents)
    rows = np.zeros((len(named), len(SIGNS)), dtype=np.float32)
    rows[0, SIGNS.index("pointer")] = shares.get(None, 0.0)
    rows[0, SIGNS.index("speaker")] = asked.speaker is None
    rows[0, SIGNS.index("before figure")] = asked.before is None
    for row, side in enumerate(named):
        if side is None:
            continue
        far = around.distance.get(side, 10_000)
        kind, share = known.kinds[side], known.mentions[side] / known.total
        state = len(side) == _STATE and side.isupper() and kind not in ("group", "organization")
        rows[row] = (
            share,
            side == known.first,
            side in around.before,
            side in around.after,
            side == around.last,
            side == around.following,
            np.exp(-far / 40),
            np.exp(-far / 8),
            side in around.paragraph,
            side in around.previous,
            side == sides.home,
            side == asked.speaker,
            side in around.places,
            side == around.last_place,
            side in agents,
            side in patients,
            side == asked.before,
            side == asked.before and asked.same_sentence,
            shares.get(side, 0.0),
            state,
            kind == "group",
            kind == "organization",
            asked.speaker is not None and side != asked.speaker and share > _MAIN_PARTY,
            side == opponent,
            state * known.rivals / known.total,
            side in asked.actors,
            side in asked.recipients,
            *_told_of(side, asked),
            side in sides.titled,
            side == asked.doer,
            side == asked.last_speaker,
            *_at_war(side, asked),
            side == around.here,
            side == around.around,
        )
    return rows
