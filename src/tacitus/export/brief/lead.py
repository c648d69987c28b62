"""The head of a brief: the headline with its toll, what it rests on, what the codebooks make of the numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tacitus.export.brief.days import on_days
from tacitus.export.brief.document import BriefSection, Paragraph, Sentence
from tacitus.export.brief.lexicon import brief_words
from tacitus.export.brief.material import Material, sentence
from tacitus.export.brief.names import side_text, where_text
from tacitus.export.brief.numbers import counted, number_words, range_words
from tacitus.export.event_wording import listed
from tacitus.export.wording import plain
from tacitus.model import Span
from tacitus.model.incident import AcledEstimate, Estimates, Incident, RangeEstimate, SideRange, Source, UcdpEstimate

_MOST_EVIDENCE = 3
_CODE = re.compile(r"\b[A-Z]{3}\b")
_STOP = re.compile(r"(?<=\.)(?<!\b[A-Z]\.)\s+")


def headline(incident: Incident) -> str:
    """The incident's title with its reconciled toll: ``...: 176 to 212 people reported killed, best estimate 212``."""
    title = plain(incident.title).rstrip(".") or "Incident"
    toll = _toll_words(incident)
    return f"{title}: {toll}" if toll else title


def lead_section(material: Material) -> BriefSection:
    """What it rests on, what it tells of, and the reconciled toll with its reasons."""
    paragraphs = [Paragraph((_basis(material), *_happening(material)))]
    told: set[str] = set()
    for estimate in _estimates(material):
        new = tuple(one for one in estimate if one.text not in told)
        told.update(one.text for one in new)
        paragraphs.append(Paragraph(new))
    return BriefSection("In brief", tuple(paragraphs))


def _toll_words(incident: Incident) -> str:
    ucdp, bounds = incident.estimates.ucdp, incident.estimates.range
    if ucdp is None:
        if bounds is None:
            return ""
        return f"{_people(bounds.min, bounds.max)} reported killed"
    best = f", best estimate {number_words(ucdp.best)}" if ucdp.high != ucdp.low else ""
    return f"{_people(ucdp.low, ucdp.high)} reported killed{best}"


def _people(low: int, high: int | None) -> str:
    if high is None:
        return f"at least {counted(low, 'person', 'people')}" if low else "an unknown number of people"
    if low == high or not low:
        return f"{'' if low == high else 'up to '}{counted(high, 'person', 'people')}"
    return f"{range_words(low, high)} people"


def _basis(material: Material) -> Sentence:
    incident = material.incident
    reports = [material.codings[report_id].report for report_id in dict.fromkeys(incident.reports)]
    outlets = len({report.outlet for report in reports if report.outlet})
    text = f"This brief rests on {counted(len(reports), 'report', 'reports')}"
    if outlets > 1:
        text += f" by {counted(outlets, 'outlet', 'outlets')}"
    days = [report.published for report in reports if report.published]
    if days:
        text += f", published {on_days(min(days), max(days))}"
    if incident.voices < len(reports):
        text += f"; near-copies counted once, {_voices(incident.voices)}"
    return sentence(text, material.whole(report.id for report in reports))


def _voices(number: int) -> str:
    return "there is one voice" if number == 1 else f"there are {number_words(number)} voices"


def _happening(material: Material) -> Iterator[Sentence]:
    incident = material.incident
    what = next((words for kind, words in brief_words().happenings.items() if kind in incident.types), None)
    if what is None:
        return
    text = f"{'It tells' if len(set(incident.reports)) == 1 else 'They tell'} of {what}"
    if incident.sides:
        text += f" involving {listed([side_text(side) for side in incident.sides])}"
    where = where_text(incident.place) if incident.place else ""
    when = on_days(incident.start, incident.end) if incident.start else ""
    if where:
        text += f" {where}"
    if when:
        text += f", {when}" if "," in where else f" {when}"
    yield sentence(text, _evidence(material))


def _evidence(material: Material) -> list[int]:
    """Words of the main reports on the incident's own events, one a report; else those reports as a whole."""
    first: dict[str, Span] = {}
    for report_id, event_id in material.incident.events:
        for event in material.codings[report_id].events:
            if event.id == event_id and not event.background:
                first.setdefault(report_id, event.evidence)
    main = [report_id for report_id in material.incident.main_reports if report_id in first] or list(first)
    if main:
        return [material.cite(report_id, first[report_id]) for report_id in main[:_MOST_EVIDENCE]]
    return material.whole(material.incident.main_reports or material.incident.reports)


def _estimates(material: Material) -> Iterator[Iterator[Sentence]]:
    estimates = material.incident.estimates
    if estimates.ucdp is not None:
        yield _ucdp(material, estimates.ucdp)
    if estimates.acled is not None:
        yield _acled(material, estimates.acled)
    if estimates.range is not None:
        yield _range(material, estimates.range)
    if estimates == Estimates(None, None, None) and "ASSAULT" in material.incident.types:
        nothing = "No report gives a number of people killed that counts towards a toll"
        yield iter([sentence(nothing, _all_reports(material))])


def _ucdp(material: Material, estimate: UcdpEstimate) -> Iterator[Sentence]:
    numbers = _cited(material, estimate.sources)
    best = number_words(estimate.best) if estimate.best else "none"
    if estimate.high == estimate.low:
        bounds = "and the low, the best and the high estimate are the same"
    else:
        low = number_words(estimate.low) if estimate.low else "none"
        high = "no upper bound" if estimate.high is None else f"a high estimate of {number_words(estimate.high)}"
        bounds = f"with a low estimate of {low} and {high}"
    yield sentence(f"By the rules of UCDP, the numbers stated come to {best} killed, {bounds}", numbers)
    counted_sides = [side for side in estimate.by_side if side.best]
    if len(counted_sides) > 1:
        told = listed([_side_range(side) for side in counted_sides])
        yield sentence(f"The best estimates are {told}", numbers)
    yield from _why(material, estimate.why, numbers)


def _side_range(side: SideRange) -> str:
    whose = "for people whose side is not told" if side.side is None else f"for {side_text(side.side)}"
    return f"{number_words(side.best)} {whose}"


def _acled(material: Material, estimate: AcledEstimate) -> Iterator[Sentence]:
    numbers = _cited(material, estimate.sources)
    count = number_words(estimate.fatalities) if estimate.fatalities else "none"
    yield sentence(f"By the rules of ACLED, which keep the most conservative number, the count is {count}", numbers)
    yield from _why(material, estimate.why, numbers)


def _range(material: Material, estimate: RangeEstimate) -> Iterator[Sentence]:
    numbers = _cited(material, estimate.sources)
    grade = brief_words().grades[estimate.grade]
    told = range_words(estimate.min, estimate.max)
    text = f"Counted as casualty recorders do, without those known to have fought, the count is {told}"
    yield sentence(f"{text}, and its grade is {grade}", numbers)
    yield from _why(material, estimate.why, numbers)


def _why(material: Material, why: str, numbers: list[int]) -> Iterator[Sentence]:
    """The reasons of a codebook, which calls sides by their codes, one sentence after the other."""
    for reason in _STOP.split(plain(why)):
        if reason:
            yield sentence(_CODE.sub(lambda code: _named(material, code[0]), reason), numbers)


def _named(material: Material, code: str) -> str:
    tolls = material.incident.figures
    sides = {*material.incident.sides, *(toll.side for toll in tolls), *(toll.by for toll in tolls)}
    return side_text(code) if code in sides else code


def _cited(material: Material, sources: tuple[Source, ...]) -> list[int]:
    return [material.cite(source.report, source.span) for source in sources] or _all_reports(material)


def _all_reports(material: Material) -> list[int]:
    return material.whole(material.incident.reports)
