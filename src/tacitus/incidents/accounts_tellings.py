"""Who tells of each happening of an incident: the claims that hold its event mentions, or the report itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tacitus.incidents.tolls_claimants import REPORT_VOICE
from tacitus.model import Actor, Claim, Coding, Event, Span, Stance

_LONGEST = 180  # characters of the words shown for a position
_JOINED = 60  # characters between the word that attributes and the words attributed ("denied on Thursday that")
_GAP = 5  # characters between words attributed that are one clause ("accused Armenia of violating")
_EDGES = (". ", "; ", ": ", " – ", " — ", ", ")


@dataclass(frozen=True, slots=True)
class Telling:
    """An event mention as one voice tells it; several who speak together ("both sides") are a voice each.

    ``by`` is the voice's side, else its name, "report" for the report itself; ``side`` is ``None`` for the last two.
    ``words`` is where the voice's words stand. ``denied``: the voice says that it was not so. ``other`` is the side
    that it accuses where two accuse each other: the event then is each time the deed of the other.
    """

    coding: Coding
    event: Event
    by: str
    side: str | None
    stance: Stance
    denied: bool
    words: Span
    other: str | None = None

    @property
    def attackers(self) -> tuple[str, ...]:
        """The sides of those who act."""
        return sides_of(self.coding, self.event.actors) if self.other is None else (self.other,)

    @property
    def recipients(self) -> tuple[str, ...]:
        """The sides of those who suffer it."""
        if self.other is not None and self.side is not None:
            return (self.side,)
        return sides_of(self.coding, self.event.recipients)


def sides_of(coding: Coding, actors: Iterable[str]) -> tuple[str, ...]:
    """The sides of actors, each once, in order; of one that is several, those of its members."""
    found = (actor.side for id in actors for actor in coding.meant(id))
    return tuple(dict.fromkeys(side for side in found if side is not None))


def voice(actor: Actor | None) -> str:
    """What a speaker is called: its side, else its name; "report" for nobody."""
    if actor is None:
        return REPORT_VOICE
    return actor.side or actor.name


def tellings(coding: Coding, events: Collection[str]) -> tuple[Telling, ...]:
    """The tellings of those events of a report (by id) that are news and told to have happened, or denied."""
    claims = {claim.id: claim for claim in coding.claims}
    found: list[Telling] = []
    for event in coding.events:
        if event.id not in events or event.background or event.aspect not in ("actual", "denied"):
            continue
        holding = [claims[id] for id in event.claims if id in claims]
        found += [telling for claim in holding for telling in _by_claim(coding, event, claim)]
        if not holding:
            denied = event.aspect == "denied"
            found.append(Telling(coding, event, REPORT_VOICE, None, "assert", denied, event.evidence))
    return tuple(found)


def _by_claim(coding: Coding, event: Event, claim: Claim) -> list[Telling]:
    denied = claim.stance == "deny" or event.aspect == "denied"
    words = claim_words(coding, claim, event.evidence)
    speakers = coding.meant(claim.speaker)
    if not speakers:
        return [Telling(coding, event, REPORT_VOICE, None, claim.stance, denied, words)]
    others = _each_other(coding, event, claim, speakers)
    return [
        Telling(coding, event, voice(one), one.side, claim.stance, denied, words, others.get(one.side))
        for one in speakers
    ]


def _each_other(coding: Coding, event: Event, claim: Claim, speakers: Iterable[Actor]) -> dict[str | None, str]:
    """The other side by side, where two accuse together and it is of their own deed: nobody accuses itself."""
    sides = tuple(dict.fromkeys(one.side for one in speakers if one.side is not None))
    attackers = set(sides_of(coding, event.actors))
    mutual = claim.stance == "accuse" and event.type != "ACCUSE" and len(sides) == 2
    if not mutual or not attackers or not attackers.issubset(sides):
        return {}
    one, other = sides
    return {one: other, other: one}


def claim_words(coding: Coding, claim: Claim, about: Span) -> Span:
    """The words of a claim that tell of what stands at ``about``, as they are shown.

    Parts of one clause are taken together. Accusations, denials and the like come with the word that attributes them,
    without which they say something else ("accused its gunners of shelling").
    """
    runs: list[Span] = []
    for part in sorted(claim.content):
        if runs and part.start - runs[-1].end <= _GAP:
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, part.end))
        else:
            runs.append(part)
    words = next((run for run in runs if run.overlaps(about)), max(runs, key=lambda run: run.end - run.start))
    cue = claim.cue
    if claim.stance == "assert" or cue is None or cue.end > words.start:
        return words
    between = coding.report.text[cue.end : words.start]
    near = len(between) <= _JOINED and not any(stop in between for stop in (". ", "\n"))
    return Span(cue.start, words.end) if near else words


def shortened(text: str, span: Span) -> Span:
    """The words to show: all, or up to the last edge of a clause before they grow too long; offsets are characters."""
    words = span.words(text)
    if len(words) <= _LONGEST:
        return span
    cut = max(words.rfind(edge, 0, _LONGEST) for edge in _EDGES)
    if cut < _LONGEST // 3:
        cut = words.rfind(" ", 0, _LONGEST)
    return Span(span.start, span.start + (cut if cut > 0 else _LONGEST))
