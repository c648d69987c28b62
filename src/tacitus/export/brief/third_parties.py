"""Those who are no party: what they say, and how the reports see them stand to the parties."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tacitus.export.brief.document import BriefSection, Paragraph, Sentence
from tacitus.export.brief.lexicon import brief_words
from tacitus.export.brief.material import Material, sentence
from tacitus.export.brief.names import side_text
from tacitus.export.brief.statements import statement_sentence, statements
from tacitus.export.event_wording import listed
from tacitus.model import Coding, RelationKind, Span

_MOST_A_SIDE = 2
_MOST_SIDES = 6
_BOTH_WAYS: frozenset[RelationKind] = frozenset({"close", "allied", "hostile"})


@dataclass(frozen=True, slots=True)
class _Role:
    """How outlets describe a side to stand to the parties; ``alone`` is the side where no other is told beside it."""

    outlets: str
    kind: RelationKind
    toward: str
    alone: str | None


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
    for role, those in _roles(material).items():
        several = len(those) > 1
        words = brief_words().relations_of_several if several else brief_words().relations
        names = listed([side_text(side) for side in those])
        text = f"{role.outlets} described {words[role.kind].format(a=names, b=role.toward)}"
        yield sentence(text, [number for numbers in those.values() for number in numbers])


def _roles(material: Material) -> dict[_Role, dict[str, list[int]]]:
    """Who stands how to the parties: the sides that the same outlets describe alike, each with its sources."""
    parties = set(material.incident.sides)
    told: dict[tuple[str, RelationKind, str], list[tuple[str, int]]] = {}
    for coding in material.main_reports():
        for (side, kind), others in _relations(coding, parties).items():
            numbers = [material.cite(coding.report.id, evidence) for evidence in others.values()]
            key = (side, kind, _toward(kind, list(others)))
            told.setdefault(key, []).extend((coding.report.id, number) for number in numbers)
    found: dict[_Role, dict[str, list[int]]] = {}
    for (side, kind, toward), cited in told.items():
        outlets = material.outlets(report_id for report_id, _ in cited)
        alone = None if kind in brief_words().relations_of_several else side
        numbers = [number for _, number in cited]
        found.setdefault(_Role(outlets, kind, toward, alone), {}).setdefault(side, []).extend(numbers)
    return found


def _relations(coding: Coding, parties: Collection[str]) -> dict[tuple[str, RelationKind], dict[str, Span]]:
    """Who stands how to which sides, with the words for each; a side of the conflict mediates in none of its own."""
    found: dict[tuple[str, RelationKind], dict[str, Span]] = {}
    for relation in coding.relations:
        own = relation.kind == "mediates" and relation.a in parties
        if own or (relation.a in parties) == (relation.b in parties):
            continue
        a, b = sorted((relation.a, relation.b)) if relation.kind in _BOTH_WAYS else (relation.a, relation.b)
        found.setdefault((a, relation.kind), {}).setdefault(b, relation.evidence)
    return found


def _toward(kind: RelationKind, others: Sequence[str]) -> str:
    names = listed([side_text(side) for side in sorted(others)])
    if kind != "mediates":
        return names
    return f"between {names}" if len(others) > 1 else f"for {names}"
