"""Which of ACLED's sub-events an incident is, by the rules in ``acled.toml``."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypedDict

from tacitus.export.formats.case import Case, Mention
from tacitus.export.formats.parties import Party, Target, actors, party_of, target

_CLASH = "Armed clash"
_REGAINS, _OVERTAKES = "Government regains territory", "Non-state actor overtakes territory"
_VIOLENT = "ASSAULT"


class _RuleData(TypedDict, total=False):
    sub_event_type: str
    type: str
    modes: list[str]
    against: Target
    hurt: bool
    truce: bool


class _Data(TypedDict):
    rule: list[_RuleData]
    sub_events: dict[str, tuple[str, str]]
    inter: dict[str, int]


@dataclass(frozen=True, slots=True)
class AcledType:
    """ACLED's types of an event; all ``None`` for violence of which no rule tells what it was."""

    sub_event_type: str | None
    event_type: str | None
    disorder_type: str | None


def acled_type(case: Case) -> AcledType | None:
    """The sub-event that most reports tell; ``None`` where the incident is no event of ACLED's.

    Source: ACLED codebook of October 2024, "ACLED Events" and "Event Aggregation".
    """
    told: defaultdict[str, set[str]] = defaultdict(set)
    violent = False
    for mention in case.happened():
        violent = violent or mention.event.type == _VIOLENT
        sub_event = _sub_event(mention, case)
        if sub_event is not None:
            told[sub_event].add(mention.coding.report.id)
    if not told:
        return AcledType(None, None, None) if violent else None
    order = [rule["sub_event_type"] for rule in _data()["rule"]]
    best = max(told, key=lambda name: (len(told[name]), -order.index(name)))
    if best == _CLASH:
        best = _territory(case) or best
    event_type, disorder = _data()["sub_events"][best]
    return AcledType(best, event_type, disorder)


def targets_civilians(case: Case) -> bool:
    """Whether violence is told to have been done to civilians and to nobody else."""
    found = {target(mention) for mention in case.happened() if mention.event.type == _VIOLENT} - {None}
    return found == {"civilians"}


def inter_label(party: Party, *, protest: bool, riot: bool, place: str | None) -> str | None:
    """ACLED's label of an actor; ``None`` for a state's forces where nobody knows on whose ground they are.

    ``place`` is the alpha-3 code of the state that the event is in. Source: codebook of October 2024, "Actors".
    """
    match party.kind:
        case "civilians":
            return "Rioters" if riot else "Protesters" if protest else "Civilians"
        case "rebels":
            return "Rebel group"
        case "militia":
            return "Political militia"
        case "international":
            return "External/Other forces"
        case "state" | "police":
            if place is None:
                return None
            return "State forces" if party.side == place else "External/Other forces"


def interaction_label(first: str | None, second: str | None) -> str | None:
    """Both labels in ACLED's order: "State forces-Rebel group"; "Rioters only" where there is one."""
    number = _data()["inter"]
    labels = sorted((label for label in (first, second) if label), key=number.__getitem__)
    if not labels:
        return None
    return "-".join(labels) if len(labels) > 1 else f"{labels[0]} only"


def sub_event_types() -> tuple[str, ...]:
    """All sub-events that the rules give."""
    return tuple(_data()["sub_events"])


def _sub_event(mention: Mention, case: Case) -> str | None:
    event = mention.event
    for rule in _data()["rule"]:
        if (
            event.type == rule["type"]
            and (event.mode or "") in rule["modes"]
            and ("against" not in rule or (target(mention) or _incident_target(case)) == rule["against"])
            and (not rule.get("hurt") or _hurt(case))
            and (not rule.get("truce") or case.incident.ceasefire is not None)
        ):
            return rule["sub_event_type"]
    return None


def _incident_target(case: Case) -> Target | None:
    """Whom violence is done to where a mention does not tell: those of whom the incident has dead or hurt."""
    hurt = {toll.group_type for toll in case.incident.figures if toll.kind in ("killed", "wounded")} - {"any"}
    if not hurt:
        return None
    return "civilians" if hurt == {"civilian"} else "armed"


def _hurt(case: Case) -> bool:
    return any(toll.kind in ("killed", "wounded") and toll.current for toll in case.incident.figures)


def _territory(case: Case) -> str | None:
    """Who took a place in a clash: the state that it is in, or anybody else."""
    where = case.incident.place
    for mention in case.happened():
        event = mention.event
        if (event.type, event.mode) == ("COERCE", "seize") and event.place and where and where.country:
            sides = {party_of(actor).side for actor in actors(mention, event.actors)}
            if sides:
                return _REGAINS if sides == {where.country} else _OVERTAKES
    return None


@cache
def _data() -> _Data:
    data: _Data = tomllib.loads(  # type: ignore[assignment]
        (files("tacitus.export") / "formats" / "acled.toml").read_text(encoding="utf-8")
    )
    return data
