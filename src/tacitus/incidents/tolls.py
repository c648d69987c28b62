"""Tolls: the numbers that each claimant stated of each side's people, report by report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tacitus.extract.sentence_breaks import SentenceBreaks, sentence_breaks
from tacitus.incidents.supersede import Told, is_bare, read_numbers, sum_over_types
from tacitus.incidents.tolls_claimants import Claimant, Fronts, claimants_of
from tacitus.incidents.tolls_scope import Held, Scope, figures_of
from tacitus.incidents.tolls_times import counts_longer
from tacitus.model import FIGURE_KINDS, GROUP_TYPES, Coding, Figure, FigureKind, GroupType
from tacitus.model.incident import StatedFigure, Toll

_LOCAL = 0.5
"""A later number below this share of the claimant's last is no new count, unless the report says that it is.

Claimants that lower their count mostly take back less than half; smaller numbers count one place or one day.
"""


@dataclass(frozen=True, slots=True)
class TollReport:
    """A report of an incident as its figures are read; ``held`` is what of it is linked to the incident."""

    coding: Coding
    held: Held


@dataclass(frozen=True, slots=True)
class _Key:
    kind: FigureKind
    side: str | None
    group_type: GroupType
    by: str


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A figure with whose toll it is.

    ``longer`` tells that it counts the dead of a longer time than the incident's, ``bare`` that no noun tells whom.
    """

    key: _Key
    claimant: Claimant
    figure: Figure
    longer: bool
    bare: bool


@dataclass(frozen=True, slots=True)
class _Read:
    coding: Coding
    breaks: SentenceBreaks
    figures: tuple[_Claimed, ...]


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
    read = _in_series([_figures_of(report, scope) for report in reports])
    within = {figure.key for report in read for figure in report.figures if not figure.longer}
    found: dict[_Key, _Found] = {}
    for report in read:
        for key, claimant, entries in _of_report(report, within):
            found.setdefault(key, _Found(claimant)).reports.append(entries)
    made = [_toll(key, one, fronts) for key, one in found.items()]
    often = _frequency(made)
    return tuple(sorted(made, key=lambda toll: _rank(toll, often)))


def _figures_of(report: TollReport, scope: Scope) -> _Read:
    coding = report.coding
    breaks = sentence_breaks(coding.report.text)
    told = []
    for figure in figures_of(coding, breaks, report.held, scope):
        longer, bare = counts_longer(coding, breaks, figure, scope), is_bare(breaks, figure)
        for claimant in claimants_of(coding, figure):
            key = _Key(figure.kind, figure.group.side, figure.group.type, claimant.key)
            told.append(_Claimed(key, claimant, figure, longer, bare))
    return _Read(coding, breaks, tuple(told))


def _in_series(reports: list[_Read]) -> list[_Read]:
    """Numbers without a noun ("raised its own toll to 77") as more of what their claimant mostly counts by a noun.

    Whether soldiers or civilians are meant is a guess there; one that differs from report to report would be added to
    the series that it goes on with. It stays where a noun before it in the report tells the same.
    """
    named: defaultdict[_Key, Counter[GroupType]] = defaultdict(Counter)
    for one in (one for report in reports for one in report.figures if not one.bare):
        named[_any_type(one.key)][one.key.group_type] += 1
    return [
        replace(report, figures=tuple(_of_series(one, report, named[_any_type(one.key)]) for one in report.figures))
        for report in reports
    ]


def _of_series(one: _Claimed, report: _Read, named: Counter[GroupType]) -> _Claimed:
    if not named or one.key.group_type == "any" or not one.bare:
        return one
    told = any(
        not other.bare and other.key == one.key and other.figure.span.start < one.figure.span.start
        for other in report.figures
    )
    usual = named.most_common(1)[0][0]
    if told or 2 * named[usual] <= named.total():
        return one
    return replace(one, key=replace(one.key, group_type=usual))


def _of_report(report: _Read, within: Collection[_Key]) -> Iterable[tuple[_Key, Claimant, list[_Entry]]]:
    """The numbers of one report; one for a longer time counts only where no report has another (``within``)."""
    coding, breaks = report.coding, report.breaks
    groups: defaultdict[_Key, list[Figure]] = defaultdict(list)
    claimants: dict[_Key, Claimant] = {}
    for one in report.figures:
        if not one.longer or one.key not in within:
            claimants[one.key] = one.claimant
            groups[one.key].append(one.figure)
    speakers = {key.by: claimant for key, claimant in claimants.items()}
    told = {key: read_numbers(breaks, figures, rivals=_rivals(key, groups)) for key, figures in groups.items()}
    for key, number in _over_types(breaks, told):
        told[key] = (*(replace(one, part=True) for one in told.get(key, ())), number)
        claimants.setdefault(key, speakers[key.by])
    for key, numbers in told.items():
        yield key, claimants[key], [_Entry(coding, breaks, number) for number in numbers]


def _rivals(key: _Key, groups: Mapping[_Key, Sequence[Figure]]) -> list[Figure]:
    """The figures that a claimant gives of the same side's people under another type."""
    alike = (other for other in groups if other != key and _any_type(other) == _any_type(key))
    return [figure for other in alike for figure in groups[other]]


def _over_types(breaks: SentenceBreaks, told: Mapping[_Key, Sequence[Told]]) -> list[tuple[_Key, Told]]:
    """What a claimant counts of a side in all where a sentence of it tells of soldiers and civilians side by side."""
    apart: defaultdict[_Key, list[Told]] = defaultdict(list)
    for key, numbers in told.items():
        apart[_any_type(key)].extend(one for one in numbers if one.stands)
    sums = ((whole, sum_over_types(breaks, counts)) for whole, counts in apart.items())
    return [(whole, number) for whole, number in sums if number is not None]


def _any_type(key: _Key) -> _Key:
    return replace(key, group_type="any")


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
    if told.figure.background and told.bounds.high is None and told.best < last:
        return True
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
