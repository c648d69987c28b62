"""How a brief's sources and the numbers that point to them read."""

from __future__ import annotations

from tacitus.export.brief.days import day_text
from tacitus.export.brief.document import BriefSource
from tacitus.export.brief.material import closed
from tacitus.export.brief.speech import quoted


def source_head(source: BriefSource) -> str:
    """Outlet, date and title: ``Highland Wire, 13 September 2022, “Almost 100 soldiers killed”.``"""
    outlet = source.outlet or "Outlet not known"
    day = day_text(source.published) if source.published else "undated"
    title = f", {quoted(source.title)}" if source.title else ""
    return closed(f"{outlet}, {day}{title}")


def source_words(source: BriefSource) -> str:
    """Whom the report has speak and the words: ``Nikol Pashinyan (Armenia): “at least 49 ...”``; empty for a whole."""
    if source.words is None:
        return ""
    said = f"{source.speaker}: " if source.speaker else ""
    return closed(f"{said}“{source.words}”")


def number_ranges(numbers: tuple[int, ...]) -> str:
    """Numbers of sources with runs of three or more drawn together: ``1–4, 7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_run(run) for run in runs)


def _run(run: list[int]) -> str:
    return f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run))
