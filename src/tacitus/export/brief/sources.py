"""The numbered sources of a brief, in the order in which its sentences first rest on them."""

from __future__ import annotations

from collections.abc import Mapping

from tacitus.export.brief.document import BriefSource
from tacitus.export.wording import plain
from tacitus.model import Coding, Report, Span

_MOST_WORDS = 400  # characters


class Sources:
    """Numbers sources as they are cited; the same words of the same report keep their number."""

    def __init__(self, codings: Mapping[str, Coding]) -> None:
        self._codings = codings
        self._entries: dict[tuple[str, Span | None], BriefSource] = {}

    def cite(self, report_id: str, span: Span | None, *, speaker: str | None = None) -> int:
        """The number of words of a report, or of the report as a whole.

        Raises:
            KeyError: no coding of that report was given.
        """
        known = self._entries.get((report_id, span))
        if known is not None:
            return known.number
        report = self._codings[report_id].report
        number = len(self._entries) + 1
        self._entries[report_id, span] = _entry(number, report, span, speaker)
        return number

    def entries(self) -> tuple[BriefSource, ...]:
        """All that was cited, by number."""
        return tuple(self._entries.values())


def shorten(words: str, most: int) -> str:
    """Words cut after at most ``most`` characters, between words where it can be, with a sign that they are cut."""
    if len(words) <= most:
        return words
    head, gap, _ = words[: most - 1].rpartition(" ")
    return f"{head if gap else words[: most - 2]} …"


def _entry(number: int, report: Report, span: Span | None, speaker: str | None) -> BriefSource:
    return BriefSource(
        number=number,
        report=report.id,
        span=span,
        words=None if span is None else shorten(plain(span.words(report.text)), _MOST_WORDS) or None,
        speaker=speaker,
        outlet=_told(report.outlet),
        published=report.published,
        title=_told(report.title),
        url=_told(report.url),
    )


def _told(value: str | None) -> str | None:
    return plain(value) or None if value is not None else None
