"""Ceasefires: between whom, brokered by whom, since when, whether they hold, and who says they do not."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from tacitus.export.event_wording import listed
from tacitus.export.sections.layout import heading, indented
from tacitus.export.wording import claim_words, plain, words_of
from tacitus.model import Ceasefire, CeasefireStatus, Coding, Violation

_STATUS_STYLES: dict[CeasefireStatus, str] = {
    "announced": "bold cyan",
    "in_force": "bold green",
    "violated": "bold yellow",
    "collapsed": "bold red",
    "denied": "bold magenta",
}


def ceasefires_section(coding: Coding) -> Iterator[RenderableType]:
    """Every ceasefire with its alleged violations below it, those of history last."""
    if coding.ceasefires:
        yield heading("Ceasefires")
    for truce in sorted(coding.ceasefires, key=lambda truce: truce.background):
        yield indented(_head(truce))
        yield indented(Text(words_of((truce.evidence,), coding), style="dim"), levels=2)
        for violation in truce.violations:
            yield indented(_violation(violation, coding), levels=2)


def _head(truce: Ceasefire) -> Text:
    line = Text(truce.status.replace("_", " "), style=_STATUS_STYLES[truce.status])
    parts = [
        listed([plain(side) for side in truce.parties]) or "parties not told",
        f"brokered by {listed([plain(side) for side in truce.mediators])}" if truce.mediators else "",
        _since(truce),
        "background" if truce.background else "",
    ]
    return line.append(f": {', '.join(part for part in parts if part)}", style="not bold default")


def _since(truce: Ceasefire) -> str:
    if truce.date is None:
        return f"from {truce.hour}, day not told" if truce.hour else ""
    return f"from {truce.date.isoformat()}{f' {truce.hour}' if truce.hour else ''}"


def _violation(violation: Violation, coding: Coding) -> Text:
    line = Text(f"violated by {plain(violation.by) if violation.by else 'a side not told'}", style="yellow")
    line.append(f", says {plain(violation.alleged_by) if violation.alleged_by else 'the report'}", style="default")
    claim = next((claim for claim in coding.claims if claim.id == violation.claim), None)
    return line.append(f": {claim_words(claim, coding)}", style="dim default") if claim else line
