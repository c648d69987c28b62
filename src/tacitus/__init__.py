"""Tacitus: who claims what, in news reports of armed conflict.

``code(report)`` reads one report and gives its coding; ``code_many(reports)`` reads many, lazily and in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.errors import TacitusError
from tacitus.model import Coding, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tacitus.coder import CodeOptions

__version__ = "0.1.0"
__all__ = ["Coding", "Report", "TacitusError", "code", "code_many"]


def code(report: Report, *, options: CodeOptions | None = None) -> Coding:
    """Code one report; see ``tacitus.coder.code``. The language model is loaded at the first call."""
    from tacitus import coder

    return coder.code(report, options=options)


def code_many(reports: Iterable[Report], *, options: CodeOptions | None = None) -> Iterator[Coding]:
    """Code reports lazily and in order; see ``tacitus.coder.code_many``."""
    from tacitus import coder

    return coder.code_many(reports, options=options)
