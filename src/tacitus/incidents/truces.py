"""One timeline of a truce from all reports of an incident, in the variables of the ETH/PRIO ceasefire data.

Source: ETH/PRIO Civil Conflict Ceasefire Dataset, codebook of the 2022 release (Clayton et al., Journal of Conflict
Resolution 2022): the day a ceasefire was declared, the day it took effect, and the day it ended, its parties and
mediators. Alleged violations do not end a ceasefire there; they are kept beside it with who alleges them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tacitus.incidents.accounts import position
from tacitus.incidents.tolls_claimants import REPORT_VOICE
from tacitus.incidents.truces_steps import TruceReport, steps_of
from tacitus.model import Ceasefire, Coding
from tacitus.model.incident import Account, IncidentCeasefire, TruceStatus, TruceStep

_ORDER = ("declared", "renewed", "in_effect", "violation", "denied", "ended")
_SHARE = 0.34
"""A side is a party or a mediator where this share of the reports that name any name it."""


def incident_ceasefire(reports: Sequence[TruceReport]) -> IncidentCeasefire | None:
    """The truce that the reports tell of, ``None`` where they tell of none; they come by day of publication.

    A day of effect told after violations or an end, and later than the one before, is a renewal. The days are the first
    declared and the first in effect, and the last end unless the truce was renewed since. An end is dated by the first
    report that tells of it. ``status`` is what the last report leaves it at.
    """
    if not reports:
        return None
    steps = _once_ended(_renewals(_timeline(reports)))
    truces = [truce for report in reports for truce in report.truces]
    parties = _often(truce.parties for truce in truces)
    return IncidentCeasefire(
        parties=parties,
        mediators=tuple(side for side in _often(truce.mediators for truce in truces) if side not in parties),
        declared=_first(steps, "declared"),
        in_effect=_first(steps, "in_effect"),
        ended=_ended(steps),
        status=_status(reports),
        violations=tuple(step for step in steps if step.kind == "violation"),
        steps=steps,
    )


def _timeline(reports: Iterable[TruceReport]) -> list[TruceStep]:
    """All steps, one told by several reports once, from the first that tells it; by day, those without a day first."""
    found: dict[tuple[object, ...], TruceStep] = {}
    for report in reports:
        for step in steps_of(report):
            # A truce is declared by some day and in effect from one: who tells it makes no other step.
            teller = (step.by, step.against) if step.kind in ("violation", "denied") else ()
            found.setdefault((step.kind, step.day, *teller), step)
    dated = {step.kind for step in found.values() if step.day is not None}
    steps = [step for step in found.values() if step.day is not None or step.kind not in dated]
    return sorted(steps, key=lambda step: (step.day or date.min, _ORDER.index(step.kind)))


def _renewals(steps: Sequence[TruceStep]) -> tuple[TruceStep, ...]:
    """The steps, with later declarations and days of effect after a violation or an end told as renewals."""
    found: list[TruceStep] = []
    broken: date | None = None
    begun = False
    for step in steps:
        if step.kind in ("violation", "ended"):
            broken = step.day
        if step.kind in ("declared", "in_effect"):
            if begun and broken is not None and step.day is not None and step.day > broken:
                step = TruceStep("renewed", step.day, step.by, step.against, step.source)
                broken = None
            begun = True
        found.append(step)
    return tuple(found)


def _once_ended(steps: Iterable[TruceStep]) -> tuple[TruceStep, ...]:
    """The steps with each end told once: a truce that ended ends again only after it was renewed."""
    found: list[TruceStep] = []
    over = False
    for step in steps:
        if step.kind == "ended" and over:
            continue
        over = step.kind == "ended" or (over and step.kind not in ("declared", "in_effect", "renewed"))
        found.append(step)
    return tuple(found)


def _often(named: Iterable[Sequence[str]]) -> tuple[str, ...]:
    lists = [sides for sides in named if sides]
    count = Counter(side for sides in lists for side in dict.fromkeys(sides))
    ranked = sorted(count, key=lambda side: (-count[side], side))
    return tuple(side for side in ranked if count[side] >= _SHARE * len(lists))


def _first(steps: Iterable[TruceStep], kind: str) -> date | None:
    return next((step.day for step in steps if step.kind == kind and step.day is not None), None)


def _ended(steps: Sequence[TruceStep]) -> date | None:
    ends = [(at, step.day) for at, step in enumerate(steps) if step.kind == "ended"]
    if not ends or any(step.kind == "renewed" for step in steps[ends[-1][0] :]):
        return None
    return ends[-1][1]


_GRAVITY: tuple[TruceStatus, ...] = ("denied", "announced", "in_force", "violated", "collapsed")


def _status(reports: Sequence[TruceReport]) -> TruceStatus:
    """What the reports of the last day leave the last truce at: the one in effect latest; the gravest of several."""
    last: list[Ceasefire] = [
        truce for report in reports if report.published == reports[-1].published for truce in report.truces
    ]
    return max(last, key=lambda truce: (truce.date or date.min, _GRAVITY.index(truce.status))).status


def truce_account(truce: IncidentCeasefire | None, codings: Mapping[str, Coding]) -> Account | None:
    """Whether the truce holds: alleged violations and their denials; ``None`` where nobody speaks of either.

    Contested where each of two sides alleges the other's violations, or the accused denies them.
    """
    told = [] if truce is None else [step for step in truce.steps if step.kind in ("violation", "denied")]
    if truce is None or not any(step.kind == "violation" for step in told):
        return None
    positions = [position(codings[step.source.report], step.by or REPORT_VOICE, step.source.span) for step in told]
    alleged = {(step.by, step.against) for step in told if step.kind == "violation"}
    accused = {against for _, against in alleged if against is not None}
    denied = {step.by for step in told if step.kind == "denied"}
    mutual = any((against, by) in alleged for by, against in alleged if by is not None and against is not None)
    return Account("Does the truce hold?", tuple(dict.fromkeys(positions)), mutual or bool(accused & denied))
