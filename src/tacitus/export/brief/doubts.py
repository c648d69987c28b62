"""What does not agree and what is not known: numbers that exclude each other, sums that fail, gaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tacitus.export.brief.document import BriefSection, Paragraph, Sentence
from tacitus.export.brief.material import Material, sentence
from tacitus.export.brief.names import side_text
from tacitus.export.brief.people import people_of
from tacitus.export.brief.toll_changes import Stated, read_stated, split_chain
from tacitus.export.brief.tolls import is_overtaken, ordered_tolls
from tacitus.export.event_wording import listed
from tacitus.export.wording import REPORT_VOICE
from tacitus.model import Bounds, Check, Coding, Span
from tacitus.model.incident import Toll


def doubts_section(material: Material) -> BriefSection | None:
    """Numbers that differ, sums that do not add up, and what no report tells; ``None`` where all is told and agrees."""
    differing = (*_differing(material), *_sums(material))
    unknown = tuple(_unknown(material))
    paragraphs = tuple(Paragraph(sentences) for sentences in (differing, unknown) if sentences)
    return BriefSection("What is uncertain or unknown", paragraphs) if paragraphs else None


def _differing(material: Material) -> Iterator[Sentence]:
    """Claimants whose last numbers of the same people exclude each other."""
    groups: dict[tuple[str, str | None, str], list[tuple[Toll, Stated]]] = {}
    tolls = material.incident.figures
    for toll in ordered_tolls(material.incident):
        if is_overtaken(toll, tolls):
            continue
        stated = read_stated(material, [figure for figure in toll.history if not figure.denied])
        if stated and toll.by != REPORT_VOICE:
            groups.setdefault((toll.kind, toll.side, toll.group_type), []).append((toll, split_chain(stated)[0][-1]))
    for held in groups.values():
        if any(_exclude(one.bounds, other.bounds) for (_, one), (_, other) in combinations(held, 2)):
            toll = held[0][0]
            told = listed([f"{last.count.text} from {side_text(one.by)}" for one, last in held])
            numbers = [number for _, last in held for number in last.sources]
            yield sentence(f"The last numbers of {people_of(toll)} {toll.kind} differ: {told}", numbers)


def _exclude(one: Bounds, other: Bounds) -> bool:
    return _below(one, other) or _below(other, one)


def _below(one: Bounds, other: Bounds) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _sums(material: Material) -> Iterator[Sentence]:
    told = {(figure.report, figure.span) for toll in material.incident.figures for figure in toll.history}
    for coding in material.main_reports():
        for check in coding.checks:
            number = _sum_source(material, coding, check, told)
            if number is not None:
                outlet = material.outlet(coding.report.id)
                yield sentence(f"In the report by {outlet}, numbers do not agree: {check.detail}", [number])


def _sum_source(material: Material, coding: Coding, check: Check, told: set[tuple[str, Span]]) -> int | None:
    if check.verdict != "inconsistent" or check.kind not in ("total", "side_total"):
        return None
    for figure in coding.figures:
        if figure.id == check.figure and (coding.report.id, figure.span) in told:
            return material.cite(coding.report.id, figure.span)
    return None


def _unknown(material: Material) -> Iterator[Sentence]:
    incident = material.incident
    everything = incident.main_reports or incident.reports
    gaps = [
        what
        for what, known in (("where it happened", incident.place), ("on which day it happened", incident.start))
        if known is None
    ]
    if gaps:
        yield sentence(f"No report tells {' or '.join(gaps)}", material.whole(everything))
    if "ASSAULT" not in incident.types:
        return
    counted = {toll.side for toll in incident.figures if toll.kind == "killed" and toll.history}
    silent = [side_text(side) for side in incident.sides if side not in counted]
    if counted and silent:
        *most, last = silent
        whom = f"{', '.join(most)} or {last}" if most else last
        yield sentence(f"No report gives a number of dead for {whom} alone", material.whole(everything))
