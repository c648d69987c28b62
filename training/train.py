"""The training loop: joint batches, averaged weights, checkpoints that a later run takes up."""

from __future__ import annotations

import copy
import json
import logging
import math
import random
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn

from tacitus.language.labels import Labels
from training.batches import Batch, Prepared, batches, special_pieces
from training.losses import joint_loss
from training.network import Network

log = logging.getLogger("training")
PIECES_IN_A_STEP = 1780  # what fills a batch of ``batches.TOKEN_BUDGET`` on average
LOG_EVERY = 50
AVERAGE_EVERY = 4  # steps between two updates of the averaged weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long and how fast to learn; ``repeats`` tells how often a pass visits each data set."""

    passes: int = 3
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    average: float = 0.998
    seed: int = 13
    checkpoint_minutes: float = 8.0
    steps: int = 0  # steps in all, in place of those of ``passes``
    repeats: tuple[tuple[str, int], ...] = (
        ("ewt", 2),
        ("gum", 2),
        ("uner", 3),
        ("re3d", 3),
        ("polnear", 1),
        ("corpus", 8),
    )


# The second stage: slower, with the small and the project's own sets to the fore, and names by UNER's guidelines.
POLISH = Plan(
    passes=1,
    encoder_rate=8e-5,
    head_rate=6e-4,
    warmup=0.04,
    seed=14,
    steps=3300,
    repeats=(("ewt", 1), ("gum", 1), ("uner", 5), ("re3d", 2), ("polnear", 1), ("corpus", 8), ("recast", 0)),
)
# The third: slower still.
SETTLE = Plan(
    passes=1,
    encoder_rate=3e-5,
    head_rate=4e-4,
    warmup=0.06,
    seed=17,
    steps=450,
    repeats=(("ewt", 1), ("gum", 1), ("uner", 8), ("re3d", 2), ("polnear", 1), ("corpus", 8), ("recast", 0)),
)
# The fourth: reports told again with other parties. What it makes is mixed with what went before it.
RETELL = Plan(
    passes=1,
    encoder_rate=8e-5,
    head_rate=5e-4,
    warmup=0.05,
    seed=61,
    steps=13500,
    repeats=(("ewt", 1), ("gum", 1), ("uner", 3), ("re3d", 1), ("polnear", 1), ("corpus", 3), ("recast", 1)),
)
RETOLD_SHARE = 0.65
# At last the head of names alone, the encoder as it is.
NAMES = Plan(
    passes=1,
    head_rate=7e-4,
    warmup=0.05,
    average=0.99,
    seed=7,
    steps=600,
    repeats=(("ewt", 2), ("uner", 3), ("re3d", 1), ("polnear", 0), ("gum", 0), ("corpus", 1), ("recast", 0)),
)
NO_NAME = 0.8
"""Added to the score of being no name: the head names too much (UNER dev, F1 0.882 to 0.892 with 1, 0.885 with 0.5)."""


@dataclass(slots=True)
class Progress:
    """Where a run stands."""

    step: int = 0
    pass_number: int = 0


def _optimizer(network: Network, plan: Plan) -> torch.optim.AdamW:
    encoder: list[nn.Parameter] = []
    heads: list[nn.Parameter] = []
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        part = name.split(".")[0]
        (encoder if part in ("pieces", "positions", "norm", "layers") else heads).append(parameter)
    return torch.optim.AdamW(
        [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}],
        betas=(0.9, 0.98),
        weight_decay=0.01,
        fused=True,
    )


def _rate(step: int, total: int, warmup: float) -> float:
    rise = max(1, int(total * warmup))
    return (
        step / rise if step < rise else max(0.02, 0.5 * (1 + math.cos(math.pi * (step - rise) / max(1, total - rise))))
    )


def _epoch(data: dict[str, list[Prepared]], plan: Plan) -> list[Prepared]:
    repeats = dict(plan.repeats)
    return [item for name, items in data.items() for _ in range(repeats.get(name, 1)) for item in items]


def _follow(average: Network, network: Network, share: float) -> None:
    """Move the averaged weights towards the present ones (exponential moving average)."""
    with torch.no_grad():
        for kept, new in zip(average.parameters(), network.parameters(), strict=True):
            if new.requires_grad:
                kept.lerp_(new, 1 - share)


def mixed(network: Network, other: Network, share: float) -> Network:
    """A network whose weights lie between those of two stages of one training, ``share`` of the way to ``other``.

    Keeps what the earlier stage knew better (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
    """
    between = copy.deepcopy(network)
    _follow(between, other, 1 - share)
    return between


def only_names(network: Network) -> Network:
    """The network with all but its head of names held fast."""
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(name.startswith("tags.name."))
    return network


def planned_steps(data: dict[str, list[Prepared]], plan: Plan) -> int:
    """How many steps a plan takes over these data."""
    pieces = sum(int(item.pieces.counts.sum()) for item in _epoch(data, plan))
    return plan.steps or int(plan.passes * pieces / PIECES_IN_A_STEP)


def device() -> torch.device:
    """A GPU where there is one, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def to_device(batch: Batch, where: torch.device) -> Batch:
    """The batch's tensors on a device."""
    if where.type == "cpu":
        return batch
    return Batch(
        tuple(tensor.to(where) for tensor in batch.inputs),
        {task: tensor.to(where) for task, tensor in batch.tags.items()},
        {task: tensor.to(where) for task, tensor in batch.pointers.items()},
        batch.deprel.to(where),
        batch.sentence.to(where),
        batch.sides,
        batch.voices,
        batch.events,
        batch.all_events.to(where),
    )


class Trainer:
    """A network being trained: optimiser, averaged weights, and where the run stands."""

    def __init__(self, network: Network, labels: Labels, tokenizer: Tokenizer, plan: Plan, checkpoint: Path) -> None:
        self.where = device()
        self.network, self.labels, self.plan, self.checkpoint = (
            network.to(self.where),
            labels,
            plan,
            checkpoint,
        )
        self.average = copy.deepcopy(network).eval()
        self.optimizer, self.progress = _optimizer(network, plan), Progress()
        self.rates = [float(group["lr"]) for group in self.optimizer.param_groups]
        self.special = special_pieces(tokenizer)
        if self.checkpoint.exists():
            self._take_up(torch.load(self.checkpoint, map_location=self.where))

    def _take_up(self, state: dict[str, dict[str, Any]]) -> None:
        """Load a checkpoint; one made before a head was added keeps what it has and begins its schedule anew."""
        added = self.network.load_state_dict(state["network"], strict=False).missing_keys
        self.average.load_state_dict(state["average"], strict=False)
        if added:
            log.info("new in the network: %s", ", ".join(added))
            return
        self.optimizer.load_state_dict(state["optimizer"])
        self.progress = Progress(**state["progress"])
        log.info("taken up at pass %d, step %d", self.progress.pass_number, self.progress.step)

    def save(self) -> None:
        """Write a checkpoint in one go, so that a run that is cut off leaves the last one whole."""
        partial = self.checkpoint.with_suffix(".partial")
        state = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "progress": asdict(self.progress),
        }
        torch.save(state, partial)
        partial.replace(self.checkpoint)

    def step(self, batch: Batch, total: int) -> dict[str, float]:
        """One step on one batch; gives the loss of each task."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * _rate(self.progress.step, total, self.plan.warmup)
        batch = to_device(batch, self.where)
        with torch.autocast(self.where.type, dtype=torch.bfloat16):
            loss, parts = joint_loss(self.network, self.network(*batch.inputs), batch, self.labels)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.progress.step += 1
        if self.progress.step % AVERAGE_EVERY == 0:
            share = min(self.plan.average, (1 + self.progress.step) / (60 + self.progress.step))
            _follow(self.average, self.network, share**AVERAGE_EVERY)
        return parts

    def run_pass(self, items: list[Prepared], total: int) -> None:
        """One pass over the data, or what is left of it; logs now and then, saves every few minutes."""
        rng = random.Random(self.plan.seed * 1000 + self.progress.pass_number)
        self.network.train()
        running: dict[str, list[float]] = {}
        saved = time.monotonic()
        for batch in batches(items, self.special, rng=rng):
            if self.progress.step >= total:
                return
            for task, value in self.step(batch, total).items():
                running.setdefault(task, []).append(value)
            if self.progress.step % LOG_EVERY == 0:
                means = " ".join(f"{task} {sum(values) / len(values):.3f}" for task, values in running.items())
                log.info("pass %d step %d/%d %s", self.progress.pass_number, self.progress.step, total, means)
                running = {}
            if time.monotonic() - saved > self.plan.checkpoint_minutes * 60:
                self.save()
                saved = time.monotonic()


def train(trainer: Trainer, data: dict[str, list[Prepared]], measure: Callable[[Network], dict[str, float]]) -> Network:
    """Train for as many steps as the plan takes, from the checkpoint where there is one; gives the averaged weights."""
    total = planned_steps(data, trainer.plan)
    items = _epoch(data, trainer.plan)
    while trainer.progress.step < total:
        trainer.run_pass(items, total)
        trainer.progress.pass_number += 1
        trainer.save()
        log.info("after pass %d: %s", trainer.progress.pass_number, json.dumps(measure(trainer.average)))
    return trainer.average
