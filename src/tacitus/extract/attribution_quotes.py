"""Attribution where quotation marks and colons tell more than the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tacitus.extract.attribution_contents import Found
from tacitus.extract.cue_lexicon import CueMatch, cue_lexicon
from tacitus.extract.parse_view import ParseView
from tacitus.extract.quotations import Quotation
from tacitus.language.reading import Attribution, Range

_NEAR = 3  # tokens of punctuation or adverb that may stand between a cue and the quotation
_HEAD_MOST = 8  # words of a name before a headline's colon
_SPEECH_LEAST = 4  # tokens that make a quotation more than a quoted word
_LIKELY, _GUESS = 0.7, 0.4


def quoted_content(
    view: ParseView, verb: int, match: CueMatch, source: Range | None, quotes: list[Quotation]
) -> Found | None:
    """The quotation next to a cue and its source, or the words after a colon, where the parse joins no content."""
    if not match.cue.frames & {"clause", "quote"}:
        return None
    parts = [(verb, match.end)] + ([source] if source else [])
    first, last = min(part[0] for part in parts), max(part[1] for part in parts)
    if any(quote.start < verb < quote.end for quote in quotes):
        return None
    for quote in quotes:
        if 0 <= first - quote.end <= 1 and view.paragraphs[quote.start] == view.paragraphs[verb]:
            return Found(frozenset(range(*quote.range)), _LIKELY)
        if 0 <= quote.start - last <= _NEAR and view.paragraphs[quote.start] - view.paragraphs[verb] <= 1:
            between = range(last, quote.start)
            if all(view.pos[token] in ("PUNCT", "SPACE", "ADV", "ADP") for token in between):
                return Found(frozenset(range(*quote.range)), _LIKELY)
    end = view.sentences[verb][1]
    for token in range(last, end):
        if view.words[token] == ":" and token + 1 < end:
            return Found(frozenset(range(token + 1, end)), _LIKELY)
    return None


def headline(view: ParseView, quotes: list[Quotation]) -> Iterator[Attribution]:
    """Headlines such as "Name: what it says": a short name before a colon at a paragraph's start; the colon is the cue.

    In the body of a report only where a quotation follows; in its first paragraph a proper name is enough.
    """
    opens = {quote.start: quote for quote in quotes}
    start = 0
    for token in range(len(view.doc)):
        if token and view.paragraphs[token] != view.paragraphs[token - 1]:
            start = token
        if view.words[token] != ":" or not start < token <= start + _HEAD_MOST:
            continue
        after = token + 1
        while after < len(view.doc) and view.pos[after] == "SPACE" and view.paragraphs[after] == view.paragraphs[token]:
            after += 1
        if not _is_name(view, start, token) or after >= len(view.doc):
            continue
        if after in opens:
            content = opens[after].range
        elif view.paragraphs[token] == 0 and "PROPN" in view.pos[start:token]:
            content = view.trimmed(after, _line_end(view, after))
        else:
            continue
        if content[1] - content[0] > 2:
            yield Attribution(view.trimmed(start, token), (token, token + 1), (content,), _LIKELY)


def _is_name(view: ParseView, start: int, end: int) -> bool:
    kinds = set(view.pos[start:end])
    named = bool(kinds & {"NOUN", "PROPN"}) and not kinds & {"VERB", "AUX", "PUNCT", "NUM"}
    return named and not cue_lexicon().furniture.intersection(view.words[start:end])


def _line_end(view: ParseView, token: int) -> int:
    end = token
    while end < len(view.doc) and view.paragraphs[end] == view.paragraphs[token]:
        end += 1
    return end


def whole_quotations(view: ParseView, quotes: list[Quotation], found: list[Attribution]) -> list[Attribution]:
    """Each content that takes part of a quotation, its cue outside, given all of that quotation."""
    return [_widened(view, quotes, item) for item in found]


def _widened(view: ParseView, quotes: list[Quotation], item: Attribution) -> Attribution:
    tokens = {token for part in item.content for token in range(*part)}
    apart = {token for part in (item.source, item.cue) if part for token in range(*part)}
    for quote in quotes:
        inside = set(range(*quote.range))
        if not inside & tokens or inside & apart or inside <= tokens:
            continue
        if 2 * len(inside & tokens) > min(len(inside), len(tokens)):
            tokens |= inside
    content = tuple(view.runs(tokens))
    return replace(item, content=content)


def continued(view: ParseView, quotes: list[Quotation], found: list[Attribution]) -> list[Attribution]:
    """Speech in quotation marks that no cue claims: sentences of their own, mostly the last speaker going on."""
    parts = [part for item in found for part in (*item.content, item.source, item.cue) if part]
    claimed = {token for part in parts for token in range(*part)}
    loose = []
    for quote in quotes:
        speech = quote.end - quote.start > _SPEECH_LEAST and _begins_sentence(view, quote.start)
        if speech and not claimed.intersection(range(*quote.range)):
            loose.append(Attribution(None, None, (quote.range,), _GUESS))
    return loose


def _begins_sentence(view: ParseView, token: int) -> bool:
    before = token - 1
    while before >= 0 and view.pos[before] == "SPACE":
        before -= 1
    return before < 0 or view.paragraphs[before] != view.paragraphs[token] or view.words[before] in ".!?:"
