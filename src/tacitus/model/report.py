"""A report: one article or communique, as it was published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Report:
    """One article or communique.

    Every span of a coding counts characters of ``text``, which is kept exactly as it was read.
    ``id`` is unique in a batch; ``published`` is the day of publication, ``None`` where unknown.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "en"
