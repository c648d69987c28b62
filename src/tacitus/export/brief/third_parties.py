"""Those who are no party: what they say, and how the reports see them stand to the parties."""

from __future__ import annotations

from collections.abc import Iterator

from tacitus.export.brief.document import BriefSection, Paragraph, Sentence
from tacitus.export.brief.lexicon import brief_words
from tacitus.export.brief.material import Material, sentence
from tacitus.export.brief.names import side_text
from tacitus.export.brief.statements import statement_sentence, statements
from tacitus.model import RelationKind

_MOST_A_SIDE = 2
_MOST_SIDES = 6
_BOTH_WAYS: frozenset[RelationKind] = frozenset({"close", "allied", "hostile"})


def third_parties_section(material: Material) -> BriefSection | None:
    """What others say and how they stand to the sides; ``None`` where no report tells."""
    said = tuple(_said(material))
    stand = tuple(_stand(material))
    paragraphs = tuple(Paragraph(sentences) for sentences in (said, stand) if sentences)
    return BriefSection("Third parties", paragraphs) if paragraphs else None


def _said(material: Material) -> Iterator[Sentence]:
    for side in _others(material)[:_MOST_SIDES]:
        for statement in statements(material, {side}, most=_MOST_A_SIDE):
            yield statement_sentence(material, statement)


def _others(material: Material) -> list[str]:
    """Sides that speak and are no party, those that most reports hear first."""
    heard: dict[str, set[str]] = {}
    for coding, claim in material.claims():
        side = material.side_of(coding.report.id, claim)
        if side is not None and side not in material.incident.sides:
            heard.setdefault(side, set()).add(coding.report.id)
    return sorted(heard, key=lambda side: (-len(heard[side]), side))


def _stand(material: Material) -> Iterator[Sentence]:
    parties = set(material.incident.sides)
    told: dict[tuple[str, str, RelationKind], list[tuple[str, int]]] = {}
    for coding in material.main_reports():
        for relation in coding.relations:
            if (relation.a in parties) == (relation.b in parties):
                continue
            a, b = sorted((relation.a, relation.b)) if relation.kind in _BOTH_WAYS else (relation.a, relation.b)
            number = material.cite(coding.report.id, relation.evidence)
            told.setdefault((a, b, relation.kind), []).append((coding.report.id, number))
    for (a, b, kind), cited in told.items():
        described = brief_words().relations[kind].format(a=side_text(a), b=side_text(b))
        outlets = material.outlets(report_id for report_id, _ in cited)
        yield sentence(f"{outlets} described {described}", [number for _, number in cited])
