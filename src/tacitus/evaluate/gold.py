"""Reading annotated reports: their JSON form, checked at the edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, ValidationError

from tacitus.errors import GoldError
from tacitus.evaluate.annotation import Gold, GoldClaim, GoldFigure
from tacitus.evaluate.problems import describe_problems
from tacitus.model import Bounds, FigureKind, GroupType, Stance

__all__ = ["Gold", "GoldClaim", "GoldFigure", "gold_files", "gold_reports", "read_all", "read_gold"]


class _ClaimRecord(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    speaker: str = Field(min_length=1)
    side: str | None
    stance: Stance
    content: str = Field(min_length=1)
    source: str | None = None
    cue: str | None = None


class _FigureRecord(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    kind: FigureKind
    low: NonNegativeInt | None
    best: NonNegativeInt | None
    high: NonNegativeInt | None
    group_side: str | None
    group_type: GroupType
    by: str | None
    background: bool
    quote: str = Field(min_length=1)
    group_words: str | None = None


class _GoldRecord(BaseModel):
    # Events, dates, places and ceasefires stand beside these keys and are scored by modules of their own.
    model_config = ConfigDict(extra="ignore", strict=True)

    id: str = Field(min_length=1)
    text: str = Field(min_length=1)
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    group: str | None = None
    claims: list[_ClaimRecord]
    figures: list[_FigureRecord]
    incidents: list[str] = []


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
        record = _GoldRecord.model_validate_json(source)
    except ValidationError as error:
        raise GoldError(f"{name}: {describe_problems(error)}") from error
    problems = [*_unquoted(record), *_disordered(record)]
    if problems:
        raise GoldError(f"{name}: {'; '.join(problems)}")
    return _gold(record)


def _unquoted(record: _GoldRecord) -> Iterator[str]:
    for i, claim in enumerate(record.claims):
        for key, value in (("content", claim.content), ("source", claim.source), ("cue", claim.cue)):
            if value is not None and value not in record.text:
                yield f"claims[{i}].{key}: not verbatim: {value!r}"
    for i, figure in enumerate(record.figures):
        for key, value in (("quote", figure.quote), ("group_words", figure.group_words)):
            if value is not None and value not in record.text:
                yield f"figures[{i}].{key}: not verbatim: {value!r}"


def _disordered(record: _GoldRecord) -> Iterator[str]:
    for i, figure in enumerate(record.figures):
        stated = [bound for bound in (figure.low, figure.best, figure.high) if bound is not None]
        if stated != sorted(stated):
            yield f"figures[{i}]: bounds out of order: {figure.low}, {figure.best}, {figure.high}"


def _gold(record: _GoldRecord) -> Gold:
    return Gold(
        id=record.id,
        text=record.text,
        title=record.title,
        outlet=record.outlet,
        published=record.published,
        group=record.group,
        claims=tuple(GoldClaim(**claim.model_dump()) for claim in record.claims),
        figures=tuple(_figure(figure) for figure in record.figures),
        incidents=tuple(record.incidents),
    )


def _figure(record: _FigureRecord) -> GoldFigure:
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
