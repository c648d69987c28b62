"""The joint loss: each task's mean over the words it is labelled on, weighted."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from tacitus.language.labels import Labels
from training.batches import Batch
from training.documents import IGNORE, OUTSIDE_OR_UNMARKED, TAG_TASKS
from training.network import Network

WEIGHTS = {
    "sent": 0.3,
    "upos": 0.6,
    "xpos": 0.5,
    "head": 1.2,
    "deprel": 0.8,
    "name": 3.0,
    "attr": 1.5,
    "claim": 1.2,
    "cue": 0.4,
    "coref": 0.3,
    "kind": 1.4,
    "group": 0.6,
    "background": 0.5,
    "stance": 0.5,
    "side": 1.4,
    "voice": 1.0,
    "event": 0.3,
    "history": 0.3,
    "denied": 0.2,
    "agent": 0.8,
    "patient": 0.8,
}
# What partly annotated documents never mark: names of some kinds (UNER, GUM), who and how it was said (some gold).
UNMARKED = {"name": ("NATIONALITY", "WEAPON", "TIME", "MILITARY"), "claim": ("SOURCE", "CUE")}


def _tag_loss(scores: Tensor, gold: Tensor, labels: tuple[str, ...], task: str) -> Tensor:
    scores, gold = scores.flatten(0, 1).float(), gold.flatten()
    if task not in UNMARKED:
        return functional.cross_entropy(scores, gold, ignore_index=IGNORE)
    loose = gold == OUTSIDE_OR_UNMARKED
    known = gold >= 0
    total = scores.new_zeros(())
    log_probs = scores.log_softmax(-1)
    if known.any():
        total = total + functional.nll_loss(log_probs[known], gold[known], reduction="sum")
    if loose.any():
        options = [0] + [index for index, label in enumerate(labels) if label[2:] in UNMARKED[task]]
        total = total - log_probs[loose][:, options].logsumexp(-1).sum()
    return total / (known.sum() + loose.sum()).clamp(min=1)


def _pointer_loss(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1).float(), gold.flatten(), ignore_index=IGNORE)


def _parse_loss(network: Network, out: dict[str, Tensor], batch: Batch) -> tuple[Tensor, Tensor]:
    gold = batch.pointers["head"]
    same = batch.sentence.unsqueeze(2) == batch.sentence.unsqueeze(1)
    arcs = _pointer_loss(out["head"].float().masked_fill(~same, -1e4), gold)
    index = gold.clamp(min=0).unsqueeze(-1).expand(-1, -1, out["relation_head"].shape[-1])
    scores = network.relations(out["relation_tail"], out["relation_head"].gather(1, index))
    relations = functional.cross_entropy(
        scores.flatten(0, 1).float(), batch.deprel.masked_fill(gold < 0, IGNORE).flatten(), ignore_index=IGNORE
    )
    return arcs, relations


def _target_loss(scores: Tensor, asked: list[tuple[int, int, tuple[int, ...]]]) -> Tensor:
    losses = []
    for row, word, targets in asked:
        log_probs = scores[row, word].float().log_softmax(-1)
        losses.append(-log_probs[list(targets)].logsumexp(-1))
    return torch.stack(losses).mean()


def _event_type_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Each event has one trigger among its words (a noisy or); no other word of a fully marked report has that type."""
    scores = scores.float()
    other = batch.all_events.unsqueeze(-1).expand_as(scores).clone()
    marked = []
    for row, mark in batch.events:
        words = list(mark.words)
        other[row, words, mark.type] = False
        silent = functional.softplus(scores[row, words, mark.type]).sum()
        marked.append(-torch.log(-torch.expm1(-silent.clamp(min=1e-6))))
    absent = functional.softplus(scores[other]).sum()
    told = torch.stack(marked).sum() if marked else absent.new_zeros(())
    return (told + absent) / max(8, len(marked))


def _event_losses(out: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """Losses of the types, and at each event's likeliest trigger of its history, denial, actors and recipients."""
    losses = {"event": _event_type_loss(out["event"], batch)}
    found: dict[str, list[Tensor]] = {"history": [], "denied": [], "agent": [], "patient": []}
    for row, mark in batch.events:
        words = list(mark.words)
        word = words[int(out["event"][row, words, mark.type].argmax())]
        found["history"].append(-out["background"][row, word].float().log_softmax(-1)[int(mark.background)])
        found["denied"].append(-out["denied"][row, word].float().log_softmax(-1)[int(mark.denied)])
        for task, parties in (("agent", mark.actors), ("patient", mark.recipients)):
            if parties is None:
                continue
            shares = out[task][row, word].float().log_softmax(-1)
            targets = parties or ((word,),)
            found[task].append(-torch.stack([shares[list(words)].logsumexp(-1) for words in targets]).mean())
    return losses | {task: torch.stack(values).mean() for task, values in found.items() if values}


def joint_loss(
    network: Network, out: dict[str, Tensor], batch: Batch, labels: Labels
) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum of the losses of the tasks that the batch has labels for, and each loss by itself."""
    losses: dict[str, Tensor] = {}
    for task in TAG_TASKS:
        if (batch.tags[task] != IGNORE).any():
            losses[task] = _tag_loss(out[task], batch.tags[task], labels.of(task), task)
    if (batch.pointers["head"] != IGNORE).any():
        losses["head"], losses["deprel"] = _parse_loss(network, out, batch)
    for task in ("cue", "coref"):
        if (batch.pointers[task] != IGNORE).any():
            losses[task] = _pointer_loss(out[task], batch.pointers[task])
    for task, asked in (("side", batch.sides), ("voice", batch.voices)):
        if asked:
            losses[task] = _target_loss(out[task], asked)
    if batch.events or bool(batch.all_events.any()):
        losses.update(_event_losses(out, batch))
    total = torch.stack([WEIGHTS[task] * loss for task, loss in losses.items()]).sum()
    return total, {task: float(loss.detach()) for task, loss in losses.items()}
