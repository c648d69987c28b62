"""The claims worth telling beside figures and accounts: denials and admissions first, what is told twice once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tacitus.export.brief.document import Sentence
from tacitus.export.brief.material import Material, sentence
from tacitus.export.brief.speech import claim_said
from tacitus.export.wording import words_of
from tacitus.model import Claim, Coding, Span, Stance

_RANK: dict[Stance, int] = {"deny": 0, "admit": 1, "accuse": 2, "threaten": 3, "promise": 4, "urge": 5, "assert": 6}
_FEWEST_WORDS = 3
_FEWEST_SAID = 5
_ALIKE = 0.5  # of the shorter claim's words
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with the coding that it is in."""

    coding: Coding
    claim: Claim
    side: str
    words: frozenset[str]


def statements(material: Material, sides: Collection[str], *, most: int) -> list[Statement]:
    """At most so many claims of these sides, none of which a figure or an account of the incident tells already."""
    chosen: list[Statement] = []
    for one in sorted(_candidates(material, sides), key=lambda one: _RANK[one.claim.stance]):
        if len(chosen) == most:
            break
        if not any(_alike(one.words, other.words) for other in chosen):
            chosen.append(one)
    return chosen


def statement_sentence(material: Material, statement: Statement) -> Sentence:
    """The claim as a sentence with its source."""
    coding, claim = statement.coding, statement.claim
    text = claim_said(material, coding, claim, by=statement.side)
    return sentence(text, [material.cite(coding.report.id, part) for part in claim.content])


def _candidates(material: Material, sides: Collection[str]) -> Iterator[Statement]:
    told = _told(material)
    for coding, claim in material.claims():
        side = material.side_of(coding.report.id, claim)
        spans = told.get(coding.report.id, [])
        if side is None or side not in sides or any(part.overlaps(span) for part in claim.content for span in spans):
            continue
        words = frozenset(_WORD.findall(words_of(claim.content, coding).casefold()))
        if len(words) >= (_FEWEST_SAID if claim.stance == "assert" else _FEWEST_WORDS):
            yield Statement(coding, claim, side, words)


def _told(material: Material) -> dict[str, list[Span]]:
    """The words of each report that figures, accounts and the truce are told with, and those on history."""
    told: dict[str, list[Span]] = {}
    for toll in material.incident.figures:
        for figure in toll.history:
            told.setdefault(figure.report, []).append(figure.span)
    for account in material.incident.accounts:
        for position in account.positions:
            told.setdefault(position.report, []).append(position.span)
    truce = material.incident.ceasefire
    for step in truce.steps if truce else ():
        told.setdefault(step.source.report, []).append(step.source.span)
    own = set(material.incident.events)
    for coding in material.main_reports():
        history = [event for event in coding.events if event.background and (coding.report.id, event.id) not in own]
        told.setdefault(coding.report.id, []).extend(event.evidence for event in history)
    return told


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * min(len(one), len(other))
