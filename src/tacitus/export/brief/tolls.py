"""The numbers of people, claimant by claimant: who says how many, and when the number changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tacitus.export.brief.days import day_text
from tacitus.export.brief.document import BriefSection, Paragraph, Sentence
from tacitus.export.brief.material import Material, sentence
from tacitus.export.brief.names import side_text
from tacitus.export.brief.people import harmed
from tacitus.export.brief.toll_changes import Stated, change_words, merged, read_stated, split_chain
from tacitus.export.event_wording import listed
from tacitus.export.wording import REPORT_VOICE
from tacitus.model.figure import FIGURE_KINDS
from tacitus.model.incident import Incident, Toll

_STANDINGS = ("own", "enemy", "third_party", "report")


def dead_section(material: Material) -> BriefSection | None:
    """Who counted how many dead; ``None`` where nobody did."""
    return _section(material, "The dead", [toll for toll in material.incident.figures if toll.kind == "killed"])


def others_section(material: Material) -> BriefSection | None:
    """Who counted the wounded, missing, displaced and others; ``None`` where nobody did."""
    others = [toll for toll in material.incident.figures if toll.kind != "killed"]
    return _section(material, "Other people counted", others)


def ordered_tolls(incident: Incident) -> list[Toll]:
    """By kind, then by side counted in the order of the incident's sides, then by who counts."""
    sides = {side: place for place, side in enumerate(incident.sides)}

    def order(toll: Toll) -> tuple[int, int, str, int, str, str]:
        side = toll.side or ""
        place = sides.get(side, len(sides) + (not side))
        return FIGURE_KINDS.index(toll.kind), place, side, _STANDINGS.index(toll.standing), toll.by, toll.group_type

    return sorted((toll for toll in incident.figures if toll.history), key=order)


def _section(material: Material, title: str, tolls: Sequence[Toll]) -> BriefSection | None:
    chosen = [toll for toll in ordered_tolls(material.incident) if toll in tolls and not is_overtaken(toll, tolls)]
    paragraphs = tuple(Paragraph(tuple(_sentences(material, toll))) for toll in chosen)
    return BriefSection(title, paragraphs) if paragraphs else None


def is_overtaken(toll: Toll, tolls: Sequence[Toll]) -> bool:
    """Whether the claimant has replaced all its numbers by those that it gives of the side's people of another type."""
    if not all(stated.superseded for stated in toll.history):
        return False
    alike = (other for other in tolls if (other.kind, other.side, other.by) == (toll.kind, toll.side, toll.by))
    return any(other.current is not None for other in alike)


def _sentences(material: Material, toll: Toll) -> Iterator[Sentence]:
    stated = read_stated(material, [figure for figure in toll.history if not figure.denied])
    denials = merged(read_stated(material, [figure for figure in toll.history if figure.denied]))
    if toll.by == REPORT_VOICE:
        yield from _reported(material, toll, stated)
    elif stated:
        yield from _claimed(material, toll, stated)
    for denial in denials:
        voice = material.outlets(denial.reports) if toll.by == REPORT_VOICE else side_text(toll.by)
        clause = harmed(toll, denial.count, claimant=voice)
        yield sentence(f"{voice} denied{_when(material, denial)} that {clause}", denial.sources)


def _claimed(material: Material, toll: Toll, stated: Sequence[Stated]) -> Iterator[Sentence]:
    voice = side_text(toll.by)
    chain, beside = split_chain(stated)
    head = chain[-1]
    yield sentence(
        f"{voice} said{_when(material, head)} that {harmed(toll, head.count, claimant=voice)}",
        head.sources,
    )
    if len(chain) > 1:
        changed = change_words(chain, year=material.year)
        yield sentence(f"{voice} {changed}", [number for one in chain for number in one.sources])
    if beside:
        counts = listed([one.count.text for one in beside])
        numbers = "numbers" if len(beside) > 1 else "a number"
        yield sentence(
            f"{voice} also gave {numbers} for some of them: {counts}",
            [number for one in beside for number in one.sources],
        )


def _reported(material: Material, toll: Toll, stated: Sequence[Stated]) -> Iterator[Sentence]:
    """Numbers for which reports name nobody: the outlet answers for them, and each distinct number stands alone."""
    for bounds in dict.fromkeys(one.bounds for one in stated):
        same = [one for one in stated if one.bounds == bounds]
        reports = [report for one in same for report in one.reports]
        voice = material.outlets(reports)
        clause = harmed(toll, same[0].count, claimant=voice)
        when = _published(same, material.year)
        text = f"{voice} reported{when}, without naming who counted, that {clause}"
        yield sentence(text, [number for one in same for number in one.sources])


def _published(same: Sequence[Stated], year: int | None) -> str:
    days = {one.day for one in same}
    day = days.pop() if len(days) == 1 else None
    return f" on {day_text(day, year=year)}" if day and len(same[0].reports) == 1 else ""


def _when(material: Material, stated: Stated) -> str:
    if stated.day is None:
        return ""
    day = day_text(stated.day, year=material.year)
    return f" on {day}" if stated.said else f", as reported on {day},"
