"""Codings that were written to a file, by this package or by another system, read back to be scored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, NonNegativeInt, ValidationError

from tacitus.errors import SourceError
from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.problems import describe_problems
from tacitus.model import Actor, ActorKind, Bounds, Claim, Coding, Figure, FigureKind, Group, GroupType, Span, Stance


class _Record(BaseModel):
    # Only what is scored is asked for: other systems need not fill the rest of the contract.
    model_config = ConfigDict(extra="ignore", strict=True)


class _SpanRecord(_Record):
    start: int
    end: int

    def span(self) -> Span:
        return Span(self.start, self.end)


class _ReportRecord(_Record):
    id: str


class _ActorRecord(_Record):
    id: str
    name: str
    kind: ActorKind = "organization"
    side: str | None = None
    role: str | None = None
    mentions: list[_SpanRecord] = []


class _ClaimRecord(_Record):
    id: str = ""
    speaker: str | None = None
    source: _SpanRecord | None = None
    stance: Stance
    content: list[_SpanRecord]


class _GroupRecord(_Record):
    side: str | None = None
    type: GroupType = "any"


class _FigureRecord(_Record):
    id: str = ""
    kind: FigureKind
    low: NonNegativeInt | None
    best: NonNegativeInt | None
    high: NonNegativeInt | None
    group: _GroupRecord
    by: str | None = None
    background: bool = False
    denied: bool = False
    span: _SpanRecord


class _CodingRecord(_Record):
    report: _ReportRecord
    actors: list[_ActorRecord] = []
    claims: list[_ClaimRecord] = []
    figures: list[_FigureRecord] = []


def read_codings(path: Path, gold: Iterable[Gold]) -> dict[str, Coding]:
    """The codings in ``path``, JSON lines in the form of the output contract, by the id of their report.

    Their spans are read against the gold's text. Codings of reports that ``gold`` does not hold are left out.

    Raises:
        SourceError: the file cannot be read, a line is not of the form, points outside its report's text or to an
            actor that it does not list, or codes a report a second time; the text names the line.
    """
    wanted = {report.id: report for report in gold}
    codings: dict[str, Coding] = {}
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        coding = _parse(line, wanted, place=f"{path}, line {number}")
        if coding is None:
            continue
        if coding.report.id in codings:
            raise SourceError(f"{path}, line {number}", f"the report {coding.report.id!r} is coded a second time")
        codings[coding.report.id] = coding
    return codings


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise SourceError(str(path), error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise SourceError(str(path), f"not UTF-8 text: {error.reason} at byte {error.start}") from error


def _parse(line: str, wanted: Mapping[str, Gold], *, place: str) -> Coding | None:
    try:
        record = _CodingRecord.model_validate_json(line)
    except ValidationError as error:
        raise SourceError(place, describe_problems(error)) from error
    gold = wanted.get(record.report.id)
    if gold is None:
        return None
    try:
        coding = _coding(record, gold)
    except ValueError as error:
        raise SourceError(place, str(error)) from error
    problem = _stray(coding)
    if problem is not None:
        raise SourceError(place, problem)
    return coding


def _stray(coding: Coding) -> str | None:
    length = len(coding.report.text)
    known = {actor.id for actor in coding.actors}
    spans = [
        *(mention for actor in coding.actors for mention in actor.mentions),
        *(part for claim in coding.claims for part in claim.content),
        *(claim.source for claim in coding.claims if claim.source is not None),
        *(figure.span for figure in coding.figures),
    ]
    for span in spans:
        if span.end > length:
            return f"the span [{span.start}, {span.end}) lies outside the text of {length} characters"
    for actor_id in [*(claim.speaker for claim in coding.claims), *(figure.by for figure in coding.figures)]:
        if actor_id is not None and actor_id not in known:
            return f"no actor has the id {actor_id!r}"
    return None


def _coding(record: _CodingRecord, gold: Gold) -> Coding:
    return Coding(
        report=gold.report,
        actors=tuple(_actor(actor) for actor in record.actors),
        claims=tuple(_claim(claim) for claim in record.claims),
        figures=tuple(_figure(figure) for figure in record.figures),
    )


def _actor(record: _ActorRecord) -> Actor:
    return Actor(
        id=record.id,
        name=record.name,
        kind=record.kind,
        side=record.side,
        sector=None,
        role=record.role,
        mentions=tuple(mention.span() for mention in record.mentions),
    )


def _claim(record: _ClaimRecord) -> Claim:
    return Claim(
        id=record.id,
        speaker=record.speaker,
        source=None if record.source is None else record.source.span(),
        chain=(),
        cue=None,
        stance=record.stance,
        said=None,
        quoted=False,
        content=tuple(part.span() for part in record.content),
        confidence=1.0,
    )


def _figure(record: _FigureRecord) -> Figure:
    return Figure(
        id=record.id,
        kind=record.kind,
        bounds=Bounds(record.low, record.best, record.high),
        group=Group(side=record.group.side, type=record.group.type, actor=None),
        by=record.by,
        claim=None,
        event=None,
        background=record.background,
        denied=record.denied,
        revises=None,
        span=record.span.span(),
        confidence=1.0,
    )
