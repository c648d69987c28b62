"""Where a coding and the gold of its report differ, for people to read."""

from __future__ import annotations

from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.difference import Difference
from tacitus.evaluate.event_differences import event_differences
from tacitus.evaluate.said_differences import claim_differences, figure_differences
from tacitus.evaluate.setting_differences import ceasefire_differences, date_differences, place_differences
from tacitus.model import Coding

__all__ = ["Difference", "differences"]


def differences(gold: Gold, coding: Coding) -> list[Difference]:
    """What keeps the coding of one report from full marks, part by part; parts that gold lacks have no differences."""
    found = [*claim_differences(gold, coding), *figure_differences(gold, coding)]
    if "events" not in gold.absent:
        found += event_differences(gold, coding)
    if "dates" not in gold.absent:
        found += date_differences(gold, coding)
    if "places" not in gold.absent:
        found += place_differences(gold, coding)
    if "ceasefires" not in gold.absent:
        found += ceasefire_differences(gold, coding)
    return found
