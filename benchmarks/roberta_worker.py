"""``python -m benchmarks.roberta_worker REPORTS WINDOW``: an untrained encoder of RoBERTa-base's size, in PyTorch.

That is the size that the existing open coders run. Its weights are random, since only the time counts; its windows are
as long as ours. It runs up to eight windows of one length together, so without padding: faster than one by one.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from time import perf_counter

import torch
from torch import Tensor, nn

from benchmarks.reports import read_reports
from benchmarks.results import EncoderRun
from benchmarks.windows import tokens_in, window_inputs
from tacitus.model import Report

LAYERS, WIDTH, HEADS, INNER, POSITIONS, VOCABULARY = 12, 768, 12, 3072, 514, 50265
_PADDING_POSITIONS = 2  # RoBERTa counts positions from the one after its padding index
_SEED = 1
_BATCH = 8


class Roberta(nn.Module):
    """Word, position and type embeddings and twelve layers, normalised after each as in RoBERTa."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.types = nn.Embedding(1, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        layer = nn.TransformerEncoderLayer(WIDTH, HEADS, INNER, activation="gelu", batch_first=True)
        self.layers = nn.TransformerEncoder(layer, LAYERS)

    def forward(self, ids: Tensor) -> Tensor:
        """(windows, tokens) to (windows, tokens, width)."""
        positions = torch.arange(ids.shape[1]) + _PADDING_POSITIONS
        embedded = self.words(ids) + self.positions(positions) + self.types(torch.zeros_like(ids))
        encoded: Tensor = self.layers(self.norm(embedded))
        return encoded


def _batches(sizes: list[int]) -> list[tuple[int, int]]:
    """How many windows of which size to run together."""
    return [
        (min(_BATCH, count - done), size)
        for size, count in sorted(Counter(sizes).items())
        for done in range(0, count, _BATCH)
    ]


def measure(reports: list[Report], window: int) -> EncoderRun:
    """Run the encoder over windows of ``window`` tokens of the reports."""
    torch.set_num_threads(1)
    torch.manual_seed(_SEED)
    sizes = [tokens_in(inputs) for inputs in window_inputs(reports, window)]
    batches = [torch.randint(VOCABULARY, shape) for shape in _batches(sizes)]
    encoder = Roberta().eval()
    with torch.inference_mode():
        encoder(batches[0])
        start = perf_counter()
        for ids in batches:
            encoder(ids)
        seconds = perf_counter() - start
    return EncoderRun(window, len(reports), len(sizes), sum(sizes), seconds)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure(read_reports(Path(sys.argv[1])), int(sys.argv[2])))))
