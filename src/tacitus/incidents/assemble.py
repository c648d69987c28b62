"""From what was linked to an incident: tolls, estimates, accounts and truce put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from tacitus.codebook.estimates import estimates
from tacitus.incidents.accounts import accounts
from tacitus.incidents.accounts_blame import blames, responsibilities
from tacitus.incidents.accounts_tellings import tellings
from tacitus.incidents.link import Linked
from tacitus.incidents.tolls import TollReport, tolls
from tacitus.incidents.tolls_claimants import Fronts, read_fronts
from tacitus.incidents.tolls_scope import Held, Scope
from tacitus.incidents.truces import incident_ceasefire, truce_account
from tacitus.incidents.truces_steps import truce_reports
from tacitus.model import Coding
from tacitus.model.incident import Incident, SideRange, Toll


def build_incident(linked: Linked, codings: Mapping[str, Coding], *, voices: int | None = None) -> Incident:
    """The incident that was linked, from the codings of its reports (by id).

    ``voices`` is how many of its reports are no near-copies of another, all of them where it is not told.

    Raises:
        KeyError: ``codings`` lacks one of the reports.
    """
    summary = linked.summary
    scope = Scope(sides=summary.sides, start=summary.start, end=summary.end)
    told = [codings[report] for report in linked.reports]
    events = _by_report(linked.events)
    here = [telling for coding in told for telling in tellings(coding, events[coding.report.id])]
    fronts = read_fronts((telling.coding, telling.event) for telling in here)
    made = _tolls(linked, told, scope, fronts)
    blamed = blames(here, fighting=fronts.sides)
    truce = incident_ceasefire(truce_reports(told, scope=scope, main=linked.main_reports))
    return Incident(
        id=linked.id,
        title=summary.title,
        types=summary.types,
        start=summary.start,
        end=summary.end,
        place=summary.place,
        sides=summary.sides,
        reports=linked.reports,
        main_reports=linked.main_reports,
        voices=len(linked.reports) if voices is None else voices,
        events=linked.events,
        background=linked.background,
        figures=made,
        estimates=estimates(made, responsibilities(blamed, made, here)),
        accounts=accounts(here, blamed, made, truce=truce_account(truce, codings)),
        ceasefire=truce,
    )


def _by_report(pairs: Iterable[tuple[str, str]]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for report, id in pairs:
        found[report].add(id)
    return found


def _tolls(linked: Linked, told: Iterable[Coding], scope: Scope, fronts: Fronts) -> tuple[Toll, ...]:
    figures, events = _by_report(linked.figures), _by_report(linked.events)
    reports = [TollReport(coding, Held(figures[coding.report.id], events[coding.report.id])) for coding in told]
    return tolls(reports, scope=scope, fronts=fronts)


def incident_to_dict(incident: Incident) -> dict[str, object]:
    """The incident in the form of the published JSON contract (``docs/incident.schema.json``).

    Dataclasses become objects, tuples lists, days ISO strings, event mentions ``[report id, event id]``. The UCDP
    estimate stands under ``killed``, with ``by_side`` an object by side.
    """
    out = _plain(incident)
    assert isinstance(out, dict)
    ucdp = incident.estimates.ucdp
    if ucdp is not None:
        shown = _plain(ucdp)
        assert isinstance(shown, dict)
        by_side = {"by_side": _sided(ucdp.by_side), "combatants": _sided(ucdp.combatants)}
        estimated = out["estimates"]
        assert isinstance(estimated, dict)
        estimated["ucdp"] = {"killed": {**shown, **by_side}}
    return out


def _sided(ranges: Iterable[SideRange]) -> dict[str, object]:
    return {range.side or "": {"low": range.low, "best": range.best, "high": range.high} for range in ranges}


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value
