"""What a number counts: the reading of the trained heads weighed with that of the rules."""

from __future__ import annotations

import numpy as np

from tacitus.extract.figure_groups import named_type
from tacitus.extract.figure_rules import FigureGuess, read_figure
from tacitus.extract.figure_times import is_background, is_of_then
from tacitus.extract.quantities import Quantity
from tacitus.language.reading import Reading
from tacitus.model import FIGURE_KINDS, GROUP_TYPES, GroupType
from tacitus.resolve.syntax import Syntax

_RULES = 0.4  # weight of the rules beside the trained heads; swept on the corpus's train part over 0.2 to 0.6
_NAMED = 0.5  # what the counted noun's own word adds to the trained head's share of its type
_SPECIFIC = frozenset(("peacekeeper", "police", "militant"))  # a word for these decides; soldiers may keep the peace
_MIN_KIND = 0.5  # probability below which a number counts nobody


def weighed_figure(
    syntax: Syntax, reading: Reading | None, quantity: Quantity, token: int, noun: int
) -> FigureGuess | None:
    """What the number at ``token`` counts, ``None`` where it is no figure; by the rules alone without a ``reading``."""
    ruled = read_figure(syntax, quantity, token)
    if reading is None:
        return ruled
    shares = (1 - _RULES) * reading.kind[token].astype(np.float64)
    if ruled is None:
        shares[0] += _RULES
    else:
        shares[1 + FIGURE_KINDS.index(ruled.kind)] += _RULES * ruled.confidence
        shares[0] += _RULES * (1 - ruled.confidence)
    if 1.0 - shares[0] < _MIN_KIND:
        return None
    recalled = is_background(syntax, token) if ruled is None else ruled.background
    past = (1 - _RULES) * float(reading.background[token]) + _RULES * recalled > 0.5 or is_of_then(syntax, token)
    best = int(shares[1:].argmax())
    return FigureGuess(FIGURE_KINDS[best], _group_type(syntax, reading, token, noun), past, float(shares[1 + best]))


def _group_type(syntax: Syntax, reading: Reading, token: int, noun: int) -> GroupType:
    groups = reading.group[token].astype(np.float64)
    named = _named(syntax, noun)
    if named is not None and named != "any":
        groups[GROUP_TYPES.index(named)] += 1.0 if named in _SPECIFIC else _NAMED
    return GROUP_TYPES[int(groups.argmax())]


def _named(syntax: Syntax, noun: int) -> GroupType | None:
    """The type of people that the counted noun tells, or what it is a part of ("a peacekeeping force of 2,000 men")."""
    named = named_type(syntax, noun)
    whole = named_type(syntax, syntax.head[noun]) if syntax.dep[noun].startswith("nmod") else None
    return whole if whole in _SPECIFIC or named is None else named
