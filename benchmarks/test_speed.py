"""What is measured. Nothing is asserted of a time: it is the machine's as much as the code's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.fresh import cores, output_of, result_of, start
from benchmarks.reports import write_reports
from benchmarks.results import CodeRun, EncoderRun, Findings
from tacitus.model import Report

Result = TypeVar("Result")

_ENCODER_WINDOW = 126
_CODE_WORKER, _ENCODER_WORKER, _ROBERTA_WORKER = (
    ("-m", f"benchmarks.{name}") for name in ("code_worker", "encoder_worker", "roberta_worker")
)
_FIRST_RESULT = """
import sys, tacitus
coding = tacitus.code(tacitus.Report(id="first", text=sys.argv[1]))
print(len(coding.claims), len(coding.figures))
"""


def _code(file: Path, cpus: list[int], threads: int | None) -> CodeRun:
    return result_of(start([*_CODE_WORKER, str(file)], cpus=cpus, threads=threads), CodeRun)


def _timed(benchmark: BenchmarkFixture, measured: Callable[[], Result], *, rounds: int = 1, warm_up: int = 0) -> Result:
    """Run a measurement under pytest-benchmark, which times the whole process, loading included."""
    result: Result = benchmark.pedantic(measured, rounds=rounds, warmup_rounds=warm_up)  # type: ignore[no-untyped-call]
    return result


def _keep(benchmark: BenchmarkFixture, *runs: CodeRun | EncoderRun) -> None:
    """Store what the processes measured themselves with the benchmark's own record."""
    benchmark.extra_info["runs"] = [{**asdict(run), "reports_a_second": run.rate} for run in runs]


def test_coding_on_one_core(
    benchmark: BenchmarkFixture, reports: list[Report], reports_file: Path, findings: Findings
) -> None:
    run = _timed(benchmark, lambda: _code(reports_file, cores()[:1], 1))
    _keep(benchmark, run)
    findings.one_core = run
    assert run.reports == len(reports)
    assert 0 < run.encoder_seconds < run.seconds


def test_coding_in_one_process_on_all_cores(
    benchmark: BenchmarkFixture, reports: list[Report], reports_file: Path, findings: Findings
) -> None:
    run = _timed(benchmark, lambda: _code(reports_file, cores(), None))
    _keep(benchmark, run)
    findings.threads = run
    assert run.reports == len(reports)


def test_coding_in_a_process_for_each_core(
    benchmark: BenchmarkFixture, reports: list[Report], tmp_path: Path, findings: Findings
) -> None:
    files = [tmp_path / f"{cpu}.jsonl" for cpu in cores()]
    for number, file in enumerate(files):
        write_reports(reports[number :: len(files)], file)

    def code_at_once() -> list[CodeRun]:
        started = [
            start([*_CODE_WORKER, str(file)], cpus=[cpu], threads=1) for cpu, file in zip(cores(), files, strict=True)
        ]
        return [result_of(process, CodeRun) for process in started]

    runs = _timed(benchmark, code_at_once)
    _keep(benchmark, *runs)
    findings.processes = runs
    assert sum(run.reports for run in runs) == len(reports)


def test_start_to_first_result(benchmark: BenchmarkFixture, reports: list[Report], findings: Findings) -> None:
    def first_result() -> str:
        return output_of(start(["-c", _FIRST_RESULT, reports[0].text], cpus=cores(), threads=None))

    printed = _timed(benchmark, first_result, rounds=5, warm_up=1)
    if benchmark.stats is not None:  # it is with --benchmark-disable
        findings.start_seconds = benchmark.stats.stats.median
    claims, _ = map(int, printed.split())
    assert claims > 0


def test_encoder_alone(
    benchmark: BenchmarkFixture, reports: list[Report], reports_file: Path, findings: Findings
) -> None:
    def encode() -> EncoderRun:
        arguments = [*_ENCODER_WORKER, str(reports_file), str(_ENCODER_WINDOW)]
        return result_of(start(arguments, cpus=cores()[:1], threads=1), EncoderRun)

    run = _timed(benchmark, encode)
    _keep(benchmark, run)
    findings.encoder = run
    assert run.reports == len(reports)
    assert run.windows * (run.window + 2) >= run.tokens > 0


@pytest.mark.parametrize("window", [_ENCODER_WINDOW, 510])
def test_encoder_of_the_size_of_roberta_base(
    benchmark: BenchmarkFixture, window: int, roberta_file: Path, findings: Findings
) -> None:
    if find_spec("torch") is None:
        reason = f"RoBERTa-base's size, {window}-token windows: PyTorch is not installed"
        findings.skipped.append(reason)
        pytest.skip(reason)

    def encode() -> EncoderRun:
        arguments = [*_ROBERTA_WORKER, str(roberta_file), str(window)]
        return result_of(start(arguments, cpus=cores()[:1], threads=1), EncoderRun)

    run = _timed(benchmark, encode)
    _keep(benchmark, run)
    findings.roberta.append(run)
    assert run.windows * (window + 2) >= run.tokens > 0
