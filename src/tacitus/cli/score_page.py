"""Scores as tables in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tacitus.evaluate.difference import Difference
from tacitus.evaluate.linked_score import LinkedScore
from tacitus.evaluate.measure import Measure
from tacitus.evaluate.score import Score


def show_score(score: Score, found: Sequence[Difference] | None, linked: LinkedScore | None) -> None:
    """Print every measure, incidents where there are any, and, unless ``None``, the differences report by report."""
    console = Console(highlight=False)
    if found is not None:
        _show_differences(console, found)
    table = _table(f"{score.reports} reports", "gold", "P", "R", "F1")
    for name, prf in score.found():
        table.add_row(name, str(prf.gold), *map(_number, (prf.precision, prf.recall, prf.f1)))
    console.print(table)
    console.print()
    shares = _table("right of what was matched", "matched", "share")
    for name, accuracy in score.given_match():
        shares.add_row(name, str(accuracy.count), _number(accuracy.value))
    console.print(shares)
    if linked is not None:
        console.print()
        _show_linked(console, linked)


def show_measures(measures: Iterable[Measure]) -> None:
    """Print the measures on public data, and what was taken for what where a measure tells."""
    console = Console(highlight=False)
    listed = list(measures)
    table = _table("measure", "items", "score")
    for measure in listed:
        table.add_row(measure.name, str(measure.count), _number(measure.value))
    console.print(table)
    for measure in listed:
        if measure.taken:
            console.print()
            _show_taken(console, measure)


def _show_linked(console: Console, linked: LinkedScore) -> None:
    table = _table(f"incidents of {linked.coded.grouping.reports} reports", "of codings", "of gold")
    for name, coded, gold in (
        ("grouping, B-cubed P", linked.coded.grouping.precision, linked.gold.grouping.precision),
        ("grouping, B-cubed R", linked.coded.grouping.recall, linked.gold.grouping.recall),
        ("grouping, B-cubed F1", linked.coded.grouping.f1, linked.gold.grouping.f1),
        ("last toll by side and claimant", linked.coded.last_toll.value, linked.gold.last_toll.value),
    ):
        table.add_row(name, _number(coded), _number(gold))
    console.print(table)
    console.print(f"tolls of the dead: {linked.coded.last_toll.count}")


def _show_taken(console: Console, measure: Measure) -> None:
    # A square table of sixteen types is wider than a terminal; a row a type tells the same.
    table = _table(measure.name, "records", "right")
    table.add_column("taken for")
    for name, group in groupby(measure.taken, key=lambda item: item.gold):
        items = list(group)
        right = sum(item.count for item in items if item.coded == name)
        wrong = sorted((item for item in items if item.coded != name), key=lambda item: -item.count)
        others = ", ".join(f"{item.coded or 'nothing'} {item.count}" for item in wrong)
        table.add_row(name, str(sum(item.count for item in items)), str(right), others)
    console.print(table)


def _show_differences(console: Console, found: Sequence[Difference]) -> None:
    for report, group in groupby(found, key=lambda difference: difference.report):
        console.print(Text(report, style="bold"))
        for difference in group:
            console.print(Text(f"  {difference.item}: {difference.problem}"), soft_wrap=True)
            for label, words in (("gold ", difference.gold), ("coded", difference.coded)):
                if words is not None:
                    console.print(Text(f"    {label}  {words}", style="dim"), soft_wrap=True)
        console.print()


def _table(first: str, *numbers: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(first)
    for name in numbers:
        table.add_column(name, justify="right")
    return table


def _number(value: float) -> str:
    return f"{value:.3f}"
