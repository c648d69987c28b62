"""The truce of an incident: step by step, each with who tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tacitus.export.brief.days import on_days
from tacitus.export.brief.document import BriefSection, Paragraph, Sentence
from tacitus.export.brief.lexicon import brief_words
from tacitus.export.brief.material import Material, sentence
from tacitus.export.brief.names import side_text
from tacitus.export.brief.speech import quoted
from tacitus.export.event_wording import listed
from tacitus.export.wording import REPORT_VOICE
from tacitus.model.incident import IncidentCeasefire, TruceStep


def truce_section(material: Material) -> BriefSection | None:
    """Between whom, brokered by whom, and what became of it; ``None`` where there was no truce."""
    truce = material.incident.ceasefire
    if truce is None:
        return None
    steps = _merged(truce)
    sources = [_cite(material, step) for same in steps for step in same]
    numbers = sources or material.whole(material.incident.reports)
    sentences = [sentence(_outline(material, truce), numbers)]
    sentences += _distinct(_step(material, same) for same in steps)
    latest = [_cite(material, step) for step in steps[-1]] if steps else numbers
    status = brief_words().truce[truce.status]
    sentences.append(sentence(f"As last reported, the ceasefire was {status}", latest))
    return BriefSection("The truce", (Paragraph(tuple(sentences)),))


def _outline(material: Material, truce: IncidentCeasefire) -> str:
    parties = listed([side_text(side) for side in truce.parties])
    between = f" between {parties}" if len(truce.parties) > 1 else f" by {parties}" if parties else ""
    told = "The report tells" if len(set(material.incident.reports)) == 1 else "The reports tell"
    text = f"{told} of a ceasefire{between}"
    return f"{text} mediated by {listed([side_text(side) for side in truce.mediators])}" if truce.mediators else text


def _merged(truce: IncidentCeasefire) -> list[list[TruceStep]]:
    """Steps in order of their days, those that several reports tell alike together."""
    steps: dict[tuple[str, date | None, str | None, str | None], list[TruceStep]] = {}
    for step in (*truce.steps, *(step for step in truce.violations if step not in truce.steps)):
        steps.setdefault((step.kind, step.day, step.by, step.against), []).append(step)
    return sorted(steps.values(), key=lambda same: same[0].day or date.max)


def _distinct(sentences: Iterator[Sentence]) -> Iterator[Sentence]:
    """Sentences of the same words only once, with the sources of all."""
    numbers: dict[str, tuple[int, ...]] = {}
    for told in sentences:
        numbers[told.text] = (*numbers.get(told.text, ()), *told.sources)
    for text, cited in numbers.items():
        yield sentence(text, cited)


def _step(material: Material, same: list[TruceStep]) -> Sentence:
    step = same[0]
    if step.by is None or step.by == REPORT_VOICE:
        voice = material.outlets(one.source.report for one in same)
        verb = "reported"
    else:
        voice, verb = side_text(step.by), "said"
    when = f" {on_days(step.day, year=material.year)}" if step.day else ""
    against = side_text(step.against) if step.against else None
    numbers = [_cite(material, one) for one in same]
    match step.kind:
        case "declared":
            return sentence(f"{voice} {verb} that it was declared{when}", numbers)
        case "in_effect":
            return sentence(f"{voice} {verb} that it took effect{when}", numbers)
        case "ended":
            return sentence(f"{voice} {verb} that it ended{when}", numbers)
        case "renewed":
            return sentence(f"{voice} {verb} that it was renewed{when}", numbers)
        case "denied":
            words = quoted(step.source.span.words(material.codings[step.source.report].report.text))
            return sentence(f"{voice} {_denied(verb)}{when}: {words}", numbers)
        case "violation":
            return sentence(_violation(voice, verb, against, when), numbers)


def _denied(verb: str) -> str:
    return "denied this, as reported" if verb == "said" else "reported a denial"


def _violation(voice: str, verb: str, against: str | None, when: str) -> str:
    if against is None:
        return f"{voice} {verb} that it was violated{when}, without naming by whom"
    if verb == "said":
        return f"{voice} accused {against} of violating it{when}"
    return f"{voice} {verb} an alleged violation by {against}{when}"


def _cite(material: Material, step: TruceStep) -> int:
    return material.cite(step.source.report, step.source.span)
