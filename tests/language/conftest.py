"""Texts read by the shipped network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from tacitus.language.annotate import annotate
from tacitus.language.network import Network, default_network
from tacitus.language.reading import Reading
from tacitus.language.tokenizer import english


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text with all that the network read in it."""

    doc: Doc
    reading: Reading

    @property
    def sentences(self) -> list[str]:
        """The very words of each sentence, white space at its ends left out."""
        return [sentence.text.strip() for sentence in self.doc.sents if sentence.text.strip()]

    @property
    def tokens(self) -> list[str]:
        """The tokens but white space."""
        return [token.text for token in self.doc if not token.is_space]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return english()


@pytest.fixture(scope="session")
def network() -> Network:
    return default_network()


@pytest.fixture(scope="session")
def read_all(nlp: Language, network: Network) -> Callable[[list[str]], list[ReadText]]:
    """Reads texts together."""

    def run(texts: list[str]) -> list[ReadText]:
        docs = [nlp.make_doc(text) for text in texts]
        return [ReadText(doc, reading) for doc, reading in zip(docs, annotate(docs, network), strict=True)]

    return run


@pytest.fixture(scope="session")
def read(read_all: Callable[[list[str]], list[ReadText]]) -> Callable[[str], ReadText]:
    """Reads one text."""
    return lambda text: read_all([text])[0]
