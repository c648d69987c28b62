"""The state of a place that the gazetteer lacks or that lies between states: what the report tells around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from tacitus.resolve.belonging import Sides
from tacitus.resolve.syntax import Syntax

# Weights of the shares that a state has of what stands around a place, fitted on the corpus' train part (conditional
# logit, places of known states hidden one by one): it tells 78 of 100 right across wars, the nearest places alone 67.
_PLACES_BESIDE = (1.0, 0.9, 2.8)  # of the located places in the sentence, the paragraph, the report
_NAMED_BESIDE = (0.0, 1.2, 0.75)  # of the names of states and their people there
_STATES_AS_PLACES = 1.0  # of the states that the sentence names as places
_HOSTS = 1.7  # of the states that host the groups of the sentence
_HOME = 0.5  # for being the state that the report is about
_NAMING = frozenset(("state", "demonym", "capital", "seat", "forces", "historic"))
_CODE = 3  # letters of a state's code; other sides are groups

Told = tuple[int, str]  # a token and the state that it tells


class StateVote:
    """What the words of one report tell of states: its located places, and its names of states and of groups.

    ``located`` are the tokens of places smaller than a state, ``states`` those of states that are named as places.
    """

    def __init__(self, syntax: Syntax, sides: Sides, *, located: Iterable[Told], states: Iterable[Told]) -> None:
        self._syntax = syntax
        self._home = sides.home
        self._located = tuple(located)
        self._states = tuple(states)
        self._named = tuple(
            (match.start, match.name.side)
            for match in sides.matches
            if match.name.kind in _NAMING and len(match.name.side) == _CODE
        )
        self._hosts = tuple(
            (match.start, match.name.country)
            for match in sides.matches
            if match.name.kind == "group" and match.name.country is not None
        )

    def state(self, tokens: Sequence[int], *, among: Sequence[str] = ()) -> str | None:
        """The state that most speaks for where a place is named at ``tokens``, one of ``among`` where these are given.

        ``None`` where the report tells of no such state.
        """
        scores = self._scores(tokens)
        allowed = [(score, state) for state, score in scores.items() if not among or state in among]
        return max(allowed, key=lambda pair: pair[0])[1] if allowed else None

    def _scores(self, tokens: Sequence[int]) -> dict[str, float]:
        scores: dict[str, float] = {}
        sentence = self._beside(self._syntax.sentence, tokens)
        scopes = (sentence, self._beside(self._syntax.paragraph, tokens), _anywhere)
        for told, weights in ((self._located, _PLACES_BESIDE), (self._named, _NAMED_BESIDE)):
            for near, weight in zip(scopes, weights, strict=True):
                _add(scores, (state for token, state in told if near(token)), weight)
        for told, weight in ((self._states, _STATES_AS_PLACES), (self._hosts, _HOSTS)):
            _add(scores, (state for token, state in told if sentence(token)), weight)
        if self._home is not None:
            scores[self._home] = scores.get(self._home, 0.0) + _HOME
        return scores

    @staticmethod
    def _beside(numbers: Sequence[int], tokens: Sequence[int]) -> Callable[[int], bool]:
        own = {numbers[token] for token in tokens}
        return lambda token: numbers[token] in own


def _anywhere(_: int) -> bool:
    return True


def _add(scores: dict[str, float], states: Iterable[str], weight: float) -> None:
    """Add ``weight``, divided among the states as often as each is told."""
    counts = Counter(states)
    for state, count in counts.items():
        scores[state] = scores.get(state, 0.0) + weight * count / counts.total()
