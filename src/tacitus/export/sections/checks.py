"""Warnings of what could not be coded, and checks of the report against itself."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tacitus.export.sections.layout import grid, heading, indented
from tacitus.export.wording import plain
from tacitus.model import Check, Coding


def warnings_section(coding: Coding) -> Iterator[RenderableType]:
    """A line a warning."""
    for warning in coding.warnings:
        table = grid()
        table.add_column(no_wrap=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_row(Text("! warning", style="yellow"), Text(plain(warning)))
        yield table


def checks_section(coding: Coding) -> Iterator[RenderableType]:
    """A line a check, its verdict first."""
    if coding.checks:
        yield heading("Checks")
    for check in coding.checks:
        yield indented(_check(check))


def _check(check: Check) -> Table:
    good = check.verdict == "consistent"
    table = grid()
    table.add_column(width=len("inconsistent") + 2, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    verdict = Text(f"{'✓' if good else '✗'} {check.verdict}", style="green" if good else "bold red")
    table.add_row(verdict, Text(plain(check.detail)))
    return table
