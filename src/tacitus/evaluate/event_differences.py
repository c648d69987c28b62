"""Where the events of a coding differ from the gold's."""

from __future__ import annotations

from collections.abc import Iterator

from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.difference import Difference
from tacitus.evaluate.event_sides import EventSides, actors_agree, recipients_agree
from tacitus.evaluate.events_score import match_sides
from tacitus.evaluate.matching import leftovers
from tacitus.evaluate.tellings import (
    CodedTelling,
    GoldTelling,
    coded_tellings,
    gold_tellings,
    match_tellings,
    told_again,
)
from tacitus.model import Coding


def event_differences(gold: Gold, coding: Coding) -> Iterator[Difference]:
    """What keeps the events from full marks: wrong respects of those that were found, what is missed, what is extra.

    An event whose sides are right, but that was found at other words, is neither missed nor extra.
    """
    wanted, coded = gold_tellings(gold), coded_tellings(gold, coding)
    pairs = match_tellings(wanted, coded)
    for i, j in pairs:
        respects = _wrong(wanted[i], coded[j])
        if respects:
            problem = f"wrong {', '.join(respects)}"
            yield Difference(gold.id, "event", problem, _gold(wanted[i]), _coded(coded[j], coding))
    again = told_again(wanted, coded, pairs)
    right_gold, right_coded = _right(wanted, coded)
    missed, extra = leftovers(wanted, coded, [*pairs, *((i, -1) for i in again)])
    for telling in missed:
        if telling.sides not in right_gold:
            yield Difference(gold.id, "event", "missed", _gold(telling), None)
    for found in extra:
        if found.sides not in right_coded:
            yield Difference(gold.id, "event", "extra", None, _coded(found, coding))


def _right(gold: list[GoldTelling], coded: list[CodedTelling]) -> tuple[set[EventSides], set[EventSides]]:
    wanted = list(dict.fromkeys(telling.sides for telling in gold))
    found = list(dict.fromkeys(telling.sides for telling in coded))
    pairs = match_sides(wanted, found)
    return {wanted[i] for i, _ in pairs}, {found[j] for _, j in pairs}


def _wrong(gold: GoldTelling, coded: CodedTelling) -> list[str]:
    respects = (
        ("actors", actors_agree(gold.sides, coded.sides)),
        ("recipients", recipients_agree(gold.sides, coded.sides)),
        ("background", gold.sides.background == coded.sides.background),
        ("denial", gold.event.denied == coded.denied),
    )
    return [name for name, right in respects if not right]


def _gold(telling: GoldTelling) -> str:
    return f"{_what(telling.sides, denied=telling.event.denied)}: {telling.event.quote}"


def _coded(telling: CodedTelling, coding: Coding) -> str:
    words = telling.event.evidence.words(coding.report.text)
    trigger = telling.event.trigger.words(coding.report.text)
    return f"{_what(telling.sides, denied=telling.denied)} ({trigger}; {telling.event.rule}): {words}"


def _what(sides: EventSides, *, denied: bool) -> str:
    actors, recipients = ("+".join(sorted(names)) or "nobody" for names in (sides.actors, sides.recipients))
    marks = [name for name, given in (("background", sides.background), ("denied", denied)) if given]
    return " ".join([sides.type, f"{actors} > {recipients}", *marks])
