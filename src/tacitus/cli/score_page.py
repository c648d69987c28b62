"""Scores as tables in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tacitus.evaluate.differences import Difference
from tacitus.evaluate.measure import Measure
from tacitus.evaluate.score import Score


def show_score(score: Score, found: Sequence[Difference] | None) -> None:
    """Print every measure and, unless ``found`` is ``None``, the differences report by report."""
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


def show_measures(measures: Iterable[Measure]) -> None:
    """Print the measures of the language model."""
    table = _table("measure", "items", "score")
    for measure in measures:
        table.add_row(measure.name, str(measure.count), _number(measure.value))
    Console(highlight=False).print(table)


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
