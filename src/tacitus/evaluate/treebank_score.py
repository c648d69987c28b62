"""The language model's tags and parse against a treebank."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tacitus.evaluate.conllu import Sentence, Word, gaps_of
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.language.annotate import window_heads
from tacitus.language.network import Network, WindowScores, WordSequence
from tacitus.language.sentences import sentence_starts
from tacitus.language.words import window_breaks


@dataclass(frozen=True, slots=True)
class TreebankScore:
    """Shares of the words that are right, on gold words and in gold sentences, and the sentences found without them.

    ``uas``: the head; ``las``: the head and the relation with its subtype. Punctuation counts like any other word.
    """

    upos: Accuracy = Accuracy()
    xpos: Accuracy = Accuracy()
    uas: Accuracy = Accuracy()
    las: Accuracy = Accuracy()
    sentence_starts: PRF = PRF()

    def __add__(self, other: TreebankScore) -> TreebankScore:
        return TreebankScore(
            upos=self.upos + other.upos,
            xpos=self.xpos + other.xpos,
            uas=self.uas + other.uas,
            las=self.las + other.las,
            sentence_starts=self.sentence_starts + other.sentence_starts,
        )


def score_treebank(documents: Iterable[tuple[Sentence, ...]], network: Network) -> TreebankScore:
    """The scores over documents, one at a time."""
    return sum((_score_document(document, network) for document in documents), TreebankScore())


def gold_sequence(document: tuple[Sentence, ...]) -> WordSequence:
    """The words of a document, with windows that begin where its sentences do."""
    breaks = np.flatnonzero(_gold_starts(document)).tolist()
    return WordSequence(_forms(document), np.asarray(gaps_of(document), dtype=np.int64), breaks)


def _score_document(document: tuple[Sentence, ...], network: Network) -> TreebankScore:
    words = [word for sentence in document for word in sentence.words]
    heads = np.asarray(
        [index - number + word.head if word.head else index for index, (number, word) in enumerate(_numbered(document))]
    )
    starts = _gold_starts(document)
    score = TreebankScore(sentence_starts=_score_starts(document, starts, network))
    for window in network.score([gold_sequence(document)])[0]:
        part = slice(window.start, window.stop)
        score += _score_window(window, words[part], heads[part] - window.start, starts[part], network)
    return score


def _score_window(
    window: WindowScores, words: list[Word], heads: np.ndarray, starts: np.ndarray, network: Network
) -> TreebankScore:
    starts[0] = True  # a sentence too long for one window goes on in the next
    found = window_heads(window, starts)
    relations = network.relations(window, found)
    right = found == heads
    related = right & _agree([word.deprel for word in words], relations, network.labels.deprel)
    size = len(words)
    return TreebankScore(
        upos=_tags([word.upos for word in words], window, "upos", network.labels.upos),
        xpos=_tags([word.xpos for word in words], window, "xpos", network.labels.xpos),
        uas=Accuracy(int(right.sum()), size),
        las=Accuracy(int(related.sum()), size),
    )


def _tags(gold: list[str], window: WindowScores, task: str, labels: tuple[str, ...]) -> Accuracy:
    return Accuracy(int(_agree(gold, window.scores[task].argmax(-1), labels).sum()), len(gold))


def _agree(gold: list[str], found: np.ndarray, labels: tuple[str, ...]) -> np.ndarray:
    return np.asarray([labels[index] == label for label, index in zip(gold, found.tolist(), strict=True)])


def _score_starts(document: tuple[Sentence, ...], gold: np.ndarray, network: Network) -> PRF:
    """Sentences as they are found at run time: windows know nothing of the gold ones."""
    words, gaps = _forms(document), np.asarray(gaps_of(document), dtype=np.int64)
    sequence = WordSequence(words, gaps, window_breaks(words, gaps))
    found = np.concatenate([sentence_starts(window, sequence) for window in network.score([sequence])[0]])
    return PRF.of(matched=int((found & gold).sum()), gold=int(gold.sum()), coded=int(found.sum()))


def _numbered(document: tuple[Sentence, ...]) -> list[tuple[int, Word]]:
    """Every word with its number in its sentence, which begins at 1."""
    return [pair for sentence in document for pair in enumerate(sentence.words, start=1)]


def _gold_starts(document: tuple[Sentence, ...]) -> np.ndarray:
    return np.asarray([number == 1 for number, _ in _numbered(document)])


def _forms(document: tuple[Sentence, ...]) -> list[str]:
    return [word.form for sentence in document for word in sentence.words]
