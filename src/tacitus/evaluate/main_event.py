"""The event that a short report is about."""

from __future__ import annotations

from tacitus.model import Coding, Event


def main_event(coding: Coding) -> Event | None:
    """The main event of a coding, ``None`` where it has no event.

    What happened goes before what is denied, planned or asked for, and news before history. Then comes what no other
    event tells of: "X accused Y of shelling Z" is about the accusation. Then the one coded with more confidence, then
    the one that is named first.
    """
    events = coding.events
    if not events:
        return None
    cues = {claim.id: claim.cue for claim in coding.claims}

    def tells_of(outer: Event, inner: Event) -> bool:
        if outer is inner:
            return False
        cue_spans = [cues[claim] for claim in inner.claims if claim in cues]
        if any(cue is not None and cue.overlaps(outer.trigger) for cue in cue_spans):
            return True
        return outer.evidence.contains(inner.trigger) and not inner.evidence.contains(outer.trigger)

    def worth(event: Event) -> tuple[bool, bool, bool, float, int]:
        told = any(tells_of(other, event) for other in events)
        return (event.aspect == "actual", not event.background, not told, event.confidence, -event.trigger.start)

    return max(events, key=worth)
