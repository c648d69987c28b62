"""What is measured of the store: reports in, incidents out."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from time import perf_counter

from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.fresh import cores, output_of, result_of, start
from benchmarks.results import ArchiveRun, Findings, IngestRun
from tacitus.store import Store

_INGEST = "from tacitus.cli import main; main()"


def test_ingest_from_end_to_end(
    benchmark: BenchmarkFixture, generated_file: Path, tmp_path: Path, findings: Findings
) -> None:
    with generated_file.open(encoding="utf-8") as lines:
        count = sum(1 for _ in lines)
    database = tmp_path / "store.db"

    def ingest() -> IngestRun:
        began = perf_counter()
        arguments = ["-c", _INGEST, "ingest", str(generated_file), "--db", str(database)]
        told = output_of(start(arguments, cpus=cores(), threads=None))
        seconds = perf_counter() - began
        assert f"{count:,} new" in told
        with Store(str(database)) as store:
            return IngestRun(count, seconds, store.count_incidents(), store.stats().bytes or 0)

    run: IngestRun = benchmark.pedantic(ingest, rounds=1)  # type: ignore[no-untyped-call]
    benchmark.extra_info["run"] = asdict(run)
    findings.ingest = run


def test_a_store_that_grows(
    benchmark: BenchmarkFixture, samples: Path, archived: int, tmp_path: Path, findings: Findings
) -> None:
    def fill() -> ArchiveRun:
        arguments = ["-m", "benchmarks.archive_worker", str(samples), str(tmp_path), str(archived)]
        return result_of(start(arguments, cpus=cores()[:1], threads=1), ArchiveRun)

    run: ArchiveRun = benchmark.pedantic(fill, rounds=1)  # type: ignore[no-untyped-call]
    benchmark.extra_info["run"] = asdict(run)
    findings.archive = run
    assert run.reports == archived
    assert run.incidents > 0
