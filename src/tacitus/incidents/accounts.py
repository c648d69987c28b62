"""Accounts: the questions to which the voices of an incident give answers, and where these exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from tacitus.codebook.counts import counts, disputed, standing, whole
from tacitus.incidents.accounts_blame import Blame
from tacitus.incidents.accounts_lexicon import account_lexicon
from tacitus.incidents.accounts_tellings import Telling, shortened
from tacitus.incidents.tolls_claimants import REPORT_VOICE
from tacitus.model import Coding, FigureKind, GroupType, Place, Span
from tacitus.model.incident import Account, Position, Toll
from tacitus.resolve.place_distance import distance_km
from tacitus.resolve.state_names import state_name

_COUNTED: tuple[FigureKind, ...] = ("killed", "wounded", "missing", "captured")
_TOLD: dict[FigureKind, str] = {
    "killed": "were killed",
    "wounded": "were wounded",
    "missing": "are missing",
    "captured": "were captured",
}
_PEOPLE: dict[GroupType, str] = {
    "military": "soldiers",
    "civilian": "civilians",
    "police": "police",
    "militant": "fighters",
    "peacekeeper": "peacekeepers",
    "any": "people",
}
_APART_KM = 50.0
"""Farther apart than one clash: the scorers' 25 km on both sides."""


def accounts(
    tellings: Sequence[Telling], blames: Sequence[Blame], tolls: Iterable[Toll], *, truce: Account | None
) -> tuple[Account, ...]:
    """The accounts of an incident, in a fixed order of questions; one that nobody answers is left out.

    ``contested`` tells that two answers exclude each other: two are accused, or the accused denies it; one attack is
    put at places far apart; an attacker tells of fighters only where others tell of civilians; no number is allowed by
    two claimants, of those that no later one has overtaken.
    """
    found = [*_blame(blames), _where(tellings), *_hit(tellings), *_how_many(tolls), truce]
    return tuple(account for account in found if account is not None)


def position(coding: Coding, by: str, words: Span) -> Position:
    """A voice's words as a position, shortened at the edge of a clause where they are long."""
    shown = shortened(coding.report.text, words)
    return Position(by, shown.words(coding.report.text), coding.report.id, shown)


def _blame(blames: Iterable[Blame]) -> list[Account]:
    by_question: defaultdict[str, list[Blame]] = defaultdict(list)
    for blame in blames:
        by_question["Who attacked first?" if blame.first else "Who is responsible?"].append(blame)
    return [
        Account(question, tuple(_positions(by_question[question])), _exclude(by_question[question]))
        for question in ("Who attacked first?", "Who is responsible?")
        if by_question[question]
    ]


def _positions(blames: Iterable[Blame]) -> list[Position]:
    return list(dict.fromkeys(Position(blame.by, blame.says, blame.report, blame.words) for blame in blames))


def _exclude(blames: Sequence[Blame]) -> bool:
    accused = {blame.blamed for blame in blames if blame.stance == "accuses"}
    denied = {blame.blamed for blame in blames if blame.stance == "denies"}
    return len(accused) > 1 or bool(accused & denied)


def _where(tellings: Iterable[Telling]) -> Account | None:
    """Where the attacks that voices tell of took place, where two of them name places."""
    named: dict[tuple[str, str], tuple[Telling, Place]] = {}
    for telling in tellings:
        place = _place(telling)
        if place is not None and telling.event.type == "ASSAULT" and not telling.denied:
            named.setdefault((telling.by, place.name), (telling, place))
    if len({by for by, _ in named}) < 2:
        return None
    contested = any(_elsewhere(one, other) for one, other in combinations(named.values(), 2))
    positions = [position(telling.coding, telling.by, telling.words) for telling, _ in named.values()]
    return Account("Where did it happen?", tuple(dict.fromkeys(positions)), contested)


def _place(telling: Telling) -> Place | None:
    found = next((place for place in telling.coding.places if place.id == telling.event.place), None)
    return found if found is not None and found.precision in ("settlement", "district") else None


def _elsewhere(one: tuple[Telling, Place], other: tuple[Telling, Place]) -> bool:
    """Whether two sides put one attack (by one side, on one day) at places far apart."""
    (telling, place), (other_telling, other_place) = one, other
    if telling.by == other_telling.by or REPORT_VOICE in (telling.by, other_telling.by):
        return False
    same = telling.attackers == other_telling.attackers and telling.event.start == other_telling.event.start
    return same and len(telling.attackers) == 1 and telling.event.start is not None and _far(place, other_place)


def _far(one: Place, other: Place) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return distance_km((one.lat, one.lon), (other.lat, other.lon)) > _APART_KM


def _hit(tellings: Iterable[Telling]) -> list[Account]:
    """What each attacker hit, civilians and theirs or fighters and theirs, where it and others tell of it."""
    lexicon = account_lexicon()
    told: defaultdict[str, dict[tuple[str, bool], Position]] = defaultdict(dict)
    for telling in tellings:
        if telling.event.type != "ASSAULT" or len(telling.attackers) != 1:
            continue
        words = telling.event.evidence.words(telling.coding.report.text)
        civilian = lexicon.civilian.search(words) is not None
        if civilian or lexicon.military.search(words):
            key = (telling.by, civilian and not telling.denied)
            told[telling.attackers[0]].setdefault(key, position(telling.coding, telling.by, telling.words))
    return [
        Account(f"What did {state_name(side) or side} hit?", tuple(dict.fromkeys(found.values())), _spares(side, found))
        for side, found in told.items()
        if side in {by for by, _ in found} and len({by for by, _ in found}) > 1
    ]


def _spares(side: str, found: Iterable[tuple[str, bool]]) -> bool:
    """Whether the attacker tells only of fighters, or denies to have hit others, and another voice of civilians."""
    found = set(found)
    return (side, True) not in found and any(civilian for by, civilian in found if by != side)


def _how_many(tolls: Iterable[Toll]) -> list[Account]:
    """How many of each side's people, where two claimants count the same kind."""
    groups: defaultdict[tuple[FigureKind, str | None, GroupType], list[Toll]] = defaultdict(list)
    for toll in tolls:
        if toll.kind in _COUNTED and toll.current is not None:
            groups[toll.kind, toll.side, toll.group_type].append(toll)
    found = []
    for (kind, side, people), told in groups.items():
        if len(told) < 2:
            continue
        whose = "" if side is None else f" of {state_name(side) or side}"
        positions = tuple(
            Position(toll.by, toll.current.words, toll.current.report, toll.current.span)
            for toll in told
            if toll.current is not None
        )
        contested = disputed(standing(whole(counts(told, kind=kind)), by_any=False))
        found.append(Account(f"How many {_PEOPLE[people]}{whose} {_TOLD[kind]}?", positions, contested))
    return found
