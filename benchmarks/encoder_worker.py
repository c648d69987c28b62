"""``python -m benchmarks.encoder_worker REPORTS WINDOW``: runs the network alone, prints an ``EncoderRun`` as JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from time import perf_counter

from benchmarks.reports import read_reports
from benchmarks.results import EncoderRun
from benchmarks.windows import tokens_in, window_inputs
from tacitus.language.network import default_network
from tacitus.model import Report


def measure(reports: list[Report], window: int) -> EncoderRun:
    """Run the shipped network over windows of ``window`` tokens; cutting them is not timed."""
    windows = list(window_inputs(reports, window))
    network = default_network()
    for inputs in windows[:4]:
        network._run(inputs)
    start = perf_counter()
    for inputs in windows:
        network._run(inputs)
    seconds = perf_counter() - start
    return EncoderRun(window, len(reports), len(windows), sum(map(tokens_in, windows)), seconds)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure(read_reports(Path(sys.argv[1])), int(sys.argv[2])))))
