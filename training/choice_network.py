"""Trains the small networks that choose between candidates (``tacitus.resolve.choice_network``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from tacitus.resolve.choice_network import ChoiceNetwork, with_best

MEMBERS = 3  # networks that vote
CONTEXT_WIDTH, HIDDEN = 16, 48
EPOCHS, BATCH, RATE, DECAY, DROPOUT = 10, 64, 2e-3, 2e-2, 0.2
RARE = 15  # examples of a context below which it is left out
_MASKED = -1e9


@dataclass(frozen=True, slots=True)
class ChoiceExample:
    """Signs of every candidate (candidates, signs) and how the right answer divides between them (candidates,)."""

    contexts: tuple[str, ...]
    rows: np.ndarray
    right: np.ndarray


class _Member(nn.Module):
    def __init__(self, signs: int, contexts: int) -> None:
        super().__init__()
        self.contexts = nn.Linear(contexts, CONTEXT_WIDTH)
        self.hidden = nn.Linear(signs + CONTEXT_WIDTH, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1)
        self.linear = nn.Linear(signs, 1, bias=False)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, rows: Tensor, asked: Tensor) -> Tensor:
        """Scores (examples, candidates)."""
        context = self.contexts(asked)[:, None].expand(-1, rows.shape[1], -1)
        hidden = self.dropout(functional.relu(self.hidden(torch.cat([rows, context], -1))))
        scores: Tensor = (self.out(hidden) + self.linear(rows)).squeeze(-1)
        return scores


@dataclass(frozen=True, slots=True)
class _Tensors:
    rows: Tensor
    mask: Tensor
    asked: Tensor
    right: Tensor

    def batches(self) -> Iterator[_Tensors]:
        """The examples in random batches of about as many candidates each, without the empty rows."""
        sizes = (self.mask == 0).sum(1)
        order = torch.split(torch.argsort(sizes + torch.rand(len(sizes))), BATCH)
        for number in torch.randperm(len(order)).tolist():
            batch, width = order[number], int(sizes[order[number]].max())
            yield _Tensors(
                self.rows[batch, :width], self.mask[batch, :width], self.asked[batch], self.right[batch, :width]
            )


def _tensors(examples: Sequence[ChoiceExample], contexts: dict[str, int]) -> _Tensors:
    count, width = len(examples), max(len(example.rows) for example in examples)
    signs = with_best(examples[0].rows).shape[1]
    rows, mask = torch.zeros(count, width, signs), torch.full((count, width), _MASKED)
    asked, right = torch.zeros(count, len(contexts)), torch.zeros(count, width)
    for number, example in enumerate(examples):
        size = len(example.rows)
        rows[number, :size] = torch.from_numpy(with_best(example.rows))
        mask[number, :size] = 0
        right[number, :size] = torch.from_numpy(example.right / example.right.sum())
        asked[number, [contexts[context] for context in example.contexts if context in contexts]] = 1.0
    return _Tensors(rows, mask, asked, right)


def _train(data: _Tensors, seed: int) -> _Member:
    torch.manual_seed(seed)
    member = _Member(data.rows.shape[-1], data.asked.shape[1])
    optimizer = torch.optim.AdamW(member.parameters(), lr=RATE, weight_decay=DECAY)
    for _ in range(EPOCHS):
        for batch in data.batches():
            loss = functional.cross_entropy(member(batch.rows, batch.asked) + batch.mask, batch.right)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return member


def fit_choice(examples: Sequence[ChoiceExample], signs: Sequence[str]) -> ChoiceNetwork:
    """Train the networks on examples, whose columns ``signs`` names; contexts that few examples have are left out.

    Raises:
        ValueError: there are no examples.
    """
    if not examples:
        raise ValueError("no examples to learn from: the language model finds nothing in the annotated reports")
    count = Counter(context for example in examples for context in example.contexts)
    names = sorted(context for context, often in count.items() if often >= RARE)
    contexts = {context: number for number, context in enumerate(names)}
    data = _tensors(examples, contexts)
    members = [_train(data, seed) for seed in range(MEMBERS)]

    def stacked(name: str) -> np.ndarray:
        return np.stack([member.get_parameter(name).detach().numpy().T for member in members])

    return ChoiceNetwork(
        tuple(signs),
        contexts,
        stacked("contexts.weight"),
        stacked("contexts.bias"),
        stacked("hidden.weight"),
        stacked("hidden.bias"),
        stacked("out.weight")[..., 0],
        stacked("out.bias")[:, 0],
        stacked("linear.weight")[..., 0],
    )


def voting(one: ChoiceNetwork, other: ChoiceNetwork) -> ChoiceNetwork:
    """The networks of both, which vote together."""
    names = sorted({*one.contexts, *other.contexts})
    contexts = {context: number for number, context in enumerate(names)}

    def widened(network: ChoiceNetwork) -> np.ndarray:
        members, _, width = network.contexts_in.shape
        wide = np.zeros((members, len(contexts), width), dtype=np.float32)
        for context, number in network.contexts.items():
            wide[:, contexts[context]] = network.contexts_in[:, number]
        return wide

    weights = ("contexts_bias", "hidden_in", "hidden_bias", "out", "out_bias", "linear")
    return ChoiceNetwork(
        one.signs,
        contexts,
        np.concatenate([widened(one), widened(other)]),
        *(np.concatenate([getattr(one, name), getattr(other, name)]) for name in weights),
    )
