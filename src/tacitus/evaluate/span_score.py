"""The language model's names against UNER, and its attributions against PolNeAR."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import spacy
from spacy.tokens import Doc

from tacitus.evaluate.conllu import Sentence
from tacitus.evaluate.names import UNER_TYPES, NamedSentence
from tacitus.evaluate.polnear import AttributedText
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.evaluate.treebank_score import gold_sequence
from tacitus.evaluate.word_offsets import word_range
from tacitus.language.labels import ATTRIBUTION_PARTS
from tacitus.language.network import Network, WordSequence
from tacitus.language.spans import best_of_windows, ranges
from tacitus.language.words import words_of

_NAME_TYPES = {**{kind: kind for kind in UNER_TYPES.values()}, "MILITARY": "ORG"}
_OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class AttributionScore:
    """Exact spans of sources, cues and contents, and the share of tokens that are given the right part (or none)."""

    source: PRF = PRF()
    cue: PRF = PRF()
    content: PRF = PRF()
    tokens: Accuracy = Accuracy()

    def __add__(self, other: AttributionScore) -> AttributionScore:
        return AttributionScore(
            source=self.source + other.source,
            cue=self.cue + other.cue,
            content=self.content + other.content,
            tokens=self.tokens + other.tokens,
        )


def score_names(documents: Iterable[tuple[Sentence, ...]], named: Iterable[NamedSentence], network: Network) -> PRF:
    """Exact spans of persons, organisations and places on gold words; military units count as organisations.

    Names of the other types, which UNER does not mark, count neither for nor against. Sentences that ``named`` does
    not hold, or holds with other words, are read but not scored.
    """
    tags = {sentence.id: sentence for sentence in named}
    return sum((_score_named(document, tags, network) for document in documents), PRF())


def score_attributions(articles: Iterable[AttributedText], network: Network) -> AttributionScore:
    """Attributions over articles as spaCy tokenizes them, white space left out.

    Where the annotated spans of an article overlap, each token has the part that was marked on it last: labels in a
    row cannot nest.
    """
    tokenize = spacy.blank("en").make_doc
    return sum((_score_article(article, tokenize(article.text), network) for article in articles), AttributionScore())


def _found(sequence: WordSequence, task: str, network: Network) -> list[str]:
    """The best label of every word, as at run time."""
    labels = network.labels.of(task)
    windows = network.score([sequence])[0]
    best = best_of_windows([window.scores[task] for window in windows], labels)
    return [labels[index] for window in best for index in window.tolist()]


def _score_named(document: tuple[Sentence, ...], named: dict[str, NamedSentence], network: Network) -> PRF:
    sequence = gold_sequence(document)
    found = [_uner_label(label) for label in _found(sequence, "name", network)]
    score, base = PRF(), 0
    for sentence in document:
        size = len(sentence.words)
        gold = named.get(sentence.id)
        if gold is not None and gold.words == tuple(word.form for word in sentence.words):
            score += _compare(set(ranges(gold.tags)), set(ranges(found[base : base + size])))
        base += size
    return score


def _uner_label(label: str) -> str:
    kind = _NAME_TYPES.get(label[2:])
    return label[:2] + kind if kind is not None else _OUTSIDE


def _score_article(article: AttributedText, doc: Doc, network: Network) -> AttributionScore:
    words = words_of(doc)
    gold = _gold_labels(article, [doc[int(number)].idx for number in words.tokens], words.sequence.words)
    found = _found(words.sequence, "attr", network)
    source, cue, content = (_compare(_of_kind(part, gold), _of_kind(part, found)) for part in ATTRIBUTION_PARTS)
    right = sum(one[2:] == other[2:] for one, other in zip(gold, found, strict=True))
    return AttributionScore(source=source, cue=cue, content=content, tokens=Accuracy(right, len(gold)))


def _of_kind(kind: str, labels: list[str]) -> set[tuple[int, int, str]]:
    return {span for span in ranges(labels) if span[2] == kind}


def _gold_labels(article: AttributedText, starts: list[int], words: Iterable[str]) -> list[str]:
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    labels = [_OUTSIDE] * len(starts)
    for attribution in article.attributions:
        marked = zip(ATTRIBUTION_PARTS, (attribution.source, attribution.cue, attribution.content), strict=True)
        for part, spans in marked:
            for span in spans:
                first, last = word_range(span, starts, ends)
                for index in range(first, min(last, len(labels))):
                    labels[index] = f"B-{part}" if index == first else f"I-{part}"
    return labels


def _compare(gold: set[tuple[int, int, str]], found: set[tuple[int, int, str]]) -> PRF:
    return PRF.of(matched=len(gold & found), gold=len(gold), coded=len(found))
