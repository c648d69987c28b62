"""Whether an event is history that a report recalls or its news."""

from __future__ import annotations

from dataclasses import dataclass, field

from tacitus.extract.event_arguments import relation
from tacitus.extract.figure_lexicon import figure_lexicon
from tacitus.extract.figure_times import is_background
from tacitus.model import EventType
from tacitus.resolve.syntax import Range, Syntax

_YEARS = range(1800, 2100)
_BEFORE = frozenset(("last", "past", "previous"))
_AGO = frozenset(("months", "years", "weeks", "decades", "month", "year", "decade"))
# What is said stands in the present of a report, whatever history its sentence recalls beside it.
_SPEECH: frozenset[EventType] = frozenset(
    ("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE", "CONSULT")
)


@dataclass(frozen=True, slots=True)
class History:
    """Tells news from history in one text; what a sentence as a whole tells is worked out once."""

    syntax: Syntax
    _sentences: dict[int, bool] = field(init=False, repr=False, compare=False, default_factory=dict)

    def recalls(self, token: int, type: EventType, clause: Range) -> bool:
        """Whether the event of that type at ``token`` is background.

        A far date in its own clause makes it history and a day of the week there makes it news. Else words of speech
        are news, and a deed is what its sentence and the paragraph around it are.
        """
        words = [self.syntax.lower[index] for index in range(*clause)]
        news = figure_lexicon().news
        if any(word in news for word in words):
            return False
        if any(self._far(index) for index in range(*clause)):
            return True
        if type in _SPEECH and relation(self.syntax, token) not in ("acl", "advcl"):
            return False
        number = self.syntax.sentence[token]
        if number not in self._sentences:
            self._sentences[number] = is_background(self.syntax, token)
        return self._sentences[number]

    def _far(self, index: int) -> bool:
        """Whether a date that lies well before the news begins at a token."""
        lexicon, lower = figure_lexicon(), self.syntax.lower
        word, before = lower[index], lower[index - 1] if index else ""
        if is_year(self.syntax.words[index]):
            return True
        if (word in lexicon.periods and before in _BEFORE) or (word == "week" and before == "last"):
            return True
        if word in _AGO and lower[index + 1 : index + 2] in (("ago",), ("earlier",)):
            return True
        if word in lexicon.months and self.syntax.words[index][:1].isupper():
            near = (before, *lower[index + 1 : index + 3])
            return not any(day.isdecimal() and len(day) < 3 for day in near)
        return False


def is_year(word: str) -> bool:
    """Whether a word is a year, a decade or a span of years ("1994", "1990s", "1994-96")."""
    first = word[:4]
    return first.isdecimal() and len(first) == 4 and int(first) in _YEARS and (len(word) == 4 or word[4] in "s-–'’/")
