"""How one event mention among all reports is named: ``report@version#event``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(r"(?P<report>.+?)(@(?P<version>\d+))?#(?P<event>[^#]+)", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class MentionId:
    """An event as a version of a report tells it; events of other versions may bear the same id."""

    report: str
    version: int
    event: str

    def __str__(self) -> str:
        return f"{self.report}@{self.version}#{self.event}"


def split_mention(name: str) -> tuple[str, int | None, str] | None:
    """Report, version (``None``: the current one) and event that a name tells; ``None`` where it is no event's."""
    match = _FORM.fullmatch(name)
    if match is None:
        return None
    version = match["version"]
    return match["report"], int(version) if version else None, match["event"]
