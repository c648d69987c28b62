"""Reports as JSON: an object, a list, ``{"reports": [...]}``, or one object a line."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from tacitus.errors import SourceError
from tacitus.ingest.decoding import DecodingError, decode_text
from tacitus.ingest.options import ReadOptions
from tacitus.model import Report

_LOOKS_JSON = re.compile(r"\s*(\{\s*[\"}]|\[\s*[{\]])")


def _to_day(value: object) -> object:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    raise ValueError(f"not an ISO day (YYYY-MM-DD): {value!r}")


def _to_id(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


class ReportRecord(BaseModel):
    """A report as a JSON object; keys that it does not name are ignored, so that gold files load too."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    text: Annotated[str, StringConstraints(pattern=r"\S")]
    id: Annotated[str | None, BeforeValidator(_to_id)] = None
    title: str | None = None
    published: Annotated[date | None, BeforeValidator(_to_day)] = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


def hash_id(data: bytes) -> str:
    """An id that the content decides: the same bytes have the same id."""
    return hashlib.sha256(data).hexdigest()[:12]


def looks_like_json(text: str) -> bool:
    """Whether text begins as a JSON object or a list of objects does."""
    return _LOOKS_JSON.match(text) is not None


def has_report_form(value: object) -> bool:
    """Whether a JSON value holds a report in one of the forms read here."""
    return bool(_candidates(value))


def _candidates(value: object) -> list[object]:
    if isinstance(value, dict):
        if "text" in value:
            return [value]
        return _candidates(value.get("reports")) if isinstance(value.get("reports"), list) else []
    if isinstance(value, list) and any(isinstance(item, dict) and "text" in item for item in value):
        return list(value)
    return []


def parse_json(text: str) -> object:
    """The value of a JSON text.

    Raises:
        ValueError: it is not JSON; the message says where.
    """
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if "\n" in text.rstrip() else f"column {error.colno}"
        raise ValueError(f"not valid JSON ({error.msg} at {where})") from error
    except RecursionError as error:
        raise ValueError("not readable JSON (nested too deeply)") from error
    return value


def reports_of_value(value: object, *, name: str, id: str, options: ReadOptions) -> Iterator[Report | SourceError]:
    """The reports in a JSON value; a member that is none gives an error that tells its number.

    ``id`` is the default id of a single report; in a list its number is added.
    """
    items = _candidates(value)
    for number, item in enumerate(items, start=1):
        several = len(items) > 1
        try:
            yield _report(item, id=f"{id}-{number}" if several else id, options=options)
        except ValueError as error:
            yield SourceError(name, f"report {number}: {error}" if several else str(error))


def reports_of_lines(
    lines: Iterable[bytes], *, name: str, id: str | None, walked: bool, options: ReadOptions
) -> Iterator[Report | SourceError]:
    """The reports in JSON lines, one at a time; a line that is none gives an error that names the line.

    The default id is ``id`` and the line's number, or a hash of the line where ``id`` is ``None``. Of a ``walked``
    file whose first line is JSON without a report nothing is read.
    """
    first = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            if len(line) > options.file_bytes:
                raise ValueError("too long")
            value = parse_json(decode_text(line))
            if first and walked and not has_report_form(value):
                return
            yield _report(value, id=f"{id}-{number}" if id else hash_id(line), options=options)
        except (DecodingError, ValueError) as error:
            yield SourceError(name, f"line {number}: {error}")
        first = False
    if first:
        yield SourceError(name, "empty")


def _report(value: object, *, id: str, options: ReadOptions) -> Report:
    if not isinstance(value, dict) or "text" not in value:
        raise ValueError("not a report (an object with a text)")
    try:
        record = ReportRecord.model_validate(value)
    except ValidationError as error:
        raise ValueError("; ".join(_reason(detail["loc"], detail["msg"]) for detail in error.errors())) from error
    return options.report(
        id=record.id or id,
        text=record.text,
        title=record.title,
        published=record.published,
        outlet=record.outlet,
        url=record.url,
        language=record.language or "en",
    )


def _reason(place: tuple[int | str, ...], message: str) -> str:
    key = str(place[0]) if place else "report"
    if key == "text" and "pattern" in message:
        return "the text is empty"
    return f"{key}: {message.removeprefix('Value error, ')}"
