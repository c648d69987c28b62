"""When a truce takes effect, and whether a mention of one is history."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tacitus.extract.ceasefire_lexicon import ceasefire_lexicon
from tacitus.extract.ceasefire_mentions import TruceMention
from tacitus.model import DateExpression
from tacitus.resolve.syntax import Syntax

# Before publication: what is dated so is history unless it is told to hold or to end now. Peace deals, unlike truces,
# are seldom recalled as what is in force.
_OLD, _OLD_DEAL = timedelta(days=200), timedelta(days=45)
_BEFORE_BEGINNING = 2  # how much farther a day before "took effect" counts to be than one behind it
_FROM = 60  # characters by which "from Tuesday" counts to be nearer
_FIRST = frozenset(("from", "starting", "beginning", "effective", "commencing"))
_APART = frozenset(("before", "since", "until", "after"))
_SOON = frozenset(("minutes", "hours", "hour", "day", "days", "soon", "shortly", "immediately", "just"))
_DAYS = ("hour", "part_of_day", "day")


@dataclass(frozen=True, slots=True)
class TruceTimes:
    """The dates of a report as they bear on its truces; ``published`` is ``None`` where unknown."""

    syntax: Syntax
    dates: Sequence[DateExpression]
    published: date | None

    def near(self, mention: TruceMention) -> list[DateExpression]:
        """The resolved dates in the sentence of a mention."""
        start, stop = self.syntax.sentence_range(mention.head)
        first, last = self.syntax.starts[start], self.syntax.starts[stop - 1] + len(self.syntax.words[stop - 1])
        return [found for found in self.dates if found.start is not None and first <= found.span.start < last]

    def effect(self, mention: TruceMention) -> DateExpression | None:
        """The day that the mention's sentence gives for a truce: nearest to where it is told to begin or be made."""
        days = [found for found in self.near(mention) if found.precision in _DAYS]
        begun = [sign.token for sign in mention.signs if sign.kind == "begun"]
        made = [sign.token for sign in mention.signs if sign.kind == "made"]
        anchor = self.syntax.starts[mention.head if mention.halt else [*begun, *made, mention.head][0]]

        def distance(found: DateExpression) -> int:
            # What takes effect has its day behind it.
            away = found.span.start - anchor
            far = -_BEFORE_BEGINNING * away if away < 0 and (begun or mention.halt) else abs(away)
            return far - _FROM * self._from(found)

        return min(days, key=distance, default=None)

    def called(self, mention: TruceMention) -> DateExpression | None:
        """The day that belongs to the name of a truce: "the truce of 12 January"."""
        days = (found for found in self.near(mention) if found.precision in _DAYS)
        return next((found for found in days if self._is_of(found, mention)), None)

    def _is_of(self, found: DateExpression, mention: TruceMention) -> bool:
        token = bisect_left(self.syntax.starts, found.span.start)
        first = mention.tokens[1]
        return self.syntax.lower[first : first + 1] == ("of",) and first < token <= first + 2

    def _from(self, found: DateExpression) -> bool:
        """Whether a day is told to be the first of something ("from Tuesday", "starting at noon")."""
        token = bisect_left(self.syntax.starts, found.span.start)
        return not _FIRST.isdisjoint(self.syntax.lower[max(token - 2, 0) : token + 1])

    def is_history(self, mention: TruceMention) -> bool:
        """Whether a mention tells of a truce of the past that the report only recalls.

        It does where it is dated long before the report and nothing in the sentence is of now, or where something else
        is only told to have been before or since ("the worst day since a truce in October").
        """
        if self._sets_apart(mention):
            return True
        near = self.near(mention)
        if self.published is None or not near:
            return False
        deal = self.syntax.lower[mention.tokens[0]] in ceasefire_lexicon().pauses
        limit = self.published - (_OLD_DEAL if deal else _OLD)
        if any(found.end is None or found.end >= limit for found in near):
            return False
        now = mention.tells("held", "broken", "ended", "refused")
        return not (now and all(self._names(found, mention) for found in near))

    def _sets_apart(self, mention: TruceMention) -> bool:
        syntax, head = self.syntax, mention.head
        cases = [child for child in syntax.children(head) if syntax.dep[child] == "case"]
        words = {syntax.lower[child] for child in cases}
        if syntax.dep[head] not in ("obl", "nmod", "obl:tmod") or words.isdisjoint(_APART):
            return False
        return "before" in words or not (mention.definite or self._just_after(cases))

    def _just_after(self, cases: Sequence[int]) -> bool:
        """Whether what is told after a truce came hours or days after it ("hours after a truce collapsed")."""
        return any(self.syntax.lower[max(case - 1, 0)] in _SOON for case in cases)

    def _names(self, found: DateExpression, mention: TruceMention) -> bool:
        """Whether a date belongs to the name of the truce ("the 1991 ceasefire", "the truce signed in May 2002")."""
        token = bisect_left(self.syntax.starts, found.span.start)
        while token < len(self.syntax.words) - 1 and self.syntax.lower[token] in ("in", "on", "of", "the", "since"):
            token += 1
        for _ in range(3):
            if token == mention.head:
                return True
            if self.syntax.dep[token].partition(":")[0] not in (
                "nummod",
                "compound",
                "amod",
                "nmod",
                "acl",
                "obl",
                "flat",
            ):
                return False
            if self.syntax.head[token] == mention.head and "in" in self._cases(token):
                return False
            token = self.syntax.head[token]
        return token == mention.head

    def _cases(self, token: int) -> set[str]:
        children = self.syntax.children(token)
        return {self.syntax.lower[child] for child in children if self.syntax.dep[child] == "case"}
