"""The type of the main event, measured on the PLOVER gold-standard records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tacitus.coder import code_many
from tacitus.evaluate.main_event import main_event
from tacitus.evaluate.measure import Measure, Taken
from tacitus.evaluate.plover_gsr import PloverRecord, read_plover_gsr
from tacitus.model import EVENT_TYPES, Coding

_NAME = "PLOVER GSR, type of the main event"


def score_plover_gsr(path: Path) -> Measure:
    """The share of the records in ``path`` whose main event is coded with the right type, and what was taken for what.

    Raises:
        TacitusError: the file is not of its form.
        ModelError: the language model cannot be loaded.
    """
    records = read_plover_gsr(path)
    return score_main_events(zip(records, code_many(record.report for record in records), strict=True))


def score_main_events(pairs: Iterable[tuple[PloverRecord, Coding]]) -> Measure:
    """The measure over codings that are already made; a record without any event counts as wrong."""
    counts: Counter[tuple[str, str | None]] = Counter()
    for record, coding in pairs:
        found = main_event(coding)
        counts[record.type, None if found is None else found.type] += 1
    right = sum(count for (gold, coded), count in counts.items() if gold == coded)
    order: dict[str | None, int] = {name: number for number, name in enumerate((*EVENT_TYPES, None))}
    ordered = sorted(counts.items(), key=lambda item: (order[item[0][0]], order[item[0][1]]))
    taken = tuple(Taken(gold, coded, count) for (gold, coded), count in ordered)
    total = counts.total()
    return Measure(_NAME, right / total if total else 0.0, total, taken)
