"""Claims: attributions with their speaker resolved, their stance told and their words marked."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.extract.inquits import with_inquits
from tacitus.extract.nested import nested_claims
from tacitus.extract.quotes import is_quoted, quoted_spans
from tacitus.extract.stance import stance_of
from tacitus.language.reading import Attribution, Range, Reading
from tacitus.model import Span, Stance
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.phrases import trim
from tacitus.resolve.syntax import Syntax

_EDGES = " \t\r\n\"“”„«»‘'’,;:–—-"
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer"))
_OF_WORDS = frozenset(("quoted", "cited", "heard"))  # passives whose subject speaks: "was quoted as saying"
_MIN_WORDS = 2
_UNTOLD = 0.7  # confidence below which words without cue, source and quote are no claim: 6 of 15 were, in seven batches
_NESTED = 0.8  # share of its confidence that a claim passes on to one within it


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A claim whose actors are still entries of the actor book; ``tokens`` are its content's token ranges."""

    speaker: int | None
    chain: tuple[int, ...]
    source: Span | None
    cue: Span | None
    stance: Stance
    quoted: bool
    content: tuple[Span, ...]
    tokens: tuple[Range, ...]
    confidence: float


def _tidy(syntax: Syntax, tokens: Range) -> Span | None:
    """The characters of a content range without quotation marks at its edges or a leading "that"."""
    first, last = tokens
    while first < last and (
        syntax.upos[first] in ("PUNCT", "SPACE") or (syntax.lower[first] == "that" and syntax.upos[first] == "SCONJ")
    ):
        first += 1
    while last > first and not syntax.words[last - 1].strip(_EDGES + "."):  # but not the stop of "U.S."
        last -= 1
    if first >= last:
        return None
    span = syntax.span((first, last))
    words = span.words(syntax.text)
    end = span.start + len(words.rstrip(_EDGES))
    start = span.end - len(words.lstrip(_EDGES))
    return Span(start, end) if start < end else None


def _spoken_of(syntax: Syntax, cue: Range) -> int | None:
    """The subject of a passive cue who does not speak but is spoken of: "The army was accused of killing 29"."""
    verb = syntax.head_of(cue)
    if syntax.lower[verb] in _OF_WORDS:
        return None
    return next((child for child in syntax.children(verb) if syntax.dep[child] == "nsubj:pass"), None)


def _agent_of_cue(syntax: Syntax, cue: Range) -> Range | None:
    """Who a passive cue says it is by."""
    verb = syntax.head_of(cue)
    return next((syntax.subtree(child) for child in syntax.children(verb) if syntax.dep[child] == "obl:agent"), None)


def _subject_of_cue(syntax: Syntax, cue: Range) -> Range | None:
    """The subject of a cue whose own source the model left out, through coordination and participles."""
    verb = syntax.head_of(cue)
    for _ in range(4):
        for child in syntax.children(verb):
            if syntax.dep[child] in _SUBJECTS and not cue[0] <= child < cue[1]:
                return syntax.subtree(child) if syntax.upos[child] != "PRON" else (child, child + 1)
        if syntax.dep[verb] in ("conj", "advcl", "xcomp", "parataxis", "ccomp"):
            verb = syntax.head[verb]
        elif syntax.dep[verb].startswith("acl") and syntax.upos[syntax.head[verb]] in ("NOUN", "PROPN", "PRON"):
            noun = syntax.head[verb]
            return noun, noun + 1
        else:
            return None
    return None


def _inside(tokens: Range, ranges: tuple[Range, ...]) -> bool:
    return any(start <= tokens[0] and tokens[1] <= end for start, end in ranges)


class _Speakers:
    """Who speaks: the words beside the claim, else the subject of its cue, else the speaker of the quote before."""

    def __init__(self, syntax: Syntax, book: ActorBook) -> None:
        self.syntax, self.book = syntax, book
        self.last: tuple[int, int, bool] | None = None  # actor, token where its words ended, quoted

    def of(self, item: Attribution, *, quoted: bool) -> tuple[int | None, Range | None]:
        source = item.source
        accused = None if item.cue is None else _spoken_of(self.syntax, item.cue)
        if source is not None and accused is not None and source[0] <= accused < source[1]:
            source = None
        if source is None and item.cue is not None:
            find = _subject_of_cue if accused is None else _agent_of_cue
            found = find(self.syntax, item.cue)
            if found is not None and not _inside(found, item.content):
                source = trim(self.syntax, found)
        if source is not None:
            return self.book.speaker(source), source
        if self.last is None or (item.cue is not None and not quoted):
            return None, None
        speaker, end, was_quoted = self.last
        gap = self.syntax.paragraph[item.content[0][0]] - self.syntax.paragraph[end]
        if item.cue is None and gap <= 1 and quoted and was_quoted:
            return speaker, None
        same_sentence = self.syntax.sentence[item.content[0][0]] - self.syntax.sentence[end] <= 1
        return (speaker, None) if gap == 0 and same_sentence else (None, None)


def _nested(syntax: Syntax, reading: Reading | None, outer: DraftClaim, book: ActorBook) -> list[DraftClaim]:
    """The claims that a claim reports in turn, each with the chain through which it came."""
    inner = []
    for item in nested_claims(syntax, outer.tokens):
        speaker, span = book.speaker(item.source), _tidy(syntax, item.content)
        if speaker is None or speaker == outer.speaker or span is None:
            continue
        inner.append(
            DraftClaim(
                speaker=speaker,
                chain=(*outer.chain, speaker),
                source=syntax.span(item.source),
                cue=syntax.span(item.cue),
                stance=stance_of(syntax, reading, item.cue, (item.content,)),
                quoted=False,
                content=(span,),
                tokens=(item.content,),
                confidence=outer.confidence * _NESTED,
            )
        )
    return inner


def draft_claims(
    syntax: Syntax, reading: Reading | None, attributions: tuple[Attribution, ...], book: ActorBook
) -> list[DraftClaim]:
    """The claims of a report in the order of the text.

    A quotation that goes on in the next paragraph without a cue keeps its speaker; a cue without a subject of its own
    takes that of the clause it is joined to; a claim within a claim follows the one that reports it.
    """
    quotes = quoted_spans(syntax.text)
    speakers = _Speakers(syntax, book)
    drafts: list[DraftClaim] = []
    for item in with_inquits(syntax, attributions):
        tidy = [(span, tokens) for tokens in item.content if (span := _tidy(syntax, tokens)) is not None]
        if not tidy or sum(len(span.words(syntax.text).split()) for span, _ in tidy) < _MIN_WORDS:
            continue
        spans = tuple(span for span, _ in tidy)
        quoted = is_quoted(max(spans, key=lambda span: span.end - span.start), quotes)
        if item.untold and not quoted and item.confidence < _UNTOLD:
            continue
        speaker, source = speakers.of(item, quoted=quoted)
        if speaker is not None:
            book.speaks(speaker, (source or item.content[0])[0])
            speakers.last = (speaker, max(end for _, end in item.content) - 1, quoted)
        draft = DraftClaim(
            speaker=speaker,
            chain=() if speaker is None else (speaker,),
            source=syntax.span(source) if source else None,
            cue=syntax.span(item.cue) if item.cue else None,
            stance=stance_of(syntax, reading, item.cue, item.content),
            quoted=quoted,
            content=spans,
            tokens=tuple(tokens for _, tokens in tidy),
            confidence=item.confidence,
        )
        drafts.extend((draft, *_nested(syntax, reading, draft, book)))
    return drafts
