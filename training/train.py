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
from training.batches import Batch, Prepared, batches
from training.losses import joint_loss
from training.network import Network

log = logging.getLogger("training")
PIECES_IN_A_STEP = 1780  # what fills a batch of ``batches.TOKEN_BUDGET`` on average
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
    repeats: tuple[tuple[str, int], ...] = (("ewt", 2), ("gum", 2), ("uner", 3), ("re3d", 3), ("polnear", 1), ("corpus", 3))


@dataclass(slots=True)
class Progress:
    """Where a run stands."""

    step: int = 0
    pass_number: int = 0


def _optimizer(network: Network, plan: Plan) -> torch.optim.AdamW:
    encoder, heads = [], []
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
    return step / rise if step < rise else max(0.02, 0.5 * (1 + math.cos(math.pi * (step - rise) / max(1, total - rise))))


def _epoch(data: dict[str, list[Prepared]], plan: Plan) -> list[Prepared]:
    repeats = dict(plan.repeats)
    return [item for name, items in data.items() for _ in range(repeats.get(name, 1)) for item in items]


def _follow(average: Network, network: Network, share: float) -> None:
    """Move the averaged weights towards the present ones (exponential moving average)."""
    with torch.no_grad():
        for kept, new in zip(average.parameters(), network.parameters(), strict=True):
            if new.requires_grad:
                kept.lerp_(new, 1 - share)


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
    )


def save(path: Path, network: nn.Module, average: nn.Module, optimizer: torch.optim.Optimizer, progress: Progress) -> None:
    """Write a checkpoint in one go, so that a run that is cut off leaves the last one whole."""
    partial = path.with_suffix(".partial")
    torch.save(
        {
            "network": network.state_dict(),
            "average": average.state_dict(),
            "optimizer": optimizer.state_dict(),
            "progress": asdict(progress),
        },
        partial,
    )
    partial.replace(path)


def _take_up(state: dict[str, dict[str, Any]], network: nn.Module, average: nn.Module, optimizer: torch.optim.Optimizer) -> Progress:
    """Load a checkpoint; one made before a head was added keeps what it has and begins its schedule anew."""
    added = network.load_state_dict(state["network"], strict=False).missing_keys
    average.load_state_dict(state["average"], strict=False)
    if added:
        log.info("new in the network: %s", ", ".join(added))
        return Progress()
    optimizer.load_state_dict(state["optimizer"])
    return Progress(**state["progress"])


def train(
    network: Network,
    data: dict[str, list[Prepared]],
    labels: Labels,
    tokenizer: Tokenizer,
    plan: Plan,
    out: Path,
    measure: Callable[[Network], dict[str, float]],
) -> Network:
    """Train for as many steps as ``plan.passes`` passes take, from the checkpoint in ``out`` where there is one; gives the averaged weights."""
    where = device()
    network.to(where)
    average = copy.deepcopy(network).eval()
    optimizer, progress = _optimizer(network, plan), Progress()
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=where)
        progress = _take_up(state, network, average, optimizer)
        log.info("taken up at pass %d, step %d", progress.pass_number, progress.step)
    items = _epoch(data, plan)
    special = {name: tokenizer.token_to_id(f"[{name.upper()}]") for name in ("cls", "sep", "mask")}
    rates = [group["lr"] for group in (_optimizer(network, plan)).param_groups]
    per_pass, saved, started = 0, time.monotonic(), time.monotonic()
    total = planned_steps(data, plan)
    while progress.step < total:
        number = progress.pass_number
        rng = random.Random(plan.seed * 1000 + number)
        network.train()
        running: dict[str, list[float]] = {}
        for batch in batches(items, cls=special["cls"], sep=special["sep"], mask_id=special["mask"], rng=rng):
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * _rate(progress.step, total, plan.warmup)
            batch = to_device(batch, where)
            with torch.autocast(where.type, dtype=torch.bfloat16):
                scores = network(*batch.inputs)
                loss, parts = joint_loss(network, scores, batch, labels)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            progress.step += 1
            if progress.step > total:
                break
            per_pass += 1
            if progress.step % AVERAGE_EVERY == 0:
                _follow(average, network, min(plan.average, (1 + progress.step) / (60 + progress.step)) ** AVERAGE_EVERY)
            for task, value in parts.items():
                running.setdefault(task, []).append(value)
            if progress.step % 50 == 0:
                rate_now = per_pass / (time.monotonic() - started)
                log.info(
                    "pass %d step %d/%d %.2f steps/s %s", number, progress.step, total, rate_now,
                    " ".join(f"{task} {sum(values) / len(values):.3f}" for task, values in running.items()),
                )  # fmt: skip
                running = {}
            if time.monotonic() - saved > plan.checkpoint_minutes * 60:
                save(checkpoint, network, average, optimizer, progress)
                saved = time.monotonic()
        progress.pass_number = number + 1
        save(checkpoint, network, average, optimizer, progress)
        log.info("after pass %d: %s", number + 1, json.dumps(measure(average)))
    return average
