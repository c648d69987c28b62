"""The truce of an incident, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from tacitus.export.event_wording import listed
from tacitus.export.incident_page.sources import Sources, marked
from tacitus.export.incident_page.wording import day_text, side_text, voice_text
from tacitus.export.sections.layout import grid, heading, indented
from tacitus.export.wording import plain
from tacitus.model.incident import IncidentCeasefire, TruceStep

_KINDS = {"in_effect": "in effect"}


def truce_section(truce: IncidentCeasefire | None, sources: Sources) -> Iterator[RenderableType]:
    """Status, parties, mediators, and each step with day, voice and words."""
    if truce is None:
        return
    yield heading("Truce", truce.status.replace("_", " "))
    parties = listed([side_text(side) for side in truce.parties])
    mediators = listed([side_text(side) for side in truce.mediators])
    facts = [f"between {parties}" if parties else "", f"by way of {mediators}" if mediators else ""]
    if any(facts):
        yield indented(Text("; ".join(fact for fact in facts if fact), style="dim"))
    table = grid()
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(max_width=26, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for step in truce.steps:
        words = step.source.span.words(sources.coding(step.source.report).report.text)
        table.add_row(
            Text(day_text(step.day), style="cyan"),
            Text(_KINDS.get(step.kind, step.kind)),
            Text(_voices(step)),
            marked(Text(plain(words)), sources.mark([step.source.report])),
        )
    yield indented(table)


def _voices(step: TruceStep) -> str:
    by = voice_text(step.by) if step.by else "?"
    return f"{by} → {side_text(step.against)}" if step.against else by.strip("?")
