"""From the content of a place to its reports, by the kind that its name, its server or its first characters tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tacitus.errors import SourceError
from tacitus.ingest.decoding import DecodingError, decode_html, decode_text
from tacitus.ingest.html import article_of
from tacitus.ingest.options import ReadOptions
from tacitus.ingest.places import HTML_SUFFIXES, JSON_SUFFIXES, TEXT_SUFFIXES, Place
from tacitus.ingest.plain import title_of
from tacitus.ingest.records import (
    has_report_form,
    hash_id,
    looks_like_json,
    parse_json,
    reports_of_lines,
    reports_of_value,
)
from tacitus.model import Report

ContentKind = Literal["text", "html", "json"]
_LOOKS_HTML = re.compile(
    rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_WITHIN = 4096


@dataclass(frozen=True, slots=True)
class Content:
    """All bytes of a place; ``kind`` is ``None`` where only the bytes can tell."""

    place: Place
    data: bytes
    kind: ContentKind | None = None
    charset: str | None = None
    url: str | None = None

    @property
    def id(self) -> str:
        """The default id: the place's, else a hash of the content."""
        return self.place.id or hash_id(self.data)


def kind_of_file(name: str) -> ContentKind | None:
    """The kind that a file's suffix tells."""
    suffix = Path(name).suffix.lower()
    if suffix in TEXT_SUFFIXES:
        return "text"
    if suffix in HTML_SUFFIXES:
        return "html"
    return "json" if suffix in JSON_SUFFIXES else None


def kind_of_media(media_type: str | None) -> ContentKind | None:
    """The kind that a server's media type tells.

    Raises:
        ValueError: it is a kind that holds no report; the message says which.
    """
    if media_type is None or media_type == "application/octet-stream":
        return None
    if media_type in ("text/html", "application/xhtml+xml"):
        return "html"
    if media_type == "application/json" or media_type.endswith("+json"):
        return "json"
    if media_type.startswith("text/") or media_type in ("application/x-ndjson", "application/jsonl", "application/xml"):
        return None
    raise ValueError(f"{media_type} is not a kind of report that can be read")


def reports_of_content(content: Content, *, options: ReadOptions) -> Iterator[Report | SourceError]:
    """The reports that a content holds; what cannot be read gives errors, never an exception."""
    name = content.place.name
    if not content.data.strip():
        yield SourceError(name, "empty")
        return
    try:
        if content.kind == "html" or (content.kind is None and _LOOKS_HTML.match(content.data[:_HTML_WITHIN])):
            yield _of_html(content, options=options)
            return
        text = decode_text(content.data)
        if content.kind == "json" or (content.kind is None and looks_like_json(text)):
            yield from _of_json(text, content, options=options)
        elif not text.strip():
            yield SourceError(name, "empty")
        else:
            yield options.report(id=content.id, text=text, title=title_of(text), url=content.url)
    except (DecodingError, ValueError) as error:
        yield SourceError(name, str(error))


def _of_html(content: Content, *, options: ReadOptions) -> Report:
    article = article_of(decode_html(content.data, charset=content.charset), url=content.url)
    if article is None:
        raise ValueError("no article found in this page")
    return options.report(
        id=content.id,
        text=article.text,
        title=article.title,
        published=article.published,
        outlet=article.outlet,
        url=article.url,
    )


def _of_json(text: str, content: Content, *, options: ReadOptions) -> Iterator[Report | SourceError]:
    name = content.place.name
    try:
        value = parse_json(text)
    except ValueError:
        if not _first_line_is_json(text):
            raise
        yield from reports_of_lines(
            (line.encode() for line in text.split("\n")),
            name=name,
            id=content.place.id,
            walked=content.place.walked,
            options=options,
        )
        return
    if has_report_form(value):
        yield from reports_of_value(value, name=name, id=content.id, options=options)
    elif not content.place.walked:
        yield SourceError(name, "JSON without a report (an object with a text)")


def _first_line_is_json(text: str) -> bool:
    line, _, rest = text.strip().partition("\n")
    if not rest.strip():
        return False
    try:
        return isinstance(parse_json(line), dict)
    except ValueError:
        return False
