"""Codings that were written to a file, by this package or by another system, read back to be scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from tacitus.errors import SourceError
from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.coding_records import CodingRecord
from tacitus.evaluate.problems import describe_problems
from tacitus.evaluate.recorded import coding_of
from tacitus.model import Coding, Span


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
        record = CodingRecord.model_validate_json(line)
    except ValidationError as error:
        raise SourceError(place, describe_problems(error)) from error
    gold = wanted.get(record.report.id)
    if gold is None:
        return None
    try:
        coding = coding_of(record, gold.report)
    except ValueError as error:
        raise SourceError(place, str(error)) from error
    problem = _stray(coding)
    if problem is not None:
        raise SourceError(place, problem)
    return coding


def _stray(coding: Coding) -> str | None:
    length = len(coding.report.text)
    for span in _spans(coding):
        if span.end > length:
            return f"the span [{span.start}, {span.end}) lies outside the text of {length} characters"
    known = {actor.id for actor in coding.actors}
    for actor_id in _actor_ids(coding):
        if actor_id is not None and actor_id not in known:
            return f"no actor has the id {actor_id!r}"
    return None


def _spans(coding: Coding) -> Iterator[Span]:
    for actor in coding.actors:
        yield from actor.mentions
    for claim in coding.claims:
        yield from claim.content
        if claim.source is not None:
            yield claim.source
    for event in coding.events:
        yield from (event.trigger, event.evidence, *event.also)
    for place in coding.places:
        yield from place.mentions
    yield from (figure.span for figure in coding.figures)
    yield from (date.span for date in coding.dates)
    yield from (ceasefire.evidence for ceasefire in coding.ceasefires)


def _actor_ids(coding: Coding) -> Iterator[str | None]:
    for actor in coding.actors:
        yield from actor.members
    yield from (claim.speaker for claim in coding.claims)
    yield from (figure.by for figure in coding.figures)
    for event in coding.events:
        yield from (*event.actors, *event.recipients)
