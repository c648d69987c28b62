"""Where a report's story is while it is read: what day it told last, and when it was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tacitus.extract.date_found import Ahead, Moment
from tacitus.resolve.calendar_periods import Period

_NEWS = timedelta(days=14)  # how far back a report's own story reaches


@dataclass(slots=True)
class Narrative:
    """``written`` is the day from which weekdays and "yesterday" count: that of the dateline, else of publication.

    ``last`` is the period told last, the others the last day told in the present sentence and paragraph and among the
    days just before publication.
    """

    written: date | None
    last: Period | None = None
    sentence: int = -1
    sentence_day: date | None = None
    paragraph: int = -1
    paragraph_day: date | None = None
    news_day: date | None = None

    def enter(self, *, sentence: int, paragraph: int) -> None:
        """Go on to a sentence; a new one, or a new paragraph, has told no day yet."""
        if sentence != self.sentence:
            self.sentence, self.sentence_day = sentence, None
        if paragraph != self.paragraph:
            self.paragraph, self.paragraph_day = paragraph, None

    def moment(self, ahead: Ahead | None) -> Moment:
        """What the story has told so far, for an expression whose clause looks ``ahead``."""
        return Moment(
            published=self.written,
            last=self.last,
            sentence_day=self.sentence_day,
            today=self.sentence_day or self.paragraph_day or self.news_day or self.written,
            ahead=ahead,
        )

    def tell(self, period: Period) -> None:
        """Take note of a period that was told; spans of time and days to come do not move the story."""
        if period.end is None or period.precision == "interval":
            return
        if self.written is not None and period.end > self.written and period.is_day:
            return
        self.last = period
        if not period.is_day:
            return
        self.sentence_day = period.start
        if self.written is None or self.written - period.start <= _NEWS:
            self.news_day = self.paragraph_day = period.start
