"""What the reports tell as history, and whose land they say a place is: nothing of it counts as news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tacitus.export.brief.days import spell_of
from tacitus.export.brief.document import BriefSection, Paragraph, Sentence
from tacitus.export.brief.material import Material, sentence
from tacitus.export.brief.names import side_text
from tacitus.export.brief.speech import quoted
from tacitus.export.event_wording import listed
from tacitus.export.wording import plain
from tacitus.model import Coding, Event, Territory

_MOST = 8
_RELATIVE = re.compile(r"^(?:that|which|who|in which|when)\s+", re.IGNORECASE)


def background_section(material: Material) -> BriefSection | None:
    """Earlier events by their days, then the territories; ``None`` where no report tells of any."""
    history = tuple(_history(material))
    land = tuple(_land(material))
    paragraphs = tuple(Paragraph(sentences) for sentences in (history, land) if sentences)
    return BriefSection("Background", paragraphs) if paragraphs else None


def _history(material: Material) -> Iterator[Sentence]:
    own = set(material.incident.events)
    told: dict[tuple[date | None, date | None, frozenset[str]], tuple[Coding, Event]] = {}
    for coding in material.main_reports():
        for event in coding.events:
            if event.background and event.aspect != "denied" and (coding.report.id, event.id) not in own:
                told.setdefault((event.start, event.end, _sides(coding, event)), (coding, event))
    chosen = sorted(told.values(), key=lambda pair: pair[1].start or pair[1].end or date.max)[:_MOST]
    for coding, event in _without_repeats(chosen):
        outlet = material.outlet(coding.report.id)
        spell = spell_of(event)
        words = quoted(_RELATIVE.sub("", event.evidence.words(coding.report.text)))
        happened = f"of what happened {spell}" if spell else "as background"
        yield sentence(f"{outlet} told {happened}: {words}", [material.cite(coding.report.id, event.evidence)])


def _without_repeats(chosen: list[tuple[Coding, Event]]) -> Iterator[tuple[Coding, Event]]:
    """Without those whose words another of the same report holds, and those that are a single word."""
    for at, (coding, event) in enumerate(chosen):
        others = [one.evidence for other, one in chosen[:at] if other is coding]
        longer = [one.evidence for other, one in chosen[at + 1 :] if other is coding and one.evidence != event.evidence]
        single = " " not in event.evidence.words(coding.report.text).strip()
        if not single and not any(words.contains(event.evidence) for words in (*others, *longer)):
            yield coding, event


def _sides(coding: Coding, event: Event) -> frozenset[str]:
    actors = [coding.actor(actor_id) for actor_id in (*event.actors, *event.recipients)]
    return frozenset(actor.side or actor.name for actor in actors if actor is not None)


def _land(material: Material) -> Iterator[Sentence]:
    told: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for coding in material.main_reports():
        for territory in coding.territories:
            described = _described(territory)
            if described:
                number = material.cite(coding.report.id, territory.evidence)
                told.setdefault((plain(territory.place), described), []).append((coding.report.id, number))
    for (place, described), cited in told.items():
        outlets = material.outlets(report_id for report_id, _ in cited)
        yield sentence(f"{outlets} described {place} as {described}", [number for _, number in cited])


def _described(territory: Territory) -> str:
    parts = (
        ("recognised as part of", territory.recognised_part_of),
        ("populated by", territory.populated_by),
        ("controlled by", territory.controlled_by),
    )
    told = [f"{words} {side_text(side)}" for words, side in parts if side]
    if territory.claimed_by:
        told.append(f"claimed by {listed([side_text(side) for side in territory.claimed_by])}")
    return listed(told)
