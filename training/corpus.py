"""The annotated corpus as training documents: who says what, which numbers count whom, and what reveals a side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tacitus.evaluate.annotation import REPORT_VOICE, Gold, GoldClaim, GoldFigure
from tacitus.evaluate.word_offsets import word_range
from tacitus.evaluate.wording import name_words
from tacitus.extract.quantities import Quantity, quantities
from tacitus.language.labels import Labels
from tacitus.model import Span
from tacitus.resolve.roles import role_of
from tacitus.resolve.side_entries import opponent_nouns
from tacitus.resolve.sides import side_lexicon
from tacitus.resolve.syntax import Syntax
from training.documents import IGNORE, OUTSIDE_OR_UNMARKED, TrainingDoc, write_spans
from training.event_marks import add_events, parsed
from training.sources import text_doc

_FULLY_CODED = 0.035  # events a word from which a report counts as coded in full; the composed batches name fewer
_REACH = 400  # characters between a content and the words that name its speaker


@dataclass(slots=True)
class _Builder:
    """A document in the making, with the character ranges of its words."""

    gold: Gold
    doc: TrainingDoc
    starts: list[int]
    ends: list[int]
    labels: Labels
    revealing: dict[str, tuple[int, ...]]

    def words(self, start: int, end: int) -> tuple[int, int]:
        first, last = word_range(Span(start, end), self.starts, self.ends)
        return first, min(last, len(self.doc.words))

    def tell_side(self, word: int, side: str | None) -> None:
        """The words that reveal ``side`` are what ``word`` should point to; unknown sides are left untaught."""
        if side is None:
            self.doc.sides[word] = (word,)
            return
        listed = side_lexicon().lookup(side)
        known = self.revealing.get(side) or self.revealing.get(listed.side if listed else side)
        if known is not None:
            self.doc.sides[word] = known


def _revealing(doc: TrainingDoc, gold: Gold) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for start, end, name in side_lexicon().find(doc.words):
        found[name.side].extend(range(start, end))
    armed = {side for side in _gold_sides(gold) if _is_armed(side)}
    if len(armed) == 1:  # "the rebels" are they
        named = {word for words in found.values() for word in words}
        nouns = [at for at, word in enumerate(doc.words) if word.lower() in opponent_nouns() and at not in named]
        side = armed.pop()
        listed = side_lexicon().lookup(side)
        found[listed.side if listed else side].extend(nouns)
    for side in _gold_sides(gold):
        if side not in found and side_lexicon().lookup(side) is None:
            found[side].extend(_spelled(doc.words, side))
    return {side: tuple(words) for side, words in found.items() if words}


def _spelled(words: list[str], name: str) -> list[int]:
    """Where the words of a name that no list knows stand, in its own spelling."""
    wanted = re.findall(r"\w+|[^\w\s]", name)
    pieces = [re.findall(r"\w+|[^\w\s]", word) for word in words]
    found: list[int] = []
    for first in range(len(words)):
        spelled: list[str] = []
        for last in range(first, len(words)):
            spelled.extend(pieces[last])
            if len(spelled) >= len(wanted):
                break
        if spelled == wanted:
            found.extend(range(first, last + 1))
    return found


def _gold_sides(gold: Gold) -> set[str]:
    parties = {side for event in gold.events for side in (*event.actors, *event.recipients)}
    told = {figure.group_side for figure in gold.figures} | {claim.side for claim in gold.claims}
    return parties | {side for side in told if side is not None}


def _is_armed(side: str) -> bool:
    """Whether a side fights a state: a group that is listed so, or rebels called so."""
    listed = side_lexicon().lookup(side)
    if listed is not None:
        return listed.kind == "group" and listed.sector == "REB"
    return side.rpartition(" ")[2] in opponent_nouns()


def _nearest(text: str, words: str, anchor: Span) -> Span | None:
    """The occurrence of ``words`` outside ``anchor`` that is nearest to it."""
    best: Span | None = None
    best_distance = _REACH
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        span = Span(match.start(), match.end())
        if span.overlaps(anchor):
            continue
        distance = anchor.start - span.end if span.end <= anchor.start else span.start - anchor.end
        if distance < best_distance:
            best, best_distance = span, distance
    return best


def _add_claim(build: _Builder, claim: GoldClaim, tags: list[int], cues: list[int]) -> None:
    doc, text, labels = build.doc, build.gold.text, build.labels
    position = text.find(claim.content)
    content = Span(position, position + len(claim.content))
    first, last = build.words(content.start, content.end)
    if any(tags[index] > 0 for index in range(first, last)):
        return  # a claim inside another: the tags hold one layer
    write_spans(tags, [(first, last, "CONTENT")], labels.claim, outside=None)
    stance = labels.stance.index(claim.stance)
    doc.tags["stance"][first:last] = [stance] * (last - first)
    source = _nearest(text, claim.source, content) if claim.source else None
    cue = _nearest(text, claim.cue, source or content) if claim.cue else None
    if cue is not None and cue.overlaps(content):
        cue = None
    cue_words = build.words(cue.start, cue.end) if cue else None
    source_words = build.words(source.start, source.end) if source else None
    if (claim.cue and cue_words is None) or (claim.source and source_words is None):
        return
    for span, kind in ((cue_words, "CUE"), (source_words, "SOURCE")):
        if span and all(tags[index] <= 0 for index in range(*span)):
            write_spans(tags, [(*span, kind)], labels.claim, outside=None)
    if claim.cue or claim.source:
        for span in ((first, last), source_words, cue_words):
            for index in range(*span) if span else ():
                cues[index] = cue_words[0] if cue_words else index
    _add_speaker(build, claim, content, source_words, cue_words)


def _add_speaker(
    build: _Builder,
    claim: GoldClaim,
    content: Span,
    source: tuple[int, int] | None,
    cue: tuple[int, int] | None,
) -> None:
    """Side and antecedent of the words that name the speaker."""
    text = build.gold.text
    if source is None and not claim.source:
        names = sorted(name_words(claim.speaker), key=len)
        last = claim.speaker.split()[-1]
        near = _nearest(text, last, content) if last.lower() in names else None
        source = build.words(near.start, near.end) if near else None
    if source is not None:
        head = source[1] - 1
        build.tell_side(head, claim.side)
        _add_antecedent(build, claim, head)
    if cue is not None:
        build.tell_side(cue[0], claim.side)


def _add_antecedent(build: _Builder, claim: GoldClaim, head: int) -> None:
    doc = build.doc
    name = claim.speaker.split()[-1]
    if not name[:1].isupper() or doc.words[head] == name:
        return
    earlier = [index for index in range(head) if doc.words[index] == name]
    if earlier:
        doc.pointers["coref"][head] = earlier[-1]


def _matches(quantity: Quantity, figure: GoldFigure, quote: Span) -> tuple[int, int] | None:
    """How well a number fits a gold figure (lower is better), ``None`` where it does not."""
    if quantity.bounds.best != figure.bounds.best or not quantity.span.overlaps(quote):
        return None
    return int(quantity.bounds != figure.bounds), int(not quote.contains(quantity.number))


def _add_figures(build: _Builder) -> None:
    doc, labels, text = build.doc, build.labels, build.gold.text
    found = quantities(text)
    taken: set[int] = set()
    column, group, background = (doc.blank(task) for task in ("kind", "group", "background"))
    where = [build.words(item.number.start, item.number.end)[0] for item in found]
    for word in where:
        column[word] = 0
    for figure in build.gold.figures:
        position = text.find(figure.quote)
        quote = Span(position, position + len(figure.quote))
        fits = [
            (fit, index)
            for index, item in enumerate(found)
            if (fit := _matches(item, figure, quote)) and index not in taken
        ]
        if not fits:
            continue
        index = min(fits)[1]
        taken.add(index)
        word = where[index]
        column[word] = labels.kind.index(figure.kind)
        group[word] = labels.group.index(figure.group_type)
        background[word] = int(figure.background)
        build.tell_side(word, figure.group_side)
        _tell_voice(build, word, figure, quote)


def _tell_voice(build: _Builder, word: int, figure: GoldFigure, quote: Span) -> None:
    """The words that tell who states a number: its own (the report), those of its speaker or of the side."""
    doc, text = build.doc, build.gold.text
    if figure.by is None:
        return
    if figure.by == REPORT_VOICE:
        doc.voices[word] = (word,)
        return
    for claim in build.gold.claims:
        start = text.find(claim.content)
        content = Span(start, start + len(claim.content))
        if content.overlaps(quote) and figure.by in (claim.side, claim.speaker):
            near = _nearest(text, claim.source or claim.speaker.split()[-1], content)
            if near is not None:
                doc.voices[word] = tuple(range(*build.words(near.start, near.end)))
                return
    listed = side_lexicon().lookup(figure.by)
    words = build.revealing.get(figure.by) or build.revealing.get(listed.side if listed else figure.by)
    named = _nearest(text, figure.by, quote)
    if words is not None:
        doc.voices[word] = words
    elif named is not None:
        doc.voices[word] = tuple(range(*build.words(named.start, named.end)))


def _is_personal_name(speaker: str) -> bool:
    words = speaker.split()
    capitals = [word for word in words if word[:1].isupper() or word.lower().startswith(("al-", "el-"))]
    if not 2 <= len(words) <= 4 or len(capitals) < len(words) - 1 or not words[-1][:1].isupper():
        return False
    return not side_lexicon().find(words) and not any(role_of(word) for word in words)


def _add_names(build: _Builder) -> None:
    """Speakers' names wherever they occur, surnames too; all other words stay unlabelled."""
    doc, labels = build.doc, build.labels
    column = doc.blank("name")
    sides = {claim.speaker: claim.side for claim in build.gold.claims if _is_personal_name(claim.speaker)}
    people: dict[str, list[int]] = defaultdict(list)
    for speaker, side in sorted(sides.items()):
        whole = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(speaker)}(?!\w)", build.gold.text)]
        last = speaker.split()[-1]
        alone = [match.span() for match in re.finditer(rf"(?<![\w-]){re.escape(last)}(?!\w)", build.gold.text)]
        for start, end in [*whole, *alone]:
            first, stop = build.words(start, end)
            if all(column[index] < 0 for index in range(first, stop)):
                write_spans(column, [(first, stop, "PERSON")], labels.name, outside=None)
                build.tell_side(stop - 1, side)
                if side is not None:
                    people[side].append(stop - 1)
    for side, words in people.items():
        build.revealing[side] = (*build.revealing.get(side, ()), *words)


def _add_places(build: _Builder) -> None:
    """Places wherever their names occur, without the small words before them."""
    column = build.doc.tags["name"]
    for place in build.gold.places:
        name = re.sub(r"^(?:[^A-Z\d]\S* |(?:In|At|Near|The|On|From) )+", "", place.quote)
        if not name[:1].isupper():
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", build.gold.text):
            first, stop = build.words(*match.span())
            if first < stop and all(column[index] < 0 for index in range(first, stop)):
                write_spans(column, [(first, stop, "PLACE")], build.labels.name, outside=None)


def _leave_out(build: _Builder) -> None:
    """What is no name of a person, place or body: words without a capital, and dates.

    Taught places alone, the head took the words behind them in ("Asmara on"): on the dev part the share of names of
    places at the right point fell from 0.82 to 0.65.
    """
    column = build.doc.tags["name"]
    dated: set[int] = set()
    for told in build.gold.dates:
        position = build.gold.text.find(told.quote)
        dated.update(range(*build.words(position, position + len(told.quote))))
    for index, word in enumerate(build.doc.words):
        if column[index] == IGNORE and (not word[:1].isupper() or index in dated):
            column[index] = OUTSIDE_OR_UNMARKED


def corpus_doc(gold: Gold, syntax: Syntax, labels: Labels, *, all_events: bool) -> TrainingDoc:
    """One annotated report with every label that its gold coding gives."""
    doc, starts, ends = text_doc(gold.id, gold.text)
    build = _Builder(gold, doc, starts, ends, labels, _revealing(doc, gold))
    tags, cues = doc.blank("claim"), doc.blank("cue")
    doc.blank("stance")
    doc.blank("coref")
    complete = all(claim.source is not None or claim.cue is not None for claim in gold.claims)
    tags[:] = [0 if complete else OUTSIDE_OR_UNMARKED] * len(tags)
    for claim in gold.claims:
        _add_claim(build, claim, tags, cues)
    _add_figures(build)
    _add_names(build)
    _add_places(build)
    _leave_out(build)
    add_events(doc, gold, syntax, starts, ends, build.revealing, labels)
    doc.all_events = all_events
    return doc


def corpus_docs(golds: Iterable[Gold], labels: Labels) -> list[TrainingDoc]:
    """Every report of a part of the corpus."""
    reports = list(golds)
    return [
        corpus_doc(gold, syntax, labels, all_events=len(gold.events) >= _FULLY_CODED * len(gold.text.split()))
        for gold, syntax in zip(reports, parsed(reports), strict=True)
    ]
