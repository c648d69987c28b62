"""Attribution by rules over a UD parse: the fallback for language models that read no attribution themselves."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from tacitus.extract.attribution_contents import Found, edge_content, noun_content, phrase_content, verb_content
from tacitus.extract.attribution_quotes import continued, headline, quoted_content, whole_quotations
from tacitus.extract.attribution_sources import after_break, noun_source, verb_source, whole_name
from tacitus.extract.cue_lexicon import CueMatch, cue_lexicon
from tacitus.extract.parse_view import ParseView
from tacitus.extract.quotations import QUOTE_MARKS, Quotation, quotations
from tacitus.language.reading import Attribution, Range

_OPEN_PHRASES = frozenset({"to", "of", "by"})
_PARTIES = frozenset({"i", "we", "you"})  # "I think" in somebody's speech softens, it does not report
_NO_CUE = frozenset({"amod", "compound", "case", "fixed", "flat", "mark", "aux", "aux:pass"})
_PHRASE_ENDS = ("obl", "nmod", "advmod", "advcl", "parataxis", "root", "obl:agent", "orphan", "dep")


def rule_attributions(doc: Doc) -> list[Attribution]:
    """The attributions of a document in order of their cues, found by its tags and dependencies.

    ``doc`` carries UPOS tags, UD relations (subtypes are used where they are given) and sentences; nothing else is
    asked of it. Contents hold neither source nor cue. A quotation that goes on without a cue has neither.
    """
    view = ParseView(doc)
    quotes = quotations(view)
    found = list(headline(view, quotes))
    taken = {token for item in found if item.cue for token in range(*item.cue)}
    for item in _cued(view, quotes):
        if item.cue is not None and not taken.intersection(range(*item.cue)):
            taken.update(range(*item.cue))
            found.append(item)
    found = whole_quotations(view, quotes, found)
    found += continued(view, quotes, found)
    return sorted(found, key=lambda item: item.cue or item.content[0])


def _cued(view: ParseView, quotes: list[Quotation]) -> Iterator[Attribution]:
    """An attribution for every cue that has a content; quoting verbs first, as they take the next verb with them."""
    merged = (_reported_speech(view, token, quotes) for token in range(len(view.doc)))
    yield from (found for found in merged if found is not None)
    for token in range(len(view.doc)):
        match = _match(view, token)
        if match is None or match.end > view.sentences[token][1]:
            continue
        item: Attribution | None
        if match.cue.part == "verb":
            item = _by_verb(view, token, match, quotes)
        elif match.cue.part == "noun":
            item = _by_noun(view, token, match)
        else:
            item = _by_phrase(view, match)
        if item is not None:
            yield item


def _match(view: ParseView, token: int) -> CueMatch | None:
    """The cue that begins here, read as the tag tells."""
    lexicon, tag = cue_lexicon(), view.pos[token]
    phrase = lexicon.at(view.words, token, part="phrase")
    if phrase is not None:
        return phrase if view.words[phrase.places[-1]] in _OPEN_PHRASES else None
    if view.deps[token] in _NO_CUE:
        return None
    match = None
    if tag in ("VERB", "AUX"):
        match = lexicon.at(view.words, token, part="verb")
    elif tag == "NOUN":
        match = lexicon.at(view.words, token, part="noun")
    return match if match is not None and match.cue.stance is not None else None


def _by_verb(view: ParseView, verb: int, match: CueMatch, quotes: list[Quotation]) -> Attribution | None:
    cue = (verb, match.words_end)
    source = verb_source(view, verb) or (None if view.passive(verb) else after_break(view, cue))
    if source is not None:
        source = whole_name(view, source, cue)
    found = verb_content(view, verb, match) or quoted_content(view, verb, match, source, quotes)
    if found is None and source is not None and "clause" in match.cue.frames:
        found = edge_content(view, verb, source)
    if found is None:
        return None
    if match.cue.act == "think" and source is not None and view.words[source[0]] in _PARTIES:
        return None
    return _attribution(view, source, cue, found)


def _by_noun(view: ParseView, noun: int, match: CueMatch) -> Attribution | None:
    source = noun_source(view, noun)
    found = noun_content(view, noun, match, sourced=source is not None)
    return None if found is None else _attribution(view, source, (noun, match.end), found)


def _by_phrase(view: ParseView, match: CueMatch) -> Attribution | None:
    """The source of "according to X" and its like: X may hang on the phrase, or the phrase on X."""
    if match.end >= len(view.doc):
        return None
    source = match.end
    while view.deps[source] not in _PHRASE_ENDS and match.start <= view.heads[source] != source:
        if view.heads[source] in match.places:
            break
        source = view.heads[source]
    found = phrase_content(view, match.places, source)
    if found is None:
        return None
    named = view.noun_phrase(source, without=match.places)
    return _attribution(view, (max(named[0], match.end), max(named[1], match.end + 1)), (match.start, match.end), found)


def _reported_speech(view: ParseView, verb: int, quotes: list[Quotation]) -> Attribution | None:
    """In "was quoted (by Y) as saying", the subject is the source and the words from "was" to "saying" are the cue."""
    subject = view.subject(verb)
    if view.words[verb] not in ("quoted", "cited", "heard", "reported") or subject is None or not view.passive(verb):
        return None
    for said in range(verb + 1, view.sentences[verb][1]):
        match = cue_lexicon().at(view.words, said, part="verb")
        if match is None or view.heads[said] != verb or not view.words[said].endswith("ing"):
            continue
        source = view.noun_phrase(subject, without=view.subtree(said))
        found = verb_content(view, said, match) or quoted_content(view, said, match, source, quotes)
        if found is not None:
            start = min([verb, *view.of(verb, "aux")])
            return _attribution(view, source, (start, match.end), found)
    return None


def _attribution(view: ParseView, source: Range | None, cue: Range, found: Found) -> Attribution | None:
    """The parts as ranges: contents without source and cue, and without punctuation at their ends."""
    tokens = set(found.tokens).difference(range(*cue), range(*source) if source else ())
    content = []
    for run in view.runs(tokens):
        start, end = run
        while start < end and _outer(view, start, tokens):
            start += 1
        while start < end and _outer(view, end - 1, tokens):
            end -= 1
        if any(view.pos[token] not in ("PUNCT", "SPACE", "CCONJ") for token in range(start, end)):
            content.append((start, end))
    return Attribution(source, cue, tuple(content), found.confidence) if content else None


def _outer(view: ParseView, token: int, tokens: set[int]) -> bool:
    """Whether a token at a content's end is no part of it: punctuation, but for quotation marks with their pair."""
    if view.pos[token] == "SPACE":
        return True
    if view.pos[token] != "PUNCT":
        return False
    if view.words[token] not in QUOTE_MARKS:
        return True
    return sum(view.words[other] in QUOTE_MARKS for other in tokens) < 2
