"""Tacitus: who claims what, in news reports of armed conflict.

``code(report)`` reads one report and gives its coding; ``code_many(reports)`` reads many, lazily and in order.
``Store(url)`` keeps codings in a database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.errors import TacitusError
from tacitus.model import Coding, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tacitus.coder import CodeOptions
    from tacitus.store import Store

__version__ = "0.1.0"
__all__ = ["Coding", "Report", "Store", "TacitusError", "code", "code_many"]


def __getattr__(name: str) -> object:
    """``Store`` is imported when it is first asked for: the database library takes its time."""
    if name == "Store":
        from tacitus.store import Store

        return Store
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def code(report: Report, *, options: CodeOptions | None = None) -> Coding:
    """Code one report; see ``tacitus.coder.code``. The language model is loaded at the first call."""
    from tacitus import coder

    return coder.code(report, options=options)


def code_many(reports: Iterable[Report], *, options: CodeOptions | None = None) -> Iterator[Coding]:
    """Code reports lazily and in order; see ``tacitus.coder.code_many``."""
    from tacitus import coder

    return coder.code_many(reports, options=options)
