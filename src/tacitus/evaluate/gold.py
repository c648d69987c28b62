"""Reading annotated reports: their JSON form, checked at the edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from tacitus.errors import GoldError
from tacitus.evaluate.annotation import (
    Gold,
    GoldCeasefire,
    GoldClaim,
    GoldDate,
    GoldEvent,
    GoldFigure,
    GoldPlace,
)
from tacitus.evaluate.gold_records import CeasefireRecord, EventRecord, FigureRecord, GoldRecord
from tacitus.evaluate.problems import describe_problems
from tacitus.model import Bounds, CeasefireStatus

__all__ = ["Gold", "GoldClaim", "GoldFigure", "gold_files", "gold_reports", "read_all", "read_gold"]


def read_gold(path: Path) -> Gold:
    """The annotated report in one JSON file.

    Raises:
        GoldError: the file cannot be read, is not JSON, lacks a key, holds a value that its vocabulary does not have,
            or quotes words that its text does not contain; the text names the file and every reason.
    """
    try:
        source = path.read_bytes()
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror or error}") from error
    return _parse(source, name=str(path))


def gold_reports(folder: Path) -> list[Gold]:
    """The annotated reports of a folder and the folders below it, by file name.

    Files named ``*-incidents.json`` hold the incidents of a batch and are passed over.

    Raises:
        GoldError: the folder does not exist, holds no annotated report or two with one id, or a file is wrong.
    """
    return read_all(gold_files(folder), folder=folder)


def gold_files(folder: Path) -> list[Path]:
    """The files of a folder that hold an annotated report each, sorted by name; nothing is read yet.

    Raises:
        GoldError: there is no such folder.
    """
    if not folder.is_dir():
        raise GoldError(f"{folder}: " + ("not a folder" if folder.exists() else "no such folder"))
    found = (path for path in folder.rglob("*.json") if not path.name.endswith("-incidents.json"))
    return sorted(found, key=lambda path: (path.name, path))


def read_all(files: Iterable[Path], *, folder: Path) -> list[Gold]:
    """The annotated reports of ``files``, which were found in ``folder``.

    Raises:
        GoldError: there are none, a file is wrong, or two have one id.
    """
    seen: dict[str, Path] = {}
    reports: list[Gold] = []
    for path in files:
        gold = read_gold(path)
        if gold.id in seen:
            raise GoldError(f"{path}: the id {gold.id!r} is also that of {seen[gold.id]}")
        seen[gold.id] = path
        reports.append(gold)
    if not reports:
        raise GoldError(f"{folder}: no annotated reports")
    return reports


def _parse(source: bytes, *, name: str) -> Gold:
    try:
        record = GoldRecord.model_validate_json(source)
    except ValidationError as error:
        raise GoldError(f"{name}: {describe_problems(error)}") from error
    problems = [*_unquoted(record), *_disordered(record)]
    if problems:
        raise GoldError(f"{name}: {'; '.join(problems)}")
    return _gold(record)


def _quotes(record: GoldRecord) -> Iterator[tuple[str, str | None]]:
    for i, claim in enumerate(record.claims):
        for key, value in (("content", claim.content), ("source", claim.source), ("cue", claim.cue)):
            yield f"claims[{i}].{key}", value
    for i, figure in enumerate(record.figures):
        yield f"figures[{i}].quote", figure.quote
        yield f"figures[{i}].group_words", figure.group_words
    for part, quotes in (
        ("events", [event.quote for event in record.events or ()]),
        ("dates", [date.quote for date in record.dates or ()]),
        ("places", [place.quote for place in record.places or ()]),
    ):
        yield from ((f"{part}[{i}].quote", quote) for i, quote in enumerate(quotes))


def _unquoted(record: GoldRecord) -> Iterator[str]:
    for place, words in _quotes(record):
        if words is not None and words not in record.text:
            yield f"{place}: not verbatim: {words!r}"


def _disordered(record: GoldRecord) -> Iterator[str]:
    for i, figure in enumerate(record.figures):
        stated = [bound for bound in (figure.low, figure.best, figure.high) if bound is not None]
        if stated != sorted(stated):
            yield f"figures[{i}]: bounds out of order: {figure.low}, {figure.best}, {figure.high}"
    for i, date in enumerate(record.dates or ()):
        if date.start > date.end:
            yield f"dates[{i}]: days out of order: {date.start}, {date.end}"


def _gold(record: GoldRecord) -> Gold:
    return Gold(
        id=record.id,
        text=record.text,
        title=record.title,
        outlet=record.outlet,
        published=record.published,
        group=record.group,
        claims=tuple(GoldClaim(**claim.model_dump()) for claim in record.claims),
        figures=tuple(_figure(figure) for figure in record.figures),
        events=tuple(_event(event) for event in record.events or ()),
        dates=tuple(GoldDate(date.quote, date.start, date.end) for date in record.dates or ()),
        places=tuple(GoldPlace(item.quote, item.country, item.lat, item.lon) for item in record.places or ()),
        ceasefires=tuple(_ceasefire(ceasefire) for ceasefire in record.ceasefires or ()),
        incidents=tuple(record.incidents),
        absent=record.absent(),
    )


def _figure(record: FigureRecord) -> GoldFigure:
    return GoldFigure(
        kind=record.kind,
        bounds=Bounds(record.low, record.best, record.high),
        group_side=record.group_side,
        group_type=record.group_type,
        by=record.by,
        background=record.background,
        quote=record.quote,
        group_words=record.group_words,
    )


def _event(record: EventRecord) -> GoldEvent:
    return GoldEvent(
        type=record.type,
        actors=tuple(record.actors),
        recipients=tuple(record.recipients),
        background=record.background,
        denied=record.denied,
        quote=record.quote,
    )


def _ceasefire(record: CeasefireRecord) -> GoldCeasefire:
    status: CeasefireStatus = "in_force" if record.status == "in force" else record.status
    return GoldCeasefire(
        parties=tuple(record.parties),
        mediators=tuple(record.mediators),
        date=record.date,
        status=status,
        alleged_violators=tuple(record.alleged_violators),
    )
