"""``python -m benchmarks.code_worker REPORTS``: codes the reports and prints a ``CodeRun`` as JSON."""

from __future__ import annotations

import json
import re
import sys
from collections import deque
from dataclasses import asdict
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
import psutil

from benchmarks.reports import read_reports
from benchmarks.results import CodeRun
from tacitus.coder import code_many
from tacitus.language.network import default_network
from tacitus.language.pieces import Inputs
from tacitus.model import Report

_WARM_UP = 16  # reports coded beforehand, so that loading is not timed
_STATUS = Path("/proc/self/status")


def peak_bytes() -> int:
    """The most memory that this process held; where the system does not keep it (not Linux), what it holds now.

    ``getrusage`` would not do: on Linux a process takes over the peak of the one that started it.
    """
    if _STATUS.exists():
        found = re.search(r"^VmHWM:\s+(\d+) kB$", _STATUS.read_text(), re.MULTILINE)
        if found:
            return int(found[1]) * 1024
    held: int = psutil.Process().memory_info().rss
    return held


def measure(reports: list[Report]) -> CodeRun:
    """Code all reports, and tell the time that the network's runs take apart from the rest."""
    network = default_network()
    run = network._run
    inside = 0.0

    def timed(inputs: Inputs) -> dict[str, np.ndarray]:
        nonlocal inside
        before = perf_counter()
        scores = run(inputs)
        inside += perf_counter() - before
        return scores

    deque(code_many(reports[:_WARM_UP]), maxlen=0)
    network._run = timed  # type: ignore[method-assign]  # to the end of the process
    start, start_cpu = perf_counter(), process_time()
    done = sum(1 for _ in code_many(reports))
    seconds, cpu_seconds = perf_counter() - start, process_time() - start_cpu
    words = sum(len(report.text.split()) for report in reports)
    return CodeRun(done, words, seconds, inside, cpu_seconds, peak_bytes())


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure(read_reports(Path(sys.argv[1]))))))
