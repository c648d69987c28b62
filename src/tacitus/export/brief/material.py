"""What a brief is written from: the incident, the codings of its reports, the sources cited so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tacitus.export.brief.document import Sentence
from tacitus.export.brief.names import bare_side, side_text, speaker_text
from tacitus.export.brief.sources import Sources
from tacitus.export.event_wording import listed
from tacitus.export.wording import REPORT_VOICE, plain
from tacitus.model import Claim, Coding, Span
from tacitus.model.incident import Incident

_UNNAMED_OUTLET = "a report without an outlet"


@dataclass(frozen=True, slots=True)
class Material:
    """An incident with the codings of its reports by report id, and the sources as they are cited."""

    incident: Incident
    codings: Mapping[str, Coding]
    sources: Sources

    @property
    def year(self) -> int | None:
        """The year that a reader takes a day to be in once the first is told."""
        return self.incident.start.year if self.incident.start else None

    def main_reports(self) -> Iterator[Coding]:
        """The codings of the reports whose main news it is."""
        for report_id in dict.fromkeys(self.incident.main_reports):
            yield self.codings[report_id]

    def claims(self) -> Iterator[tuple[Coding, Claim]]:
        """All claims of the main reports, and those of others that tell of the incident's own events."""
        main = set(self.incident.main_reports)
        own = set(self.incident.events)
        for report_id in dict.fromkeys([*self.incident.main_reports, *self.incident.reports]):
            coding = self.codings[report_id]
            told = {claim for event in coding.events if (report_id, event.id) in own for claim in event.claims}
            for claim in coding.claims:
                if report_id in main or claim.id in told:
                    yield coding, claim

    def cite(self, report_id: str, span: Span | None) -> int:
        """The number of these words, with whom the report has say them."""
        if span is None:
            return self.sources.cite(report_id, None)
        claim = self.claim_at(report_id, span)
        speaker = self.speaker_of(report_id, claim) if claim is not None else None
        return self.sources.cite(report_id, span, speaker=speaker)

    def whole(self, report_ids: Iterable[str]) -> list[int]:
        """The numbers of reports as a whole."""
        return [self.sources.cite(report_id, None) for report_id in dict.fromkeys(report_ids)]

    def outlet(self, report_id: str) -> str:
        """The outlet of a report, as the subject of a sentence."""
        outlet = self.codings[report_id].report.outlet
        return plain(outlet or "") or _UNNAMED_OUTLET

    def outlets(self, report_ids: Iterable[str]) -> str:
        """The outlets of reports, each once, as English lists them."""
        return listed(list(dict.fromkeys(self.outlet(report_id) for report_id in report_ids)))

    def claim_at(self, report_id: str, span: Span) -> Claim | None:
        """The claim whose content holds most of the words at ``span``; of several, the one that says least besides."""
        found = [(_shared(claim, span), claim) for claim in self.codings[report_id].claims]
        best = max(found, key=lambda pair: (pair[0], -_length(pair[1])), default=(0, None))
        return best[1] if best[0] else None

    def speaker_of(self, report_id: str, claim: Claim) -> str | None:
        """The speaker of a claim by name, ``None`` where the report names nobody."""
        coding = self.codings[report_id]
        actor = coding.actor(claim.speaker)
        if actor is None:
            return None
        return speaker_text(actor, coding.meant(claim.speaker) if actor.members else ())

    def side_of(self, report_id: str, claim: Claim) -> str | None:
        """The speaker's side, of several together the first of the incident's; ``None`` where it is not known."""
        sides = [actor.side for actor in self.codings[report_id].meant(claim.speaker) if actor.side is not None]
        return next((side for side in self.incident.sides if side in sides), sides[0] if sides else None)

    def together(self, by: str, report_id: str, span: Span) -> tuple[str, ...]:
        """All voices that say the words at a place together with ``by``: ``by`` alone mostly."""
        claim = self.claim_at(report_id, span)
        voices = () if claim is None else self._voices(report_id, claim)
        return voices if by in voices else (by,)

    def _voices(self, report_id: str, claim: Claim) -> tuple[str, ...]:
        return tuple(actor.side or actor.name for actor in self.codings[report_id].meant(claim.speaker))

    def voice(self, by: str, report_id: str, claim: Claim | None) -> str:
        """Who says words of a report: the speaker by name where that fits ``by``, else the side or the outlet."""
        if by == REPORT_VOICE:
            return self.outlet(report_id)
        speaker = self.speaker_of(report_id, claim) if claim is not None else None
        if claim is None or speaker is None:
            return side_text(by)
        said = by in (*self._voices(report_id, claim), speaker) or bare_side(by) in speaker
        return speaker if said else side_text(by)

    def day_said(self, report_id: str, span: Span) -> date | None:
        """The day on which the words were said, ``None`` where the report does not tell."""
        claim = self.claim_at(report_id, span)
        return claim.said if claim is not None else None


def sentence(text: str, sources: Iterable[int]) -> Sentence:
    """A sentence with a capital and a stop.

    Raises:
        ValueError: it has no source.
    """
    numbers = tuple(sorted(set(sources)))
    if not numbers:
        raise ValueError(f"no source for {text!r}")
    return Sentence(closed(text), numbers)


def closed(text: str) -> str:
    """Text on one line that begins with a capital and ends with a stop."""
    shown = plain(text)
    shown = shown[:1].upper() + shown[1:]
    return shown if shown.endswith(".") else f"{shown}."


def _shared(claim: Claim, span: Span) -> int:
    return sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in claim.content)


def _length(claim: Claim) -> int:
    return sum(part.end - part.start for part in claim.content)
