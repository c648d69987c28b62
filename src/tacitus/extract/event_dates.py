"""When an event happened and when a claim was said, by where the expressions of time stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from tacitus.extract.cues import find_cue
from tacitus.model import DateExpression, Span
from tacitus.resolve.syntax import Range, Syntax

# A clause that hangs on another by one of these happened when that one did, unless it tells its own time.
_SHARES_TIME = frozenset({"advcl", "xcomp", "conj", "acl", "acl:relcl", "advcl:relcl"})
_CLAUSES = _SHARES_TIME | {"root", "ccomp", "csubj", "csubj:pass", "parataxis"}
_OTHER_TIME = frozenset({"after", "before", "until", "till"})
_HAD = ("had", "'d", "’d")
_DAYS = frozenset({"hour", "part_of_day", "day"})
_FARTHEST = 12  # steps up a parse
_ADJACENT = 3  # tokens between a cue and a day that belongs to it


def event_date(syntax: Syntax, dates: Sequence[DateExpression], token: int) -> DateExpression | None:
    """The date of what the word at ``token`` tells, ``None`` where the report does not say.

    ``dates`` are a report's in order of the text. A date counts that hangs on the word itself, then one of its clause
    or of a clause that it continues, then the last one told before in the paragraph. What is told in the past perfect
    goes before the story, so no date is passed on to it; nor does the day on which something was said date what was
    said.
    """
    sentence = _within(syntax, dates, syntax.sentence_range(token))
    clause = clause_head(syntax, token)
    placed: list[tuple[int, DateExpression]] = []
    for found in sentence:
        at = _date_token(syntax, found)
        if _hangs_on(syntax, at, token) or (_of_clause_behind(syntax, found) and syntax.head[at] in (token, clause)):
            return found
        if not _of_clause_behind(syntax, found) and not _of_other_time(syntax, at):
            placed.append((at, found))
    near = _of_clause(syntax, placed, token, clause)
    if near is not None or _goes_before(syntax, clause):
        return near
    if any(not _is_speech(syntax, clause_head(syntax, at)) for at, _ in placed):
        return None
    return _told_before(syntax, dates, token)


def _of_clause(
    syntax: Syntax, placed: Sequence[tuple[int, DateExpression]], token: int, clause: int
) -> DateExpression | None:
    """The nearest date of a clause, or of one that it continues."""
    for _ in range(_FARTHEST):
        near = [found for at, found in placed if clause_head(syntax, at) == clause]
        if near:
            here = syntax.starts[token]
            return min(near, key=lambda found: abs(found.span.start - here))
        if syntax.dep[clause] not in _SHARES_TIME or not _same_time(syntax, clause, token):
            return None
        clause = clause_head(syntax, syntax.head[clause])
    return None


def _same_time(syntax: Syntax, clause: int, token: int) -> bool:
    """Whether a clause shares the time of the one over it: not one with "after", nor what a purpose is about."""
    marks = {syntax.lower[child] for child in syntax.children(clause) if syntax.dep[child] == "mark"}
    return marks.isdisjoint(_OTHER_TIME) and (clause == token or "to" not in marks)


def said_day(syntax: Syntax, dates: Sequence[DateExpression], cue: Span, content: Sequence[Span] = ()) -> date | None:
    """The day on which a claim was said, where the clause of its cue tells ("said on Tuesday").

    ``cue`` are the words that attribute and ``content`` the words attributed, whose own dates do not count.
    """
    first = max(bisect_right(syntax.starts, cue.start) - 1, 0)
    tokens = (first, max(bisect_left(syntax.starts, cue.end), first + 1))
    verb = syntax.head_of(tokens)
    for found in _within(syntax, dates, syntax.sentence_range(first)):
        if found.precision not in _DAYS or found.start is None or found.start != found.end:
            continue
        if any(found.span.overlaps(part) for part in content):
            continue
        at = _date_token(syntax, found)
        beside = tokens[1] <= bisect_right(syntax.starts, found.span.start) - 1 < tokens[1] + _ADJACENT
        if clause_head(syntax, at) == verb or (_hangs_on(syntax, at, verb) and beside):
            return found.start
    return None


def clause_head(syntax: Syntax, token: int) -> int:
    """The word that heads the clause of a token: itself, if it is a predicate."""
    at = token
    for _ in range(_FARTHEST):
        if syntax.dep[at] in _CLAUSES and not (syntax.dep[at] == "conj" and syntax.upos[at] not in ("VERB", "AUX")):
            return at
        if syntax.head[at] == at:
            return at
        at = syntax.head[at]
    return at


def _within(syntax: Syntax, dates: Sequence[DateExpression], tokens: Range) -> list[DateExpression]:
    """The resolved dates that begin in a range of tokens."""
    start = syntax.starts[tokens[0]]
    end = syntax.starts[tokens[1] - 1] + len(syntax.words[tokens[1] - 1])
    return [found for found in dates if start <= found.span.start < end and found.edtf is not None]


def _date_token(syntax: Syntax, found: DateExpression) -> int:
    """The word of an expression of time that the others hang on."""
    first = max(bisect_right(syntax.starts, found.span.start) - 1, 0)
    return syntax.head_of((first, max(bisect_left(syntax.starts, found.span.end), first + 1)))


def _of_clause_behind(syntax: Syntax, found: DateExpression) -> bool:
    """Whether the expression is the "two days after" of the clause behind it."""
    return found.span.words(syntax.text).endswith(" after")


def _of_other_time(syntax: Syntax, at: int) -> bool:
    """Whether a date belongs to a noun that only tells when or why ("after the raid on Saturday, soldiers ...")."""
    for _ in range(_FARTHEST):
        if _before_or_after(syntax, at):
            return True
        at = syntax.head[at]
        if syntax.upos[at] not in ("NOUN", "PROPN"):
            return False
    return False


def _before_or_after(syntax: Syntax, noun: int) -> bool:
    """Whether a noun stands after "after", "before" or the like."""
    return any(syntax.dep[child] == "case" and syntax.lower[child] in _OTHER_TIME for child in syntax.children(noun))


def _hangs_on(syntax: Syntax, at: int, token: int) -> bool:
    """Whether a date hangs on ``token`` without another predicate, or "after the raid", between them."""
    for _ in range(_FARTHEST):
        if at == token:
            return True
        if syntax.dep[at] in _CLAUSES or syntax.head[at] == at or _before_or_after(syntax, at):
            return False
        at = syntax.head[at]
    return False


def _is_speech(syntax: Syntax, predicate: int) -> bool:
    """Whether a predicate is one of saying."""
    match = find_cue([syntax.words[predicate]])
    return match is not None and match.cue.stance == "assert"


def _goes_before(syntax: Syntax, clause: int) -> bool:
    """Whether a clause is in the past perfect."""
    return any(syntax.lower[child] in _HAD and syntax.dep[child].startswith("aux") for child in syntax.children(clause))


def _told_before(syntax: Syntax, dates: Sequence[DateExpression], token: int) -> DateExpression | None:
    """The last date told before ``token`` in its paragraph; the day on which something was said dates no event."""
    begin, first = bisect_left(syntax.paragraph, syntax.paragraph[token]), syntax.sentence_range(token)[0]
    if begin >= first:
        return None
    for found in reversed(_within(syntax, dates, (begin, first))):
        if found.precision == "interval" or _of_clause_behind(syntax, found):
            continue
        at = _date_token(syntax, found)
        if not _is_speech(syntax, clause_head(syntax, at)) and not _of_other_time(syntax, at):
            return found
    return None
