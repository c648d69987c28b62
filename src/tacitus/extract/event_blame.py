"""Whom speakers blame, which tells on whose side they are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tacitus.extract.claims import DraftClaim
from tacitus.extract.event_fights import AT_ODDS
from tacitus.extract.event_triggers import Trigger
from tacitus.extract.party_nouns import is_party
from tacitus.resolve.actors import ActorBook


def blamed_sides(triggers: Sequence[Trigger], claims: Sequence[DraftClaim], book: ActorBook) -> list[Trigger]:
    """Settle anew the sides of speakers whose own words tell none; gives the triggers with their speakers' sides.

    A speaker blames whoever its claims name as doing violence, and whom it accuses or threatens; what it denies counts
    for nothing.
    """
    blamed: dict[int, set[str]] = defaultdict(set)
    for trigger in triggers:
        if trigger.type not in AT_ODDS or trigger.aspect == "denied":
            continue
        speaker = claims[trigger.claim].speaker if trigger.claim is not None else None
        if speaker is not None:
            blamed[speaker] |= trigger.asked.actors
        if trigger.type != "ASSAULT":
            for tokens in trigger.agents:
                number = book.resolve(tokens) if is_party(book.syntax, book.sides, tokens) else None
                if number is not None:
                    blamed[number] |= trigger.asked.recipients
    for number, sides in blamed.items():
        book.accuses(number, frozenset(sides))
    return [_with_speaker(trigger, claims, book) for trigger in triggers]


def _with_speaker(trigger: Trigger, claims: Sequence[DraftClaim], book: ActorBook) -> Trigger:
    speaker = claims[trigger.claim].speaker if trigger.claim is not None else None
    if speaker is None:
        return trigger
    return replace(trigger, asked=replace(trigger.asked, speaker=book.entries[speaker].side))
