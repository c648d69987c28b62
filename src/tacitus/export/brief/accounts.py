"""What each side says: the answers to questions that several voices answer, and the claims beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tacitus.export.brief.document import BriefSection, Paragraph, Sentence
from tacitus.export.brief.material import Material, sentence
from tacitus.export.brief.names import bare_side, side_text
from tacitus.export.brief.speech import words_said
from tacitus.export.brief.statements import Statement, statement_sentence, statements
from tacitus.export.wording import plain
from tacitus.model.incident import Account, Position

_MOST_A_SIDE = 4
_MOST_ANSWERS = 2


def contested_section(material: Material) -> BriefSection | None:
    """The questions to which the answers exclude each other; ``None`` where there are none."""
    accounts = [account for account in _answered(material) if account.contested]
    paragraphs = tuple(_account(material, account) for account in accounts)
    return BriefSection("Where the accounts contradict each other", paragraphs) if paragraphs else None


def accounts_section(material: Material) -> BriefSection | None:
    """The other questions, then what else each side claims, admits and denies."""
    accounts = [account for account in _answered(material) if not account.contested]
    paragraphs = [_account(material, account) for account in accounts]
    for side in material.incident.sides:
        own = statements(material, {side}, most=_MOST_A_SIDE)
        if own:
            paragraphs.append(Paragraph(tuple(_sentences(material, own))))
    return BriefSection("What the sides say", tuple(paragraphs)) if paragraphs else None


def _answered(material: Material) -> Iterator[Account]:
    """The accounts but for those that only repeat the tolls; a single word is no answer."""
    figures = {(figure.report, figure.span) for toll in material.incident.figures for figure in toll.history}
    for account in material.incident.accounts:
        told = tuple(position for position in account.positions if " " in plain(position.says))
        if any((position.report, position.span) not in figures for position in told):
            yield replace(account, positions=told)


def _sentences(material: Material, chosen: Iterable[Statement]) -> Iterator[Sentence]:
    for one in chosen:
        yield statement_sentence(material, one)


def _account(material: Material, account: Account) -> Paragraph:
    told: Counter[str] = Counter()
    sentences = []
    for same in _same(material, account.positions):
        told[same[0].by] += 1
        if told[same[0].by] <= _MOST_ANSWERS:
            sentences.append(_position(material, same))
    if account.contested:
        numbers = [number for told in sentences for number in told.sources]
        sentences.append(sentence("These accounts contradict each other", numbers))
    label = _with_articles(plain(account.question), material.incident.sides)
    return Paragraph(tuple(sentences), f"{label[:1].upper()}{label[1:].rstrip('?.')}?" if label else None)


def _with_articles(question: str, sides: Iterable[str]) -> str:
    """The question with its sides as they stand in a sentence: ``What did the RSF hit?``."""
    for side in sides:
        question = re.sub(rf"(?<!the )\b{re.escape(bare_side(side))}\b", side_text(side), question, count=1)
    return question


def _same(material: Material, positions: Iterable[Position]) -> list[list[Position]]:
    """Positions by who says what, so that words that several reports carry, or several voices say, are told once."""
    groups: dict[tuple[tuple[str, ...], str], list[Position]] = {}
    for position in positions:
        voices = material.together(position.by, position.report, position.span)
        groups.setdefault((voices, plain(position.says).casefold()), []).append(position)
    return list(groups.values())


def _position(material: Material, same: list[Position]) -> Sentence:
    first = same[0]
    text = words_said(material, first.report, first.span, by=first.by, says=first.says)
    return sentence(text, [material.cite(position.report, position.span) for position in same])
