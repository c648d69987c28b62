"""Ceasefires: truces, who brokered them, whether they hold."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, get_args

from tacitus.model.span import Span

CeasefireStatus = Literal["announced", "in_force", "violated", "collapsed", "denied"]
CEASEFIRE_STATUSES: tuple[CeasefireStatus, ...] = get_args(CeasefireStatus)


@dataclass(frozen=True, slots=True)
class Violation:
    """An alleged breach of a truce.

    ``by`` is the side accused, ``alleged_by`` the side that says so (``None``: the report itself), ``claim`` the id of
    the claim that says it.
    """

    by: str | None
    alleged_by: str | None
    claim: str | None


@dataclass(frozen=True, slots=True)
class Ceasefire:
    """A truce that a report tells of.

    ``parties`` and ``mediators`` are sides; ``date`` the day of effect and ``hour`` the hour as "HH:MM" with its UTC
    offset where known; ``status`` what the report as a whole leaves it at; ``evidence`` the words that tell of it.
    """

    id: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    date: datetime.date | None
    hour: str | None
    status: CeasefireStatus
    violations: tuple[Violation, ...]
    background: bool
    evidence: Span
