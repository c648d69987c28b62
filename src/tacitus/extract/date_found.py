"""What a reader of dates finds: words, and how they are resolved once it is known when the text speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from tacitus.extract.quantity_words import Words
from tacitus.model import DatePrecision
from tacitus.resolve.calendar_periods import Period

Ahead = Literal["strong", "weak", "never"]
Resolve = Callable[["Moment"], "Period | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When the text speaks at an expression.

    ``published`` is the day of publication, ``last`` the period told before, ``sentence_day`` the day told before in
    the same sentence, ``today`` the day that the narrative is at, which hours alone belong to. ``ahead`` tells that the
    clause looks to the future, of the publication ("strong") or of the day told in the sentence ("weak"), or that the
    expression cannot lie ahead ("never"), as what something has lasted since.
    """

    published: date | None
    last: Period | None
    sentence_day: date | None
    today: date | None
    ahead: Ahead | None

    @property
    def looks_ahead(self) -> bool:
        """Whether the clause looks to the future."""
        return self.ahead in ("strong", "weak")

    @property
    def start_ahead(self) -> date | None:
        """The day from which the clause looks to the future, ``None`` if it does not."""
        if not self.looks_ahead:
            return None
        return self.sentence_day or self.published if self.ahead == "weak" else self.published


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as told; ``zone`` as ``calendar_zones.told_hour`` takes it."""

    hour: int
    minute: int
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in tokens ``[first, after)``.

    ``resolve`` gives its period, ``None`` where the moment does not tell enough; ``precision`` is what it would have.
    ``anaphoric`` expressions count from what the text told before, and are none where it told nothing; ``hour_alone``
    are those finer than a day, told without their day. ``pair`` holds the two expressions that one with "and" is made
    of: where it does not resolve they stand each for itself.
    """

    first: int
    after: int
    precision: DatePrecision
    resolve: Resolve
    clock: Clock | None = None
    anaphoric: bool = False
    hour_alone: bool = False
    pair: tuple[Found, Found] | None = None

    def widened(self, *, first: int | None = None, after: int | None = None) -> Found:
        """The same over more tokens."""
        return replace(self, first=self.first if first is None else first, after=self.after if after is None else after)


Reader = Callable[[Words, int], "Found | None"]


def fixed(first: int, after: int, period: Period) -> Found:
    """An expression that means the same whenever it is said."""
    return Found(first, after, period.precision, lambda moment: period)


def anaphor(first: int, after: int, precision: DatePrecision, resolve: Resolve) -> Found:
    """An expression that counts from what the text told before."""
    return Found(first, after, precision, resolve, anaphoric=True)


def with_precision(found: Found, precision: DatePrecision) -> Found:
    """The same days, told more exactly: "early on Tuesday"."""

    def resolve(moment: Moment) -> Period | None:
        period = found.resolve(moment)
        return replace(period, precision=precision) if period is not None and period.is_day else period

    return replace(found, precision=precision, resolve=resolve)
