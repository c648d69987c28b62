"""A small treebank's labels, short annotated documents, and the tokenizer that ships."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from tacitus.language.labels import Labels
from tacitus.language.network import WEIGHTS
from training.documents import TrainingDoc

WORDS = "Baku said 50 soldiers had died .".split()


@pytest.fixture(scope="session")
def labels() -> Labels:
    return Labels(
        upos=("AUX", "NOUN", "NUM", "PROPN", "PUNCT", "VERB"),
        xpos=(".", "CD", "NNP", "NNS", "VBD", "VBN"),
        deprel=("aux", "ccomp", "nsubj", "nummod", "punct", "root"),
    )


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))


@pytest.fixture
def parsed(labels: Labels) -> TrainingDoc:
    """A sentence with its parse, and the side of its soldiers."""
    doc = TrainingDoc("d1", list(WORDS), [3, *[1] * 5, 0], [0])
    doc.tags["sent"] = [1, 0, 0, 0, 0, 0, 0]
    doc.tags["upos"] = [labels.upos.index(tag) for tag in "PROPN VERB NUM NOUN AUX VERB PUNCT".split()]
    doc.pointers["head"] = [1, 1, 3, 5, 5, 1, 1]
    doc.deprel = [labels.deprel.index(name) for name in "nsubj root nummod nsubj aux ccomp punct".split()]
    doc.sentence = [0] * 7
    doc.sides = {3: (0,)}
    return doc
