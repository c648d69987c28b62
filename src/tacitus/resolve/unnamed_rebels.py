"""Opponents of a state that a report calls by a common noun only: "the rebels", "insurgents", "the opposition".

They are a side of their own, never the state's. Armed ones are the one armed group that the report names, else the
rebels that it tells apart by an adjective ("Acehnese separatists"), else those of the state that it is about ("Chadian
rebels").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tacitus.resolve.named_groups import NamedGroup
from tacitus.resolve.side_entries import opponent_nouns, state_adjectives
from tacitus.resolve.side_name import SideName
from tacitus.resolve.syntax import Syntax

_JOINTS = frozenset(("-", "‐", "–"))
_OPPOSITION = SideName("opposition", "opposition", "group", "OPP")
_NO_PARTY_BEFORE = frozenset("armed in no fierce strong stiff strident growing any of".split())
_NO_PARTY_AFTER = frozenset("to from fighters fighter forces rebels gunmen militia militias troops".split())


def find_unnamed_rebels(
    syntax: Syntax, taken: frozenset[int], named: Sequence[SideName], home: str | None
) -> list[NamedGroup]:
    """The nouns for rebels outside the ``taken`` tokens and the side that they mean; none where that is open.

    ``named`` are the names of sides in the report, one for each time; ``home`` is the state that it is about.
    """
    nouns = opponent_nouns()
    free = [at for at, word in enumerate(syntax.lower) if word in nouns and at not in taken and not _joined(syntax, at)]
    adjective = _adjective(syntax, free, taken) or state_adjectives().get(home or "")
    meant = _meant([nouns[syntax.lower[at]] for at in free], named, adjective, home) if free else None
    return [] if meant is None else [NamedGroup((at, at + 1), meant) for at in free]


def find_opposition(syntax: Syntax, taken: frozenset[int]) -> list[NamedGroup]:
    """The word "opposition" where it means a party outside the ``taken`` tokens, not opposing or an armed force."""
    found = []
    for at, word in enumerate(syntax.lower[:-1]):
        if word != "opposition" or at in taken or _joined(syntax, at) or syntax.lower[at + 1] in _NO_PARTY_AFTER:
            continue
        if at == 0 or syntax.lower[at - 1] not in _NO_PARTY_BEFORE:
            found.append(NamedGroup((at, at + 1), _OPPOSITION))
    return found


def _adjective(syntax: Syntax, nouns: Sequence[int], taken: frozenset[int]) -> str | None:
    """The adjective with a capital that tells rebels apart most often in the report."""
    before = [
        syntax.words[at - 1]
        for at in nouns
        if at > syntax.sentence_range(at)[0] + 1
        and syntax.words[at - 1].istitle()
        and syntax.upos[at - 1] in ("ADJ", "PROPN")
        and at - 1 not in taken
    ]
    return Counter(before).most_common(1)[0][0] if before else None


def _joined(syntax: Syntax, index: int) -> bool:
    """Whether a hyphen makes the noun part of another word ("rebel-held")."""
    return index + 1 < len(syntax.words) and syntax.words[index + 1] in _JOINTS


def _meant(called: list[str], named: Sequence[SideName], adjective: str | None, home: str | None) -> SideName | None:
    """The group that the nouns ``called`` mean, in the plural."""
    groups = {name.side: name for name in named if name.kind == "group" and name.sector == "REB"}
    if not groups and adjective is not None:
        name = f"{adjective} {Counter(called).most_common(1)[0][0]}"
        return SideName(name, name, "group", "REB", home)
    here = [name for name in groups.values() if name.country in (None, home)] or list(groups.values())
    own = [name for name in here if name.side.rpartition(" ")[2] not in opponent_nouns()]
    return own[0] if len(own) == 1 else here[0] if len(here) == 1 else None
