"""The events of a report with the places in its text that tell of them, gold beside coded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tacitus.evaluate.annotation import Gold, GoldEvent
from tacitus.evaluate.event_sides import EventSides, actors_agree, coded_sides, gold_sides, recipients_agree
from tacitus.evaluate.matching import Merit, best_first
from tacitus.evaluate.quote_spans import overlap, quote_spans
from tacitus.evaluate.side_names import read_parties
from tacitus.model import Coding, Event, Span

COUNTED_ASPECTS = frozenset({"actual", "denied"})
"""Events of other aspects (planned, possible, requested) are no happenings and are not scored."""


@dataclass(frozen=True, slots=True)
class GoldTelling:
    """An event of the gold and every place where its quote stands."""

    event: GoldEvent
    sides: EventSides
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CodedTelling:
    """A coded event and the spans that it rests on: its trigger, its evidence and where it is told again."""

    event: Event
    sides: EventSides
    spans: tuple[Span, ...]

    @property
    def denied(self) -> bool:
        """Whether the event is one that somebody denies."""
        return self.event.aspect == "denied"


def gold_tellings(gold: Gold) -> list[GoldTelling]:
    """Every event of the gold, in its order."""
    return [GoldTelling(event, gold_sides(event), quote_spans(event.quote, gold.text)) for event in gold.events]


def coded_tellings(gold: Gold, coding: Coding) -> list[CodedTelling]:
    """Every coded event that counts, in order."""
    parties = read_parties(gold, coding)
    return [
        CodedTelling(event, coded_sides(event, parties), (event.trigger, event.evidence, *event.also))
        for event in coding.events
        if event.aspect in COUNTED_ASPECTS
    ]


def match_tellings(gold: Sequence[GoldTelling], coded: Sequence[CodedTelling]) -> list[tuple[int, int]]:
    """Pairs of one type whose words overlap.

    First those whose trigger lies in the gold's quote, then those that agree on more (actors, recipients, background,
    denied), then those that overlap more.
    """

    def merit(wanted: GoldTelling, found: CodedTelling) -> Merit | None:
        if wanted.sides.type != found.sides.type:
            return None
        shared = overlap(wanted.spans, found.spans)
        if not shared:
            return None
        named = any(span.overlaps(found.event.trigger) for span in wanted.spans)
        return named, _agreements(wanted, found), shared

    return best_first(gold, coded, merit)


def told_again(
    gold: Sequence[GoldTelling], coded: Sequence[CodedTelling], pairs: Sequence[tuple[int, int]]
) -> set[int]:
    """Which gold events tell again of a happening that was matched, at words to which the coded event points as well.

    A happening that a report tells twice is coded as one event with several evidences, where the gold may list both.
    """
    matched = {i for i, _ in pairs}
    return {
        again
        for again, wanted in enumerate(gold)
        if again not in matched
        and any(gold[i].sides == wanted.sides and overlap(wanted.spans, coded[j].spans) for i, j in pairs)
    }


def _agreements(gold: GoldTelling, coded: CodedTelling) -> int:
    return sum(
        (
            actors_agree(gold.sides, coded.sides),
            recipients_agree(gold.sides, coded.sides),
            gold.sides.background == coded.sides.background,
            gold.event.denied == coded.denied,
        )
    )
