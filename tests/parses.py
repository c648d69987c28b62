"""Documents with a parse made by hand, so that a test rests on no weights."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import numpy as np
import spacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from tacitus.language.reading import Pointer, Range, Reading
from tacitus.model import EVENT_TYPES, FIGURE_KINDS, GROUP_TYPES, STANCES
from tacitus.resolve.syntax import Syntax, read_syntax

_VOCAB = spacy.blank("en").vocab
_PARAGRAPH = "¶"
_CLINGS = frozenset(". , ; : ? ! ” » ) 's ’s n't n’t %".split())
_OPENS = frozenset("“ « (".split())


def parsed(*sentences: str, names: Mapping[str, str] | None = None) -> Doc:
    """A document of sentences whose tokens are "word|UPOS|relation|head", heads counted from 1, 0 for the root.

    A pilcrow before a sentence begins a new paragraph. ``names`` gives the type of each name, wherever it occurs; the
    longest counts.
    """
    words: list[str] = []
    tags: list[str] = []
    relations: list[str] = []
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in sentences:
        if sentence.startswith(_PARAGRAPH):
            words.append("\n\n")
            tags.append("SPACE")
            relations.append("dep")
            heads.append(len(words) - 2)
            starts.append(False)
        first = len(words)
        for token in sentence.removeprefix(_PARAGRAPH).split():
            word, tag, relation, head = token.split("|")
            words.append(word)
            tags.append(tag)
            relations.append("ROOT" if head == "0" else relation)
            heads.append(len(words) - 1 if head == "0" else first + int(head) - 1)
            starts.append(len(words) - 1 == first)
    follows = [*words[1:], "\n\n"]
    spaces = [
        word not in _OPENS and word != "\n\n" and after not in _CLINGS and after != "\n\n"
        for word, after in zip(words, follows, strict=True)
    ]
    doc = Doc(_VOCAB, words=words, spaces=spaces, pos=tags, deps=relations, heads=heads)
    doc.ents = filter_spans([span for name, kind in (names or {}).items() for span in _occurrences(doc, name, kind)])
    return doc


def _occurrences(doc: Doc, name: str, kind: str) -> list[Span]:
    return [
        Span(doc, start, end, label=kind)
        for start in range(len(doc))
        for end in range(start + 1, len(doc) + 1)
        if doc[start:end].text == name
    ]


def syntax_of(*sentences: str, names: Mapping[str, str] | None = None) -> Syntax:
    """The same as plain lists."""
    return read_syntax(parsed(*sentences, names=names))


def tokens_of(syntax: Syntax, words: str, *, occurrence: int = 1) -> Range:
    """The token range of words that stand in a text."""
    start = -1
    for _ in range(occurrence):
        start = syntax.text.index(words, start + 1)
    return syntax.starts.index(start), 1 + max(i for i, at in enumerate(syntax.starts) if at < start + len(words))


def blank_reading(syntax: Syntax, *, antecedents: Mapping[int, int] | None = None) -> Reading:
    """A reading in which the language model saw nothing but the antecedents given, token by token."""
    size = len(syntax.words)
    antecedent = np.full(size, -1)
    for token, earlier in (antecedents or {}).items():
        antecedent[token] = earlier
    kind = np.zeros((size, 1 + len(FIGURE_KINDS)), dtype=np.float32)
    kind[:, 0] = 1
    return Reading(
        attributions=(),
        claims=(),
        kind=kind,
        group=np.full((size, len(GROUP_TYPES)), 1 / len(GROUP_TYPES), dtype=np.float32),
        background=np.zeros(size, dtype=np.float32),
        stance=np.full((size, len(STANCES)), 1 / len(STANCES), dtype=np.float32),
        event=np.zeros((size, len(EVENT_TYPES)), dtype=np.float32),
        denied=np.zeros(size, dtype=np.float32),
        antecedent=antecedent,
        _pointers=dict.fromkeys(get_args(Pointer), ()),
    )
