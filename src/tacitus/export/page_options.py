"""What a page shows beyond the news."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """Each shows more where it is true.

    ``background`` unfolds the events of history, ``accusations`` lists the words of who accuses whom, and ``explain``
    tells what found each event and how sure each value is.
    """

    background: bool = False
    accusations: bool = False
    explain: bool = False
