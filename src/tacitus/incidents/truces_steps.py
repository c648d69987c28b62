"""The steps of a truce as single reports tell them: declared, in effect, violated, denied, ended."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tacitus.extract.sentence_breaks import SentenceBreaks, sentence_breaks
from tacitus.incidents.accounts_lexicon import account_lexicon
from tacitus.incidents.accounts_tellings import claim_words, shortened, voice
from tacitus.incidents.tolls_scope import Scope
from tacitus.model import Ceasefire, Claim, Coding, Span
from tacitus.model.incident import Source, TruceStep

_NEAR = timedelta(days=31)
_AHEAD = timedelta(days=14)
"""How long before it takes effect a truce is announced at most."""
_DECLARING = ("CONCEDE", "AGREE", "SUPPORT")


@dataclass(frozen=True, slots=True)
class TruceReport:
    """A report with the truces that it tells of as news; ``main`` where the incident is its main news."""

    coding: Coding
    truces: tuple[Ceasefire, ...]

    @property
    def published(self) -> date:
        """The day of publication, the first of all days where it is not told."""
        return self.coding.report.published or date.min


def truce_reports(codings: Iterable[Coding], *, scope: Scope, main: Collection[str]) -> tuple[TruceReport, ...]:
    """The reports that tell of a truce between the sides of an incident, by day of publication.

    In a report whose main news the incident is, a truce belongs to it where one of its parties is a side of it, or no
    parties are told; in another report two must be, and the truce must have taken effect about the incident's days.
    One of long before, or of a day well after the report, is history that the report dates by its year or not at all.
    """
    found = []
    for coding in codings:
        told = (truce for truce in coding.ceasefires if not truce.background and _is_news(coding, truce, scope))
        if coding.report.id in main:
            truces = tuple(truce for truce in told if not truce.parties or _shared(truce, scope))
        else:
            truces = tuple(truce for truce in told if _shared(truce, scope) > 1 and _about(truce, scope))
        if truces:
            found.append(TruceReport(coding, truces))
    return tuple(sorted(found, key=lambda one: (one.published, one.coding.report.id)))


def _is_news(coding: Coding, truce: Ceasefire, scope: Scope) -> bool:
    """Whether the day of effect, where one is told, is none of an older truce."""
    published = coding.report.published
    if truce.date is None or published is None:
        return True
    return (scope.start or published) - _NEAR <= truce.date <= published + _AHEAD


def _shared(truce: Ceasefire, scope: Scope) -> int:
    return len(set(truce.parties).intersection(scope.sides))


def _about(truce: Ceasefire, scope: Scope) -> bool:
    if truce.date is None or scope.start is None or scope.end is None:
        return False
    return scope.start - _NEAR <= truce.date <= scope.end + _NEAR


def steps_of(report: TruceReport) -> Iterator[TruceStep]:
    """The steps that a report tells, each with its words."""
    breaks = sentence_breaks(report.coding.report.text)
    for truce in report.truces:
        yield from _course(report.coding, truce, breaks)
    yield from _denials(report)


def _course(coding: Coding, truce: Ceasefire, breaks: SentenceBreaks) -> Iterator[TruceStep]:
    published, source = coding.report.published, Source(coding.report.id, truce.evidence)
    if truce.status == "denied":
        for speaker in coding.meant(_speaker(coding, truce.evidence)) or (None,):
            yield TruceStep("denied", published, None if speaker is None else voice(speaker), None, source)
        return
    by, declared = _teller(coding, truce.evidence), _declared(coding, truce, breaks)
    if declared is not None or truce.status == "announced":
        yield TruceStep("declared", declared or published, by, None, source)
    if truce.date is not None or truce.status == "in_force":
        yield TruceStep("in_effect", truce.date, by, None, source)
    claims = {claim.id: claim for claim in coding.claims}
    for violation in truce.violations:
        claim = claims.get(violation.claim) if violation.claim is not None else None
        words = truce.evidence if claim is None else claim_words(coding, claim, truce.evidence)
        told = Source(coding.report.id, shortened(coding.report.text, words))
        yield TruceStep("violation", _day_of(coding, claim) or published, violation.alleged_by, violation.by, told)
    if truce.status == "collapsed":
        yield from _end(coding, truce, breaks)


def _end(coding: Coding, truce: Ceasefire, breaks: SentenceBreaks) -> Iterator[TruceStep]:
    """The end of a truce, by the sentence that says so: its own, else the first of the report that names a truce."""
    own = breaks.number(truce.evidence.start)
    text, starts = coding.report.text, (0, *breaks.ends)
    sentences = sorted(range(len(starts)), key=lambda number: (number != own, number))
    lexicon = account_lexicon()
    for number in sentences:
        words = breaks.words(starts[number]) if starts[number] < len(text) else ""
        if lexicon.ended.search(words) and (number == own or lexicon.truce.search(words)):
            start = starts[number] + len(words) - len(words.lstrip())
            span = Span(start, starts[number] + len(words.rstrip()))
            days = [day for day in coding.dates if span.contains(day.span) and day.start == day.end]
            day = days[0].start if len(days) == 1 else None
            yield TruceStep("ended", day or coding.report.published, _teller(coding, span), None, _at(coding, span))
            return


def _declared(coding: Coding, truce: Ceasefire, breaks: SentenceBreaks) -> date | None:
    """The day of the event that declares it, in the sentence that tells of it."""
    sentence = breaks.number(truce.evidence.start)
    days = [
        event.start
        for event in coding.events
        if event.type in _DECLARING
        and event.start is not None
        and event.start == event.end
        and not event.background
        and event.aspect == "actual"
        and breaks.number(event.trigger.start) == sentence
    ]
    return min(days, default=None)


def _day_of(coding: Coding, claim: Claim | None) -> date | None:
    """The day of the violence that a claim tells of, else the day on which it was said."""
    if claim is None:
        return None
    days = [event.start for event in coding.events if claim.id in event.claims and event.type == "ASSAULT"]
    return next((day for day in days if day is not None), claim.said)


def _teller(coding: Coding, words: Span) -> str | None:
    """Who is told to say it, several who say it together by one name; nobody in the report's voice."""
    speaker = _speaker(coding, words)
    return None if speaker is None else voice(coding.actor(speaker))


def _speaker(coding: Coding, words: Span) -> str | None:
    """The id of the speaker of the shortest claim that holds the words."""
    holding = [
        (part.end - part.start, claim.id, claim)
        for claim in coding.claims
        for part in claim.content
        if part.overlaps(words) and claim.speaker is not None
    ]
    return min(holding)[2].speaker if holding else None


def _denials(report: TruceReport) -> Iterator[TruceStep]:
    """Denials of having broken the truce, or of the violence that is told of a side that is said to have broken it."""
    coding, lexicon = report.coding, account_lexicon()
    text = coding.report.text
    accused = {violation.by for truce in report.truces for violation in truce.violations}
    for claim in coding.claims:
        denying = [speaker for speaker in coding.meant(claim.speaker) if speaker.side in accused]
        if claim.stance != "deny" or not denying:
            continue
        breach = any(lexicon.broken.search(part.words(text)) for part in claim.content)
        violence = any(event.type == "ASSAULT" and claim.id in event.claims for event in coding.events)
        if breach or violence:
            source = _at(coding, claim_words(coding, claim, claim.content[0]))
            for speaker in denying:
                yield TruceStep("denied", claim.said or coding.report.published, voice(speaker), None, source)


def _at(coding: Coding, words: Span) -> Source:
    return Source(coding.report.id, shortened(coding.report.text, words))
