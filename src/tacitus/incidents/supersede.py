"""How the numbers that one report gives for one toll stand to each other: which is the count, which are not.

A report often gives several: the count and its parts ("50 servicemen, 42 of the army"), a new count and the one that
it replaces ("raised from 49 to 105"), numbers told side by side ("a Dane on Friday and two Czechs on Saturday").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from tacitus.extract.figure_lexicon import figure_lexicon
from tacitus.extract.listed_parts import is_part_of_them, listings
from tacitus.extract.numerals import read_numeral
from tacitus.extract.quantity_words import Words, read_words
from tacitus.extract.sentence_breaks import SentenceBreaks
from tacitus.extract.sums import sum_of
from tacitus.extract.total_lexicon import total_lexicon
from tacitus.incidents.tolls_lexicon import toll_lexicon
from tacitus.model import Bounds, Figure, Span

_REACH = 45  # characters before a number in which a cue may end
_CLAUSE = 160  # and in which the words that tell of an earlier number may stand
_BEHIND = 24  # characters after it in which one may begin
_BETWEEN = 70  # characters between numbers told side by side


@dataclass(frozen=True, slots=True)
class Told:
    """A number of a report for a toll; ``figure`` the figure, the first of several where it is their sum.

    ``span`` has the words that state it, ``number`` those of the number alone.
    ``replaced``: the report gives another in its place; ``part``: it counts some of those whom another counts;
    ``revised``: the report tells that it is the new one; ``whole``: its sentence calls it a count of all.
    """

    figure: Figure
    bounds: Bounds
    span: Span
    number: Span
    replaced: bool = False
    part: bool = False
    revised: bool = False
    whole: bool = False

    @property
    def stands(self) -> bool:
        """Whether it can be the count of its claimant."""
        return not (self.replaced or self.part or self.figure.denied) and self.bounds.best is not None

    @property
    def best(self) -> int:
        """The number to use, 0 where none is told."""
        return self.bounds.best or 0


def read_numbers(
    breaks: SentenceBreaks, figures: Sequence[Figure], *, rivals: Sequence[Figure] = ()
) -> tuple[Told, ...]:
    """The numbers of one report for one toll (kind, side, group type and claimant), in the order of the text.

    ``rivals`` are the claimant's figures of the same side's people of other types, which may stand in their place.
    At most one of them stands; where the report gives several counts of which none is called new, the largest does.
    Numbers told side by side are added to one that comes behind them. A number told twice is kept once.
    """
    told = [_read(breaks, figure, (*figures, *rivals)) for figure in _once(figures)]
    told = _with_parts(breaks, told if rivals else _with_last(told))
    told = _with_sum(breaks, told)
    return tuple(_with_one_count(told))


def is_bare(breaks: SentenceBreaks, figure: Figure) -> bool:
    """Whether nothing tells who is counted: the figure's words end with its number, no word before it has its type."""
    number = _numeral(breaks.text, figure)
    if figure.group.actor is not None or number.end != figure.span.end:
        return False
    before, lexicon = read_words(breaks.before(number.start, reach=_CLAUSE)), figure_lexicon()
    typed = (lexicon.groups.get(word) or lexicon.before.get(word) for word in before.lower)
    return figure.group.type not in typed


def _once(figures: Sequence[Figure]) -> list[Figure]:
    kept: dict[tuple[Bounds, bool], Figure] = {}
    for figure in sorted(figures, key=lambda figure: figure.span):
        kept.setdefault((figure.bounds, figure.denied), figure)
    return list(kept.values())


def _read(breaks: SentenceBreaks, figure: Figure, others: Sequence[Figure]) -> Told:
    lexicon, text = toll_lexicon(), breaks.text
    number = _numeral(text, figure)
    before, clause = (breaks.before(number.start, reach=reach) for reach in (_REACH, _CLAUSE))
    rivals = [other for other in others if other.bounds != figure.bounds]
    revised = figure.revises is not None or bool(lexicon.revised.search(before) or lexicon.changed.search(clause))
    return Told(
        figure,
        figure.bounds,
        figure.span,
        number,
        replaced=bool(rivals) and _is_replaced(breaks, figure, number, rivals),
        revised=revised,
        whole=bool(lexicon.whole.search(breaks.words(figure.span.start))),
    )


def _is_replaced(breaks: SentenceBreaks, figure: Figure, number: Span, rivals: Sequence[Figure]) -> bool:
    """Whether the report says that another of its numbers has taken the place of this one."""
    if any(other.revises == figure.bounds.best for other in rivals):
        return True
    before, after = breaks.before(number.start, reach=_REACH), breaks.text[number.end : number.end + _BEHIND]
    totals, tolls = total_lexicon(), toll_lexicon()
    if totals.replaced_before.search(before) or totals.replaced_after.search(after) or tolls.replaced.search(before):
        return True
    clause = breaks.before(number.start, reach=_CLAUSE)
    if tolls.given.search(clause) or tolls.earlier.search(clause):
        return True
    if figure.span == number and tolls.after.search(clause) and tolls.days.search(after):
        return True
    return any(figure.bounds.best in _given_up(breaks, other) for other in rivals)


def _given_up(breaks: SentenceBreaks, figure: Figure) -> set[int]:
    """The numbers that the sentence of a figure gives up for it ("two guards were killed, not three")."""
    end = _numeral(breaks.text, figure).end
    rest = breaks.text[end : breaks.end(figure.span.start)]
    instead = toll_lexicon().instead
    return {value for value, span in _numerals(read_words(rest)) if instead.search(rest[: span.start][-_BEHIND:])}


def _numerals(words: Words) -> list[tuple[int, Span]]:
    found = []
    at = 0
    while at < len(words):
        numeral = read_numeral(words, at)
        if numeral is None:
            at += 1
            continue
        found.append((numeral.value, Span(words.starts[numeral.first], words.ends[numeral.after - 1])))
        at = max(numeral.after, at + 1)
    return found


def _numeral(text: str, figure: Figure) -> Span:
    """Where in a figure's words its number stands: all of them where no numeral is found."""
    start = figure.span.start
    found = [
        (value, Span(start + span.start, start + span.end))
        for value, span in _numerals(read_words(figure.span.words(text)))
    ]
    bounds = {figure.bounds.best, figure.bounds.low, figure.bounds.high} - {None}
    exact = [span for value, span in found if value in bounds]
    return exact[-1] if exact else found[0][1] if found else figure.span


def _with_last(told: list[Told]) -> list[Told]:
    """Where every number is called an earlier one ("had spoken of 30 and then 73"), the last of them is none."""
    if not told or not all(one.replaced for one in told):
        return told
    return [*told[:-1], replace(told[-1], replaced=False)]


def _with_parts(breaks: SentenceBreaks, told: list[Told]) -> list[Told]:
    """Numbers of some of those whom a larger number of the same toll counts."""
    figures = [one.figure for one in told]
    listed = {part.id for listing in listings(breaks, figures) for part in listing.parts}
    largest = max((one.best for one in told if not one.replaced), default=0)
    found: list[Told] = []
    for one in told:
        is_part = one.figure.id in listed or is_part_of_them(breaks.text, one.figure)
        goes_on = bool(found) and found[-1].part and _beside(breaks, found[-1], one)
        found.append(replace(one, part=one.best < largest and (is_part or goes_on)))
    return found


def _with_sum(breaks: SentenceBreaks, told: list[Told]) -> list[Told]:
    """Adds the sum of numbers told side by side, unless the report has a number as large; they become its parts."""
    standing = [one for one in told if one.stands and one.best > 0]
    for first, one in enumerate(standing):
        row = [one]
        for other in standing[first + 1 :]:
            if not _beside(breaks, row[-1], other):
                break
            row.append(other)
        if len(row) < 2:
            continue
        bounds = sum_of([item.figure for item in row])
        span = Span(row[0].span.start, row[-1].span.end)
        largest = max(item.best for item in told if item not in row) if len(told) > len(row) else 0
        if largest >= (bounds.best or 0):
            return told
        whole = Told(row[0].figure, bounds, span, span, whole=any(item.whole for item in row))
        return [*(replace(item, part=True) if item in row else item for item in told), whole]
    return told


def _beside(breaks: SentenceBreaks, one: Told, other: Told) -> bool:
    """Whether two numbers of a sentence are told as of different people ("a Dane on Friday and two Czechs")."""
    between = breaks.text[one.number.end : other.number.start]
    same = breaks.number(one.span.start) == breaks.number(other.span.start)
    if not same or one.revised or other.revised or len(between) > _BETWEEN:
        return False
    lexicon = toll_lexicon()
    if lexicon.more.search(other.span.words(breaks.text)):
        return True
    counts_again = other.span == other.number and lexicon.days.search(between) is not None
    return not counts_again and lexicon.joined.search(between) is not None


def sum_over_types(breaks: SentenceBreaks, counts: Sequence[Told]) -> Told | None:
    """The sum of counts of different people that one sentence tells side by side ("six soldiers and 13 civilians").

    ``counts`` are the numbers that stand, one of each group type; ``None`` where a sentence does not have them all.
    """
    row = sorted(counts, key=lambda one: one.span)
    sentences = {breaks.number(one.number.start) for one in row}
    if len(row) < 2 or len(sentences) > 1 or not all(one.stands and one.best for one in row):
        return None
    if not _beside(breaks, row[-2], row[-1]) or not all(map(partial(_listed, breaks), row[:-2], row[1:-1])):
        return None
    span = Span(row[0].span.start, max(one.span.end for one in row))
    figure = replace(row[0].figure, group=replace(row[0].figure.group, type="any"))
    return Told(figure, sum_of([one.figure for one in row]), span, span, whole=any(one.whole for one in row))


def _listed(breaks: SentenceBreaks, one: Told, other: Told) -> bool:
    """Whether no more than a comma stands between two numbers and what they count ("76 policemen, 48 soldiers and")."""
    return toll_lexicon().listed.search(breaks.text[one.number.end : other.number.start]) is not None


def _with_one_count(told: list[Told]) -> list[Told]:
    standing = [one for one in told if one.stands]
    if not standing:
        return told
    new = [one for one in standing if one.revised]
    count = new[-1] if new else max(standing, key=lambda one: one.best)
    return [
        replace(one, part=not new or one.best < count.best, replaced=bool(new) and one.best >= count.best)
        if one.stands and one is not count
        else one
        for one in told
    ]
