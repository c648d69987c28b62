"""Tolls: the numbers that each claimant stated of each side's people, report by report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tacitus.extract.sentence_breaks import SentenceBreaks, sentence_breaks
from tacitus.incidents.supersede import Told, read_numbers
from tacitus.incidents.tolls_claimants import Claimant, Fronts, claimant_of
from tacitus.incidents.tolls_scope import Scope, figures_of
from tacitus.model import FIGURE_KINDS, GROUP_TYPES, Coding, Figure, FigureKind, GroupType
from tacitus.model.incident import StatedFigure, Toll

_LOCAL = 0.5
"""A later number below this share of the claimant's last is no new count, unless the report says that it is.

Claimants that lower their count mostly take back less than half; smaller numbers count one place or one day.
"""


@dataclass(frozen=True, slots=True)
class TollReport:
    """A report of an incident as its figures are read; ``held`` are the ids of the figures linked to the incident."""

    coding: Coding
    held: Collection[str]


@dataclass(frozen=True, slots=True)
class _Key:
    kind: FigureKind
    side: str | None
    group_type: GroupType
    by: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A number of one report with what its place in the history of a toll depends on."""

    coding: Coding
    breaks: SentenceBreaks
    told: Told

    @property
    def published(self) -> date:
        return self.coding.report.published or date.min


@dataclass(slots=True)
class _Found:
    claimant: Claimant
    reports: list[list[_Entry]] = field(default_factory=list)


def tolls(reports: Iterable[TollReport], *, scope: Scope, fronts: Fronts) -> tuple[Toll, ...]:
    """All tolls of an incident: by kind, side (those most often counted first), group type and claimant.

    Histories run by day of publication, undated reports first. Reports of one day come by their numbers, smallest
    first: tolls mostly rise, and nothing tells the hours apart.
    """
    found: dict[_Key, _Found] = {}
    for report in reports:
        for key, claimant, entries in _of_report(report, scope):
            found.setdefault(key, _Found(claimant)).reports.append(entries)
    made = [_toll(key, one, fronts) for key, one in found.items()]
    often = _frequency(made)
    return tuple(sorted(made, key=lambda toll: _rank(toll, often)))


def _of_report(report: TollReport, scope: Scope) -> Iterable[tuple[_Key, Claimant, list[_Entry]]]:
    coding = report.coding
    breaks = sentence_breaks(coding.report.text)
    groups: defaultdict[_Key, list[Figure]] = defaultdict(list)
    claimants: dict[_Key, Claimant] = {}
    for figure in figures_of(coding, breaks, report.held, scope):
        claimant = claimant_of(coding, figure)
        key = _Key(figure.kind, figure.group.side, figure.group.type, claimant.key)
        claimants[key] = claimant
        groups[key].append(figure)
    for key, figures in groups.items():
        yield key, claimants[key], [_Entry(coding, breaks, told) for told in read_numbers(breaks, figures)]


def _toll(key: _Key, found: _Found, fronts: Fronts) -> Toll:
    reports = sorted(found.reports, key=_order)
    history: list[StatedFigure] = []
    last: int | None = None
    for entries in reports:
        count = next((entry for entry in entries if entry.told.stands), None)
        local = count is not None and last is not None and _is_local(count.told, last)
        if count is not None and not local:
            history = [replace(stated, superseded=True) for stated in history]
            last = count.told.best
        ordered = sorted(entries, key=lambda entry: (entry.told.stands, entry.told.span))
        history += [_stated(entry, local=local and entry is count) for entry in ordered]
    return Toll(
        kind=key.kind,
        side=key.side,
        group_type=key.group_type,
        by=found.claimant.name,
        standing=fronts.standing(found.claimant, key.side),
        history=tuple(history),
        affiliated=found.claimant.affiliated,
    )


def _order(entries: Sequence[_Entry]) -> tuple[date, bool, int, str]:
    standing = [entry.told for entry in entries if entry.told.stands]
    return (
        entries[0].published,
        any(told.revised for told in standing),
        max((told.best for told in standing), default=0),
        entries[0].coding.report.id,
    )


def _is_local(told: Told, last: int) -> bool:
    return told.best < _LOCAL * last and not (told.revised or told.whole)


def _stated(entry: _Entry, *, local: bool) -> StatedFigure:
    told, report = entry.told, entry.coding.report
    return StatedFigure(
        published=report.published,
        low=told.bounds.low,
        best=told.bounds.best,
        high=told.bounds.high,
        superseded=told.replaced,
        denied=told.figure.denied,
        report=report.id,
        span=told.span,
        words=told.span.words(report.text),
        part=told.part or local,
        background=told.figure.background,
    )


def _frequency(made: Iterable[Toll]) -> Mapping[str | None, int]:
    often: defaultdict[str | None, int] = defaultdict(int)
    for toll in made:
        often[toll.side] += len(toll.history)
    return often


_STANDINGS = ("own", "enemy", "third_party", "report")


def _rank(toll: Toll, often: Mapping[str | None, int]) -> tuple[int, bool, int, str, int, int, str]:
    return (
        FIGURE_KINDS.index(toll.kind),
        toll.side is None,
        -often[toll.side],
        toll.side or "",
        _STANDINGS.index(toll.standing),
        GROUP_TYPES.index(toll.group_type),
        toll.by,
    )
