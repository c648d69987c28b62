"""What a row rests on: its reports and the spans in them, in columns that every table adds to its format's own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tacitus.export.formats.case import Case
from tacitus.export.formats.columns import Field
from tacitus.export.wording import plain
from tacitus.model import Report
from tacitus.model.incident import Source

PREFIX = "tacitus_"


def event_sources(case: Case) -> tuple[Source, ...]:
    """The words that tell of the incident's events."""
    return tuple(Source(mention.coding.report.id, mention.event.evidence) for mention in case.mentions())


def spans_text(sources: Iterable[Source]) -> str:
    """Spans as JSON: ``[["report", start, end], ...]``, characters of the report's text, each once."""
    unique = dict.fromkeys((source.report, source.span.start, source.span.end) for source in sources)
    return json.dumps([list(source) for source in unique], ensure_ascii=False, separators=(",", ":"))


def reports_text(case: Case) -> str:
    """The ids of the incident's reports, as JSON."""
    return json.dumps(list(case.incident.reports), ensure_ascii=False, separators=(",", ":"))


def reports(case: Case) -> Iterator[Report]:
    """The incident's reports, in its order."""
    return (coding.report for coding in case.codings.values())


def outlets(case: Case) -> list[str]:
    """Who published the reports, each once."""
    return list(dict.fromkeys(plain(report.outlet) for report in reports(case) if report.outlet))


def source_fields() -> tuple[Field[Case], ...]:
    """The columns that tell what a row rests on."""
    return (
        Field(f"{PREFIX}incident", lambda case: case.incident.id),
        Field(f"{PREFIX}reports", reports_text),
        Field(f"{PREFIX}spans", lambda case: spans_text(event_sources(case))),
    )
