"""What each codebook makes of the numbers of dead, and why."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from tacitus.export.incident_page.sources import Sources, marked
from tacitus.export.incident_page.wording import killed_text, reason_text, side_range_text
from tacitus.export.sections.layout import grid, heading, indented
from tacitus.model.incident import Estimates, Incident, RangeEstimate, Source


def estimates_section(incident: Incident, sources: Sources) -> Iterator[RenderableType]:
    """Codebook, number, reasons and reports; a word where no report gives a number of dead."""
    rows = list(_rows(incident.estimates))
    if not rows:
        yield Text("No report gives a number of dead.", style="dim")
        return
    yield heading("Dead, by codebook")
    table = grid()
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for name, number, why, rests_on in rows:
        reasons = marked(Text(reason_text(why, incident)), sources.mark(source.report for source in rests_on))
        table.add_row(Text(name), Text(number, style="bold"), reasons)
    yield indented(table)


def _rows(estimates: Estimates) -> Iterator[tuple[str, str, str, tuple[Source, ...]]]:
    ucdp, acled, between = estimates.ucdp, estimates.acled, estimates.range
    if ucdp is not None:
        sides = ", ".join(side_range_text(one) for one in ucdp.by_side if one.side is not None)
        yield "UCDP", killed_text(ucdp), f"{sides}. {ucdp.why}" if sides else ucdp.why, ucdp.sources
    if acled is not None:
        disputed = " (disputed)" if acled.disputed else ""
        yield "ACLED", f"{acled.fatalities:,}{disputed}", acled.why, acled.sources
    if between is not None:
        yield "recorders", _recorded(between), between.why, between.sources


def _recorded(one: RangeEstimate) -> str:
    if one.max is None:
        return f"{one.min:,} or more, {one.grade}"
    return f"{one.min:,}, {one.grade}" if one.min == one.max else f"{one.min:,}–{one.max:,}, {one.grade}"
