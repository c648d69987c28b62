"""What a caller may set about reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tacitus.model import Report

FILE_BYTES = 20_000_000
URL_BYTES = 5_000_000
SECONDS = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """Defaults and limits of reading.

    ``published`` and ``outlet`` stand in only where a source does not say. ``allow_private`` lets addresses of the
    local machine and network be fetched. Sizes are in bytes; in JSON lines the file limit holds for each line.
    ``seconds`` bounds a fetch from the look-up of the name to the last byte.
    """

    published: date | None = None
    outlet: str | None = None
    allow_private: bool = False
    file_bytes: int = FILE_BYTES
    url_bytes: int = URL_BYTES
    seconds: float = SECONDS

    def report(
        self,
        *,
        id: str,
        text: str,
        title: str | None = None,
        published: date | None = None,
        outlet: str | None = None,
        url: str | None = None,
        language: str = "en",
    ) -> Report:
        """A report of what a source says, with the defaults where it says nothing."""
        return Report(
            id=id,
            text=text,
            title=title or None,
            published=published or self.published,
            outlet=outlet or self.outlet,
            url=url or None,
            language=language,
        )
