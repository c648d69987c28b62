"""Who takes part in an incident, and as what: the armed forces of a state, a group, civilians."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from tacitus.export.formats.case import Case, Mention
from tacitus.export.formats.countries import country
from tacitus.model import Actor, EventType

PartyKind = Literal["state", "police", "rebels", "militia", "international", "civilians"]
Target = Literal["armed", "civilians"]
_PROTEST: tuple[EventType, ...] = ("PROTEST",)
_VIOLENCE: tuple[EventType, ...] = ("ASSAULT",)
_KINDS: tuple[PartyKind, ...] = get_args(PartyKind)
ARMED = frozenset(_KINDS) - {"civilians"}

_UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Party:
    """One that takes part: ``side`` as in ``Actor``, ``None`` where nobody tells whose people they are."""

    kind: PartyKind
    side: str | None
    name: str

    @property
    def armed(self) -> bool:
        """Whether it can fight."""
        return self.kind in ARMED


@dataclass(frozen=True, slots=True)
class Part:
    """A party with how many mentions tell that it acts, and how many that it is acted upon."""

    party: Party
    acts: int
    suffers: int


def party_of(actor: Actor) -> Party:
    """What an actor is a part of. Any other sector than those of arms, and a population, is civilian."""
    if actor.kind == "population":
        return Party("civilians", actor.side, actor.side or actor.name)
    kinds = _kinds("of_a_state" if country(actor.side) is not None else "of_no_state")
    kind = kinds.get(actor.sector or _UNTOLD, "civilians")
    return Party(kind, actor.side, actor.side or actor.name)


def party_of_side(side: str) -> Party:
    """A side of which nothing else is known."""
    return Party("state" if country(side) else "rebels", side, side)


def actors(mention: Mention, ids: Iterable[str]) -> Iterator[Actor]:
    """The actors of a mention's coding that have these ids."""
    return (actor for actor in map(mention.coding.actor, ids) if actor is not None)


def target(mention: Mention) -> Target | None:
    """Whom violence is done to: those it is done to by its words, else the other of two who fight."""
    suffering = {party_of(actor).armed for actor in actors(mention, mention.event.recipients)}
    if suffering:
        return "armed" if True in suffering else "civilians"
    fighting = {party_of(actor) for actor in actors(mention, mention.event.actors)}
    return "armed" if len([party for party in fighting if party.armed]) > 1 else None


def parts(case: Case, types: Collection[EventType]) -> list[Part]:
    """All that take part in what happened of these types, those told most often first.

    Where no mention names anybody, the incident's sides stand for them.
    """
    acts: Counter[Party] = Counter()
    suffers: Counter[Party] = Counter()
    for mention in case.happened():
        if mention.event.type in types:
            acts.update({party_of(actor) for actor in actors(mention, mention.event.actors)})
            suffers.update({party_of(actor) for actor in actors(mention, mention.event.recipients)})
    found = sorted(set(acts) | set(suffers), key=lambda party: (_KINDS.index(party.kind), party.name))
    if not found:
        return [Part(party_of_side(side), 0, 0) for side in case.incident.sides]
    rank = {side: at for at, side in enumerate(case.incident.sides)}
    return sorted(
        (Part(party, acts[party], suffers[party]) for party in found),
        key=lambda part: (-part.acts - part.suffers, rank.get(part.party.side or "", len(rank))),
    )


def pair(found: list[Part], *, against: Target | None = None) -> tuple[Party | None, Party | None]:
    """The two that a row names: the armed one that acts most, and the one told most often with it.

    ``against`` tells what the second has to be; there may be none of either.
    """
    acting = [part for part in found if part.party.armed] or found
    first = max(acting, key=lambda part: part.acts, default=None)
    if first is None:
        return None, None
    others = [part.party for part in found if part is not first and _fits(part.party, first.party, against)]
    return first.party, next(iter(others), None)


def protest_pair(case: Case, *, broken_up: bool) -> tuple[Party | None, Party | None]:
    """The crowd, whatever its people do otherwise, and those who broke it up where somebody did.

    Whom a protest is against takes no part in it.
    """
    marching = [part for part in parts(case, _PROTEST) if part.acts]
    violence = parts(case, _VIOLENCE) if broken_up else []
    marching += [part for part in violence if part.suffers and not part.party.armed]
    crowd = next((replace(part.party, kind="civilians") for part in marching), None)
    forces = max(
        (part for part in violence if part.acts and part.party.armed), key=lambda part: part.acts, default=None
    )
    return crowd, forces.party if forces else None


def _fits(party: Party, first: Party, against: Target | None) -> bool:
    if not party.armed:
        return against != "armed"
    # Soldiers and police of one side do not fight each other because a report names both.
    return against != "civilians" and (party.side is None or party.side != first.side)


@cache
def _kinds(whose: Literal["of_a_state", "of_no_state"]) -> dict[str, PartyKind]:
    """The kind of party by the sector of an actor."""
    text = (files("tacitus.export") / "formats" / "parties.toml").read_text(encoding="utf-8")
    data: dict[str, dict[PartyKind, list[str]]] = tomllib.loads(text)
    return {sector: kind for kind, sectors in data[whose].items() for sector in sectors}
