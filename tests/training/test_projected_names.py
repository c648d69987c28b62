from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="PyTorch is needed for training only")
pytest.importorskip("safetensors", reason="needed for training only")

import torch
from tokenizers import Tokenizer
from torch import Tensor

from tacitus.language.labels import Labels
from training import network as network_module
from training.batches import prepare, special_pieces
from training.documents import IGNORE, OUTSIDE_OR_UNMARKED, TrainingDoc
from training.network import Network
from training.projected_names import project_names


@pytest.fixture
def network(labels: Labels, monkeypatch: pytest.MonkeyPatch) -> Network:
    monkeypatch.setattr(network_module, "LAYERS", 1)
    return Network(labels)


def names_of(
    network: Network, doc: TrainingDoc, labels: Labels, tokenizer: Tokenizer, guess: dict[int, tuple[str, float]]
) -> list[int]:
    """The column written where the network gives each word the label and the score of ``guess``, else outside."""
    scores = torch.zeros(1, len(doc.words), len(labels.name))
    scores[..., 0] = 9.0
    for word, (label, score) in guess.items():
        scores[0, word, 0] = 0.0
        scores[0, word, labels.name.index(label)] = score

    def forward(*_: Tensor) -> dict[str, Tensor]:
        return {"name": scores}

    network.forward = forward  # type: ignore[method-assign]
    project_names(network, prepare([doc], tokenizer), labels, special_pieces(tokenizer))
    return doc.tags["name"]


def test_sure_names_of_proper_nouns_are_kept(
    network: Network, parsed: TrainingDoc, labels: Labels, tokenizer: Tokenizer
) -> None:
    column = names_of(network, parsed, labels, tokenizer, {0: ("B-PLACE", 9.0)})
    assert column == [labels.name.index("B-PLACE"), *[OUTSIDE_OR_UNMARKED] * 6]


@pytest.mark.parametrize(
    ("guess", "word"),
    [
        ({0: ("B-PLACE", 1.0)}, 0),  # not sure
        ({0: ("B-WEAPON", 9.0)}, 0),  # a kind that the treebank's names do not have
        ({3: ("B-ORG", 9.0)}, 3),  # no proper noun
    ],
)
def test_words_in_doubt_stay_unlabelled(
    guess: dict[int, tuple[str, float]],
    word: int,
    network: Network,
    parsed: TrainingDoc,
    labels: Labels,
    tokenizer: Tokenizer,
) -> None:
    assert names_of(network, parsed, labels, tokenizer, guess)[word] == IGNORE
