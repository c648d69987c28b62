"""A claimant's counts over time: what it said last, what it said before, what it said beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from tacitus.export.brief.days import day_text
from tacitus.export.brief.material import Material
from tacitus.export.brief.numbers import Amount, amount
from tacitus.export.wording import plain
from tacitus.model import Bounds
from tacitus.model.incident import StatedFigure


@dataclass(frozen=True, slots=True)
class Stated:
    """A number stated once or several times: first on ``day``, when it was ``said``, else published."""

    bounds: Bounds
    count: Amount
    day: date | None
    said: bool
    superseded: bool
    part: bool
    reports: tuple[str, ...]
    sources: tuple[int, ...]


def read_stated(material: Material, figures: Iterable[StatedFigure]) -> list[Stated]:
    """The numbers of a history in order."""
    return [_stated(material, figure) for figure in figures]


def merged(stated: Iterable[Stated]) -> list[Stated]:
    """Equal numbers in a row as one from the first day on, with the widest of their bounds."""
    told: list[Stated] = []
    for one in stated:
        if told and told[-1].bounds.best == one.bounds.best:
            told[-1] = _joined(told[-1], one)
        else:
            told.append(one)
    return told


def split_chain(stated: Sequence[Stated]) -> tuple[list[Stated], list[Stated]]:
    """The numbers that replaced one another, the one that stands last; and those of a part of the people.

    Where nothing but parts was counted, the last of them stands.
    """
    whole = [one for one in stated if not one.part]
    standing = [one for one in whole if not one.superseded] or whole[-1:] or list(stated[-1:])
    chain = merged(_without_recitals([*(one for one in whole if one not in standing), standing[-1]]))
    beside: list[Stated] = []
    for one in merged(sorted((one for one in stated if one.part or one in standing[:-1]), key=_size)):
        at = next((at for at, known in enumerate(chain) if known.bounds.best == one.bounds.best), None)
        if at is None:
            beside.append(one)
        elif one is not chain[at]:
            chain[at] = _joined(chain[at], one)
    return chain, beside


def _without_recitals(chain: Sequence[Stated]) -> list[Stated]:
    """The numbers without those that a report only repeats to tell what its own number replaces ("up from 49")."""
    told: list[Stated] = []
    for one, after in zip(chain, [*chain[1:], None], strict=True):
        earlier = next((at for at, known in enumerate(told) if known.bounds.best == one.bounds.best), None)
        if earlier is not None and after is not None and after.reports[0] == one.reports[0]:
            told[earlier] = _joined(told[earlier], one)
        else:
            told.append(one)
    return told


def _stated(material: Material, figure: StatedFigure) -> Stated:
    bounds = Bounds(figure.low, figure.best, figure.high)
    words = figure.words or figure.span.words(material.codings[figure.report].report.text)
    said = material.day_said(figure.report, figure.span)
    return Stated(
        bounds=bounds,
        count=amount(bounds, words=plain(words)),
        day=said or figure.published,
        said=said is not None,
        superseded=figure.superseded,
        part=figure.part,
        reports=(figure.report,),
        sources=(material.cite(figure.report, figure.span),),
    )


def _joined(one: Stated, other: Stated) -> Stated:
    bounds = _widest(one.bounds, other.bounds)
    return replace(
        one,
        bounds=bounds,
        count=one.count if bounds == one.bounds else amount(bounds),
        superseded=one.superseded and other.superseded,
        reports=(*one.reports, *other.reports),
        sources=(*one.sources, *other.sources),
    )


def _widest(one: Bounds, other: Bounds) -> Bounds:
    low = None if one.low is None or other.low is None else min(one.low, other.low)
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return Bounds(low, one.best, high)


def _size(stated: Stated) -> int:
    return -(stated.bounds.best or stated.bounds.low or 0)


def change_words(chain: Sequence[Stated], *, year: int | None) -> str:
    """How a number changed: ``raised the number from at least 49 on 13 September to 105 on 14 September``."""
    clauses: list[str] = []
    verb = ""
    for before, after in pairwise(chain):
        told = f"to {_on(after, year)}"
        if _verb(before, after) == verb:
            clauses[-1] += f", then {told}"
        elif clauses:
            verb = _verb(before, after)
            clauses.append(f"{verb} it {told}")
        else:
            verb = _verb(before, after)
            begin = before.count.text if before.day == after.day else _on(before, year)
            clauses.append(f"{verb} the number from {begin} {told}")
    *most, last = clauses
    return f"{', '.join(most)} and {last}" if most else last


def _on(stated: Stated, year: int | None) -> str:
    return f"{stated.count.text} on {day_text(stated.day, year=year)}" if stated.day else stated.count.text


def _verb(before: Stated, after: Stated) -> str:
    if before.bounds.best is None or after.bounds.best is None or before.bounds.best == after.bounds.best:
        return "changed"
    return "raised" if after.bounds.best > before.bounds.best else "lowered"
